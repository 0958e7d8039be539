//! Board: many tickets, what breaches next first.

use leptos::prelude::*;

use super::browser::document;
use super::parts::{If, press, text, whether};
use super::state::Page;
use crate::board::{Filter, Order};
use crate::plan::{Draft, Edit, Plan};
use crate::text::{board as words, echo};

mod desk;
mod filters;
mod now_line;
mod table;

use desk::Desk;

/// The view.
#[component]
pub(super) fn BoardView() -> AnyView {
    let page = Page::get();
    let desk = Desk::open(page);
    let filter = RwSignal::new(Filter::default());
    let order = RwSignal::new(Order::default());
    Effect::new(move |before: Option<()>| {
        let filter = filter.get();
        if before.is_some() {
            desk.set_filter(filter);
        }
    });
    Effect::new(move |before: Option<()>| {
        let order = order.get();
        if before.is_some() {
            desk.set_order(order);
        }
    });
    let open = Callback::new(move |key| open_in_check(page, desk, key));
    let some = whether(move || desk.counts.with(|counts| counts.total > 0));
    let count = text(move || {
        desk.counts
            .with(|counts| words::how_many(page.lang(), counts.shown, counts.total))
    });
    let stale = whether(move || desk.counts.with(|counts| counts.stale));
    let none = whether(move || {
        desk.counts
            .with(|counts| counts.total > 0 && counts.shown == 0)
    });
    view! {
        <h1 class="unseen">{page.say(words::VIEW)}</h1>
        <If when=some>
            <filters::Filters filter/>
            <div class="above">
                <p class="count">{count}</p>
                <now_line::NowLine/>
                <If when=stale>
                    <button class="quiet" type="button" id="reorder" on:click=press(move || desk.reorder())>
                        {page.say(words::REORDER)}
                    </button>
                </If>
            </div>
            <table::Table order open/>
            <If when=none>
                <p class="soft">{page.say(words::NONE_FOUND)}</p>
            </If>
        </If>
    }
    .into_any()
}

/// Shows the ticket with this key in Check, in the place of what is there, which can be taken back.
fn open_in_check(page: Page, desk: Desk, key: u32) {
    let draft = desk.with(|board| {
        let tickets = board.tickets();
        let ticket = tickets.get(tickets.index_of(key)?)?;
        let (at, _) = ticket.submission()?;
        Draft::of(&ticket, echo::typed(untrack(|| page.service()).local(at)))
    });
    if let Some(draft) = draft {
        let plan = page.plan.with_untracked(|plan| Plan {
            draft,
            ..plan.clone()
        });
        page.edit(Edit::Replace(Box::new(plan)));
        document::go("/check");
    }
}
