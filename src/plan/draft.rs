//! The ticket being checked.

use serde::Serialize;

use super::{Ticket, happening};
use crate::engine::{
    Error, Event, EventKind, Expected, History, Instant, Misread, Node, Rank, Zone,
};

/// When the ticket was submitted, as it was understood when it was typed. Kept so that `17:50` or `2h ago`
/// still means the same tomorrow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Submission {
    /// The instant.
    pub at: Instant,
    /// Whether a zone was written, so that no other can be assumed.
    pub zone_written: bool,
    /// Whether the date or its year was filled in.
    pub filled_in: bool,
    /// Whether a part below a second was cut off.
    pub cut: bool,
}

/// The ticket of the board that a draft was taken from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Source {
    /// Its key.
    pub key: u32,
    /// Its number; its title where it has none.
    pub name: String,
}

/// The ticket being checked, as entered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Draft {
    /// The time as typed.
    pub text: String,
    /// The zone of times written without one; the service zone unless chosen.
    pub zone: Option<Zone>,
    /// What was understood; none while nothing is.
    pub submission: Option<Submission>,
    /// The priority it was submitted with; none until chosen.
    pub priority: Option<Rank>,
    /// What happened since, each with a sequence number of its own, in the order of those.
    #[serde(serialize_with = "happening::write")]
    pub events: Vec<Event>,
    /// The ticket of the board that it was taken from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

impl Draft {
    /// The draft of a ticket of the board, its submission typed as `text`; none where it has none.
    ///
    /// ```
    /// use sla_planner::engine::{Event, EventKind, Rank};
    /// use sla_planner::plan::{Draft, Ticket};
    /// let at = "2026-02-14T17:50:00+08:00".parse()?;
    /// let events = vec![
    ///     Event::new(at, EventKind::Submitted { priority: Rank(2) }),
    ///     Event::new(at.plus(600)?, EventKind::FirstReply),
    /// ];
    /// let ticket = Ticket { key: 7, number: "SPT-7".to_owned(), title: String::new(), events };
    /// let draft = Draft::of(&ticket, "2026-02-14 17:50".to_owned()).expect("it was submitted");
    /// assert_eq!(draft.priority, Some(Rank(2)));
    /// assert_eq!(draft.happened(Rank(2)).map(|events| events.len()), Some(2));
    /// assert_eq!(draft.ticket(&ticket).map(|ticket| ticket.history()), Some(ticket.history()));
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn of(ticket: &Ticket, text: String) -> Option<Self> {
        let (at, priority) = ticket.submission()?;
        let mut draft = Self {
            text,
            submission: Some(Submission {
                at,
                zone_written: false,
                filled_in: false,
                cut: false,
            }),
            priority: Some(priority),
            source: Some(Source {
                key: ticket.key,
                name: ticket.name().to_owned(),
            }),
            ..Self::default()
        };
        let mut events: Vec<&Event> = ticket.events.iter().collect();
        events.sort();
        for event in events {
            if !matches!(event.kind, EventKind::Submitted { .. }) {
                draft.add(event.at, event.kind.clone());
            }
        }
        Some(draft)
    }

    /// `ticket` as the draft has it; none while that has no submission or no priority. Events that the ticket has
    /// already stay as they are there, so that what was imported is still known as that.
    #[must_use]
    pub fn ticket(&self, ticket: &Ticket) -> Option<Ticket> {
        let mut known = ticket.events.clone();
        let numbers = known.iter().filter_map(|event| event.sequence);
        let mut last = numbers.max().unwrap_or(0);
        let mut events = self.happened(self.priority?)?;
        events.sort();
        for event in &mut events {
            let same = |known: &Event| known.at == event.at && known.kind == event.kind;
            if let Some(place) = known.iter().position(same) {
                *event = known.swap_remove(place);
            } else {
                last = last.saturating_add(1);
                event.sequence = Some(last);
            }
        }
        Some(Ticket {
            events,
            ..ticket.clone()
        })
    }

    /// The event with this sequence number.
    #[must_use]
    pub fn event(&self, sequence: u32) -> Option<&Event> {
        let mut events = self.events.iter();
        events.find(|event| event.sequence == Some(sequence))
    }

    /// Everything that happened, the submission with `priority` first; none while that is not understood.
    #[must_use]
    pub fn happened(&self, priority: Rank) -> Option<Vec<Event>> {
        let submitted = Event {
            at: self.submission?.at,
            sequence: Some(0),
            kind: EventKind::Submitted { priority },
        };
        Some(
            [submitted]
                .into_iter()
                .chain(self.events.iter().cloned())
                .collect(),
        )
    }

    /// The history with `priority`; none while the submission is not understood.
    #[must_use]
    pub fn history(&self, priority: Rank) -> Option<Result<History, Error>> {
        self.happened(priority).map(|events| History::read(&events))
    }

