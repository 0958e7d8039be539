//! The open points of the contract: what is in force, and what each alternative would do.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::state::{Answer, Page, Read};
use crate::engine::{ClockReading, Instant, Readings as Chosen, ResolutionStart};
use crate::text::{Phrase, check as words, difference, reading as names, short_time};

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
pub(super) fn Readings() -> impl IntoView {
    let page = Page::get();
    let points = POINTS
        .iter()
        .map(|point| view! { <PointRow point/> })
        .collect_view();
    view! {
        <section class="section readings" aria-labelledby="readings-title">
            <h2 id="readings-title">{page.say(words::READINGS)}</h2>
            {points}
        </section>
    }
}

#[component]
fn PointRow(point: &'static Point) -> impl IntoView {
    let page = Page::get();
    let why = format!("{}-why", point.id);
    let described_by = why.clone();
    let options = point
        .alternatives
        .iter()
        .map(|alternative| view! { <Option_ point=point.id alternative=*alternative/> })
        .collect_view();
    view! {
        <fieldset class="reading" aria-describedby=described_by>
            <legend class="unseen">{page.say(point.title)}</legend>
            <div>
                <p class="reading-title">
                    <strong>{page.say(point.title)}</strong>
                    " "
                    <span class="clause">{point.source}</span>
                </p>
                <p class="soft" id=why>{page.say(point.why)}</p>
            </div>
            <div class="options">{options}</div>
        </fieldset>
    }
}

/// An alternative, with the due times it gives and how far they move.
#[component]
fn Option_(point: &'static str, alternative: Alternative) -> impl IntoView {
    let page = Page::get();
    let readings = Memo::new(move |_| page.plan.with(|plan| plan.readings));
    let in_force = Memo::new(move |_| (alternative.with)(readings.get()) == readings.get());
    let dues = Memo::new(move |_| other_dues(page, alternative));
    let choose = move |_| {
        page.plan
            .update(|plan| plan.readings = (alternative.with)(plan.readings))
    };
    let lines = move || {
        let (lang, zone, now) = (page.lang(), page.service(), page.clock.read());
        dues.get()
            .into_iter()
            .flatten()
            .map(|(name, due)| {
                let at = short_time(lang, due, zone, now);
                view! { <small>{lang.of(&name).to_owned()} " " <b>{at}</b></small> }
            })
            .collect_view()
    };
    let effect = move || effect(page, in_force.get(), dues.get());
    view! {
        <label class="option">
            <input
                type="radio"
                name=point
                value=alternative.key
                prop:checked=in_force
                on:change=choose
            />
            <strong>{page.say(alternative.name)}</strong>
            {lines}
            <small>{effect}</small>
        </label>
    }
}

type Dues = Vec<(crate::engine::Bilingual, Instant)>;

/// When each target would be due under the alternative.
fn other_dues(page: Page, alternative: Alternative) -> Option<Dues> {
    page.terms.with(|terms| {
        let readings = (alternative.with)(*terms.readings());
        let other = terms.read_as(readings).ok()?;
        let other = Read(Arc::new(other));
        let answer = page
            .plan
            .with(|plan| Answer::to(&plan.draft, &other, page.clock.read()));
        let clocks = &answer.one()?.clocks;
        let names = terms
            .policy()
            .targets
            .iter()
            .map(|target| target.name.clone());
        Some(names.zip(clocks.iter().map(|clock| clock.due)).collect())
    })
}

/// How far the last target that moves would move.
fn effect(page: Page, in_force: bool, dues: Option<Dues>) -> String {
    let lang = page.lang();
    if in_force {
        return words::IN_FORCE.say(lang).to_owned();
    }
    let Some(dues) = dues else {
        return String::new();
    };
    let moved = page.answer.with(|answer| {
        let clocks = &answer.one()?.clocks;
        let shifts = clocks
            .iter()
            .zip(dues)
            .map(|(clock, (name, due))| (name, due.since(clock.due)));
        shifts.into_iter().find(|(_, shift)| *shift != 0)
    });
    match moved {
        None => words::NO_CHANGE.say(lang).to_owned(),
        Some((name, shift)) => {
            let (name, by) = (lang.of(&name), difference(lang, shift));
            if shift < 0 {
                lang.pick(format!("{name}早 {by}"), format!("{name} {by} earlier"))
            } else {
                lang.pick(format!("{name}晚 {by}"), format!("{name} {by} later"))
            }
        }
    }
}
