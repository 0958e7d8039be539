//! The open points of the contract: what is in force, and what each alternative would do.

use leptos::prelude::*;

use crate::app::parts::{change, field};
use crate::app::state::{Answer, Page};
use crate::engine::{ClockReading, Readings as Chosen, ResolutionStart};
use crate::plan::Edit;
use crate::text::card::ReadingCard;
use crate::text::{Phrase, check as words, reading as names};

/// One way to read an open point.
#[derive(Clone, Copy)]
struct Alternative {
    key: &'static str,
    name: Phrase,
    /// The readings with this alternative in the place of another.
    with: fn(Chosen) -> Chosen,
}

/// One open point.
struct Point {
    id: &'static str,
    title: Phrase,
    source: &'static str,
    why: Phrase,
    alternatives: &'static [Alternative],
}

const POINTS: &[Point] = &[
    Point {
        id: "r1",
        title: names::CLOCK,
        source: "R1 · §1.2.1",
        why: names::CLOCK_WHY,
        alternatives: &[
            Alternative {
                key: "all-hours",
                name: names::ALL_HOURS,
                with: |readings| Chosen {
                    clock: ClockReading::AllHours,
                    ..readings
                },
            },
            Alternative {
                key: "working-time",
                name: names::WORKING_TIME,
                with: |readings| Chosen {
                    clock: ClockReading::WorkingTime,
                    ..readings
                },
            },
            Alternative {
                key: "mixed",
                name: names::MIXED,
                with: |readings| Chosen {
                    clock: ClockReading::Mixed,
                    ..readings
                },
            },
        ],
    },
    Point {
        id: "r2",
        title: names::START,
        source: "R2 · §1.2.1",
        why: names::START_WHY,
        alternatives: &[
            Alternative {
                key: "confirmation",
                name: names::FROM_CONFIRMATION,
                with: |readings| Chosen {
                    resolution_start: ResolutionStart::Confirmation,
                    ..readings
                },
            },
            Alternative {
                key: "submission",
                name: names::FROM_SUBMISSION,
                with: |readings| Chosen {
                    resolution_start: ResolutionStart::Submission,
                    ..readings
                },
            },
            Alternative {
                key: "first-reply",
                name: names::FROM_REPLY,
                with: |readings| Chosen {
                    resolution_start: ResolutionStart::FirstReply,
                    ..readings
                },
            },
        ],
    },
    Point {
        id: "r5",
        title: names::MAKE_UP,
        source: "R5 · §1.2.1",
        why: names::MAKE_UP_WHY,
        alternatives: &[
            Alternative {
                key: "on",
                name: names::COUNTS,
                with: |readings| Chosen {
                    make_up_days: true,
                    ..readings
                },
            },
            Alternative {
                key: "off",
                name: names::COUNTS_NOT,
                with: |readings| Chosen {
                    make_up_days: false,
                    ..readings
                },
            },
        ],
    },
];

/// The open points that touch a deadline.
#[component]
pub(in crate::app) fn Readings() -> AnyView {
    let page = Page::get();
    let points = POINTS
        .iter()
        .map(|point| view! { <PointRow point/> })
        .collect_view();
    view! {
        <section class="section readings" id="readings" tabindex="-1" aria-labelledby="readings-title">
            <h2 id="readings-title">
                {page.say(words::READINGS)} " " <span class="label">{page.service_name()}</span>
            </h2>
            {points}
        </section>
    }
    .into_any()
}

#[component]
fn PointRow(point: &'static Point) -> AnyView {
    let page = Page::get();
    let why = format!("{}-why", point.id);
    let options = point
        .alternatives
        .iter()
        .map(|alternative| view! { <Reading point=point.id alternative=*alternative/> })
        .collect_view();
    view! {
        <fieldset class="reading" aria-describedby=why.clone()>
            <legend class="unseen">{page.say(point.title)}</legend>
            <div>
                <p class="reading-title">
                    <strong>{page.say(point.title)}</strong>
                    " "
                    <span class="clause">{point.source}</span>
                </p>
                <p class="soft" id=why.clone()>{page.say(point.why)}</p>
            </div>
            <div class="options">{options}</div>
        </fieldset>
    }
    .into_any()
}

/// An alternative, with the due times it gives and how far they move.
#[component]
fn Reading(point: &'static str, alternative: Alternative) -> AnyView {
    let page = Page::get();
    let in_force = Memo::new(move |_| {
        page.plan
            .with(|plan| (alternative.with)(plan.readings) == plan.readings)
    });
    let card = Memo::new(move |_| card(page, alternative, in_force.get()).unwrap_or_default());
    let choose = move || {
        let readings = page.plan.with_untracked(|plan| plan.readings);
        page.edit(Edit::Read((alternative.with)(readings)));
    };
    let lines = move || {
        let line = |(name, at)| view! { <small>{name} " " <b>{at}</b></small> }.into_any();
        card.get().dues.into_iter().map(line).collect::<Vec<_>>()
    };
    view! {
        <label class="option">
            <input type="radio" name=point value=alternative.key prop:checked=in_force on:change=change(choose)/>
            <strong>{page.say(alternative.name)}</strong>
            {lines}
            <small>{field(card, |card| &card.effect)}</small>
        </label>
    }
    .into_any()
}

/// What the alternative would do to the answer; nothing without one.
fn card(page: Page, alternative: Alternative, in_force: bool) -> Option<ReadingCard> {
    let reader = page.reader();
    page.terms.with(|terms| {
        let other = terms.read_as((alternative.with)(*terms.readings())).ok()?;
        let draft = page.plan.with(|plan| plan.draft.clone());
        let answer = Answer::to(&draft, &other, reader.now);
        page.answer.with(|current| {
            Some(ReadingCard::of(
                &reader,
                terms,
                current.one()?,
                answer.one()?,
                in_force,
            ))
        })
    })
}
