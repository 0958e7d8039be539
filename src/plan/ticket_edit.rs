//! What can be done to a ticket of the board.

use super::{Ticket, cut_reason};
use crate::engine::{Error, Event, EventKind, History, Instant};

/// One thing done to a ticket, as data: it can be applied to the stored record, wherever that is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TicketEdit {
    /// Something happened: a reply, a pause, its end, a confirmation, a solution ...
    Add {
        /// When.
        at: Instant,
        /// What.
        kind: EventKind,
    },
    /// An event that was entered here did not happen.
    RemoveEvent {
        /// Its sequence number.
        sequence: u32,
    },
    /// Everything of it is something else, but for its key.
    Replace {
        /// Its number.
        number: String,
        /// Its title.
        title: String,
        /// What happened to it.
        events: Vec<Event>,
    },
    /// It was imported again: what was imported before is replaced, what was entered here stays.
    Import {
        /// Its title; the one it has stays where this is empty.
        title: String,
        /// What happened to it, as imported.
        events: Vec<Event>,
    },
    /// It is deleted.
    Delete,
}

impl TicketEdit {
    /// The ticket after it; none when it is deleted. What changes nothing gives the ticket as it is.
    ///
    /// # Errors
    /// [`Error::Contradiction`] when the events would contradict each other; the ticket stays as it is.
    ///
    /// ```
    /// use sla_planner::engine::{Event, EventKind, Instant, Rank};
    /// use sla_planner::plan::{Ticket, TicketEdit};
    /// let at: Instant = "2026-02-14T17:50:00+08:00".parse()?;
    /// let submitted = EventKind::Submitted { priority: Rank(2) };
    /// let ticket = Ticket {
    ///     key: 1,
    ///     number: "SPT-1042".to_owned(),
    ///     title: String::new(),
    ///     events: vec![Event::new(at, submitted)],
    /// };
    /// let replied = TicketEdit::Add { at: at.plus(600)?, kind: EventKind::FirstReply };
    /// let ticket = replied.apply(&ticket)?.expect("it is not deleted");
    /// assert_eq!(ticket.events[1].sequence, Some(1));
    /// assert!(replied.apply(&ticket).is_err(), "a first reply is given once");
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    pub fn apply(&self, ticket: &Ticket) -> Result<Option<Ticket>, Error> {
        let mut after = ticket.clone();
        match self {
            Self::Add { at, kind } => {
                let kind = match kind {
                    EventKind::Paused { reason } => EventKind::Paused {
                        reason: cut_reason(reason),
                    },
                    kind => kind.clone(),
                };
                let sequence = Some(ticket.next_sequence());
                after.events.push(Event {
                    at: *at,
                    sequence,
                    kind,
                });
            }
            Self::RemoveEvent { sequence } => {
                let other = |event: &Event| event.sequence != Some(*sequence);
                after.events.retain(other);
            }
            Self::Replace {
                number,
                title,
                events,
            } => {
                after.number.clone_from(number);
                after.title.clone_from(title);
                after.events.clone_from(events);
            }
            Self::Import { title, events } => {
                if !title.is_empty() {
                    after.title.clone_from(title);
                }
                after.import(events);
            }
            Self::Delete => return Ok(None),
        }
        after.events.sort();
        History::read(&after.events)?;
        Ok(Some(after))
    }
}

impl Ticket {
    /// The sequence number of the next event that is entered here.
    fn next_sequence(&self) -> u32 {
        let numbers = self.events.iter().filter_map(|event| event.sequence);
        numbers.max().map_or(1, |last| last.saturating_add(1))
    }

    /// Replaces what was imported; what was entered here stays.
    fn import(&mut self, events: &[Event]) {
        self.events.retain(|event| event.sequence.is_some());
        let imports_submission = events.iter().any(is_submission);
        if imports_submission {
            self.events.retain(|event| !is_submission(event));
        }
        for event in events {
            // A plan file also brings what was entered here before, or in another browser.
            let same = |known: &Event| {
                known.sequence.is_some() && (known.at, &known.kind) == (event.at, &event.kind)
            };
            if self.events.iter().any(same) {
                continue;
            }
            let mut event = event.clone();
            let number = event.sequence;
            if number.is_some() && self.events.iter().any(|known| known.sequence == number) {
                event.sequence = Some(self.next_sequence());
            }
            self.events.push(event);
        }
    }
}

const fn is_submission(event: &Event) -> bool {
    matches!(event.kind, EventKind::Submitted { .. })
}

#[cfg(test)]
mod tests {
    use super::TicketEdit;
    use crate::engine::{Event, EventKind, Instant, Rank};
    use crate::plan::Ticket;

    fn at(minute: i64) -> Instant {
        Instant::from_epoch(1_771_062_600 + 60 * minute).expect("an instant")
    }

    fn event(minute: i64, sequence: Option<u32>, kind: EventKind) -> Event {
        Event {
            at: at(minute),
            sequence,
            kind,
        }
    }

    fn submitted() -> Event {
        event(0, None, EventKind::Submitted { priority: Rank(2) })
    }

    fn import(ticket: &Ticket, events: Vec<Event>) -> Vec<Event> {
        let title = String::new();
        let after = TicketEdit::Import { title, events }.apply(ticket);
        after
            .expect("no contradiction")
            .expect("not deleted")
            .events
    }

    #[test]
    fn what_was_entered_is_imported_once() {
        let entered = event(5, Some(1), EventKind::FirstReply);
        let ticket = Ticket {
            key: 1,
            number: "SPT-1".to_owned(),
            title: "题".to_owned(),
            events: vec![submitted(), entered.clone()],
        };
        assert_eq!(import(&ticket, ticket.events.clone()), ticket.events);
        let replied = event(5, None, EventKind::FirstReply);
        assert_eq!(import(&ticket, vec![submitted(), replied]), ticket.events);
        // Entered in another browser, under a number that is taken here.
        let confirmed = event(3, Some(1), EventKind::Confirmed);
        let expected = [
            submitted(),
            event(3, Some(2), EventKind::Confirmed),
            entered,
        ];
        assert_eq!(import(&ticket, vec![submitted(), confirmed]), expected);
    }
}
