//! What a column can mean.

use serde::{Serialize, Serializer};

use super::names::{FALLBACKS, NAMES};
use crate::engine::{Expected, Misread, Node};

/// What a column can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The number or key of the ticket.
    Id,
    /// Its title.
    Title,
    /// When it was submitted.
    Created,
    /// The time of day at which it was submitted, beside a date.
    CreatedTime,
    /// When it was first replied to.
    FirstResponse,
    /// How many minutes after its submission it was first replied to.
    FirstResponseMinutes,
    /// When the problem was confirmed.
    Confirmed,
    /// When it was solved.
    Resolved,
    /// When it was closed: taken for solved where that is missing.
    Closed,
    /// When work was paused.
    Paused,
    /// When work went on.
    Resumed,
    /// Its priority.
    Priority,
    /// Its status.
    Status,
    /// Which kind of status that is.
    StatusCategory,
    /// The whole ticket as the planner writes it, which counts before the columns of times.
    Record,
}

impl Serialize for Field {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.key())
    }
}

impl Field {
    /// All of them.
    pub const ALL: [Self; 15] = {
        let mut all = [Self::Id; 15];
        let mut place = 0;
        while place < all.len() {
            #[expect(clippy::indexing_slicing, reason = "while compiling, in bounds")]
            {
                all[place] = NAMES[place].0;
            }
            place += 1;
        }
        all
    };

    /// What it is called where it is kept.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Title => "title",
            Self::Created => "created",
            Self::CreatedTime => "created-time",
            Self::FirstResponse => "first-response",
            Self::FirstResponseMinutes => "first-response-minutes",
            Self::Confirmed => "confirmed",
            Self::Resolved => "resolved",
            Self::Closed => "closed",
            Self::Paused => "paused",
            Self::Resumed => "resumed",
            Self::Priority => "priority",
            Self::Status => "status",
            Self::StatusCategory => "status-category",
            Self::Record => "record",
        }
    }

    /// Reads it by its key.
    pub(crate) fn read(node: &Node<'_>) -> Result<Self, Misread> {
        let key = node.str()?;
        let known = Self::ALL.into_iter().find(|field| field.key() == key);
        known.ok_or_else(|| node.misread(Expected::Text))
    }

    /// What a column called `header` means.
    ///
    /// ```
    /// use sla_planner::exchange::table::Field;
    /// assert_eq!(Field::of("提交时间"), Some(Field::Created));
    /// assert_eq!(Field::of("Status Category Changed"), None);
    /// ```
    #[must_use]
    pub fn of(header: &str) -> Option<Self> {
        let header = fold(header);
        let mut fields = Self::ALL.into_iter();
        fields.find(|field| field.preference(&header).is_some())
    }

    /// How far down `header`, folded, stands in the list of its names.
    pub(super) fn preference(self, header: &str) -> Option<usize> {
        let (_, names) = NAMES.iter().find(|(field, _)| *field == self)?;
        let place = |header: &str| names.iter().position(|name| *name == header);
        place(header).or_else(|| place(inner(header)?))
    }

    /// Whether it is an instant.
    #[must_use]
    pub const fn is_time(self) -> bool {
        matches!(
            self,
            Self::Created
                | Self::FirstResponse
                | Self::Confirmed
                | Self::Resolved
                | Self::Closed
                | Self::Paused
                | Self::Resumed
        )
    }
}

/// Whether `header`, folded, stands for a priority only where there is no other.
pub(super) fn is_fallback(header: &str) -> bool {
    FALLBACKS.contains(&header)
}

/// The objects in which JSON holds what tells of a ticket.
const AROUND: [&str; 4] = ["fields.", "bug.", "story.", "ticket."];
/// The names under which it holds a value that has several forms.
const FORMS: [&str; 4] = [".name", ".text", ".value", ".display_value"];

/// A joined name of JSON, folded, without what it stands in; none where it stands alone.
fn inner(header: &str) -> Option<&str> {
    let around = AROUND.iter().find_map(|around| header.strip_prefix(around));
    let inner = around.unwrap_or(header);
    let form = FORMS.iter().find_map(|form| inner.strip_suffix(form));
    form.or(around)
}

/// A header in lower case, full-width characters as ASCII, without marks around it.
pub(super) fn fold(header: &str) -> String {
    let narrow = header.chars().map(|character| match character {
        '\u{ff01}'..='\u{ff5e}' => {
            char::from_u32(u32::from(character) - 0xfee0).unwrap_or(character)
        }
        '\u{a0}' | '\u{3000}' | '\t' | '\n' | '\r' => ' ',
        '’' => '\'',
        other => other,
    });
    let narrow: String = narrow.collect();
    let around = |character: char| character == '\u{feff}' || " \"':*".contains(character);
    narrow.trim_matches(around).to_lowercase()
}
