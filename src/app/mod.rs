//! The page: the only part that knows a browser.
//!
//! It is several programs. The main one asks, answers, and keeps the plan, the settings and the clock. The
//! details explain the answer; they are fetched when there is one. The board shows many tickets; it is fetched
//! when the address asks for it. Both are told what the main one knows. The reader, in a worker, reads what is
//! to come onto the board.
#![allow(unreachable_pub, reason = "the component macro makes its items pub")]

use leptos::prelude::*;

mod board;
mod browser;
mod check;
mod command;
mod details;
mod keys;
mod parts;
mod reader;
mod state;

use browser::document;
use state::Page;

/// Shows the planner in the place of the static page, which stays when that fails.
pub fn start() {
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
    mount_to(document::mount_point("app"), App).forget();
    document::clear_shell();
}

/// Shows the details in their place.
pub fn start_details() {
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
    mount_to(document::mount_point("details"), Following).forget();
}

/// Shows the board in its place.
pub fn start_board() {
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
    mount_to(document::mount_point("board"), Tickets).forget();
}

/// Listens for what is to be read, in a worker.
pub fn start_reader() {
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
    reader::start();
}

/// Has `page` at hand for every view. The script that started this says so where there is none.
fn provide(page: Result<Page, crate::engine::Error>) -> Page {
    match page {
        Ok(page) => {
            provide_context(page);
            page
        }
        Err(_) => wasm_bindgen::throw_str("The contract in the program is damaged."),
    }
}

/// The whole page.
#[component]
fn App() -> AnyView {
    let page = provide(Page::open());
    state::serve(page, command::run);
    state::open_links(page);
    keys::listen(page);
    view! {
        <parts::Header/>
        <main class="main" id="main" tabindex="-1">
            <check::Check/>
        </main>
        <main class="main" id="board" tabindex="-1"></main>
        <parts::Footer/>
    }
    .into_any()
}

/// The details.
#[component]
fn Following() -> AnyView {
    provide(Page::follow());
    view! { <details::Details/> }.into_any()
}

/// The board.
#[component]
fn Tickets() -> AnyView {
    provide(Page::follow());
    view! { <board::BoardView/> }.into_any()
}
