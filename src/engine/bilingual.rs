//! Names in both languages of the product.

use serde::Serialize;

use super::{Misread, Node};

/// The same name or sentence in Chinese and English.
///
/// ```
/// use sla_planner::engine::Bilingual;
/// let name = Bilingual { zh: "高".to_owned(), en: "High".to_owned() };
/// assert_eq!(name, Bilingual::new("高", "High"));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Bilingual {
    /// Simplified Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

impl Bilingual {
    /// The pair of `zh` and `en`.
    ///
    /// ```
    /// use sla_planner::engine::Bilingual;
    /// assert_eq!(Bilingual::new("春节", "Spring Festival").en, "Spring Festival");
    /// ```
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self {
            zh: zh.into(),
            en: en.into(),
        }
    }

    /// A pair from its place in a document.
    pub(crate) fn read(node: &Node<'_>) -> Result<Self, Misread> {
        Ok(Self {
            zh: node.key("zh").text()?,
            en: node.key("en").text()?,
        })
    }
}
