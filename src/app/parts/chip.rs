//! A state as shape, word and percent.

use leptos::prelude::*;

use super::{If, Shape, field, says, word};
use crate::text::card::State;

/// A state chip.
#[component]
pub(in crate::app) fn Chip(state: Memo<State>) -> AnyView {
    let key = word(state, |state| state.key);
    view! {
        <span class="chip" data-state=key>
            <Shape name=key/>
            <span>{field(state, |state| &state.word)}</span>
            <If when=says(state, |state| &state.percent)>
                <span class="percent">{field(state, |state| &state.percent)}</span>
            </If>
        </span>
    }
    .into_any()
}
