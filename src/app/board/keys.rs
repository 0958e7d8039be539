//! Keys on the board. They are heard before those of the page, most of which are about the ticket in Check.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

use super::deeds::Deeds;
use super::desk::Desk;
use crate::app::browser::document;
use crate::app::state::Page;
use crate::board::Selection;
use crate::engine::EventKind;
use crate::plan::TicketEdit;
use crate::text::{Command, event as words};

/// Listens for as long as the page lives.
pub(super) fn listen(page: Page, desk: Desk, deeds: Deeds) {
    document::on_key_first(move |event| {
        if document::view() == "board" && !passes(page, desk, deeds, event) {
            event.stop_propagation();
        }
    });
}

/// Does what a key means on the board; gives whether the page is to hear it as well.
fn passes(page: Page, desk: Desk, deeds: Deeds, event: &KeyboardEvent) -> bool {
    if event.is_composing() || event.key_code() == 229 || event.alt_key() || typing(event) {
        return true;
    }
    let key = event.key();
    if event.ctrl_key() || event.meta_key() {
        match key.to_lowercase().as_str() {
            "z" if event.shift_key() => deeds.redo(),
            "z" => deeds.undo(),
            "y" => deeds.redo(),
            _ => return true,
        }
        event.prevent_default();
        return false;
    }
    if !untrack(|| page.settings.keys()) || document::in_dialog() {
        return true;
    }
    let Some(command) = Command::called_by(&key) else {
        return true;
    };
    let kind = match command {
        Command::Hold | Command::Language | Command::Theme | Command::Help => return true,
        Command::Time => {
            document::focus("search");
            event.prevent_default();
            return false;
        }
        Command::Undo => {
            deeds.undo();
            return false;
        }
        Command::Redo => {
            deeds.redo();
            return false;
        }
        Command::Replied => EventKind::FirstReply,
        Command::Confirmed => EventKind::Confirmed,
        Command::Resolved => EventKind::Resolved,
        Command::Paused if paused(desk) => EventKind::Resumed,
        Command::Paused => EventKind::Paused {
            reason: untrack(|| words::WAITING_FOR_CUSTOMER.say(page.lang())).to_owned(),
        },
        _ => return false,
    };
    let at = page.clock.read();
    deeds.edit_selected(TicketEdit::Add { at, kind });
    false
}

/// Whether the first of what is selected is paused.
fn paused(desk: Desk) -> bool {
    let keys = desk.selection.with_untracked(Selection::keys);
    desk.with(|board| {
        let index = keys.first().and_then(|key| board.tickets().index_of(*key));
        index.and_then(|index| board.state(index)) == Some(crate::board::State::Paused)
    })
}

/// Whether the focus is where something is typed or chosen.
fn typing(event: &KeyboardEvent) -> bool {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    let fields = "input:not([type=checkbox], [type=radio]), select, textarea, dialog";
    target.is_some_and(|element| element.closest(fields).ok().flatten().is_some())
}
