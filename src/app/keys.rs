//! Keys that do something wherever the focus is.

use leptos::prelude::untrack;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

use super::browser::document;
use super::command;
use super::state::Page;
use crate::text::Command;

/// Listens for as long as the page lives.
pub(super) fn listen(page: Page) {
    document::on_key(move |event| {
        if let Some(command) = meant(page, &event) {
            event.prevent_default();
            command::run(page, command);
        }
    });
}

/// The command a key calls: with Ctrl or Command wherever the focus is, by itself where nothing is typed.
fn meant(page: Page, event: &KeyboardEvent) -> Option<Command> {
    // What an input method is given is not meant for the page.
    if event.is_composing() || event.key_code() == 229 || event.alt_key() {
        return None;
    }
    let key = event.key();
    if event.ctrl_key() || event.meta_key() {
        return match key.to_lowercase().as_str() {
            "k" => Some(Command::Palette),
            "z" if typing(event) => None,
            "z" if event.shift_key() => Some(Command::Redo),
            "z" => Some(Command::Undo),
            "y" if !typing(event) => Some(Command::Redo),
            _ => None,
        };
    }
    if !untrack(|| page.settings.keys()) || typing(event) || document::in_dialog() {
        return None;
    }
    // A space presses what has the focus.
    if key == " "
        && focused(
            event,
            "button, a, summary, input, select, label, [role=slider], [tabindex]:not([tabindex='-1'])",
        )
    {
        return None;
    }
    Command::called_by(&key)
}

/// Whether the focus is where something is typed or chosen.
fn typing(event: &KeyboardEvent) -> bool {
    focused(
        event,
        "input:not([type=radio], [type=checkbox]), select, textarea, dialog, [contenteditable]",
    )
}

fn focused(event: &KeyboardEvent, selector: &str) -> bool {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|element| element.closest(selector).ok().flatten().is_some())
}
