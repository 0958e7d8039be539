//! Which tickets are shown: by state, by priority, by words; and the views saved of that.

use leptos::prelude::*;

use super::desk::Desk;
use crate::app::parts::{If, Shape, press, text, whether};
use crate::app::state::Page;
use crate::board::{Filter, State};
use crate::engine::Rank;
use crate::text::board::{self as words, grouped};

/// The filters.
#[component]
pub(super) fn Filters(
    /// What is shown.
    filter: RwSignal<Filter>,
) -> AnyView {
    let page = Page::get();
    let desk = Desk::get();
    let states = State::ALL.map(|state| {
        let chosen = whether(move || filter.with(|filter| filter.states.contains(&state)));
        let count = Memo::new(move |_| desk.counts.with(|counts| counts.facets.state(state)));
        let there = Memo::new(move |_| {
            chosen.get() || desk.counts.with(|counts| counts.tally.state(state)) > 0
        });
        let name = text(move || {
            page.terms
                .with(|terms| words::state(page.lang(), terms.policy(), state))
        });
        let key = if state == State::Faulty { "none" } else { state.key() };
        let choose = press(move || filter.update(|filter| toggle(&mut filter.states, state)));
        let shape = Signal::stored(key);
        // A state that no ticket is in is no choice, but must not go away under the pointer.
        view! {
            <button class="facet" type="button" data-state=key data-facet=state.key() aria-pressed=pressed(chosen) hidden=move || !there.get() on:click=choose>
                <Shape name=shape/>
                <span>{name}</span>
                <span class="count">{text(move || grouped(count.get()))}</span>
            </button>
        }
        .into_any()
    });
    let ranks = page
        .terms
        .with_untracked(|terms| terms.policy().ranks().collect::<Vec<Rank>>());
    let priorities = ranks.into_iter().map(|rank| {
        let chosen = whether(move || filter.with(|filter| filter.priorities.contains(&rank)));
        let count = Memo::new(move |_| desk.counts.with(|counts| counts.facets.priority(rank)));
        let name = text(move || {
            page.terms.with(|terms| {
                let priority = terms.policy().priority(rank);
                priority.map_or(String::new(), |priority| {
                    format!("{} {}", priority.id, page.lang().of(&priority.name))
                })
            })
        });
        let choose = press(move || filter.update(|filter| toggle(&mut filter.priorities, rank)));
        view! {
            <button class="facet" type="button" aria-pressed=pressed(chosen) on:click=choose>
                <span>{name}</span>
                <span class="count">{text(move || grouped(count.get()))}</span>
            </button>
        }
        .into_any()
    });
    let priorities = priorities.collect::<Vec<_>>();
    let some = whether(move || filter.with(|filter| !filter.is_empty()));
    view! {
        <section class="filters" aria-label=page.say(words::FILTERS)>
            <input
                class="search"
                id="search"
                type="search"
                autocomplete="off"
                spellcheck="false"
                placeholder=page.say(words::SEARCH)
                aria-label=page.say(words::SEARCH)
                prop:value=move || filter.with(|filter| filter.text.clone())
                on:input=move |event| filter.update(|filter| filter.text = event_target_value(&event))
            />
            <div class="facets" role="group" aria-label=page.say(words::STATE)>{states.into_iter().collect_view()}</div>
            <div class="facets" role="group" aria-label=page.say(words::PRIORITY)>{priorities}</div>
            <If when=some>
                <button class="quiet" type="button" on:click=press(move || filter.set(Filter::default()))>
                    {page.say(words::CLEAR_FILTERS)}
                </button>
            </If>
        </section>
    }
    .into_any()
}

fn pressed(chosen: Signal<bool>) -> Signal<&'static str> {
    Signal::derive(move || if chosen.get() { "true" } else { "false" })
}

fn toggle<T: PartialEq>(chosen: &mut Vec<T>, one: T) {
    match chosen.iter().position(|known| *known == one) {
        Some(place) => {
            chosen.remove(place);
        }
        None => chosen.push(one),
    }
}
