//! One clock of the answer: when it is due, what is left, where it stands.

use leptos::prelude::*;

use crate::app::parts::{Chip, If, Shape, field, says, word};
use crate::app::state::Page;
use crate::engine::Clock;
use crate::text::card::{ClockCard, Figure};
use crate::text::standing;

/// The clock of `target`, as long as there is an answer.
pub(super) fn clock_of(page: Page, target: usize) -> Memo<Option<Clock>> {
    Memo::new(move |_| {
        page.answer
            .with(|answer| answer.one()?.clocks.get(target).cloned())
    })
}

/// A row of the board.
#[component]
pub(super) fn ClockRow(
    /// The target, by its place in the policy.
    target: usize,
) -> AnyView {
    let page = Page::get();
    let clock = clock_of(page, target);
    let card = Memo::new(move |_| {
        let now = page.clock.now();
        let reader = page.reader();
        page.terms.with(|terms| {
            clock.with(|clock| {
                let clock = clock.as_ref();
                clock
                    .map(|clock| ClockCard::of(&reader, terms, clock, now))
                    .unwrap_or_default()
            })
        })
    });
    let counted = Memo::new(move |_| card.with(|card| card.counted.clone()));
    let wall = Memo::new(move |_| card.with(|card| card.wall.clone()));
    let state = Memo::new(move |_| card.with(|card| card.state.clone()));
    let id = format!("clock-{target}");
    view! {
        <article class="clock" data-state=word(state, |state| state.key) aria-labelledby=id.clone()>
            <div class="what">
                <h3 id=id.clone()>{field(card, |card| &card.name)}</h3>
                <p class="label">
                    {field(card, |card| &card.limit)} " "
                    <span class="clause">{field(card, |card| &card.clause)}</span>
                </p>
            </div>
            <dl class="figures">
                <Due card/>
                <Left figure=counted/>
                <Left figure=wall/>
            </dl>
            <div class="standing">
                <Chip state/>
                <p class="told">{field(card, |card| &card.told)}</p>
                <p class="motion" data-motion=word(card, |card| card.motion_key)>
                    <Shape name=word(card, |card| card.motion_key)/>
                    <span>{word(card, |card| card.motion)}</span>
                </p>
            </div>
            <Crossing clock card/>
        </article>
    }
    .into_any()
}

/// When it is due, in the service zone and the reader's.
#[component]
fn Due(card: Memo<ClockCard>) -> AnyView {
    view! {
        <div class="due">
            <dt>{word(card, |card| card.due_label)}</dt>
            <dd>
                <time class="figure" datetime=field(card, |card| &card.due_iso)>
                    {field(card, |card| &card.due_time)}
                </time>
                <p>{field(card, |card| &card.due_date)}</p>
                <If when=says(card, |card| &card.due_reader)>
                    <p class="soft">{field(card, |card| &card.due_reader)}</p>
                </If>
            </dd>
        </div>
    }
    .into_any()
}

/// What is left, counted or by the wall clock.
#[component]
fn Left(figure: Memo<Figure>) -> AnyView {
    view! {
        <div class="left">
            <dt>{word(figure, |figure| figure.label)}</dt>
            <dd>
                <span class="figure" role="timer">{field(figure, |figure| &figure.figure)}</span>
                <p class="soft">{word(figure, |figure| figure.unit)}</p>
            </dd>
        </div>
    }
    .into_any()
}

/// Tells a change of level to screen readers: once, and nothing while time merely passes.
#[component]
fn Crossing(clock: Memo<Option<Clock>>, card: Memo<ClockCard>) -> AnyView {
    let page = Page::get();
    let said = RwSignal::new(String::new());
    let level = Memo::new(move |_| card.with(|card| (card.level, card.state.key)));
    Effect::new(move |before: Option<(Option<Clock>, _)>| {
        let (running, now) = (clock.get(), level.get());
        // Another answer is said by the answer itself.
        let crossed = before.is_some_and(|(clock, level)| clock == running && level != now);
        if let (true, Some(clock)) = (crossed, &running) {
            page.terms.with_untracked(|terms| {
                if let Ok(status) = clock.status(terms, page.clock.read()) {
                    said.set(standing::crossing(page.lang(), terms, clock, &status));
                }
            });
        }
        (running, now)
    });
    view! { <p class="unseen" role="status">{said}</p> }.into_any()
}
