//! A state as shape, word and percent; a motion as shape and word.

use leptos::prelude::*;

use super::Shape;
use crate::app::state::Page;
use crate::engine::{BasisPoints, Motion};
use crate::text::{Urgency, motion};

/// A state chip.
#[component]
pub(in crate::app) fn Chip(
    /// Which colour and shape.
    urgency: Signal<Urgency>,
    /// The word.
    #[prop(into)]
    word: Signal<String>,
    /// The share of the target that is used up.
    share: Signal<Option<BasisPoints>>,
) -> impl IntoView {
    let percent = move || share.get().map(percent);
    view! {
        <span class="chip" data-state=move || urgency.get().key()>
            <Shape name=Signal::derive(move || urgency.get().key())/>
            <span>{word}</span>
            <Show when=move || share.get().is_some()>
                <span class="percent">{percent}</span>
            </Show>
        </span>
    }
}

/// `92.5 %`, rounded down.
fn percent(share: BasisPoints) -> String {
    let tenths = share.0 / 10;
    format!("{}.{} %", tenths / 10, tenths % 10)
}

/// Whether the clock moves.
#[component]
pub(in crate::app) fn MotionMark(motion_now: Signal<Motion>) -> impl IntoView {
    let page = Page::get();
    view! {
        <p class="motion" data-motion=move || key(motion_now.get())>
            <Shape name=Signal::derive(move || key(motion_now.get()))/>
            <span>{move || motion(motion_now.get()).say(page.lang())}</span>
        </p>
    }
}

const fn key(motion: Motion) -> &'static str {
    match motion {
        Motion::NotStarted => "not-started",
        Motion::Running => "running",
        Motion::OutOfHours => "out-of-hours",
        Motion::Paused => "paused",
        Motion::Stopped => "stopped",
    }
}
