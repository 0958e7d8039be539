//! What must be known before the answer is trusted.

use leptos::prelude::*;

use crate::app::parts::{If, text, whether};
use crate::app::state::Page;
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
