//! The warning levels: when each is reached, and who is told.

use leptos::prelude::*;

use super::super::parts::{Moment, Shape};
use super::clock::{clock_of, status_of};
use crate::app::state::Page;
use crate::engine::{Basis, Motion};
use crate::text::{Urgency, check as words, standing};

/// The thresholds of one clock.
#[component]
pub(super) fn Thresholds(target: usize) -> impl IntoView {
    let page = Page::get();
    let clock = clock_of(page, target);
    let status = status_of(page, clock);
    let name = page.terms.with_untracked(|terms| {
        terms
            .policy()
            .targets
            .get(target)
            .map(|target| target.name.clone())
    });
    let caption = move || {
        let name = name
            .as_ref()
            .map(|name| page.lang().of(name).to_owned())
            .unwrap_or_default();
        page.lang()
            .pick(format!("{name}的阈值"), format!("{name}: thresholds"))
    };
    let assumed = move || {
        page.terms.with(|terms| {
            clock.with(|clock| {
                let clock = clock
                    .as_ref()
                    .filter(|clock| clock.basis == Basis::Projected)?;
                let (status, _) = status.get()?;
                Some(standing::told(
                    page.lang(),
                    terms,
                    clock,
                    &status,
                    false,
                    page.clock.read(),
                ))
            })
        })
    };
    let count = page
        .terms
        .with_untracked(|terms| terms.policy().thresholds.len());
    let rows = (0..count).map(|level| {
        let at = Signal::derive(move || {
            let mark = clock.with(|clock| {
                clock
                    .as_ref()
                    .and_then(|clock| clock.marks.get(level).copied())
            });
            mark.unwrap_or(crate::engine::Instant::MIN)
        });
        let state = Memo::new(move |_| {
            status.get().map_or(Reached::Later, |(status, _)| {
                if status.motion == Motion::NotStarted {
                    return Reached::Later;
                }
                let next = status.level.map_or(0, |level| level + 1);
                if level < next {
                    Reached::Passed
                } else if level == next && status.motion != Motion::Stopped {
                    Reached::Next
                } else {
                    Reached::Later
                }
            })
        });
        view! {
            <tr
                data-past=move || (state.get() == Reached::Passed).then_some("")
                aria-current=move || (state.get() == Reached::Next).then_some("step")
            >
                <th scope="row">
                    <LevelName level count/>
                    <Show when=move || state.get() == Reached::Passed>
                        <small>{page.say(words::PASSED)}</small>
                    </Show>
                </th>
                <td><Moment at/></td>
                <td><Told level/></td>
            </tr>
        }
    });
    view! {
        <table class="stops">
            <caption>{caption} " " <span class="label">{assumed}</span></caption>
            <thead>
                <tr>
                    <th scope="col">{page.say(words::THRESHOLD)}</th>
                    <th scope="col">{page.say(words::REACHED_AT)}</th>
                    <th scope="col">{page.say(words::TOLD)}</th>
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Reached {
    Passed,
    Next,
    Later,
}

/// `△ 80 % 预警`.
#[component]
fn LevelName(level: usize, count: usize) -> impl IntoView {
    let page = Page::get();
    let key = Urgency::at_level(level, count).key();
    let said = move || {
        page.terms.with(|terms| {
            let threshold = terms.policy().thresholds.get(level)?;
            let share = threshold.share.0;
            let percent = if share % 100 == 0 {
                format!("{}", share / 100)
            } else {
                format!("{}.{:02}", share / 100, share % 100)
            };
            Some(format!("{percent} % {}", page.lang().of(&threshold.name)))
        })
    };
    view! {
        <span class="stop" data-state=key>
            <Shape name=key/>
            <span>{said}</span>
        </span>
    }
}

#[component]
fn Told(level: usize) -> impl IntoView {
    let page = Page::get();
    move || {
        page.terms.with(|terms| {
            let threshold = terms.policy().thresholds.get(level)?;
            Some(page.lang().of(&threshold.told).to_owned())
        })
    }
}

/// The levels without a ticket: what the contract says.
#[component]
pub(super) fn WhoIsTold() -> impl IntoView {
    let page = Page::get();
    let (count, clause) = page.terms.with_untracked(|terms| {
        let thresholds = &terms.policy().thresholds;
        (
            thresholds.len(),
            thresholds.first().map(|threshold| threshold.clause.clone()),
        )
    });
    let rows = (0..count)
        .map(|level| {
            view! {
                <tr>
                    <th scope="row"><LevelName level count/></th>
                    <td><Told level/></td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <section class="section terms" aria-labelledby="terms-title">
            <h2 id="terms-title">{page.say(words::WHO_IS_TOLD)} " " <span class="clause">{clause}</span></h2>
            <table class="stops">
                <caption>{page.say(words::SHARE_USED)}</caption>
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
}
