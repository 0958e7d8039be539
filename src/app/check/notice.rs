//! What must be known before the answer is trusted.

use leptos::prelude::*;

use crate::app::state::Page;
use crate::text::{check as words, notice};

/// What is wrong with keeping the plan.
#[component]
pub(super) fn Trouble() -> impl IntoView {
    let page = Page::get();
    let said = move || page.trouble.get().map(|phrase| phrase.say(page.lang()));
    view! {
        <Show when=move || page.trouble.get().is_some()>
            <div class="notice" role="alert"><p>{said}</p></div>
        </Show>
    }
}

/// That the answer reaches past official holiday data, and what it is both ways.
#[component]
pub(super) fn Provisional() -> impl IntoView {
    let page = Page::get();
    let said = Memo::new(move |_| {
        page.terms.with(|terms| {
            page.answer.with(|answer| {
                let assessment = answer.one()?;
                let (lang, now) = (page.lang(), page.clock.read());
                let said: Vec<String> = assessment
                    .clocks
                    .iter()
                    .filter_map(|clock| notice::provisional(lang, terms, clock, now))
                    .collect();
                (!said.is_empty()).then(|| said.join(" "))
            })
        })
    });
    view! {
        <Show when=move || said.get().is_some()>
            <div class="notice" id="provisional">
                <p><strong>{page.say(words::PROVISIONAL)}</strong> " " {said}</p>
            </div>
        </Show>
    }
}
