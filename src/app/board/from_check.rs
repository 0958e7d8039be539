//! Keeping the ticket that Check hands over.

use std::rc::Rc;

use leptos::prelude::*;

use super::deeds::Deeds;
use super::store::Change;
use crate::app::state::{Page, handing};
use crate::engine::{Event, EventKind};
use crate::plan::{Draft, Edit, Plan, Source, Ticket, TicketEdit, TicketSubject};
use crate::text::deed;

/// Keeps what Check hands over, once everything that is kept has been read.
pub(super) fn listen(page: Page, deeds: Deeds) {
    let waiting: RwSignal<Vec<Plan>> = RwSignal::new(Vec::new());
    handing::take(move |plan| waiting.update(|waiting| waiting.push(plan)));
    Effect::new(move |_| {
        if deeds.store().ready() && !deeds.doing() && waiting.with(|waiting| !waiting.is_empty()) {
            let plan = waiting.try_update(|waiting| waiting.remove(0));
            if let Some(plan) = plan {
                keep(page, deeds, plan);
            }
        }
    });
}

fn keep(page: Page, deeds: Deeds, mut plan: Plan) {
    let Some(Source { key, name }) = plan.draft.source.take() else {
        return;
    };
    let known = deeds.desk().with(|board| {
        let tickets = board.tickets();
        tickets.get(tickets.index_of(key)?)
    });
    deeds.act(async move {
        let done = match known.and_then(|ticket| plan.draft.ticket(&ticket)) {
            Some(ticket) => {
                let edit = TicketEdit::Replace {
                    number: ticket.number,
                    title: ticket.title,
                    events: ticket.events,
                };
                deeds.store().edit(vec![key], edit).await
            }
            None => {
                let key = deeds.store().reserve(1).await;
                let Some(ticket) = ticket(&plan.draft, key, name) else {
                    return;
                };
                plan.draft.source = Some(Source {
                    key,
                    name: ticket.number.clone(),
                });
                let changes = Rc::new(move |_| vec![Change::New(ticket.clone())]);
                let subject = TicketSubject::Replaced;
                deeds.store().change(subject, None, 1, changes).await
            }
        };
        let refused = !done.refused.is_empty();
        deeds.say(TicketSubject::Replaced, &done, deed::Way::Done);
        deeds.desk().reorder();
        if let Some(source) = plan.draft.source.clone() {
            page.edit(Edit::Replace(Box::new(plan)));
            handing::kept(&source.name);
        } else if !refused {
            handing::kept("");
        }
    });
}

/// A new ticket as `draft` has it. Without a name it is called by its key.
fn ticket(draft: &Draft, key: u32, name: String) -> Option<Ticket> {
    let submission = draft.submission?;
    let priority = draft.priority?;
    let submitted = Event {
        at: submission.at,
        sequence: Some(0),
        kind: EventKind::Submitted { priority },
    };
    let number = if name.is_empty() {
        format!("#{key}")
    } else {
        name
    };
    let ticket = Ticket {
        key,
        number,
        title: String::new(),
        events: vec![submitted],
    };
    draft.ticket(&ticket)
}
