//! Instants on the page.

use leptos::prelude::*;

use super::text;
use crate::app::state::Page;
use crate::engine::Instant;
use crate::text::card::Times;

/// An instant in the service zone and, where the reader's clock differs, in theirs below it. The service
/// zone is named unless a heading names it for several.
#[component]
pub(in crate::app) fn Moment(
    /// For machines.
    iso: Signal<String>,
    /// In the service zone.
    service: Signal<String>,
    /// In the reader's zone, with its name; empty where the clocks agree.
    reader: Signal<String>,
    /// Whether a heading names the service zone.
    #[prop(optional)]
    under_heading: bool,
) -> AnyView {
    let page = Page::get();
    let zone = (!under_heading)
        .then(|| view! { " " <span class="soft">{page.service_name()}</span> }.into_any());
    view! {
        <time datetime=iso>{service}</time>
        {zone}
        <small>{reader}</small>
    }
    .into_any()
}

/// An instant that is given as such; nothing while there is none.
#[component]
pub(in crate::app) fn At(at: Signal<Option<Instant>>) -> AnyView {
    let page = Page::get();
    let part = move |get: fn(Times) -> String| {
        text(move || {
            let times = at
                .get()
                .map(|at| Times::of(&page.reader(), page.service(), at));
            get(times.unwrap_or_default())
        })
    };
    view! { <Moment iso=part(|times| times.iso) service=part(|times| times.service) reader=part(|times| times.reader)/> }
        .into_any()
}
