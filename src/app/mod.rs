//! The page: the only part that knows a browser.
#![allow(unreachable_pub, reason = "the component macro makes its items pub")]

use leptos::prelude::*;

mod browser;
mod check;
mod parts;
mod state;

use browser::document;
use state::Page;

/// Shows the planner in the place of the static page, which stays when that fails.
pub fn start() {
    console_error_panic_hook::set_once();
    mount_to(document::mount_point(), App).forget();
    document::clear_shell();
}

/// The whole page.
#[component]
fn App() -> AnyView {
    let page = Page::open();
    provide_context(page);
    view! {
        <parts::Header/>
        <main class="main" id="main" tabindex="-1">
            <check::Check/>
        </main>
        <parts::Footer/>
    }
    .into_any()
}
