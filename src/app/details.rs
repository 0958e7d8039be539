//! The program of the details: why the answer is so, what would change it, and how to hand it on.

use leptos::prelude::*;

use super::browser::channel;
use super::check::{Events, Readings};
use super::parts::{If, whether};
use super::state::{Page, details};
use crate::text::Command;

/// Everything of the details.
#[component]
pub(super) fn Details() -> AnyView {
    let page = Page::get();
    channel::listen(details::RUN, move |key| {
        if let Some(command) = Command::read(&key) {
            run(page, command);
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
    }
    .into_any()
}

/// Carries out what the details are told.
fn run(_page: Page, _command: Command) {}
