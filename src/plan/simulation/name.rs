//! What calendars, scenarios and windows are called.

use serde::Serialize;

use crate::engine::{Misread, Node};

/// The longest name, in characters; longer ones are cut where they are entered or read.
pub const LONGEST_NAME: usize = 60;

/// What something is called: as the user named it, or by where it comes from.
///
/// ```
/// use sla_planner::plan::simulation::Name;
/// let name = Name::given(" 上海办公室 ");
/// assert_eq!((name.text.as_str(), name.copied), ("上海办公室", false));
/// assert!(name.copy().copied);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Name {
    /// The name; empty while it has none.
    pub text: String,
    /// Whether it is a copy of what is called so, of the contract's own where that has no name.
    pub copied: bool,
}

impl Name {
    /// The name that the user gives it.
    #[must_use]
    pub fn given(text: &str) -> Self {
        Self {
            text: cut(text),
            copied: false,
        }
    }

    /// The name of a copy.
    #[must_use]
    pub fn copy(&self) -> Self {
        Self {
            text: self.text.clone(),
            copied: true,
        }
    }

    /// A name from its place in a document.
    pub(super) fn read(node: &Node<'_>) -> Result<Self, Misread> {
        Ok(Self {
            text: text(&node.key("text"))?,
            copied: flag(&node.key("copied"))?,
        })
    }
}

/// A name, trimmed and no longer than it may be.
pub(super) fn cut(text: &str) -> String {
    let cut: String = text.trim().chars().take(LONGEST_NAME).collect();
    cut.trim_end().to_owned()
}

/// A text that may be missing, no longer than a name.
pub(super) fn text(node: &Node<'_>) -> Result<String, Misread> {
    let text = node.optional(|text| text.str().map(cut))?;
    Ok(text.unwrap_or_default())
}

/// A flag that is false where it is missing.
pub(super) fn flag(node: &Node<'_>) -> Result<bool, Misread> {
    Ok(node.optional(|flag| flag.flag())?.unwrap_or_default())
}

/// A list of at most `most` that may be missing.
pub(super) fn list<T>(
    node: &Node<'_>,
    most: usize,
    read: fn(&Node<'_>) -> Result<T, Misread>,
) -> Result<Vec<T>, Misread> {
    let list = node.optional(|list| list.list(read))?.unwrap_or_default();
    if list.len() > most {
        return Err(node.misread(crate::engine::Expected::AtMost(most)));
    }
    Ok(list)
}
