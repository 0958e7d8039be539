//! Taking an import: its tickets are shown first, in slices, then kept in one piece.

use std::ops::Range;
use std::rc::Rc;

use super::deeds::Deeds;
use super::store::{Change, Interrupted};
use crate::app::browser::{mark::mark, turn::turn};
use crate::board::{Fate, Merge};
use crate::plan::{TicketEdit, TicketSubject};
use crate::text::deed;

/// Rows that are shown in one task: a few milliseconds.
const AT_ONCE: usize = 4_000;

impl Deeds {
    /// Takes what was merged: new tickets, and changes of those that are there. `source` says where it comes
    /// from: the name of a file, or nothing.
    pub(super) fn import(self, merge: Merge, source: String) {
        self.act(async move {
            let (first, edits) = self.show(merge).await;
            let new = first.len();
            let total = new + u32::try_from(edits.len()).unwrap_or(0);
            let desk = self.desk();
            let changes = move |range: Range<u32>| -> Vec<Change> {
                let changed = range.start.max(new)..range.end.max(new);
                let range = range.start.min(new)..range.end.min(new);
                let shown = desk.with(|board| {
                    let tickets = board.tickets();
                    let keys = first.start + range.start..first.start + range.end;
                    let tickets = keys.filter_map(|key| tickets.get(tickets.index_of(key)?));
                    tickets.map(Change::Shown).collect::<Vec<_>>()
                });
                let edits = edits.get((changed.start - new) as usize..(changed.end - new) as usize);
                let edits = edits.unwrap_or_default().iter();
                let edits = edits.map(|(key, edit)| Change::Edit(*key, edit.clone()));
                shown.into_iter().chain(edits).collect()
            };
            let subject = TicketSubject::Imported;
            let import = Interrupted {
                source,
                tickets: total,
            };
            let done = self
                .store()
                .change(subject, Some(import), total, Rc::new(changes))
                .await;
            mark("board:kept");
            desk.reorder();
            self.say(subject, &done, deed::Way::Done);
        });
    }

    /// Shows the new tickets; gives their keys, and the edits of those that are there.
    async fn show(self, mut merge: Merge) -> (KeyRange, Vec<(u32, TicketEdit)>) {
        let count = u32::try_from(merge.merged().new).unwrap_or(0);
        let start = self.store().reserve(count).await;
        let mut next = start;
        let mut edits = Vec::new();
        let mut place = 0;
        while place < merge.len() {
            let range = place..(place + AT_ONCE).min(merge.len());
            place = range.end;
            self.desk().change(|board| {
                for (fate, row) in merge.rows(range) {
                    match fate {
                        Fate::New => {
                            board.put_row(next, &row);
                            next += 1;
                        }
                        Fate::Changed(key) => edits.push((key, row.edit())),
                        Fate::Unchanged(_) | Fate::Conflict(_) => {}
                    }
                }
            });
            merge.let_go(place);
            turn().await;
        }
        self.desk().reorder();
        (KeyRange { start, end: next }, edits)
    }
}

/// Keys that follow each other.
#[derive(Clone, Copy)]
struct KeyRange {
    start: u32,
    end: u32,
}

impl KeyRange {
    const fn len(self) -> u32 {
        self.end - self.start
    }
}
