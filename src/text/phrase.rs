//! Short texts that take nothing from the data.

use super::Lang;

/// A text in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// Simplified Chinese.
    pub zh: &'static str,
    /// English.
    pub en: &'static str,
}

impl Phrase {
    /// The text in `lang`.
    #[must_use]
    pub const fn say(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Zh => self.zh,
            Lang::En => self.en,
        }
    }
}

/// Declares phrases as constants, and the list of them all that the tests walk.
macro_rules! phrases {
    ($($(#[$doc:meta])* $name:ident: $zh:literal, $en:literal;)*) => {
        $($(#[$doc])* pub const $name: $crate::text::Phrase = $crate::text::Phrase { zh: $zh, en: $en };)*

        /// Every phrase here, with its name.
        pub const ALL: &[(&str, $crate::text::Phrase)] = &[$((stringify!($name), $name)),*];
    };
}
pub(crate) use phrases;
