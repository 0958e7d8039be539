//! Importing tickets: what was pasted or dropped is read by a worker, shown as it is understood, and taken.

use leptos::prelude::*;

use super::deeds::Deeds;
use super::desk::Desk;
use crate::app::browser::{download, file};
use crate::app::parts::{Dialog, If, press};
use crate::app::state::Page;
use crate::text::import::{self as words, template};

mod ask;
mod asks;
mod columns;
mod examples;
mod found;
mod importing;
mod listen;
mod plan;
mod reader;
mod rows;
mod select;
mod words_table;

pub(super) use importing::Importing;
use importing::Source;

/// The id of the dialog.
const DIALOG: &str = "intake";

/// The dialog of the import, and what is shown while something is dragged over the board.
#[component]
pub(super) fn Import() -> AnyView {
    let page = Page::get();
    let importing = Importing::get();
    let over = RwSignal::new(false);
    listen::listen(importing, over);
    view! {
        <Dialog open=importing.open id=DIALOG title=page.say(words::IMPORT)>
            <found::Found/>
        </Dialog>
        <If when=over.into()>
            <p class="drop-over" aria-hidden="true">{page.say(words::DROP)}</p>
        </If>
    }
    .into_any()
}

/// The button that opens it.
#[component]
pub(super) fn OpenImport() -> AnyView {
    let page = Page::get();
    let importing = Importing::get();
    view! {
        <button class="quiet" type="button" id="open-import" aria-haspopup="dialog" on:click=press(move || importing.ask(String::new()))>
            {page.say(words::IMPORT)}
        </button>
    }
    .into_any()
}

/// What an empty board shows: how tickets come onto it.
#[component]
pub(super) fn Invitation() -> AnyView {
    let page = Page::get();
    let importing = Importing::get();
    let (desk, deeds) = (Desk::get(), Deeds::get());
    let examples = move || examples::take(page, desk, deeds);
    let save = move || {
        let lang = untrack(|| page.lang());
        let name = lang.pick("工单模板.tsv", "tickets-template.tsv");
        download::save(name, "text/tab-separated-values", &template(lang));
    };
    view! {
        <section class="invitation" aria-labelledby="invitation-title">
            <h2 id="invitation-title">{page.say(words::IMPORT)}</h2>
            <p>{page.say(words::INVITE)}</p>
            <ask::Paste id="invitation-paste"/>
            <p class="soft">{page.say(words::LOCAL)}</p>
            <p class="hand-on">
                <ChooseFile id="invitation-file" importing/>
                <button class="key" type="button" id="examples" on:click=press(examples)>{page.say(words::EXAMPLES)}</button>
                <button class="quiet" type="button" id="template" on:click=press(save)>{page.say(words::TEMPLATE)}</button>
            </p>
        </section>
    }
    .into_any()
}

/// A button that chooses a file.
#[component]
fn ChooseFile(id: &'static str, importing: Importing) -> AnyView {
    let page = Page::get();
    let chosen = move |event: leptos::ev::Targeted<web_sys::Event, web_sys::HtmlInputElement>| {
        if let Some(file) = file::chosen(&event.target()) {
            importing.begin(Source::File(file));
        }
    };
    view! {
        <label class="key">
            {page.say(words::CHOOSE_FILE)}
            <input class="unseen" type="file" id=id on:change:target=chosen/>
        </label>
    }
    .into_any()
}
