//! What the board hands out: the table, what is to come, and how promises were kept.

use std::time::Duration;

use leptos::prelude::*;

use super::desk::Desk;
use crate::app::browser::clipboard;
use crate::app::parts::{If, press, text, whether};
use crate::app::state::Page;
use crate::text::out::{self as words, Scope};
use crate::text::{Phrase, summary as summary_words};

mod agenda;
mod sheet;
mod summary;

pub(super) use agenda::save as save_calendar;
pub(super) use summary::Summary;

/// How long what was done is told.
const LASTS: Duration = Duration::from_secs(10);

/// What is being handed out.
#[derive(Clone, Copy)]
pub(super) struct Out {
    page: Page,
    desk: Desk,
    /// What was done last.
    said: RwSignal<String>,
    /// How much of how much is written.
    writing: RwSignal<Option<(usize, usize)>>,
    /// Whether the summary is shown.
    summary: RwSignal<bool>,
}

impl Out {
    /// Nothing is.
    pub(super) fn new(page: Page, desk: Desk) -> Self {
        Self {
            page,
            desk,
            said: RwSignal::new(String::new()),
            writing: RwSignal::new(None),
            summary: RwSignal::new(false),
        }
    }

    /// Says what was done, for some seconds.
    fn tell(self, text: String) {
        self.said.set(text.clone());
        let end = move || {
            if self.said.with_untracked(|said| *said == text) {
                self.said.set(String::new());
            }
        };
        set_timeout(end, LASTS);
    }

    fn tell_phrase(self, phrase: Phrase) {
        self.tell(phrase.say(untrack(|| self.page.lang())).to_owned());
    }

    /// Begins to write so much; not while something else is written.
    fn begin(self, total: usize) -> bool {
        let free = self.writing.with_untracked(Option::is_none);
        if free {
            self.writing.set(Some((0, total)));
        }
        free
    }

    /// That so much is written; whether it goes on.
    fn goes_on(self, done: usize) -> bool {
        let total = self.writing.with_untracked(|writing| *writing);
        if let Some((_, total)) = total {
            self.writing.set(Some((done, total)));
        }
        total.is_some()
    }

    /// Copies a text, and says whether that worked.
    fn copy(self, text: String) {
        leptos::task::spawn_local(async move {
            let done = clipboard::copy(&text).await;
            self.tell_phrase(if done {
                words::COPIED
            } else {
                words::NOT_COPIED
            });
        });
    }

    /// Which tickets files are of.
    fn scope(self) -> Scope {
        let (shown, total) = self.desk.counts.with(|counts| (counts.shown, counts.total));
        Scope {
            selected: self.desk.selection.with(|selection| selection.len()),
            shown,
            total,
        }
    }

    /// The keys of those: the selected ones, else all that are shown, as they are ordered.
    fn keys(self) -> Vec<u32> {
        let selection = self.desk.selection.get_untracked();
        let shown = self.desk.with(|board| {
            let rows = board.rows(0..board.len()).iter();
            let keys = rows.filter_map(|index| board.tickets().key(*index));
            keys.collect::<Vec<u32>>()
        });
        if selection.is_empty() {
            return shown;
        }
        // What is selected stays so when it is not shown.
        let (mut keys, mut rest) = (Vec::with_capacity(selection.len()), selection.clone());
        for key in shown.into_iter().filter(|key| selection.has(*key)) {
            rest.forget(key);
            keys.push(key);
        }
        keys.extend(rest.keys());
        keys
    }
}

/// The buttons.
#[component]
pub(super) fn Tools(out: Out) -> AnyView {
    let page = out.page;
    let scope = Memo::new(move |_| out.scope());
    let which = text(move || scope.get().said(page.lang()));
    let none = whether(move || scope.get().tickets() == 0);
    let busy = whether(move || out.writing.with(Option::is_some));
    let progress = text(move || {
        let (done, total) = out.writing.get().unwrap_or_default();
        words::writing(page.lang(), done, total)
    });
    let blocked = whether(move || none.get() || busy.get());
    let stop = move || {
        out.writing.set(None);
        out.tell_phrase(words::CANCELLED);
    };
    view! {
        <div class="hand-out" role="group" aria-label=page.say(words::HAND_OUT)>
            <button class="quiet" type="button" id="save-csv" disabled=blocked on:click=press(move || sheet::save(out))>
                {page.say(words::CSV)}{which}
            </button>
            <button class="quiet" type="button" id="save-calendar" disabled=blocked on:click=press(move || agenda::save(out))>
                {page.say(words::CALENDAR)}{which}
            </button>
            <button class="quiet" type="button" id="open-summary" on:click=press(move || out.summary.set(true))>
                {page.say(summary_words::TITLE)}
            </button>
            <If when=busy>
                <span class="soft" role="progressbar" aria-label=page.say(words::CSV) aria-valuetext=progress>{progress}</span>
                <button class="quiet" type="button" id="stop-writing" on:click=press(stop)>{page.say(words::CANCEL)}</button>
            </If>
        </div>
    }
    .into_any()
}

/// What was done last.
#[component]
pub(super) fn Said(out: Out) -> AnyView {
    view! { <p class="said" id="out-said" role="status">{out.said}</p> }.into_any()
}
