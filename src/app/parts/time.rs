//! Instants on the page.

use leptos::prelude::*;

use crate::app::state::Page;

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
