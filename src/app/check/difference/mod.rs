//! Why another system shows another due time: it is typed, and the ways to come by it are named.

use std::sync::Arc;

use leptos::prelude::*;

use super::moment_input::{MomentInput, Typing};
use crate::app::parts::{If, Segment, field, whether};
use crate::app::state::Page;
use crate::engine::{Difference as Found, Explainer, Instant};
use crate::text::difference::{self as words, DifferenceCard};

mod way;

use way::Way;

/// The view.
#[component]
pub(in crate::app) fn Difference() -> AnyView {
    let page = Page::get();
    let chosen = RwSignal::new(0_usize);
    let about = Signal::derive(move || {
        page.answer
            .with(|answer| Some(answer.one()?.clocks.get(chosen.get())?.due))
    });
    let typing = Typing::new(page, about);
    let explainer = StoredValue::new(None);
    let found = Memo::new(move |_| {
        let shown = typing.understood.get().ok()?.at;
        Some((shown, explain(page, explainer, chosen.get(), shown)?))
    });
    let card = Memo::new(move |_| card(page, chosen.get(), found).unwrap_or_default());
    let ways = Memo::new(move |_| card.with(|card| card.ways.len()));
    let rows = move || {
        let rows = 0..ways.get();
        rows.map(|place| view! { <Way card place/> })
            .collect::<Vec<_>>()
    };
    let nothing = Callback::new(|()| ());
    let choose = Callback::new(move |pick| typing.pick(pick));
    view! {
        <section class="section" id="difference" tabindex="-1" aria-labelledby="difference-title">
            <h2 id="difference-title">{page.say(words::HEADING)}</h2>
            <p class="soft">{page.say(words::ABOUT)}</p>
            <div class="shown">
                <fieldset>
                    <legend class="unseen">{page.say(words::WHICH)}</legend>
                    <div class="segments"><Targets chosen/></div>
                </fieldset>
                <MomentInput
                    id="shown".to_owned()
                    label=page.say(words::SHOWN)
                    typing
                    submit=nothing
                    cancel=nothing
                    choose
                />
            </div>
            <p id="difference-result" role="status">{field(card, |card| &card.result)}</p>
            <If when=whether(move || ways.get() > 0)>
                <ol class="ways">{rows}</ol>
            </If>
        </section>
    }
    .into_any()
}

/// A segment for each target.
#[component]
fn Targets(chosen: RwSignal<usize>) -> AnyView {
    let page = Page::get();
    let targets = page
        .terms
        .with_untracked(|terms| terms.policy().targets.clone());
    let segment = |(place, target): (usize, crate::engine::Target)| {
        let label = page.name(target.name);
        let is_chosen = whether(move || chosen.get() == place);
        let choose = Callback::new(move |()| chosen.set(place));
        view! { <Segment name="difference" value=target.id label chosen=is_chosen choose/> }
    };
    let segments = targets.into_iter().enumerate().map(segment);
    segments.collect_view().into_any()
}

/// What is found for `shown`; nothing without an answer. The timetables of other systems are made when they
/// are first needed, and kept: readings do not change the calendar.
fn explain(
    page: Page,
    explainer: StoredValue<Option<Arc<Explainer>>>,
    target: usize,
    shown: Instant,
) -> Option<Found> {
    let history = page.history()?;
    page.terms.with(|terms| {
        let kept = explainer.get_value();
        let made = match kept {
            Some(made) => made,
            None => Arc::new(Explainer::new(terms.calendar()).ok()?),
        };
        explainer.set_value(Some(Arc::clone(&made)));
        let now = page.clock.read();
        made.explain(terms, &history, now, target, shown).ok()
    })
}

fn card(
    page: Page,
    target: usize,
    found: Memo<Option<(Instant, Found)>>,
) -> Option<DifferenceCard> {
    let reader = page.reader();
    page.terms.with(|terms| {
        found.with(|found| {
            let (shown, found) = found.as_ref()?;
            Some(DifferenceCard::of(&reader, terms, target, *shown, found))
        })
    })
}
