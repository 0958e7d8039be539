//! One clock of the answer: when it is due, what is left, where it stands.

use leptos::prelude::*;

use super::super::parts::{Chip, MotionMark, iso};
use crate::app::state::Page;
use crate::engine::{Basis, BasisPoints, Clock, Motion, Status};
use crate::text::{
    Urgency, check as words, clock_time, countdown, short_date, standing, zone_name,
};

/// A clock, as long as there is an answer.
pub(super) fn clock_of(page: Page, target: usize) -> Memo<Option<Clock>> {
    Memo::new(move |_| {
        page.answer
            .with(|answer| answer.one()?.clocks.get(target).cloned())
    })
}

/// Where the clock stands now, and whether its start is overdue.
pub(super) fn status_of(page: Page, clock: Memo<Option<Clock>>) -> Memo<Option<(Status, bool)>> {
    Memo::new(move |_| {
        let now = page.clock.now();
        page.terms.with(|terms| {
            clock.with(|clock| {
                let clock = clock.as_ref()?;
                let status = clock.status(terms, now).ok()?;
                Some((status, clock.start_overdue(now)))
            })
        })
    })
}

/// A row of the board.
#[component]
pub(super) fn ClockRow(
    /// The target, by its place in the policy.
    target: usize,
) -> impl IntoView {
    let page = Page::get();
    let clock = clock_of(page, target);
    let status = status_of(page, clock);
    let levels = page
        .terms
        .with_untracked(|terms| terms.policy().thresholds.len());
    let urgency = Memo::new(move |_| {
        status
            .get()
            .map_or(Urgency::None, |(status, _)| Urgency::of(&status, levels))
    });
    let id = format!("clock-{target}");
    let labelled_by = id.clone();
    let name = move || {
        page.terms.with(|terms| {
            terms
                .policy()
                .targets
                .get(target)
                .map(|target| page.lang().of(&target.name).to_owned())
        })
    };
    let what = move || {
        page.terms.with(|terms| {
            clock.with(|clock| {
                clock
                    .as_ref()
                    .map(|clock| standing::limit(page.lang(), terms, clock))
            })
        })
    };
    let clause = page.terms.with_untracked(|terms| {
        terms
            .policy()
            .targets
            .get(target)
            .map(|target| target.clause.clone())
    });
    view! {
        <article class="clock" data-state=move || urgency.get().key() aria-labelledby=labelled_by>
            <div class="what">
                <h3 id=id>{name}</h3>
                <p class="label">{what} " " <span class="clause">{clause}</span></p>
            </div>
            <dl class="figures">
                <Due clock/>
                <Left clock status counted=true/>
                <Left clock status counted=false/>
            </dl>
            <Standing clock status urgency/>
        </article>
    }
}

/// When it is due, in the service zone and the viewer's.
#[component]
fn Due(clock: Memo<Option<Clock>>) -> impl IntoView {
    let page = Page::get();
    let due = Memo::new(move |_| {
        clock.with(|clock| clock.as_ref().map(|clock| (clock.due, clock.basis)))
    });
    let projected = move || {
        due.get()
            .is_some_and(|(_, basis)| basis == Basis::Projected)
    };
    let label = move || {
        if projected() {
            words::DUE_PROJECTED
        } else {
            words::DUE
        }
        .say(page.lang())
    };
    let time = move || {
        due.get()
            .map(|(due, _)| clock_time(page.service().local(due)))
    };
    let this_year = move || chrono::Datelike::year(&page.service().local(page.clock.read()));
    let date = move || {
        due.get().map(|(due, _)| {
            let (lang, zone) = (page.lang(), page.service());
            let date = short_date(lang, zone.local(due).date(), this_year());
            format!("{date} {}", zone_name(lang, zone))
        })
    };
    let viewer = move || {
        let (due, _) = due.get()?;
        let (lang, zone) = (page.lang(), page.settings.viewer());
        (zone.offset(due) != page.service().offset(due)).then(|| {
            let local = zone.local(due);
            let date = short_date(lang, local.date(), this_year());
            format!("{} {date} {}", zone_name(lang, zone), clock_time(local))
        })
    };
    view! {
        <div class="due">
            <dt>{label}</dt>
            <dd>
                <time class="figure" datetime=move || due.get().map(|(due, _)| iso(due))>{time}</time>
                <p>{date}</p>
                <p class="soft">{viewer}</p>
            </dd>
        </div>
    }
}

