//! Why: the clock that is explained, its timeline and its ledger.

use leptos::prelude::*;

use super::ledger::Ledger;
use super::timeline::{Timeline, moved};
use crate::app::parts::{Segment, text, whether};
use crate::app::state::Page;
use crate::text::ledger::words;

/// The explanation of one clock at a time.
#[component]
pub(in crate::app) fn Why() -> AnyView {
    let page = Page::get();
    let chosen = RwSignal::new(0_usize);
    let lit: RwSignal<Option<usize>> = RwSignal::new(None);
    let target = Memo::new(move |_| {
        let clocks = page
            .answer
            .with(|answer| answer.one().map_or(0, |found| found.clocks.len()));
        chosen.get().min(clocks.saturating_sub(1))
    });
    let moved = Callback::new(move |(handle, at)| moved(page, handle, at));
    let names = page.terms.with_untracked(|terms| {
        let targets = terms.policy().targets.iter();
        targets
            .map(|target| (target.id.clone(), target.name.clone()))
            .collect::<Vec<_>>()
    });
    let segments = names
        .into_iter()
        .enumerate()
        .map(|(place, (id, name))| {
            let choose = Callback::new(move |()| {
                lit.set(None);
                chosen.set(place);
            });
            let label = text(move || page.lang().of(&name).to_owned());
            let is_chosen = whether(move || target.get() == place);
            view! { <Segment name="why" value=id label=label chosen=is_chosen choose/> }
        })
        .collect_view();
    view! {
        <section class="section why" id="why" tabindex="-1" aria-labelledby="why-title">
            <div class="why-head">
                <h2 id="why-title">{page.say(words::WHY)}</h2>
                <fieldset>
                    <legend class="unseen">{page.say(words::WHICH)}</legend>
                    <div class="segments">{segments}</div>
                </fieldset>
            </div>
            <Timeline target=target.into() lit moved/>
            <Ledger target=target.into() lit/>
        </section>
    }
    .into_any()
}
