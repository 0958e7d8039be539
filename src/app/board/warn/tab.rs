//! The title and the icon of the tab.

use leptos::prelude::*;

use super::Warnings;
use crate::app::browser::{document, tab};
use crate::board::State;
use crate::board::alert::Worst;
use crate::text::page_title;
use crate::text::warn as words;

impl Warnings {
    /// Shows the worst state in the tab while the board is what the address asks for.
    pub(super) fn show_in_tab(self) {
        let worst = RwSignal::new(None);
        Effect::new(move |_| {
            let now = self.page.clock.now();
            let tally = self.desk.counts.with(|counts| Worst::of(&counts.tally));
            let changed = self
                .pacing
                .try_update_value(|pacing| pacing.headline.show(tally, now));
            if let Some(changed) = changed.flatten() {
                worst.set(changed);
            }
        });
        Effect::new(move |before: Option<bool>| {
            // The main program sets its own title when it dresses the page anew.
            let _ = (self.page.lang(), self.page.settings.theme());
            let seen = self.seen.get();
            let shown = worst.get().filter(|_| self.rules.with(|rules| rules.tab));
            if seen {
                self.dress(shown);
            } else if before == Some(true) {
                self.undress();
            }
            seen
        });
    }

    fn dress(self, worst: Option<Worst>) {
        let lang = self.page.lang();
        let title = self
            .page
            .terms
            .with(|terms| words::tab(lang, terms.policy(), worst));
        document::set_title(&title);
        tab::set_icon(worst.map(|worst| {
            let (light, dark) = colours(worst.state);
            (worst.state.key(), light, dark)
        }));
        tab::set_badge(worst.map(|worst| worst.tickets));
    }

    fn undress(self) {
        document::set_title(&page_title(self.page.lang()));
        tab::set_icon(None);
        tab::set_badge(None);
    }
}

/// The colours of a state on a light and on a dark browser; `style/tokens.css` has the same, which an icon cannot
/// read.
const fn colours(state: State) -> (&'static str, &'static str) {
    match state {
        State::Breached => ("#430036", "#f6dff0"),
        State::Critical => ("#bc0016", "#ffaaa4"),
        State::Warning => ("#b85a00", "#da8100"),
        _ => ("#887200", "#9e7d2e"),
    }
}
