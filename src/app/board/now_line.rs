//! What matters now, in a line: how many are in which state, and what is crossed next.

use leptos::prelude::*;

use super::desk::Desk;
use crate::app::parts::text;
use crate::app::state::Page;
use crate::text::board_line;

/// The line. It moves every second and is no live region; crossings are told elsewhere.
#[component]
pub(super) fn NowLine() -> AnyView {
    let page = Page::get();
    let desk = Desk::get();
    let said = text(move || {
        desk.follow_rows();
        let reader = page.reader();
        let counts = desk.counts.get();
        let next = desk.with(|board| {
            let (index, crossing) = board.next_of_all()?;
            Some((board.tickets().get(index)?, crossing))
        });
        let next = next.as_ref().map(|(ticket, crossing)| (ticket, *crossing));
        let now = desk.now();
        page.terms
            .with(|terms| board_line(&reader, terms.policy(), &counts.tally, next, now))
    });
    view! { <p class="now-line">{said}</p> }.into_any()
}
