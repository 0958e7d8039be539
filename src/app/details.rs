//! The program of the details: why the answer is so, what would change it, and how to hand it on.

use leptos::prelude::*;

use super::browser::channel;
use super::check::{Choosing, Events, Readings, Role, Zones};
use super::parts::{If, whether};
use super::state::{Page, details};
use crate::text::Command;

/// Everything of the details.
#[component]
pub(super) fn Details() -> AnyView {
    let page = Page::get();
    let choosing = Choosing::new();
    channel::listen(details::RUN, move |key| {
        if let Some(command) = Command::read(&key) {
            run(choosing, command);
        }
    });
    request_animation_frame(|| channel::tell(details::READY, ""));
    let entered = whether(move || {
        page.plan
            .with(|plan| plan.draft.submission.is_some() && plan.draft.priority.is_some())
    });
    view! {
        <If when=entered>
            <Events/>
            <Readings/>
        </If>
        <Zones choosing/>
    }
    .into_any()
}

/// Carries out what the details are told.
fn run(choosing: Choosing, command: Command) {
    match command {
        Command::TicketZone => choosing.ask(Role::Ticket),
        Command::ViewerZone => choosing.ask(Role::Viewer),
        _ => {}
    }
}
