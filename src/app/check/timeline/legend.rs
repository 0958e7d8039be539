//! What the patterns mean, as far as they are shown.

use std::mem::discriminant;

use leptos::prelude::*;

use super::line::Line;
use super::shape::rectangle;
use super::track::{along, pattern};
use crate::app::parts::views;
use crate::text::{Lang, timeline as words};
use crate::timeline::SegmentState;

/// A sample and a name for each state that is shown.
#[component]
pub(super) fn Legend(line: Line) -> AnyView {
    let page = line.page;
    let samples = views(move || {
        let mut kinds = Vec::new();
        let mut samples = Vec::new();
        if let Some(drawn) = line.drawn() {
            let scene = &drawn.scene;
            for segment in scene.calendar.iter().chain(&scene.segments) {
                let kind = discriminant(&segment.state);
                if along(&scene.scale, segment.span).is_some() && !kinds.contains(&kind) {
                    kinds.push(kind);
                    samples.push(sample(page.lang(), &segment.state));
                }
            }
        }
        samples
    });
    view! { <ul class="legend">{samples}</ul> }.into_any()
}

fn sample(lang: Lang, state: &SegmentState) -> AnyView {
    let (class, fill) = pattern(state);
    let area = rectangle(0, 0, 24, 16);
    view! {
        <li>
            <svg class="sample" viewBox="0 0 24 16" aria-hidden="true">
                <path class=class fill=fill d=area.clone()></path>
                <path class="row" d=area></path>
            </svg>
            {words::kind(lang, state)}
        </li>
    }
    .into_any()
}
