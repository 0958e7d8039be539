//! The answer as one sentence, and how to hand it on.

use leptos::prelude::*;

use crate::app::command;
use crate::app::parts::{press, text};
use crate::app::state::Page;
use crate::text::{Command, Phrase, check as words};

/// The sentence, and keys that copy it, save it, share it and print it.
#[component]
pub(super) fn Sentence() -> AnyView {
    let page = Page::get();
    let sentence = Memo::new(move |_| command::sentence(page, page.lang()));
    let key = move |command: Command, label: Phrase| {
        let act = press(move || command::run(page, command));
        view! { <button class="key" type="button" data-command=command.key() on:click=act>{page.say(label)}</button> }
            .into_any()
    };
    let keys = [
        (Command::Copy, words::COPY),
        (Command::CopyOther, words::COPY_OTHER),
        (Command::Calendar, words::CALENDAR),
        (Command::Share, words::SHARE),
        (Command::Print, words::PRINT),
    ]
    .map(|(command, label)| key(command, label));
    let said = text(move || {
        let said = page.said.get();
        said.map_or("", |phrase| phrase.say(page.lang())).to_owned()
    });
    view! {
        <div class="saying">
            <p class="sentence" id="sentence">{sentence}</p>
            <div class="hand-on" role="group" aria-label=page.say(words::HAND_ON)>
                {keys}
                <span class="soft" id="said" role="status">{said}</span>
            </div>
        </div>
    }
    .into_any()
}
