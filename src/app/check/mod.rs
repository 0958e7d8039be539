//! Check: when one ticket is due, how close it is, and what would change that.

use leptos::prelude::*;

use super::parts::{If, whether};
use super::state::{Page, Shown};
use crate::text::check as words;

mod calendar;
mod clock;
mod clock_switch;
mod contradiction;
mod details_place;
mod difference;
mod echo;
mod events;
mod five;
mod help;
mod ledger;
mod moment_field;
mod moment_input;
mod notice;
mod outcomes;
mod palette;
mod paper;
mod priority;
mod question;
mod readings;
mod sentence;
mod share;
mod thresholds;
mod time_field;
mod timeline;
mod to_board;
mod why;
mod zones;

pub(super) use calendar::save as save_calendar;
pub(super) use contradiction::Contradiction;
pub(super) use difference::Difference;
pub(super) use events::Events;
pub(super) use help::Help;
pub(super) use palette::Palette;
pub(super) use paper::Paper;
pub(super) use readings::Readings;
pub(super) use share::{Refusal, Share, Sharing};
pub(super) use to_board::ToBoard;
pub(super) use why::Why;
pub(super) use zones::{Choosing, Role, Zones};

/// The view.
#[component]
pub(super) fn Check() -> AnyView {
    let page = Page::get();
    let answered = whether(move || page.answer.with(|answer| answer.one().is_some()));
    let refused = whether(move || page.keeper.shown() == Shown::Refused);
    let visiting = whether(move || page.keeper.visiting());
    view! {
        <notice::Trouble/>
        <notice::Visit/>
        <If when=whether(move || !refused.get())>
            <fieldset class="ask" disabled=visiting>
                <legend class="unseen">{page.say(words::QUESTION)}</legend>
                <time_field::TimeField/>
                <priority::Priorities/>
                <clock_switch::ClockSwitch/>
            </fieldset>
        </If>
        <If when=whether(move || !answered.get() && !refused.get())>
            <five::Five/>
            <thresholds::WhoIsTold/>
        </If>
        <If when=answered>
            <Answered/>
        </If>
        <details_place::DetailsPlace/>
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
