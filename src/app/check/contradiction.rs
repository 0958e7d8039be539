//! Why there is no answer to what was entered.

use leptos::prelude::*;

use crate::app::parts::text;
use crate::app::state::{Answer, Page};
use crate::text::{check as words, ticket_error};

/// What contradicts itself, or cannot be computed, and how to mend it.
#[component]
pub(in crate::app) fn Contradiction() -> AnyView {
    let page = Page::get();
    let wrong = text(move || {
        page.answer.with(|answer| match answer {
            Answer::Wrong(problem) => {
                let said = ticket_error(page.lang(), page.service(), problem);
                said.unwrap_or_else(|| words::DAMAGED.say(page.lang()).to_owned())
            }
            _ => String::new(),
        })
    });
    view! { <div class="error" role="alert" id="contradiction">{wrong}</div> }.into_any()
}
