//! All priorities at once: what is promised to each, and, with a time, when each is due.

use leptos::prelude::*;

use crate::app::parts::{Chip, If, Moment, field, text, whether, word};
use crate::app::state::{Answer, Page};
use crate::engine::{Priority, Rank, Target};
use crate::text::card::CellCard;
use crate::text::{check as words, length};

/// The table of priorities.
#[component]
pub(super) fn Five() -> AnyView {
    let page = Page::get();
    let dated = whether(move || page.answer.with(|answer| matches!(answer, Answer::Each(_))));
    let caption = text(move || {
        let phrase = if dated.get() {
            words::ALL_FIVE
        } else {
            words::PROMISED
        };
        phrase.say(page.lang()).to_owned()
    });
    let policy = page.terms.with_untracked(|terms| terms.policy().clone());
    let heads = policy
        .targets
        .iter()
        .map(|target| view! { <th scope="col">{page.name(target.name.clone())}</th> }.into_any())
        .collect_view();
    let rows = policy
        .ranks()
        .zip(policy.priorities)
        .map(|(rank, priority)| view! { <Row dated rank priority targets=policy.targets.clone()/> })
        .collect_view();
    view! {
        <section class="section answer" aria-label="SPT-001">
            <table class="five">
                <caption>{caption}</caption>
                <thead>
                    <tr><th scope="col">{page.say(words::PRIORITY)}</th>{heads}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
    .into_any()
}

#[component]
fn Row(dated: Signal<bool>, rank: Rank, priority: Priority, targets: Vec<Target>) -> AnyView {
    let page = Page::get();
    let name = priority.name;
    let title = text(move || format!("{} {}", priority.id, page.lang().of(&name)));
    let cells = targets
        .into_iter()
        .enumerate()
        .map(|(position, target)| view! { <Cell dated rank position target/> })
        .collect_view();
    view! {
        <tr>
            <th scope="row">
                <strong>{title}</strong>
                " "
                <span class="clause">{priority.clause}</span>
                <small>{page.name(priority.definition)}</small>
            </th>
            {cells}
        </tr>
    }
    .into_any()
}

/// What one target promises to one priority, and when it is due.
#[component]
fn Cell(dated: Signal<bool>, rank: Rank, position: usize, target: Target) -> AnyView {
    let page = Page::get();
    let seconds = target
        .seconds
        .get(usize::from(rank.0))
        .copied()
        .unwrap_or_default();
    let promised = text(move || length(page.lang(), seconds));
    let name = page.name(target.name);
    view! {
        <td>
            <span class="cell">{name} " · " {promised}</span>
            <span class="wide">{promised}</span>
            <If when=dated>
                <CellDue rank position/>
            </If>
        </td>
    }
    .into_any()
}

/// When it is due and where it stands.
#[component]
fn CellDue(rank: Rank, position: usize) -> AnyView {
    let page = Page::get();
    let card = Memo::new(move |_| {
        let (now, reader) = (page.clock.now(), page.reader());
        let of = |answer: &Answer| {
            let clock = answer.of(rank)?.clocks.get(position)?;
            Some(
                page.terms
                    .with(|terms| CellCard::of(&reader, terms, clock, now)),
            )
        };
        page.answer.with(of).unwrap_or_default()
    });
    view! {
        <strong>
            <Moment
                iso=field(card, |card| &card.times.iso)
                service=field(card, |card| &card.times.service)
                reader=field(card, |card| &card.times.reader)
            />
        </strong>
        <small>{field(card, |card| &card.left)}</small>
        <Chip
            key=word(card, |card| card.state.key)
            word=field(card, |card| &card.state.word)
            percent=field(card, |card| &card.state.percent)
        />
    }
    .into_any()
}