    /// Which of `kinds` can happen at `at` without contradicting what is entered.
    #[must_use]
    pub fn possible(&self, kinds: Vec<EventKind>, at: Instant) -> Vec<EventKind> {
        let happened = self.priority.and_then(|rank| self.happened(rank));
        let Some(happened) = happened else {
            return Vec::new();
        };
        let fits = |kind: &EventKind| {
            let added = Event {
                at,
                sequence: Some(self.next()),
                kind: kind.clone(),
            };
            let mut events = happened.clone();
            events.push(added);
            History::read(&events).is_ok()
        };
        kinds.into_iter().filter(fits).collect()
    }

    /// The sequence number of the next event.
    fn next(&self) -> u32 {
        let numbers = self.events.iter().filter_map(|event| event.sequence);
        numbers.max().map_or(1, |last| last.saturating_add(1))
    }

    /// Adds that `kind` happened at `at`.
    pub(super) fn add(&mut self, at: Instant, kind: EventKind) {
        let sequence = Some(self.next());
        self.events.push(Event { at, sequence, kind });
    }

    /// A draft from its place in a document.
    pub(super) fn read(node: &Node<'_>) -> Result<Self, Misread> {
        let read = |given: &Node<'_>| happening::read(given);
        let mut draft = Self {
            text: node.key("text").text()?,
            zone: node
                .key("zone")
                .optional(|zone| zone.parsed(Expected::Zone))?,
            submission: node.key("submission").optional(Submission::read)?,
            priority: node
                .key("priority")
                .optional(|rank| rank.number().map(Rank))?,
            events: Vec::new(),
            source: node.key("source").optional(Source::read)?,
        };
        let events = node.key("events").optional(|events| events.list(read))?;
        draft.keep(events.unwrap_or_default());
        Ok(draft)
    }

    /// A draft of schema 1, which knew three marks.
    pub(super) fn read_marks(node: &Node<'_>) -> Result<Self, Misread> {
        let mut draft = Self::read(node)?;
        let marks = node
            .key("marks")
            .optional(|marks| marks.list(happening::read_mark))?;
        draft.keep(marks.unwrap_or_default());
        Ok(draft)
    }

    /// Takes `events`; one whose number is missing or taken gets the next.
    fn keep(&mut self, events: Vec<Event>) {
        for event in events {
            let taken = |number| number == 0 || self.event(number).is_some();
            if event.sequence.is_none_or(taken) {
                self.add(event.at, event.kind);
            } else {
                let earlier = |known: &Event| known.sequence < event.sequence;
                let place = self.events.partition_point(earlier);
                self.events.insert(place, event);
            }
        }
    }
}

impl Source {
    fn read(node: &Node<'_>) -> Result<Self, Misread> {
        Ok(Self {
            key: node.key("key").number()?,
            name: node.key("name").text()?,
        })
    }
}

impl Submission {
    /// A submission from its place in a document.
    pub(super) fn read(node: &Node<'_>) -> Result<Self, Misread> {
        Ok(Self {
            at: node.key("at").parsed(Expected::Instant)?,
            zone_written: node.key("zoneWritten").flag()?,
            filled_in: node.key("filledIn").flag()?,
            cut: node.key("cut").flag()?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Draft, Submission};
    use crate::engine::{EventKind, Instant, Rank};

    fn instant(text: &str) -> Instant {
        text.parse().expect("an instant")
    }

    fn draft() -> Draft {
        Draft {
            submission: Some(Submission {
                at: instant("2026-02-14T17:50:00+08:00"),
                zone_written: false,
                filled_in: false,
                cut: false,
            }),
            priority: Some(Rank(2)),
            ..Draft::default()
        }
    }

    #[test]
    fn what_can_happen_next_depends_on_what_happened() {
        let now = instant("2026-02-14T18:00:00+08:00");
        let kinds = || {
            let reason = String::new();
            vec![
                EventKind::FirstReply,
                EventKind::Paused { reason },
                EventKind::Resumed,
                EventKind::Resolved,
                EventKind::Reopened,
            ]
        };
        let mut draft = draft();
        let reason = String::new();
        let open = [
            EventKind::FirstReply,
            EventKind::Paused { reason },
            EventKind::Resolved,
        ];
        assert_eq!(draft.possible(kinds(), now), open);
        draft.add(now, EventKind::FirstReply);
        draft.add(now, EventKind::Resolved);
        assert_eq!(draft.possible(kinds(), now), [EventKind::Reopened]);
        let before = instant("2026-02-14T17:49:59+08:00");
        assert_eq!(draft.possible(kinds(), before), []);
        assert_eq!(Draft::default().possible(kinds(), now), []);
    }

    #[test]
    fn every_event_has_a_number_of_its_own() {
        let now = instant("2026-02-14T18:00:00+08:00");
        let mut draft = draft();
        draft.add(now, EventKind::Confirmed);
        draft.add(now, EventKind::FirstReply);
        let numbers: Vec<_> = draft.events.iter().map(|event| event.sequence).collect();
        assert_eq!(numbers, [Some(1), Some(2)]);
        assert_eq!(
            draft.event(2).map(|event| &event.kind),
            Some(&EventKind::FirstReply)
        );
        assert_eq!(draft.event(3), None);
    }
}
