//! What the page rests on.

use leptos::prelude::*;

use super::text;
use crate::app::state::Page;
use crate::engine::TZDB_VERSION;
use crate::text::{check, footer};

/// Privacy, and the versions of the data.
#[component]
pub(in crate::app) fn Footer() -> AnyView {
    let page = Page::get();
    let holidays = text(move || {
        page.terms
            .with(|terms| footer::holidays(page.lang(), terms))
    });
    let contract = text(move || {
        page.terms
            .with(|terms| footer::contract(page.lang(), terms))
    });
    view! {
        <footer class="foot">
            <p>{page.say(check::PRIVACY)}</p>
            <p>{page.say(check::TZDB)} " " {TZDB_VERSION}</p>
            <p>{holidays}</p>
            <p>{contract}</p>
        </footer>
    }
    .into_any()
}
