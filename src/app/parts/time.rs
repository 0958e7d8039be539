//! Instants on the page.

use leptos::prelude::*;

use super::{If, field, says};
use crate::app::state::Page;
use crate::text::card::Times;

/// An instant in the service zone and, where the reader's clock differs, in theirs below it. The service
/// zone is named unless a heading names it for several.
#[component]
pub(in crate::app) fn Moment(
    /// The instant.
    times: Memo<Times>,
    /// Whether a heading names the service zone.
    #[prop(optional)]
    under_heading: bool,
) -> AnyView {
    let page = Page::get();
    let zone = (!under_heading)
        .then(|| view! { " " <span class="soft">{page.service_name()}</span> }.into_any());
    view! {
        <time datetime=field(times, |times| &times.iso)>{field(times, |times| &times.service)}</time>
        {zone}
        <If when=says(times, |times| &times.reader)>
            <small>{field(times, |times| &times.reader)}</small>
        </If>
    }
    .into_any()
}
