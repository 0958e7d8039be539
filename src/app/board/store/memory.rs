//! Changes while nothing can be kept: they stay in this tab, and are kept when that is possible again.

use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;

use leptos::prelude::*;

use super::change::{Change, Changes, Done, Made};
use super::{Keeping, Store};
use crate::app::browser::turn::turn;
use crate::plan::{Ticket, TicketKeys, TicketSubject, TicketSwap};

/// How many changes are made at a time.
const AT_ONCE: u32 = 512;
/// Keys from here on are given while nothing can be kept: at random, so that tabs do not give the same.
pub(super) const UNKEPT: u32 = 1 << 31;

/// What is only in this tab.
#[derive(Default)]
pub(super) struct Memory {
    /// New tickets.
    new: TicketKeys,
    /// Tickets that were changed, as they are stored; none where they are not.
    changed: BTreeMap<u32, Option<Ticket>>,
    /// The next key.
    next: Option<u32>,
}

impl Memory {
    /// The first of `count` keys.
    fn reserve(&mut self, count: u32) -> u32 {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a number below 2^30"
        )]
        let random = || UNKEPT + (js_sys::Math::random() * f64::from(1 << 30)) as u32;
        let first = self.next.unwrap_or_else(random);
        self.next = Some(first.saturating_add(count));
        first
    }

    fn len(&self) -> u32 {
        let changed = u32::try_from(self.changed.len()).unwrap_or(u32::MAX);
        self.new.len().saturating_add(changed)
    }

    /// The keys of all of them, in their order.
    fn keys(&self) -> Vec<u32> {
        let new = self.new.ranges().flatten();
        let mut keys: Vec<u32> = new.chain(self.changed.keys().copied()).collect();
        keys.sort_unstable();
        keys.dedup();
        keys
    }

    /// Remembers that a ticket was `before` when it is not so any more.
    fn note(&mut self, key: u32, before: Option<&Ticket>) {
        if self.new.ranges().any(|range| range.contains(&key)) {
            return;
        }
        if before.is_none() {
            self.new.push(key);
        } else {
            self.changed.entry(key).or_insert_with(|| before.cloned());
        }
    }
}

impl Store {
    /// The first of `count` new keys, in this tab alone.
    pub(super) fn reserve_unkept(self, count: u32) -> u32 {
        self.inner().memory.borrow_mut().reserve(count)
    }

    /// Makes changes in this tab alone.
    pub(super) async fn remember(
        self,
        subject: TicketSubject,
        total: u32,
        changes: &Changes,
    ) -> Done {
        let mut done = Done::nothing(subject, false);
        let inner = self.inner();
        let mut start = 0;
        while start < total {
            let end = start.saturating_add(AT_ONCE).min(total);
            let (mut now, mut gone) = (Vec::new(), Vec::new());
            for change in changes(start..end) {
                let (key, seen, is_new) = (change.key(), change.seen(), change.is_new());
                let before = if seen { None } else { self.have(key) };
                if let Made::So(after) = done.make(change, before.as_ref()) {
                    let mut memory = inner.memory.borrow_mut();
                    memory.note(key, before.as_ref());
                    match after {
                        Some(ticket) if is_new || !seen => now.push(ticket),
                        Some(_) => {}
                        None => gone.push(key),
                    }
                }
            }
            self.show(&now, &gone);
            start = end;
            if start < total {
                turn().await;
            }
        }
        self.unkept.set(inner.memory.borrow().len());
        done
    }

    /// Tries again to keep what is only in this tab.
    pub(in crate::app) fn retry(self) {
        leptos::task::spawn_local(async move {
            let inner = self.inner();
            if inner.memory.borrow().len() == 0 && !inner.views_unkept.get() {
                self.begin().await;
                return;
            }
            let Some(database) = self.reopen().await else {
                return;
            };
            self.keeping.set(Keeping::Writing(0));
            let keys = inner.memory.borrow().keys();
            let total = u32::try_from(keys.len()).unwrap_or(u32::MAX);
            let changes: Changes = Rc::new(move |range: Range<u32>| {
                let range = range.start as usize..range.end as usize;
                let keys = keys.get(range).unwrap_or_default();
                let inner = self.inner();
                let memory = inner.memory.borrow();
                let swap = |key: &u32| {
                    Change::Swap(TicketSwap {
                        key: *key,
                        expected: memory.changed.get(key).cloned().flatten(),
                        wanted: self.have(*key),
                    })
                };
                keys.iter().map(swap).collect()
            });
            let subject = TicketSubject::Replaced;
            match self.write(&database, subject, None, total, &changes).await {
                Ok(done) => {
                    *inner.memory.borrow_mut() = Memory::default();
                    self.unkept.set(0);
                    // What another tab changed meanwhile is shown as it is kept.
                    self.reload(&done.differ.into_iter().collect()).await;
                    if inner.views_unkept.get() {
                        self.set_views(self.views.get_untracked());
                    }
                    self.keeping.set(Keeping::Kept);
                    if !inner.loaded.get() {
                        self.begin().await;
                    }
                }
                Err(refusal) => self.give_up(refusal.into()),
            }
        });
    }
}
