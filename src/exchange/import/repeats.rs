//! Several rows of one ticket.

use std::hash::{BuildHasher, RandomState};

/// Rows that were taken, by what tells their tickets apart.
///
/// Only hashes are kept, as there may be very many; the ids are compared where two are alike.
#[derive(Debug, Default)]
pub(super) struct Repeats {
    state: RandomState,
    /// The hash of the id, the line, and the place among the rows.
    rows: Vec<(u64, u32, u32)>,
}

impl Repeats {
    /// Notes that the row at `line` and `place` is of the ticket called `id`.
    pub(super) fn note(&mut self, id: &str, line: u32, place: u32) {
        if !id.is_empty() {
            self.rows.push((self.state.hash_one(id), line, place));
        }
    }

    /// The lines of rows whose ticket a later row is of too, with the line of the last such, ascending; `id` says
    /// that of the row at a place.
    pub(super) fn superseded(&mut self, id: impl Fn(u32) -> String) -> Vec<(u32, u32)> {
        self.rows.sort_unstable();
        let mut superseded = Vec::new();
        for alike in self.rows.chunk_by(|one, other| one.0 == other.0) {
            for (place, (_, line, row)) in alike.iter().enumerate() {
                let mut later = alike.iter().skip(place + 1).rev();
                let own = || id(*row);
                let last = later.find(|(_, _, other)| own() == id(*other));
                superseded.extend(last.map(|(_, last, _)| (*line, *last)));
            }
        }
        superseded.sort_unstable();
        superseded
    }
}
