//! The two languages of the product.

use serde::Serialize;

use crate::engine::Bilingual;

/// A language the page can be read in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub enum Lang {
    /// Simplified Chinese.
    #[default]
    #[serde(rename = "zh-CN")]
    Zh,
    /// English.
    #[serde(rename = "en")]
    En,
}

impl Lang {
    /// Both of them.
    pub const ALL: [Self; 2] = [Self::Zh, Self::En];

    /// Its BCP 47 tag, for `lang` attributes.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Zh => "zh-CN",
            Self::En => "en",
        }
    }

    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Zh => Self::En,
            Self::En => Self::Zh,
        }
    }

    /// The language for a browser that asks for `tags`, most wanted first: Chinese where the first is any
    /// Chinese, English otherwise.
    ///
    /// ```
    /// use sla_planner::text::Lang;
    /// assert_eq!(Lang::wanted(["zh-HK", "en"]), Lang::Zh);
    /// assert_eq!(Lang::wanted(["de"]), Lang::En);
    /// ```
    #[must_use]
    pub fn wanted<'a>(tags: impl IntoIterator<Item = &'a str>) -> Self {
        match tags.into_iter().next() {
            Some(tag) if tag.to_ascii_lowercase().starts_with("zh") => Self::Zh,
            _ => Self::En,
        }
    }

    /// `zh` or `en`.
    #[must_use]
    pub fn pick<T>(self, zh: T, en: T) -> T {
        match self {
            Self::Zh => zh,
            Self::En => en,
        }
    }

    /// What stands between a name and what is said of it.
    #[must_use]
    pub const fn colon(self) -> &'static str {
        match self {
            Self::Zh => "：",
            Self::En => ": ",
        }
    }

    /// The name in this language.
    #[must_use]
    pub fn of(self, name: &Bilingual) -> &str {
        self.pick(&name.zh, &name.en)
    }
}
