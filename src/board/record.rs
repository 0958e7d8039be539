//! What happened to a ticket, in few bytes.

use crate::engine::{Event, EventKind, Instant, PlainSeconds, Rank};

pub(super) use crate::engine::NEVER;

/// What happened to a plain ticket, as columns hold it: each event once at most, imported or among the first
/// few that were entered here, none contradicting another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Record {
    pub(super) submitted: u32,
    pub(super) replied: u32,
    pub(super) confirmed: u32,
    pub(super) resolved: u32,
    pub(super) priority: u8,
    /// The sequence numbers: two bits for each of reply, confirmation and solution, 0 for none; then a bit for
    /// a submission that has the number 0. The last bit says that this is no record ([`FULL`]).
    pub(super) sequences: u8,
}

/// The bit that stands in the place of sequence numbers where a record does not hold the events.
pub(super) const FULL: u8 = 1 << 7;
/// The bit beside that of a ticket that was paused once, and is plain but for that.
pub(super) const PAUSED: u8 = 1 << 6;
/// The bit of a submission with the number 0.
const SUBMISSION: u8 = 1 << 6;

impl Record {
    /// That nothing is known.
    pub(super) const EMPTY: Self = Self {
        submitted: NEVER,
        replied: NEVER,
        confirmed: NEVER,
        resolved: NEVER,
        priority: 0,
        sequences: 0,
    };

    /// The record of events that are in order; none where it does not hold them.
    pub(super) fn of(events: &[Event]) -> Option<Self> {
        let (submission, rest) = events.split_first()?;
        let EventKind::Submitted { priority } = submission.kind else {
            return None;
        };
        let mut record = Self {
            submitted: second(submission.at),
            priority: priority.0,
            sequences: match submission.sequence {
                None => 0,
                Some(0) => SUBMISSION,
                Some(_) => return None,
            },
            ..Self::EMPTY
        };
        for event in rest {
            let resolved = record.resolved;
            let (slot, shift) = match event.kind {
                EventKind::FirstReply => (&mut record.replied, 0),
                EventKind::Confirmed if resolved == NEVER => (&mut record.confirmed, 2),
                EventKind::Resolved => (&mut record.resolved, 4),
                _ => return None,
            };
            if *slot != NEVER {
                return None;
            }
            *slot = second(event.at);
            record.sequences |= match event.sequence {
                None => 0,
                Some(sequence @ 1..=3) => u8::try_from(sequence).ok()? << shift,
                Some(_) => return None,
            };
        }
        Some(record)
    }

    /// The events, in order.
    pub(super) fn events(&self) -> Vec<Event> {
        let sequence = |shift: u8| Some(u32::from(self.sequences >> shift & 3));
        let entered = |shift: u8| sequence(shift).filter(|sequence| *sequence > 0);
        let submitted = Event {
            at: instant(self.submitted).unwrap_or(Instant::MIN),
            sequence: (self.sequences & SUBMISSION != 0).then_some(0),
            kind: EventKind::Submitted {
                priority: Rank(self.priority),
            },
        };
        let rest = [
            (self.confirmed, 2, EventKind::Confirmed),
            (self.replied, 0, EventKind::FirstReply),
            (self.resolved, 4, EventKind::Resolved),
        ];
        let mut events = Vec::with_capacity(4);
        events.push(submitted);
        for (at, shift, kind) in rest {
            if let Some(at) = instant(at) {
                let sequence = entered(shift);
                events.push(Event { at, sequence, kind });
            }
        }
        events.sort();
        events
    }

    /// The history, in seconds.
    pub(super) const fn seconds(&self) -> PlainSeconds {
        PlainSeconds {
            submitted: self.submitted,
            priority: self.priority,
            replied: self.replied,
            confirmed: self.confirmed,
            resolved: self.resolved,
            paused: NEVER,
            resumed: NEVER,
        }
    }

    /// Whether it does not hold the events.
    pub(super) const fn is_full(&self) -> bool {
        self.sequences & FULL != 0
    }

    /// Whether it does not hold the events because of one pause.
    pub(super) const fn is_paused(&self) -> bool {
        self.sequences == FULL | PAUSED
    }

    /// Whether all was imported.
    pub(super) const fn is_imported(&self) -> bool {
        self.sequences == 0
    }
}

/// An instant as columns hold it.
pub(super) const fn second(at: Instant) -> u32 {
    at.second()
}

/// What a column holds, as an instant.
pub(super) const fn instant(second: u32) -> Option<Instant> {
    // No instant is as late as never.
    Instant::from_second(second)
}

#[cfg(test)]
mod tests {
    use super::Record;
    use crate::engine::{Event, EventKind, Instant, Rank};

    fn event(second: i64, sequence: Option<u32>, kind: EventKind) -> Event {
        Event {
            at: Instant::from_epoch(second).expect("in range"),
            sequence,
            kind,
        }
    }

    const SUBMITTED: EventKind = EventKind::Submitted { priority: Rank(4) };

    #[test]
    fn plain_events_are_held() {
        for events in [
            vec![event(0, None, SUBMITTED)],
            vec![
                event(5, Some(0), SUBMITTED),
                event(6, Some(1), EventKind::FirstReply),
                event(6, Some(3), EventKind::Confirmed),
                event(9, Some(2), EventKind::Resolved),
            ],
            vec![
                event(5, None, SUBMITTED),
                event(5, None, EventKind::Confirmed),
                event(5, None, EventKind::FirstReply),
                event(5, None, EventKind::Resolved),
            ],
            vec![
                event(5, None, SUBMITTED),
                event(7, Some(1), EventKind::Resolved),
                event(7, None, EventKind::FirstReply),
            ],
            vec![
                event(5, None, SUBMITTED),
                event(Instant::MAX.epoch(), None, EventKind::FirstReply),
            ],
        ] {
            assert_eq!(
                Record::of(&events).map(|record| record.events()),
                Some(events)
            );
        }
    }

    #[test]
    fn others_are_not() {
        let submitted = event(5, None, SUBMITTED);
        for events in [
            vec![],
            vec![event(0, None, EventKind::FirstReply), submitted.clone()],
            vec![submitted.clone(), submitted.clone()],
            vec![event(5, Some(1), SUBMITTED)],
            vec![submitted.clone(), event(6, Some(4), EventKind::Resolved)],
            vec![submitted.clone(), event(6, Some(0), EventKind::Resolved)],
            vec![submitted.clone(), event(6, None, EventKind::Resumed)],
            vec![
                submitted.clone(),
                event(6, None, EventKind::FirstReply),
                event(7, None, EventKind::FirstReply),
            ],
            vec![
                submitted.clone(),
                event(6, None, EventKind::Resolved),
                event(7, None, EventKind::Confirmed),
            ],
        ] {
            assert_eq!(Record::of(&events), None, "{events:?}");
        }
    }
}
