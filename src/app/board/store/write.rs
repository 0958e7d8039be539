//! Writing to what is kept: each change in one transaction.

use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::change::{Changes, Done, Made};
use super::open::{number, percent, put};
use super::shape::{IMPORT, META, NEXT, TICKETS, VIEWS};
use super::{Interrupted, Keeping, Store};
use crate::app::browser::database::{self, Database, Refusal, Transaction};
use crate::app::browser::room;
use crate::plan::{BLOCK, TicketBlock, TicketKeys, TicketSubject};

/// How many changes are made at a time: a few milliseconds of work.
const AT_ONCE: u32 = 512;

impl Store {
    /// The first of `count` keys that nothing else has or will have.
    pub(in crate::app) async fn reserve(self, count: u32) -> u32 {
        if let Some(database) = self.database() {
            match next(&database, count).await {
                Ok(first) => return first,
                Err(refusal) => self.give_up(refusal.into()),
            }
        }
        self.reserve_unkept(count)
    }

    /// Keeps the saved views.
    pub(in crate::app) fn set_views(self, views: String) {
        self.views.set(views.clone());
        let inner = self.inner();
        inner.views_unkept.set(true);
        let Some(database) = self.database() else {
            return;
        };
        leptos::task::spawn_local(async move {
            let write = async {
                let writing = database.write(&[META])?;
                writing.put(META, Some(&VIEWS.into()), &views.into())?;
                writing.done().await
            };
            match write.await {
                Ok(()) => {
                    inner.views_unkept.set(false);
                    self.tell_tabs(super::tabs::VIEWS);
                }
                Err(refusal) => self.give_up(refusal.into()),
            }
        });
    }

    /// Makes changes in one transaction, and tells what came of them when it is written.
    pub(super) async fn write(
        self,
        database: &Rc<Database>,
        subject: TicketSubject,
        import: Option<Interrupted>,
        total: u32,
        changes: &Changes,
    ) -> Result<Done, Refusal> {
        let large = total > AT_ONCE;
        if large {
            self.keeping.set(Keeping::Writing(0));
        }
        if let Some(Interrupted { source, tickets }) = &import {
            // The transaction of the changes waits for this one, and for no other.
            let note = serde_json::json!({ "tickets": tickets, "source": source });
            let noting = database.write(&[META])?;
            noting.put(META, Some(&IMPORT.into()), &note.to_string().into())?;
        }
        let writing = database.write(&[TICKETS, META])?;
        let made = self.make(&writing, subject, total, changes).await;
        let (done, told, untold) = match made {
            Ok(made) => made,
            Err(refusal) => {
                writing.abort();
                return Err(refusal);
            }
        };
        writing.delete(META, &IMPORT.into())?;
        writing.done().await?;
        if large {
            self.keeping.set(Keeping::Kept);
        }
        if !told.is_empty() {
            self.tell_tabs(&format!("{}{}", super::tabs::TICKETS, told.write()));
        }
        if !untold.is_empty() {
            self.reload(&untold).await;
        }
        if import.is_some() && !self.inner().persisted.replace(true) {
            leptos::task::spawn_local(room::persist());
        }
        Ok(done)
    }

    /// Makes changes within a transaction, and shows new tickets. Gives what came of them, the keys of all tickets
    /// that changed, and of those that the board does not show so yet.
    async fn make(
        self,
        writing: &Transaction,
        subject: TicketSubject,
        total: u32,
        changes: &Changes,
    ) -> Result<(Done, TicketKeys, TicketKeys), Refusal> {
        let mut done = Done::nothing(subject, true);
        let (mut changed, mut unseen) = (TicketKeys::default(), TicketKeys::default());
        // Whether there is a block need not be asked one by one.
        let known = if total > AT_ONCE {
            let places = writing.keys(TICKETS).await?;
            Some(places.iter().filter_map(number).collect::<Vec<u32>>())
        } else {
            None
        };
        let mut block: Option<TicketBlock> = None;
        let mut start = 0;
        while start < total {
            let end = start.saturating_add(AT_ONCE).min(total);
            let mut waited = false;
            let mut new = Vec::new();
            for change in changes(start..end) {
                let (key, seen, is_new) = (change.key(), change.seen(), change.is_new());
                let place = TicketBlock::place(key);
                let mut current = match block.take() {
                    Some(block) if block.number() == place => block,
                    other => {
                        if let Some(block) = other {
                            put(writing, &block)?;
                        }
                        let there = known
                            .as_ref()
                            .is_none_or(|known| known.binary_search(&place).is_ok());
                        waited |= there;
                        if there {
                            fetch(writing, place).await?
                        } else {
                            TicketBlock::new(place)
                        }
                    }
                };
                let before = current.get(key).and_then(Result::ok);
                if let Made::So(after) = done.make(change, before.as_ref()) {
                    changed.push(key);
                    if !seen {
                        unseen.push(key);
                    }
                    match after {
                        Some(ticket) => {
                            current.put(&ticket);
                            if is_new {
                                new.push(ticket);
                            }
                        }
                        None => current.remove(key),
                    }
                }
                block = Some(current);
            }
            self.show(&new, &[]);
            if !waited {
                // Keeps the transaction going, and lets the browser do something else.
                writing.get(META, &NEXT.into()).await?;
            }
            start = end;
            if total > AT_ONCE {
                self.keeping
                    .set(Keeping::Writing(percent(start as usize, total as usize)));
            }
        }
        if let Some(block) = block {
            put(writing, &block)?;
        }
        Ok((done, changed, unseen))
    }
}

async fn fetch(writing: &Transaction, place: u32) -> Result<TicketBlock, Refusal> {
    let kept = writing.get(TICKETS, &place.into()).await?;
    let kept = database::bytes(&kept).unwrap_or_default();
    Ok(TicketBlock::read(place, &kept))
}

/// Takes `count` keys. Many begin with a block of their own.
async fn next(database: &Database, count: u32) -> Result<u32, Refusal> {
    let writing = database.write(&[META])?;
    let kept = number(&writing.get(META, &NEXT.into()).await?)
        .unwrap_or(1)
        .max(1);
    let first = if count < BLOCK {
        kept
    } else {
        kept.next_multiple_of(BLOCK)
    };
    let next = JsValue::from(first.saturating_add(count));
    writing.put(META, Some(&NEXT.into()), &next)?;
    writing.done().await?;
    Ok(first)
}
