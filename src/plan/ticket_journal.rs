//! What was done to tickets of the board, so that it can be taken back and done again.

use std::ops::Range;

use super::bytes::{Reader, Writer};
use super::packed;
use super::{Ticket, TicketEdit, event_key};

/// The most steps that can be taken back.
const MOST: usize = 50;
/// The most bytes that steps hold together; the last one is kept however large it is.
const MOST_BYTES: usize = 4 << 20;

/// What a step did to tickets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TicketSubject {
    /// Something happened to them, by the key of its kind, such as `first-reply`.
    Event(&'static str),
    /// An event of them was removed.
    EventRemoved,
    /// They were edited.
    Replaced,
    /// They were imported.
    Imported,
    /// They were deleted.
    Deleted,
}

impl TicketEdit {
    /// What it does to tickets.
    #[must_use]
    pub const fn subject(&self) -> TicketSubject {
        match self {
            Self::Add { kind, .. } => TicketSubject::Event(event_key(kind)),
            Self::RemoveEvent { .. } => TicketSubject::EventRemoved,
            Self::Replace { .. } => TicketSubject::Replaced,
            Self::Import { .. } => TicketSubject::Imported,
            Self::Delete => TicketSubject::Deleted,
        }
    }
}

/// A ticket that is to be as it was: where it still is as expected, it becomes as wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TicketSwap {
    /// Its key.
    pub key: u32,
    /// How it should be now; none where there should be none.
    pub expected: Option<Ticket>,
    /// How it is to be; none where there is to be none.
    pub wanted: Option<Ticket>,
}

/// Some of the tickets of a step, ready to be swapped.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TicketSwaps {
    /// Those that are still as the step left them.
    pub swaps: Vec<TicketSwap>,
    /// The keys of those that were changed since: they are left as they are.
    pub changed: Vec<u32>,
}

/// A step: the tickets it touched, as they were before it. How they were after it is known by a checksum.
///
/// ```
/// use sla_planner::engine::{Event, EventKind, Instant, Rank};
/// use sla_planner::plan::{Ticket, TicketEdit, TicketJournal, TicketStep};
/// let at: Instant = "2026-02-14T17:50:00+08:00".parse()?;
/// let events = vec![Event::new(at, EventKind::Submitted { priority: Rank(2) })];
/// let before = Ticket { key: 1, number: "SPT-1042".to_owned(), title: String::new(), events };
/// let edit = TicketEdit::Add { at: at.plus(600)?, kind: EventKind::FirstReply };
/// let after = edit.apply(&before)?;
///
/// let mut journal = TicketJournal::default();
/// let mut step = TicketStep::new(edit.subject());
/// step.record(1, Some(&before), after.as_ref());
/// journal.done(step);
///
/// let step = journal.undo().expect("there is a step");
/// let ready = step.swaps(0..step.len(), |_| after.clone());
/// assert_eq!(ready.swaps[0].wanted, Some(before));
/// // What the store has swapped can be done again.
/// let mut back = step.back();
/// for swap in &ready.swaps {
///     back.record(swap.key, swap.expected.as_ref(), swap.wanted.as_ref());
/// }
/// journal.undone(back);
/// assert!(journal.redoable().is_some());
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TicketStep {
    subject: TicketSubject,
    entries: Vec<Entry>,
    images: Vec<u8>,
}

/// A ticket of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Entry {
    key: u32,
    /// Where the image of what it was begins; none where there was none.
    before: Option<u32>,
    /// The checksum of what it was made; none where it was deleted.
    after: Option<u32>,
}

impl TicketStep {
    /// A step that touched nothing yet.
    #[must_use]
    pub const fn new(subject: TicketSubject) -> Self {
        Self {
            subject,
            entries: Vec::new(),
            images: Vec::new(),
        }
    }

    /// A step for what is taken back of this one, or done again.
    #[must_use]
    pub const fn back(&self) -> Self {
        Self::new(self.subject)
    }

    /// Records that the ticket with this key was `before` and is `after`.
    pub fn record(&mut self, key: u32, before: Option<&Ticket>, after: Option<&Ticket>) {
        if before == after {
            return;
        }
        let before = before.and_then(|ticket| {
            let start = u32::try_from(self.images.len()).ok()?;
            let mut writer = Writer(std::mem::take(&mut self.images));
            packed::write(&mut writer, ticket);
            self.images = writer.0;
            Some(start)
        });
        self.entries.push(Entry {
            key,
            before,
            after: after.map(checksum),
        });
    }

    /// What it did.
    #[must_use]
    pub const fn subject(&self) -> TicketSubject {
        self.subject
    }

    /// How many tickets it touched.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether it touched none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// What takes the tickets at `range` of the step back, fewer where it reaches past the end; `have` gives a
    /// ticket as it is now.
    pub fn swaps(&self, range: Range<usize>, have: impl Fn(u32) -> Option<Ticket>) -> TicketSwaps {
        let mut ready = TicketSwaps::default();
        let end = range.end.min(self.entries.len());
        let entries = self.entries.get(range.start.min(end)..end);
        for entry in entries.unwrap_or_default() {
            let key = entry.key;
            let expected = have(key);
            if expected.as_ref().map(checksum) != entry.after {
                ready.changed.push(key);
                continue;
            }
            let wanted = entry.before.and_then(|start| {
                let image = self.images.get(start as usize..)?;
                packed::read(&mut Reader(image), key)
            });
            ready.swaps.push(TicketSwap {
                key,
                expected,
                wanted,
            });
        }
        ready
    }

    fn bytes(&self) -> usize {
        self.entries.len() * size_of::<Entry>() + self.images.len()
    }
}

