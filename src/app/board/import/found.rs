//! What was found of a table, and the button that takes it.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::ask::Ask;
use super::asks::Asks;
use super::columns::{Columns, OtherFields};
use super::importing::{Importing, Stage, focus_soon};
use super::rows::Rows;
use super::words_table::{Priorities, Statuses};
use crate::app::parts::{If, keys, press, text, whether};
use crate::app::state::Page;
use crate::board::Merged;
use crate::text::board::grouped;
use crate::text::import::{self as words};

/// The content of the dialog, by how far the import is.
#[component]
pub(super) fn Found() -> AnyView {
    let page = Page::get();
    let importing = Importing::get();
    let stage = importing.stage;
    let at = move |stages: &'static [Stage]| whether(move || stages.contains(&stage.get()));
    Effect::new(move |_| {
        // While nothing was chosen, Enter takes what was found.
        let untouched = importing
            .choices
            .with_untracked(|choices| *choices == Default::default());
        if stage.get() == Stage::Read && untouched {
            focus_soon("intake-take");
        }
    });
    let enter = keys(move |event| {
        let default = event.key() == "Enter" && !event.is_composing() && takes(event);
        if default {
            importing.take();
        }
        default
    });
    let fault = text(move || {
        let fault = importing.fault.get();
        fault.map_or(String::new(), |fault| page.lang().of(&fault).to_owned())
    });
    let said = text(move || {
        let lang = page.lang();
        match stage.get() {
            Stage::Asking | Stage::Reading | Stage::Refused => String::new(),
            Stage::Opening => words::READING.say(lang).to_owned(),
            Stage::Read => importing
                .outcome
                .with(|outcome| words::found(lang, outcome)),
            Stage::Taken => words::taken(lang, importing.merged.get()),
        }
    });
    view! {
        <div class="intake" on:keydown=enter>
            <p class="unseen" role="status">{said}</p>
            <Replace/>
            <p class="error" id="intake-fault" role="alert">{fault}</p>
            <If when=at(&[Stage::Asking, Stage::Refused])>
                <Ask/>
            </If>
            <If when=at(&[Stage::Opening])>
                <p>{page.say(words::READING)}</p>
                <progress aria-label=page.say(words::READING)></progress>
            </If>
            <If when=at(&[Stage::Reading, Stage::Read])>
                <About/>
                <Counts/>
                <Asks/>
                <Priorities/>
                <Columns/>
                <Rows/>
                <Statuses/>
                <OtherFields/>
                <Take/>
            </If>
            <If when=at(&[Stage::Taken])>
                <p id="intake-taken">{text(move || words::taken(page.lang(), importing.merged.get()))}</p>
                <Rows/>
                <p class="intake-foot">
                    <button class="key" type="button" id="intake-done" on:click=press(move || importing.open.set(false))>
                        {page.say(words::DONE)}
                    </button>
                </p>
            </If>
        </div>
    }
    .into_any()
}

/// Whether Enter, pressed where `event` says, takes what was found.
fn takes(event: &web_sys::KeyboardEvent) -> bool {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    let own = "button, select, textarea, summary, a, input:not([type=checkbox]), dialog.picker";
    target.is_some_and(|target| target.closest(own).ok().flatten().is_none())
}

/// Asks whether what was just pasted takes the place of what is looked at.
#[component]
fn Replace() -> AnyView {
    let page = Page::get();
    let importing = Importing::get();
    view! {
        <If when=importing.asked.into()>
            <div class="notice" role="alertdialog" aria-labelledby="intake-replace-question">
                <p id="intake-replace-question">{page.say(words::REPLACE_QUESTION)}</p>
                <p class="hand-on">
                    <button class="key" type="button" id="intake-replace" on:click=press(move || importing.answer(true))>
                        {page.say(words::REPLACE)}
                    </button>
                    <button class="key" type="button" id="intake-keep" on:click=press(move || importing.answer(false))>
                        {page.say(words::KEEP)}
                    </button>
                </p>
            </div>
        </If>
    }
    .into_any()
}

/// Where the table comes from, and how many rows it has.
#[component]
fn About() -> AnyView {
    let page = Page::get();
    let importing = Importing::get();
    let about = text(move || {
        importing.preview.with(|preview| {
            let about = page.lang().of(&preview.about);
            let rows = words::rows(page.lang(), preview.rows);
            format!("{about} · {rows}")
        })
    });
    view! { <p class="intake-about" id="intake-about">{about}</p> }.into_any()
}

/// How many rows can be taken, are bad, and are no tickets; before that, how many are read.
#[component]
fn Counts() -> AnyView {
    let page = Page::get();
    let importing = Importing::get();
    let outcome = importing.outcome;
    let reading = whether(move || importing.stage.get() == Stage::Reading);
    let of = move || importing.preview.with(|preview| preview.rows);
    let progress = text(move || words::progress(page.lang(), importing.read.get(), of()));
    let count = move |id: &'static str, name, of: fn(&words::Outcome) -> usize| {
        let number = text(move || grouped(outcome.with(|outcome| of(outcome))));
        let some = whether(move || outcome.with(|outcome| of(outcome)) > 0);
        view! {
            <div id=id data-some=move || some.get().then_some("")>
                <dt>{page.say(name)}</dt>
                <dd>{number}</dd>
            </div>
        }
        .into_any()
    };
    // Where the board is empty, all are new.
    let merged = text(move || match importing.merged.get() {
        Merged {
            changed: 0,
            unchanged: 0,
            conflicts: 0,
            ..
        } => String::new(),
        merged => words::merged(page.lang(), merged),
    });
    view! {
        <If when=reading>
            <p class="reading-progress">
                <progress
                    id="intake-progress"
                    aria-label=page.say(words::READING)
                    max=text(move || of().to_string())
                    prop:value=text(move || importing.read.get().to_string())
                ></progress>
                " "
                <span>{progress}</span>
            </p>
        </If>
        <If when=whether(move || !reading.get())>
            <dl class="intake-counts">
                {count("intake-good", words::GOOD, |outcome| outcome.good)}
                {count("intake-bad-count", words::BAD, |outcome| outcome.bad)}
                {count("intake-skipped-count", words::SKIPPED, |outcome| outcome.skipped)}
            </dl>
            <p class="soft" id="intake-merged">{merged}</p>
        </If>
    }
    .into_any()
}

/// The button that takes the good rows, and the one that stops.
#[component]
fn Take() -> AnyView {
    let page = Page::get();
    let importing = Importing::get();
    let good = move || importing.outcome.with(|outcome| outcome.good);
    let label = text(move || {
        let lang = page.lang();
        match (importing.stage.get(), good()) {
            (Stage::Reading, _) => words::READING.say(lang).to_owned(),
            (_, 0) => words::NOTHING_GOOD.say(lang).to_owned(),
            (_, good) => words::take(lang, good),
        }
    });
    let ready = whether(move || importing.stage.get() == Stage::Read && good() > 0);
    view! {
        <p class="intake-foot">
            <button
                class="key default"
                type="button"
                id="intake-take"
                disabled=whether(move || !ready.get())
                on:click=press(move || importing.take())
            >
                {label}
            </button>
            <button class="quiet" type="button" id="intake-cancel" on:click=press(move || importing.open.set(false))>
                {page.say(words::CANCEL)}
            </button>
        </p>
    }
    .into_any()
}
