//! Twelve made-up tickets.

use leptos::prelude::*;

use crate::app::board::deeds::Deeds;
use crate::app::board::desk::Desk;
use crate::app::state::Page;
use crate::board::Merge;
use crate::text::import::examples;

/// Puts them on the board.
pub(super) fn take(page: Page, desk: Desk, deeds: Deeds) {
    let batch = examples(untrack(|| page.lang()), page.clock.read());
    let mut merge = Merge::default();
    desk.with(|board| merge.take(batch, board.tickets()));
    deeds.import(merge, String::new());
}
