//! All priorities at once: what is promised to each, and, with a time, when each is due.

use leptos::prelude::*;

use super::super::parts::{Chip, Moment};
use crate::app::state::{Answer, Page};
use crate::engine::{Clock, Instant, Motion, Rank, Status, Target};
use crate::text::{Urgency, check as words, countdown, length, standing};

/// The table of priorities.
#[component]
pub(super) fn Five() -> impl IntoView {
    let page = Page::get();
    let dated = Memo::new(move |_| page.answer.with(|answer| matches!(answer, Answer::Each(_))));
    let policy = page.terms.with_untracked(|terms| terms.policy().clone());
    let caption = move || {
        if dated.get() {
            words::ALL_FIVE
        } else {
            words::PROMISED
        }
        .say(page.lang())
    };
    let heads = policy
        .targets
        .iter()
        .map(|target| {
            let name = target.name.clone();
            view! { <th scope="col">{move || page.lang().of(&name).to_owned()}</th> }
        })
        .collect_view();
    let targets = policy.targets.clone();
    let rows = policy
        .ranks()
        .zip(policy.priorities)
        .map(|(rank, priority)| {
            let cells = targets
                .iter()
                .enumerate()
                .map(|(position, target)| view! { <Cell dated rank position target=target.clone()/> })
                .collect_view();
            let (name, definition) = (priority.name, priority.definition);
            let title = move || format!("{} {}", priority.id, page.lang().of(&name));
            view! {
                <tr>
                    <th scope="row">
                        <strong>{title}</strong>
                        " "
                        <span class="clause">{priority.clause}</span>
                        <small>{move || page.lang().of(&definition).to_owned()}</small>
                    </th>
                    {cells}
                </tr>
            }
        })
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
}

/// What one target promises to one priority, and when it is due.
#[component]
fn Cell(dated: Memo<bool>, rank: Rank, position: usize, target: Target) -> impl IntoView {
    let page = Page::get();
    let seconds = target
        .seconds
        .get(usize::from(rank.0))
        .copied()
        .unwrap_or_default();
    let clock: Memo<Option<Clock>> = Memo::new(move |_| {
        page.answer.with(|answer| match answer {
            Answer::Each(each) => {
                let (_, assessment) = each.iter().find(|(found, _)| *found == rank)?;
                assessment.clocks.get(position).cloned()
            }
            _ => None,
        })
    });
    let promised = move || length(page.lang(), seconds);
    let name = target.name;
    let short = move || format!("{} · {}", page.lang().of(&name), promised());
    view! {
        <td>
            <span class="cell">{short}</span>
            <span class="wide">{promised}</span>
            <Show when=move || dated.get() && clock.with(Option::is_some)>
                <CellDue clock/>
            </Show>
        </td>
    }
}

/// When it is due and where it stands.
#[component]
fn CellDue(clock: Memo<Option<Clock>>) -> impl IntoView {
    let page = Page::get();
    let levels = page
        .terms
        .with_untracked(|terms| terms.policy().thresholds.len());
    let due = Signal::derive(move || {
        clock.with(|clock| clock.as_ref().map_or(Instant::MIN, |clock| clock.due))
    });
    let status: Memo<Option<Status>> = Memo::new(move |_| {
        let now = page.clock.now();
        page.terms
            .with(|terms| clock.with(|clock| clock.as_ref()?.status(terms, now).ok()))
    });
    let left = move || {
        let status = status.get()?;
        let shown = countdown::shown(page.lang(), &status, false, false);
        Some(format!("{} {}", shown.label.say(page.lang()), shown.figure))
    };
    let started = move || {
        status
            .get()
            .is_some_and(|status| status.motion != Motion::NotStarted)
    };
    let urgency = move || {
        status
            .get()
            .map_or(Urgency::None, |status| Urgency::of(&status, levels))
    };
    let word = move || {
        page.terms.with(|terms| {
            clock.with(|clock| {
                let status = status.get()?;
                Some(standing::word(page.lang(), terms, clock.as_ref()?, &status))
            })
        })
    };
    let share = move || {
        status
            .get()
            .map(|status| status.share)
            .filter(|_| started())
    };
    view! {
        <strong><Moment at=due/></strong>
        <small>{left}</small>
        <Chip
            urgency=Signal::derive(urgency)
            word=Signal::derive(move || word().unwrap_or_default())
            share=Signal::derive(share)
        />
    }
}