/// What is left, counted or by the wall clock.
#[component]
fn Left(
    clock: Memo<Option<Clock>>,
    status: Memo<Option<(Status, bool)>>,
    counted: bool,
) -> impl IntoView {
    let page = Page::get();
    let working = Memo::new(move |_| {
        page.terms.with(|terms| {
            clock.with(|clock| {
                clock
                    .as_ref()
                    .is_some_and(|clock| terms.on_working_time(clock.target, clock.rank))
            })
        })
    });
    let shown = Memo::new(move |_| {
        let (status, _) = status.get()?;
        Some(countdown::shown(
            page.lang(),
            &status,
            counted,
            working.get(),
        ))
    });
    let label =
        move || shown.with(|shown| shown.as_ref().map(|shown| shown.label.say(page.lang())));
    let figure = move || shown.with(|shown| shown.as_ref().map(|shown| shown.figure.clone()));
    let unit = move || {
        shown.with(|shown| {
            shown
                .as_ref()
                .and_then(|shown| shown.unit)
                .map(|unit| unit.say(page.lang()))
        })
    };
    view! {
        <div class="left">
            <dt>{label}</dt>
            <dd>
                <span class="figure" role="timer">{figure}</span>
                <p class="soft">{unit}</p>
            </dd>
        </div>
    }
}

/// The state, who is told, and the motion.
#[component]
fn Standing(
    clock: Memo<Option<Clock>>,
    status: Memo<Option<(Status, bool)>>,
    urgency: Memo<Urgency>,
) -> impl IntoView {
    let page = Page::get();
    let word = move || {
        page.terms.with(|terms| {
            clock.with(|clock| {
                let (status, _) = status.get()?;
                Some(standing::word(page.lang(), terms, clock.as_ref()?, &status))
            })
        })
    };
    let share = move || {
        status
            .get()
            .map(|(status, _)| status)
            .filter(|status| status.motion != Motion::NotStarted)
            .map(|status| BasisPoints(status.share.0))
    };
    let told = move || {
        page.terms.with(|terms| {
            clock.with(|clock| {
                let (status, overdue) = status.get()?;
                Some(standing::told(
                    page.lang(),
                    terms,
                    clock.as_ref()?,
                    &status,
                    overdue,
                    page.clock.read(),
                ))
            })
        })
    };
    let motion = move || {
        status
            .get()
            .map_or(Motion::NotStarted, |(status, _)| status.motion)
    };
    view! {
        <div class="standing">
            <Chip
                urgency=urgency.into()
                word=Signal::derive(move || word().unwrap_or_default())
                share=Signal::derive(share)
            />
            <p class="told">{move || told().unwrap_or_default()}</p>
            <MotionMark motion_now=Signal::derive(motion)/>
        </div>
    }
}

/// Tells level changes to screen readers: once each, and nothing while time merely passes.
#[component]
pub(super) fn Crossings() -> impl IntoView {
    let page = Page::get();
    let said = RwSignal::new(String::new());
    let targets = page
        .terms
        .with_untracked(|terms| terms.policy().targets.len());
    for target in 0..targets {
        let clock = clock_of(page, target);
        let status = status_of(page, clock);
        let level = Memo::new(move |_| {
            status.get().map(|(status, _)| {
                (
                    status.level,
                    status.verdict,
                    status.motion == Motion::NotStarted,
                )
            })
        });
        Effect::new(move |before: Option<(Option<Clock>, _)>| {
            let (now, running) = (level.get(), clock.get());
            // Only time may have moved: another answer is said by the answer itself.
            let same = before.as_ref().is_some_and(|(clock, _)| *clock == running);
            let crossed = before.is_some_and(|(_, level)| level != now);
            if same && crossed {
                page.terms.with_untracked(|terms| {
                    let status = status.get_untracked();
                    if let (Some(clock), Some((status, _))) = (&running, status) {
                        said.set(standing::crossing(page.lang(), terms, clock, &status));
                    }
                });
            }
            (running, now)
        });
    }
    view! { <p class="unseen" role="status">{said}</p> }
}
