//! The whole plan, and what was set aside, as files.

use leptos::prelude::*;

use super::Keep;
use crate::app::board::store::Store;
use crate::app::browser::download::{self, Pieces};
use crate::app::browser::turn::turn;
use crate::app::parts::{If, press, whether};
use crate::app::state::Page;
use crate::exchange::plan_file::{end, head};
use crate::plan::Plan;
use crate::text::store as words;

/// How many tickets are written in one task: a few milliseconds.
const AT_ONCE: usize = 1_000;
/// What a plan file is called, and what it is.
const NAME: &str = "plan.slaplan";
const TYPE: &str = "application/json";

impl Keep {
    /// Whether the whole plan can be saved: when all of it is read, and not twice at once.
    fn can_export(self) -> bool {
        untrack(|| self.store.ready() && !self.exporting.get())
    }

    /// That it cannot, followed.
    pub(super) fn waits(self) -> Signal<bool> {
        whether(move || self.exporting.get() || !self.store.ready())
    }

    /// Saves the whole plan as a file.
    pub(super) fn export(self) {
        if !self.can_export() {
            return;
        }
        self.exporting.set(true);
        leptos::task::spawn_local(async move {
            let plan = self.page.plan.get_untracked();
            let saved = whole(self.store, &plan).await;
            self.exporting.set(false);
            self.not_saved.set(!saved);
        });
    }
}

/// The whole plan, with the tickets as the board shows them.
async fn whole(store: Store, plan: &Plan) -> bool {
    let desk = store.desk();
    let mut pieces = Pieces::default();
    pieces.push(&head(plan, &untrack(|| store.views())));
    let slots = desk.with(|board| board.tickets().slots());
    let mut written = 0;
    let mut index = 0;
    while index < slots {
        let mut text = String::new();
        desk.with(|board| {
            let mut some = 0;
            while index < slots && some < AT_ONCE {
                if let Some(ticket) = board.tickets().get(index) {
                    text.push_str(&ticket.write());
                    text.push('\n');
                    some += 1;
                    written += 1;
                }
                index += 1;
            }
        });
        pieces.push(&text);
        turn().await;
    }
    pieces.push(&end(written));
    download::save_pieces(NAME, TYPE, &pieces)
}

/// The records that were set aside, as they are.
pub(super) async fn aside(store: Store) -> bool {
    let mut pieces = Pieces::default();
    for record in store.aside().await {
        pieces.push(&record);
        pieces.push("\n");
    }
    download::save_pieces("unreadable.txt", "text/plain", &pieces)
}

/// What can be read of the database called `name`, as the file of a plan; not where that is nothing.
pub(super) async fn readable(store: Store, name: &str) -> bool {
    let lines = store.readable(name).await;
    if lines.is_empty() {
        return false;
    }
    let mut pieces = Pieces::default();
    pieces.push(&head(&Plan::default(), ""));
    let mut written = 0;
    for some in lines.chunks(AT_ONCE) {
        pieces.push(&(some.join("\n") + "\n"));
        written += u32::try_from(some.len()).unwrap_or_default();
    }
    pieces.push(&end(written));
    download::save_pieces(NAME, TYPE, &pieces)
}

/// A key that saves the whole plan as a file.
#[component]
pub(super) fn SaveFile() -> AnyView {
    let page = Page::get();
    let keep = Keep::get();
    view! {
        <button class="key" type="button" data-do="save-file" disabled=keep.waits() on:click=press(move || keep.export())>
            {page.say(words::SAVE_FILE)}
        </button>
        <If when=keep.not_saved.into()>
            <span class="error" role="alert">{page.say(words::NOT_SAVED)}</span>
        </If>
    }
    .into_any()
}
