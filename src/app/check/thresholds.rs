//! The warning levels: when each is reached, and who is told.

use leptos::prelude::*;

use super::clock::of_clock;
use crate::app::parts::{Moment, Shape, field, text, word};
use crate::app::state::Page;
use crate::text::card::{LevelCard, assumption};
use crate::text::check as words;

/// The thresholds of one clock.
#[component]
pub(super) fn Thresholds(target: usize) -> AnyView {
    let page = Page::get();
    let (name, levels) = page.terms.with_untracked(|terms| {
        let target = terms.policy().targets.get(target);
        let name = target.map(|target| target.name.clone()).unwrap_or_default();
        (name, terms.policy().thresholds.len())
    });
    let caption = text(move || {
        let name = page.lang().of(&name);
        page.lang()
            .pick(format!("{name}的阈值"), format!("{name}: thresholds"))
    });
    let assumed = text(move || of_clock(page, target, assumption));
    let rows = (0..levels)
        .map(|level| {
            let card = Memo::new(move |_| {
                let now = page.clock.now();
                of_clock(page, target, |reader, terms, clock| {
                    LevelCard::of(reader, terms, clock, level, now)
                })
            });
            view! { <LevelRow card/> }
        })
        .collect_view();
    view! {
        <table class="stops">
            <caption>{caption} " " <span class="label">{assumed}</span></caption>
            <thead>
                <tr>
                    <th scope="col">{page.say(words::THRESHOLD)}</th>
                    <th scope="col">
                        {page.say(words::REACHED_AT)} " " <span class="label">{page.service_name()}</span>
                    </th>
                    <th scope="col">{page.say(words::TOLD)}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

#[component]
fn LevelRow(card: Memo<LevelCard>) -> AnyView {
    view! {
        <tr data-past=word(card, |card| card.past) aria-current=word(card, |card| card.next)>
            <th scope="row">
                <LevelName card/>
                <small>{field(card, |card| card.passed)}</small>
            </th>
            <td>
                <Moment
                    iso=field(card, |card| &card.times.iso)
                    service=field(card, |card| &card.times.service)
                    reader=field(card, |card| &card.times.reader)
                    under_heading=true
                />
            </td>
            <td>{field(card, |card| &card.told)}</td>
        </tr>
    }
    .into_any()
}

/// `△ 80 % 预警`.
#[component]
fn LevelName(card: Memo<LevelCard>) -> AnyView {
    let key = word(card, |card| card.key);
    view! {
        <span class="mark" data-state=key>
            <Shape name=key/>
            <span>{field(card, |card| &card.name)}</span>
        </span>
    }
    .into_any()
}

/// The levels without a ticket: what the contract says.
#[component]
pub(super) fn WhoIsTold() -> AnyView {
    let page = Page::get();
    let (levels, clause) = page.terms.with_untracked(|terms| {
        let thresholds = &terms.policy().thresholds;
        let clause = thresholds.first().map(|threshold| threshold.clause.clone());
        (thresholds.len(), clause.unwrap_or_default())
    });
    let rows = (0..levels)
        .map(|level| {
            let card = Memo::new(move |_| {
                page.terms
                    .with(|terms| LevelCard::of_policy(page.lang(), terms, level))
            });
            view! {
                <tr>
                    <th scope="row"><LevelName card/></th>
                    <td>{field(card, |card| &card.told)}</td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    view! {
        <section class="section terms">
            <table class="stops">
                <caption>{page.say(words::WHO_IS_TOLD)} " " <span class="clause">{clause}</span></caption>
                <thead>
                    <tr>
                        <th scope="col">{page.say(words::THRESHOLD)}</th>
                        <th scope="col">{page.say(words::TOLD)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            <p>{page.say(words::WORKING_TIME)} " " <span class="clause">"§1.2.1"</span></p>
            <p>{page.say(words::MEASURED)} " " <span class="clause">"§1.2.1"</span></p>
        </section>
    }
    .into_any()
}
