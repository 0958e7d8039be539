//! The open points of the contract: what is in force, and what each alternative would do.

use leptos::prelude::*;

use crate::app::parts::{change, field, text, whether};
use crate::app::state::{Answer, Page};
use crate::engine::OpenPoint;
use crate::plan::Edit;
use crate::text::card::ReadingCard;
use crate::text::reading::Alternative;
use crate::text::{Phrase, check as words, point as questions, reading as names};

/// All open points: what is in force, those that touch most deadlines, then the rest folded by what they are
/// about.
#[component]
pub(in crate::app) fn Readings() -> AnyView {
    let page = Page::get();
    let row = |point: OpenPoint| {
        let id = KEYS.get(point as usize).copied().unwrap_or_default();
        let source = questions::cited(point);
        view! {
            <PointRow id title=names::title(point) why=questions::question(point) source ways=names::alternatives(point)/>
        }
        .into_any()
    };
    let rows = |points: &[OpenPoint]| points.iter().copied().map(row).collect::<Vec<_>>();
    view! {
        <section class="section readings" id="readings" tabindex="-1" aria-labelledby="readings-title">
            <h2 id="readings-title">
                {page.say(words::READINGS)} " " <span class="label">{page.service_name()}</span>
            </h2>
            <Chips/>
            {rows(&[OpenPoint::R1, OpenPoint::R2, OpenPoint::R5, OpenPoint::R10])}
            <details class="fold" id="readings-events">
                <summary>{page.say(words::EVENT_READINGS)}</summary>
                {rows(&[OpenPoint::R7, OpenPoint::R8, OpenPoint::R9, OpenPoint::R12])}
            </details>
            <details class="fold" id="readings-maintenance">
                <summary>{page.say(words::MAINTENANCE_READINGS)}</summary>
                {rows(&[OpenPoint::R4, OpenPoint::R13])}
            </details>
            <details class="fold" id="readings-far">
                <summary>{page.say(words::FAR_READINGS)}</summary>
                {rows(&[OpenPoint::R3, OpenPoint::R6, OpenPoint::R11, OpenPoint::R14, OpenPoint::R15, OpenPoint::R16])}
            </details>
            <super::outcomes::Outcomes/>
        </section>
    }
    .into_any()
}

/// The ids of the points. The first is told from the switch beside the answer, which is called `r1`.
const KEYS: [&str; 16] = [
    "r1-ways", "r2", "r3", "r4", "r5", "r6", "r7", "r8", "r9", "r10", "r11", "r12", "r13", "r14",
    "r15", "r16",
];

/// What is in force, point by point; what is changed is marked, and can be set back all at once.
#[component]
fn Chips() -> AnyView {
    let page = Page::get();
    let readings = Memo::new(move |_| page.plan.with(|plan| plan.readings));
    let chip = move |point: OpenPoint| {
        let name = text(move || {
            let lang = page.lang();
            let said = names::told(lang, point, readings.get());
            let mark = if names::is_changed(point, readings.get()) {
                words::CHANGED.say(lang)
            } else {
                ""
            };
            format!("{point:?} {said}{mark}")
        });
        let changed =
            Signal::derive(move || names::is_changed(point, readings.get()).then_some(""));
        view! { <li class="assumption" data-changed=changed>{name}</li> }.into_any()
    };
    let changed = whether(move || readings.get() != crate::engine::Readings::default());
    let reset = move || page.edit(Edit::Read(crate::engine::Readings::default()));
    view! {
        <ul class="assumptions" aria-label=page.say(words::IN_FORCE_ALL)>
            {OpenPoint::ALL.into_iter().map(chip).collect::<Vec<_>>()}
        </ul>
        <p>
            <button
                class="key"
                type="button"
                id="reset-readings"
                disabled=whether(move || !changed.get() || page.keeper.visiting())
                on:click=crate::app::parts::press(reset)
            >
                {page.say(words::RESET_READINGS)}
            </button>
        </p>
    }
    .into_any()
}

#[component]
fn PointRow(
    id: &'static str,
    title: Phrase,
    why: Phrase,
    #[prop(into)] source: String,
    ways: &'static [Alternative],
) -> AnyView {
    let page = Page::get();
    let says = format!("{id}-why");
    let options = ways
        .iter()
        .map(|way| view! { <Reading point=id way=*way/> })
        .collect_view();
    view! {
        <fieldset class="reading" aria-describedby=says.clone() disabled=whether(move || page.keeper.visiting())>
            <legend class="unseen">{page.say(title)}</legend>
            <div>
                <p class="reading-title">
                    <strong>{page.say(title)}</strong>
                    " "
                    <span class="clause">{source}</span>
                </p>
                <p class="soft" id=says.clone()>{page.say(why)}</p>
            </div>
            <div class="options">{options}</div>
        </fieldset>
    }
    .into_any()
}

/// An alternative, with the due times it gives and how far they move.
#[component]
fn Reading(point: &'static str, way: Alternative) -> AnyView {
    let page = Page::get();
    let in_force = Memo::new(move |_| page.plan.with(|plan| way.in_force(plan.readings)));
    let card = Memo::new(move |_| card(page, way, in_force.get()).unwrap_or_default());
    let choose = move || {
        let readings = page.plan.with_untracked(|plan| plan.readings);
        page.edit(Edit::Read((way.with)(readings)));
    };
    let lines = move || {
        let line = |(name, at)| view! { <small>{name} " " <b>{at}</b></small> }.into_any();
        card.get().dues.into_iter().map(line).collect::<Vec<_>>()
    };
    view! {
        <label class="option">
            <input type="radio" name=point value=way.key prop:checked=in_force on:change=change(choose)/>
            <strong>{page.say(way.name)}</strong>
            {lines}
            <small>{field(card, |card| &card.effect)}</small>
        </label>
    }
    .into_any()
}

/// What the alternative would do to the answer; nothing without one.
fn card(page: Page, way: Alternative, in_force: bool) -> Option<ReadingCard> {
    let reader = page.reader();
    page.terms.with(|terms| {
        let other = terms.read_as((way.with)(*terms.readings())).ok()?;
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