/// What was done to tickets. The store applies it; a step is given out by [`Self::undo`], and what came of it
/// is told by [`Self::undone`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TicketJournal {
    past: Vec<TicketStep>,
    undone: Vec<TicketStep>,
}

impl TicketJournal {
    /// Takes a step that was done. One that touched nothing is none.
    pub fn done(&mut self, step: TicketStep) {
        if !step.is_empty() {
            self.undone.clear();
            self.push(step);
        }
    }

    /// Gives the last step out, to be taken back.
    pub fn undo(&mut self) -> Option<TicketStep> {
        self.past.pop()
    }

    /// Takes what was taken back of a step, so that it can be done again.
    pub fn undone(&mut self, back: TicketStep) {
        if !back.is_empty() {
            self.undone.push(back);
        }
    }

    /// Gives the last step that was taken back out, to be done again.
    pub fn redo(&mut self) -> Option<TicketStep> {
        self.undone.pop()
    }

    /// Takes what was done again of a step, so that it can be taken back.
    pub fn redone(&mut self, step: TicketStep) {
        if !step.is_empty() {
            self.push(step);
        }
    }

    /// The step that [`Self::undo`] would give out.
    #[must_use]
    pub fn undoable(&self) -> Option<&TicketStep> {
        self.past.last()
    }

    /// The step that [`Self::redo`] would give out.
    #[must_use]
    pub fn redoable(&self) -> Option<&TicketStep> {
        self.undone.last()
    }

    fn push(&mut self, step: TicketStep) {
        self.past.push(step);
        let mut bytes: usize = self.past.iter().map(TicketStep::bytes).sum();
        while self.past.len() > MOST || (self.past.len() > 1 && bytes > MOST_BYTES) {
            bytes -= self.past.remove(0).bytes();
        }
    }
}

/// A checksum of what a ticket is, its key apart (FNV-1a).
fn checksum(ticket: &Ticket) -> u32 {
    let mut writer = Writer::default();
    packed::write(&mut writer, ticket);
    let step = |hash: u32, byte: &u8| (hash ^ u32::from(*byte)).wrapping_mul(16_777_619);
    writer.0.iter().fold(2_166_136_261, step)
}

#[cfg(test)]
mod tests {
    use super::{MOST, TicketJournal, TicketStep, TicketSubject};
    use crate::plan::{Ticket, TicketEdit};

    fn ticket(key: u32, title: &str) -> Ticket {
        Ticket {
            key,
            number: format!("SPT-{key}"),
            title: title.to_owned(),
            events: Vec::new(),
        }
    }

    fn step(key: u32, before: Option<&str>, after: Option<&str>) -> TicketStep {
        let ticket = |title: &str| ticket(key, title);
        let mut step = TicketStep::new(TicketSubject::Replaced);
        step.record(key, before.map(ticket).as_ref(), after.map(ticket).as_ref());
        step
    }

    #[test]
    fn what_was_changed_since_is_left() {
        let mut step = TicketStep::new(TicketEdit::Delete.subject());
        let (kept, changed) = (ticket(1, "登录"), ticket(2, "注销"));
        step.record(1, Some(&ticket(1, "")), Some(&kept));
        step.record(2, Some(&ticket(2, "")), Some(&changed));
        step.record(3, Some(&ticket(3, "gone")), None);
        step.record(4, None, Some(&ticket(4, "new")));
        assert_eq!((step.len(), step.subject()), (4, TicketSubject::Deleted));
        let now = |key| match key {
            1 => Some(kept.clone()),
            2 => Some(ticket(2, "another tab")),
            4 => Some(ticket(4, "new")),
            _ => None,
        };
        assert_eq!(step.swaps(4..9, now), Default::default());
        let ready = step.swaps(0..9, now);
        assert_eq!(ready.changed, [2]);
        let wanted: Vec<Option<Ticket>> = ready.swaps.into_iter().map(|swap| swap.wanted).collect();
        assert_eq!(wanted, [Some(ticket(1, "")), Some(ticket(3, "gone")), None]);
    }

    #[test]
    fn steps_go_back_and_forth() {
        let mut journal = TicketJournal::default();
        journal.done(TicketStep::new(TicketSubject::Deleted));
        journal.done(step(1, Some("a"), Some("a")));
        assert_eq!(journal.undoable(), None, "what changes nothing is no step");
        journal.done(step(1, Some("a"), Some("b")));
        let undone = journal.undo().expect("a step");
        assert_eq!((journal.undoable(), journal.redoable()), (None, None));
        journal.undone(undone.back());
        assert_eq!(journal.redoable(), None, "nothing of it was taken back");
        journal.undone(step(1, Some("b"), Some("a")));
        let redone = journal.redo().expect("a step");
        let ready = redone.swaps(0..1, |key| Some(ticket(key, "a")));
        assert_eq!(ready.swaps[0].wanted, Some(ticket(1, "b")));
        journal.redone(step(1, Some("a"), Some("b")));
        assert!(journal.undoable().is_some());
        journal.undone(step(2, Some("b"), Some("a")));
        journal.done(step(3, None, Some("c")));
        assert_eq!(
            journal.redoable(),
            None,
            "a new step ends what could be done again"
        );
    }

    #[test]
    fn only_so_many_steps_are_kept() {
        let mut journal = TicketJournal::default();
        for key in 0..60 {
            journal.done(step(key, None, Some("")));
        }
        let mut steps = 0;
        while journal.undo().is_some() {
            steps += 1;
        }
        assert_eq!(steps, MOST);
        // Of large ones fewer; the last one is kept however large it is.
        for key in 0..3 {
            journal.done(step(key, Some(&"x".repeat(3 << 20)), None));
        }
        assert!(journal.undo().is_some());
        assert_eq!(journal.undoable(), None);
    }
}
