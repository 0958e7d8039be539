//! Warnings: what is told when thresholds are crossed, by which means, and where that is chosen.

use leptos::prelude::*;

use super::desk::Desk;
use super::out::Out;
use crate::app::browser::notification::{self, Permission};
use crate::app::browser::{document, storage};
use crate::app::state::Page;
use crate::board::alert::{Chime, Headline, Herald, Notices, Rules};

mod choices;
mod legend;
mod levels;
mod line;
mod notices;
mod quiet;
mod sound;
mod tab;
mod telling;
mod wake;

pub(super) use choices::{Choices, Opener};
pub(super) use legend::Legend;
pub(super) use line::Line;

/// Where what the user chose is kept.
const KEY: &str = "sla-planner.warnings";

/// What is told, and by which means.
#[derive(Clone, Copy)]
pub(super) struct Warnings {
    page: Page,
    desk: Desk,
    out: Out,
    /// What the user chose.
    rules: RwSignal<Rules>,
    /// Whether that cannot be kept.
    not_kept: RwSignal<bool>,
    /// What the browser lets the page show.
    permission: RwSignal<Permission>,
    /// The line of status.
    line: RwSignal<String>,
    /// Whether the choices are open.
    open: RwSignal<bool>,
    /// How many clocks are held back.
    held: RwSignal<usize>,
    /// Whether the address asks for the board.
    seen: RwSignal<bool>,
    pacing: StoredValue<Pacing, LocalStorage>,
    alarm: StoredValue<Option<wake::Alarm>, LocalStorage>,
}

/// What was told already.
#[derive(Default)]
struct Pacing {
    herald: Herald,
    notices: Notices,
    chime: Chime,
    headline: Headline,
}

impl Warnings {
    /// Tells what `desk` crosses from now on, as the user chose when they were here last. `open` opens a ticket.
    pub(super) fn start(page: Page, desk: Desk, out: Out, open: Callback<u32>) -> Self {
        let kept = storage::read(KEY).ok().flatten();
        let warnings = Self {
            page,
            desk,
            out,
            rules: RwSignal::new(Rules::read(&kept.unwrap_or_default())),
            not_kept: RwSignal::new(false),
            permission: RwSignal::new(notification::permission()),
            line: RwSignal::new(String::new()),
            open: RwSignal::new(false),
            held: RwSignal::new(0),
            seen: RwSignal::new(is_seen()),
            pacing: StoredValue::new_local(Pacing::default()),
            alarm: StoredValue::new_local(None),
        };
        warnings.keep();
        warnings.tell_crossings();
        warnings.show_in_tab();
        warnings.wake();
        document::on_fragment(move || warnings.seen.set(is_seen()));
        document::on_return(move || warnings.permission.set(notification::permission()));
        notification::on_click(move |ticket| {
            document::go("/board");
            if let Some(key) = ticket {
                open.run(key);
            }
        });
        warnings
    }

    /// Keeps what the user chose, whenever they do.
    fn keep(self) {
        Effect::new(move |before: Option<()>| {
            let text = self.rules.with(Rules::write);
            if before.is_some() {
                self.not_kept.set(storage::write(KEY, &text).is_err());
            }
        });
    }

    /// Whether notifications are shown.
    fn notifies(self) -> bool {
        self.rules.with(|rules| rules.notices.on) && self.permission.get() == Permission::Granted
    }
}

fn is_seen() -> bool {
    document::fragment().starts_with("/board")
}
