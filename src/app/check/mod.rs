//! Check: when one ticket is due, how close it is, and what would change that.

use leptos::prelude::*;

use super::state::{Answer, Page};
use crate::text::{check as words, error};

mod clock;
mod events;
mod five;
mod notice;
mod priority;
mod readings;
mod sentence;
mod thresholds;
mod time_field;

/// The view.
#[component]
pub(super) fn Check() -> impl IntoView {
    let page = Page::get();
    let answered = Memo::new(move |_| page.answer.with(|answer| answer.one().is_some()));
    let wrong = move || {
        page.answer.with(|answer| match answer {
            Answer::Wrong(problem) => Some(error(page.lang(), page.service(), problem)),
            _ => None,
        })
    };
    view! {
        <notice::Trouble/>
        <form class="ask" autocomplete="off" on:submit=|event| event.prevent_default()>
            <time_field::TimeField/>
            <priority::Priorities/>
        </form>
        <Show when=move || wrong().is_some()>
            <div class="error" role="alert" id="contradiction"><p>{wrong}</p></div>
        </Show>
        <Show
            when=move || answered.get()
            fallback=move || {
                view! {
                    <five::Five/>
                    <thresholds::WhoIsTold/>
                }
            }
        >
            <Answered/>
        </Show>
        <Show when=move || page.plan.with(|plan| plan.draft.submission.is_some() && plan.draft.priority.is_some())>
            <events::Events/>
        </Show>
        <readings::Readings/>
    }
}

/// The answer for the chosen priority.
#[component]
fn Answered() -> impl IntoView {
    let page = Page::get();
    let targets = page
        .terms
        .with_untracked(|terms| terms.policy().targets.len());
    view! {
        <notice::Provisional/>
        <section class="section answer" aria-labelledby="answer-title">
            <h2 class="unseen" id="answer-title">{page.say(words::ANSWER)}</h2>
            <sentence::Sentence/>
            <div class="board">
                {(0..targets).map(|target| view! { <clock::ClockRow target/> }).collect_view()}
            </div>
            <clock::Crossings/>
        </section>
        <div class="pair">
            {(0..targets).map(|target| view! { <thresholds::Thresholds target/> }).collect_view()}
        </div>
    }
}
