//! One clock of the answer: when it is due, what is left, where it stands.

use leptos::prelude::*;

use crate::app::parts::{Chip, Shape, field, word};
use crate::app::state::Page;
use crate::engine::{Clock, Terms};
use crate::text::Reader;
use crate::text::card::ClockCard;

/// A card made of the clock of `target`, as long as there is an answer.
pub(super) fn of_clock<Card: Default>(
    page: Page,
    target: usize,
    make: impl FnOnce(&Reader, &Terms, &Clock) -> Card,
) -> Card {
    let reader = page.reader();
    page.terms.with(|terms| {
        page.answer.with(|answer| {
            let clock = answer
                .one()
                .and_then(|assessment| assessment.clocks.get(target));
            clock
                .map(|clock| make(&reader, terms, clock))
                .unwrap_or_default()
        })
    })
}

/// A row of the board.
#[component]
pub(super) fn ClockRow(
    /// The target, by its place in the policy.
    target: usize,
) -> AnyView {
    let page = Page::get();
    let card = Memo::new(move |_| {
        let now = page.clock.now();
        of_clock(page, target, |reader, terms, clock| {
            ClockCard::of(reader, terms, clock, now)
        })
    });
    let id = format!("clock-{target}");
    view! {
        <article class="clock" data-state=word(card, |card| card.state.key) aria-labelledby=id.clone()>
            <div class="what">
                <h3 id=id.clone()>{field(card, |card| &card.name)}</h3>
                <p class="label">
                    {field(card, |card| &card.limit)} " "
                    <span class="clause">{field(card, |card| &card.clause)}</span>
                </p>
            </div>
            <dl class="figures">
                <Due card/>
                <Left
                    label=field(card, |card| card.counted.label)
                    figure=field(card, |card| &card.counted.figure)
                    unit=field(card, |card| card.counted.unit)
                    long=word(card, |card| card.counted.long)
                />
                <Left
                    label=field(card, |card| card.wall.label)
                    figure=field(card, |card| &card.wall.figure)
                    unit=field(card, |card| card.wall.unit)
                    long=word(card, |card| card.wall.long)
                />
            </dl>
            <div class="standing">
                <Chip
                    key=word(card, |card| card.state.key)
                    word=field(card, |card| &card.state.word)
                    percent=field(card, |card| &card.state.percent)
                />
                <p class="told">{field(card, |card| &card.told)}</p>
                <p class="motion" data-motion=word(card, |card| card.motion_key)>
                    <Shape name=word(card, |card| card.motion_key)/>
                    <span>{field(card, |card| card.motion)}</span>
                </p>
            </div>
            <Crossing card/>
        </article>
    }
    .into_any()
}

/// When it is due, in the service zone and the reader's.
#[component]
fn Due(card: Memo<ClockCard>) -> AnyView {
    view! {
        <div class="due">
            <dt>{field(card, |card| card.due_label)}</dt>
            <dd>
                <time class="figure" datetime=field(card, |card| &card.due_iso)>
                    {field(card, |card| &card.due_time)}
                </time>
                <p>{field(card, |card| &card.due_date)}</p>
                <p class="soft">{field(card, |card| &card.due_reader)}</p>
            </dd>
        </div>
    }
    .into_any()
}

/// What is left, counted or by the wall clock.
#[component]
fn Left(
    label: Signal<String>,
    figure: Signal<String>,
    unit: Signal<String>,
    long: Signal<Option<&'static str>>,
) -> AnyView {
    view! {
        <div class="left">
            <dt>{label}</dt>
            <dd>
                <span class="figure" role="timer" data-long=long>{figure}</span>
                <p class="soft">{unit}</p>
            </dd>
        </div>
    }
    .into_any()
}

/// Tells a change of level to screen readers: once, and nothing while time merely passes.
#[component]
fn Crossing(card: Memo<ClockCard>) -> AnyView {
    let said = RwSignal::new(String::new());
    Effect::new(move |before: Option<(String, &'static str)>| {
        let (due, key, sentence) =
            card.with(|card| (card.due_iso.clone(), card.state.key, card.crossing.clone()));
        // Another answer is said by the answer itself.
        if before.is_some_and(|(last_due, last_key)| last_due == due && last_key != key) {
            said.set(sentence);
        }
        (due, key)
    });
    view! { <p class="unseen" role="status">{said}</p> }.into_any()
}
