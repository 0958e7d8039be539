//! Which clock targets run on (R1): the assumption on which most depends, always in sight.

use leptos::prelude::*;

use crate::app::parts::{Segment, whether};
use crate::app::state::Page;
use crate::plan::Edit;
use crate::text::reading;

/// The switch. What each way would do stands with the other open points.
#[component]
pub(super) fn ClockSwitch() -> AnyView {
    let page = Page::get();
    let segments = reading::CLOCKS
        .iter()
        .map(|way| {
            let chosen = whether(move || page.plan.with(|plan| way.in_force(plan.readings)));
            let choose = Callback::new(move |()| {
                let readings = page.plan.with_untracked(|plan| plan.readings);
                page.edit(Edit::Read((way.with)(readings)));
            });
            view! { <Segment name="r1" value=way.key label=page.say(way.name) chosen choose/> }
        })
        .collect_view();
    view! {
        <fieldset class="which-clock" disabled=whether(move || page.keeper.visiting())>
            <legend class="label">
                {page.say(reading::CLOCK)} " " <span class="clause">"R1 · §1.2.1"</span>
            </legend>
            <div class="segments">{segments}</div>
        </fieldset>
    }
    .into_any()
}
