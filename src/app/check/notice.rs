//! What must be known before the answer is trusted.

use leptos::prelude::*;

use crate::app::parts::{If, press, text, whether};
use crate::app::state::{Page, Shown};
use crate::plan::Edit;
use crate::text::{check as words, notice};

/// What is wrong with keeping the plan.
#[component]
pub(super) fn Trouble() -> AnyView {
    let page = Page::get();
    let said = text(move || {
        page.trouble
            .get()
            .map(|phrase| phrase.say(page.lang()).to_owned())
            .unwrap_or_default()
    });
    view! {
        <div class="notice" role="alert">{said}</div>
    }
    .into_any()
}

/// That somebody else's ticket is shown, and the ways from there to one's own.
#[component]
pub(super) fn Visit() -> AnyView {
    let page = Page::get();
    let opening = whether(move || page.keeper.shown() == Shown::Opening);
    let back = move || {
        view! {
            <button class="quiet" type="button" id="back-to-mine" on:click=press(move || page.leave())>
                {page.say(words::BACK_TO_MINE)}
            </button>
        }
    };
    let visiting = whether(move || matches!(page.keeper.shown(), Shown::Visit(_)));
    let take = move || {
        if let Shown::Visit(plan) = untrack(|| page.keeper.shown()) {
            page.leave();
            page.edit(Edit::Replace(plan));
        }
    };
    view! {
        <If when=opening>
            <div class="notice" role="status"><p>{page.say(words::OPENING)}</p><p>{back()}</p></div>
        </If>
        <If when=visiting>
            <div class="notice" id="visit" role="status">
                <p><strong>{page.say(words::VISITING)}</strong></p>
                <p>
                    <button class="key" type="button" id="copy-to-mine" on:click=press(take)>{page.say(words::COPY_TO_MINE)}</button>
                    " "
                    {back()}
                </p>
                <p id="note">{page.note}</p>
            </div>
        </If>
    }
    .into_any()
}

/// That the answer reaches past official holiday data, and what it is both ways.
#[component]
pub(super) fn Provisional() -> AnyView {
    let page = Page::get();
    let said = text(move || {
        page.terms.with(|terms| {
            page.answer.with(|answer| {
                let Some(assessment) = answer.one() else {
                    return String::new();
                };
                let (lang, now) = (page.lang(), page.clock.read());
                let said: Vec<String> = assessment
                    .clocks
                    .iter()
                    .filter_map(|clock| notice::provisional(lang, terms, clock, now))
                    .collect();
                said.join(" ")
            })
        })
    });
    view! {
        <If when=whether(move || !said.get().is_empty())>
            <div class="notice" id="provisional">
                <p><strong>{page.say(words::PROVISIONAL)}</strong> " " {said}</p>
            </div>
        </If>
    }
    .into_any()
}
