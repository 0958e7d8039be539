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
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
    mount_to(document::mount_point(), App).forget();
    document::clear_shell();
}

/// The whole page.
#[component]
fn App() -> AnyView {
    match Page::open() {
        Ok(page) => provide_context(page),
        // The script that started this shows the static page's apology.
        Err(_) => wasm_bindgen::throw_str("The contract in the program is damaged."),
    }
    view! {
        <parts::Header/>
        <main class="main" id="main" tabindex="-1">
            <check::Check/>
        </main>
        <parts::Footer/>
    }
    .into_any()
}
