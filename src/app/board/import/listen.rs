//! Pasting and dropping anywhere on the board.

use leptos::prelude::*;

use super::Importing;
use super::importing::Source;
use crate::app::browser::brought::{Brought, on_drop, on_paste};
use crate::app::browser::document;

/// Listens for as long as the page lives.
pub(super) fn listen(importing: Importing, over: RwSignal<bool>) {
    let shift = StoredValue::new(false);
    document::on_key_first(move |event| {
        let pastes = event.key().eq_ignore_ascii_case("v");
        shift.set_value(pastes && event.shift_key());
    });
    on_paste(move |brought| {
        if !wanted() {
            return;
        }
        // Ctrl Shift V pastes text as it is: it can be looked at before it is read.
        match brought {
            Brought::Text(text) if shift.get_value() => importing.ask(text.into()),
            brought => take(importing, brought),
        }
    });
    on_drop(
        wanted,
        move |is_over| over.set(is_over),
        move |brought| take(importing, brought),
    );
}

/// Whether the board is shown, and no other dialog than the import's is open.
fn wanted() -> bool {
    document::view() == "board" && document::dialog().is_none_or(|id| id == super::DIALOG)
}

fn take(importing: Importing, brought: Brought) {
    match brought {
        Brought::Text(text) => importing.begin(Source::Text(text)),
        Brought::File(file) => importing.begin(Source::File(file)),
        Brought::Several => importing.refuse_brought(true),
        Brought::Nothing => importing.refuse_brought(false),
    }
}
