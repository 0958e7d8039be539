//! Check: when one ticket is due, how close it is, and what would change that.

use leptos::prelude::*;

use super::parts::{If, text, whether};
use super::state::{Answer, Page};
use crate::text::{check as words, error};

mod clock;
mod echo;
mod events;
mod five;
mod notice;
mod priority;
mod question;
mod readings;
mod sentence;
mod thresholds;
mod time_field;

/// The view.
#[component]
pub(super) fn Check() -> AnyView {
    let page = Page::get();
    let answered = whether(move || page.answer.with(|answer| answer.one().is_some()));
    let wrong = text(move || {
        page.answer.with(|answer| match answer {
            Answer::Wrong(problem) => error(page.lang(), page.service(), problem),
            _ => String::new(),
        })
    });
    let entered = move || {
        page.plan
            .with(|plan| plan.draft.submission.is_some() && plan.draft.priority.is_some())
    };
    view! {
        <notice::Trouble/>
        <div class="ask">
            <time_field::TimeField/>
            <priority::Priorities/>
        </div>
        <div class="error" role="alert" id="contradiction">{wrong}</div>
        <If when=whether(move || !answered.get())>
            <five::Five/>
            <thresholds::WhoIsTold/>
        </If>
        <If when=answered>
            <Answered/>
        </If>
        <If when=whether(entered)>
            <events::Events/>
        </If>
        <readings::Readings/>
    }
    .into_any()
}

/// The answer for the chosen priority.
#[component]
fn Answered() -> AnyView {
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
        </section>
        <div class="pair">
            {(0..targets).map(|target| view! { <thresholds::Thresholds target/> }).collect_view()}
        </div>
    }
    .into_any()
}
