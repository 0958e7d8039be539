//! Names in both languages of the product.

use serde::{Deserialize, Serialize};

/// The same name or sentence in Chinese and English.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
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
}
