//! Instants on the page.

use leptos::prelude::*;

use crate::app::state::Page;
use crate::engine::{Instant, Zone};
use crate::text::{short_time, zone_name};

/// An instant for `datetime` attributes.
pub(in crate::app) fn iso(at: Instant) -> String {
    at.to_string()
}

/// An instant in the service zone and, where the viewer's clock differs, in theirs below it.
#[component]
pub(in crate::app) fn Moment(at: Signal<Instant>) -> impl IntoView {
    let page = Page::get();
    let said = move |zone: Zone| short_time(page.lang(), at.get(), zone, page.clock.read());
    let service = move || said(page.service());
    let elsewhere =
        move || page.settings.viewer().offset(at.get()) != page.service().offset(at.get());
    let viewer = move || {
        let zone = page.settings.viewer();
        format!("{} {}", zone_name(page.lang(), zone), said(zone))
    };
    view! {
        <time datetime=move || iso(at.get())>{service}</time>
        <Show when=elsewhere>
            <small>{viewer}</small>
        </Show>
    }
}
