//! What the user chose for the page itself.

use leptos::prelude::*;
use serde::Serialize;

use crate::app::browser::{document, intl, storage};
use crate::engine::{Expected, Misread, Node, Zone};
use crate::text::{Lang, Phrase, page, page_title};

/// Where settings are kept; `public/boot.js` reads them before the first paint.
const KEY: &str = "sla-planner.settings";

/// How many zones chosen of late are remembered.
const MOST_RECENT: usize = 6;

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

/// The settings as they are kept.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(in crate::app) struct Kept {
    lang: Option<Lang>,
    theme: Theme,
    viewer: Option<Zone>,
    recent: Vec<Zone>,
    keys: bool,
}

impl Kept {
    /// The settings as text.
    pub(in crate::app) fn write(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The settings from their text.
    pub(in crate::app) fn read(text: &str) -> Self {
        let tree = Node::parse(text).unwrap_or_default();
        Self::of(&Node::whole(&tree))
    }

    /// The settings from their place in a text; what cannot be read is as if never chosen.
    fn of(node: &Node<'_>) -> Self {
        let (lang, theme) = (node.key("lang").str(), node.key("theme").str());
        Self {
            lang: Lang::ALL.into_iter().find(|known| lang == Ok(known.tag())),
            theme: Theme::ALL
                .into_iter()
                .find(|known| theme == Ok(known.key()))
                .unwrap_or_default(),
            viewer: node.key("viewer").parsed(Expected::Zone).ok(),
            recent: node.key("recent").list(zone).unwrap_or_default(),
            keys: node.key("keys").flag().unwrap_or(true),
        }
    }
}

fn zone(node: &Node<'_>) -> Result<Zone, Misread> {
    node.parsed(Expected::Zone)
}

/// The settings, each a signal.
#[derive(Clone, Copy)]
pub(in crate::app) struct Settings {
    lang: RwSignal<Option<Lang>>,
    browser_lang: Lang,
    theme: RwSignal<Theme>,
    viewer: RwSignal<Option<Zone>>,
    browser_zone: Zone,
    recent: RwSignal<Vec<Zone>>,
    keys: RwSignal<bool>,
}

impl Settings {
    /// The settings as they were left; `service` is the viewer's zone where the browser names none.
    pub(in crate::app) fn open(service: Zone) -> Self {
        let kept = storage::read(KEY).ok().flatten();
        let kept = Kept::read(&kept.unwrap_or_default());
        Self {
            lang: RwSignal::new(kept.lang),
            browser_lang: intl::lang(),
            theme: RwSignal::new(kept.theme),
            viewer: RwSignal::new(kept.viewer),
            browser_zone: intl::zone().unwrap_or(service),
            recent: RwSignal::new(kept.recent),
            keys: RwSignal::new(kept.keys),
        }
    }

    /// Shows them in the document and keeps them, whenever they change.
    pub(in crate::app) fn keep(self) {
        Effect::new(move |_| self.show());
        Effect::new(move |before: Option<()>| {
            let kept = self.kept();
            // Settings that cannot be kept hold until the page is closed; the plan's own notice says so.
            if before.is_some() {
                let _ = storage::write(KEY, &kept.write());
            }
        });
    }

    /// The settings as they are kept, followed.
    pub(in crate::app) fn kept(self) -> Kept {
        Kept {
            lang: self.lang.get(),
            theme: self.theme.get(),
            viewer: self.viewer.get(),
            recent: self.recent.get(),
            keys: self.keys.get(),
        }
    }

    /// Takes the settings of another program.
    pub(in crate::app) fn take(self, kept: &Kept) {
        set(self.lang, kept.lang);
        set(self.theme, kept.theme);
        set(self.viewer, kept.viewer);
        set(self.recent, kept.recent.clone());
        set(self.keys, kept.keys);
    }

    /// The language in use.
    pub(in crate::app) fn lang(self) -> Lang {
        self.lang.get().unwrap_or(self.browser_lang)
    }

    /// The theme in use.
    pub(in crate::app) fn theme(self) -> Theme {
        self.theme.get()
    }

    /// The zone the viewer is in: the browser's, unless they chose another.
    pub(in crate::app) fn viewer(self) -> Zone {
        self.viewer.get().unwrap_or(self.browser_zone)
    }

    /// The zones chosen of late, the last one first.
    pub(in crate::app) fn recent(self) -> Vec<Zone> {
        self.recent.get()
    }

    /// Whether keys of one letter do something.
    pub(in crate::app) fn keys(self) -> bool {
        self.keys.get()
    }

    /// Chooses a language.
    pub(in crate::app) fn set_lang(self, lang: Lang) {
        self.lang.set(Some(lang));
    }

    /// Chooses a theme.
    pub(in crate::app) fn set_theme(self, theme: Theme) {
        self.theme.set(theme);
    }

    /// Chooses the viewer's zone; the browser's, without one.
    pub(in crate::app) fn set_viewer(self, zone: Option<Zone>) {
        self.viewer.set(zone);
    }

    /// Remembers that a zone was chosen.
    pub(in crate::app) fn remember(self, zone: Zone) {
        self.recent.update(|recent| {
            recent.retain(|known| *known != zone);
            recent.insert(0, zone);
            recent.truncate(MOST_RECENT);
        });
    }

    /// Has keys of one letter do something, or nothing.
    pub(in crate::app) fn set_keys(self, on: bool) {
        self.keys.set(on);
    }

    fn show(self) {
        let lang = self.lang();
        document::set_lang(lang.tag());
        document::set_theme(self.theme().key());
        document::set_title(&page_title(lang));
    }
}

/// Sets what has changed, so that nothing else is computed anew.
fn set<T: PartialEq + Clone + Send + Sync + 'static>(signal: RwSignal<T>, value: T) {
    if signal.with_untracked(|current| *current != value) {
        signal.set(value);
    }
}
