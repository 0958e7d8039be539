//! What the page rests on.

use leptos::prelude::*;

use crate::app::state::Page;
use crate::engine::TZDB_VERSION;
use crate::text::check;

/// Privacy, and the versions of the data.
#[component]
pub(in crate::app) fn Footer() -> impl IntoView {
    let page = Page::get();
    let holidays = move || {
        let through = page
            .terms
            .with(|terms| terms.calendar().official.map(|dates| dates.through));
        through.map(|through| {
            page.lang().pick(
                format!("中国节假日官方数据至 {through}"),
                format!("Chinese holidays official through {through}"),
            )
        })
    };
    let contract = move || {
        let (id, version) = page
            .terms
            .with(|terms| (terms.policy().id.clone(), terms.policy().version.clone()));
        format!("{} {id} · {version}", check::CONTRACT.say(page.lang()))
    };
    view! {
        <footer class="foot">
            <p>{page.say(check::PRIVACY)}</p>
            <p>{page.say(check::TZDB)} " " {TZDB_VERSION}</p>
            <p>{holidays}</p>
            <p>{contract}</p>
        </footer>
    }
}
