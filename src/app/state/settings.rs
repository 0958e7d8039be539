//! What the user chose for the page itself.

use leptos::prelude::*;
use serde::Serialize;

use crate::app::browser::{document, intl, storage};
use crate::engine::{Node, Zone};
use crate::text::{Lang, Phrase, check, page};

/// Where settings are kept; `public/boot.js` reads them before the first paint.
const KEY: &str = "sla-planner.settings";

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(in crate::app) enum Theme {
    /// As the system has it.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// All of them.
    pub(in crate::app) const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// Its key in the document.
    pub(in crate::app) const fn key(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// What it is called.
    pub(in crate::app) const fn name(self) -> Phrase {
        match self {
            Self::Auto => page::AUTO,
            Self::Light => page::LIGHT,
            Self::Dark => page::DARK,
        }
    }
}

#[derive(Default, Serialize)]
struct Kept {
    lang: Option<Lang>,
    theme: Theme,
}

impl Kept {
    /// The settings from their text; what cannot be read is as if never chosen.
    fn read(text: &str) -> Self {
        let tree = Node::parse(text).unwrap_or_default();
        let node = Node::whole(&tree);
        let (lang, theme) = (node.key("lang").str(), node.key("theme").str());
        Self {
            lang: Lang::ALL.into_iter().find(|known| lang == Ok(known.tag())),
            theme: Theme::ALL
                .into_iter()
                .find(|known| theme == Ok(known.key()))
                .unwrap_or_default(),
        }
    }
}

/// The settings, each a signal.
#[derive(Clone, Copy)]
pub(in crate::app) struct Settings {
    lang: RwSignal<Option<Lang>>,
    browser_lang: Lang,
    theme: RwSignal<Theme>,
    viewer: Zone,
}

impl Settings {
    /// The settings as they were left; `service` is the viewer's zone where the browser names none.
    pub(in crate::app) fn open(service: Zone) -> Self {
        let kept = storage::read(KEY).ok().flatten();
        let kept: Kept = kept.map(|text| Kept::read(&text)).unwrap_or_default();
        let settings = Self {
            lang: RwSignal::new(kept.lang),
            browser_lang: intl::lang(),
            theme: RwSignal::new(kept.theme),
            viewer: intl::zone().unwrap_or(service),
        };
        Effect::new(move |_| settings.show());
        settings
    }

    /// The language in use.
    pub(in crate::app) fn lang(self) -> Lang {
        self.lang.get().unwrap_or(self.browser_lang)
    }

    /// The theme in use.
    pub(in crate::app) fn theme(self) -> Theme {
        self.theme.get()
    }

    /// The zone the viewer is in.
    pub(in crate::app) fn viewer(self) -> Zone {
        self.viewer
    }

    /// Chooses a language.
    pub(in crate::app) fn set_lang(self, lang: Lang) {
        self.lang.set(Some(lang));
        self.keep();
    }

    /// Chooses a theme.
    pub(in crate::app) fn set_theme(self, theme: Theme) {
        self.theme.set(theme);
        self.keep();
    }

    fn show(self) {
        let lang = self.lang();
        document::set_lang(lang.tag());
        document::set_theme(self.theme().key());
        document::set_title(&format!("SLA Planner · {}", check::QUESTION.say(lang)));
    }

    /// Settings that cannot be kept hold until the page is closed; the plan's own notice says so.
    fn keep(self) {
        let kept = Kept {
            lang: self.lang.get_untracked(),
            theme: self.theme.get_untracked(),
        };
        if let Ok(text) = serde_json::to_string(&kept) {
            let _ = storage::write(KEY, &text);
        }
    }
}
