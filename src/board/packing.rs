//! Tickets on their way into the columns.

use super::record::{FULL, NEVER, Record, second};
use crate::engine::{Event, EventKind};
use crate::plan::bytes::Writer;
use crate::plan::packed::write_events;

/// A ticket on its way in.
pub(super) struct Packed<'a> {
    /// What happened, or what is known at a glance of events that a record does not hold.
    pub(super) record: Record,
    /// The number and the title, each behind its length.
    pub(super) text: &'a [u8],
    /// The events behind their length; none of a plain ticket.
    pub(super) events: &'a [u8],
}

/// Packs events that are in order: the record, and for those that it does not hold, they themselves behind
/// their length.
pub(super) fn pack(events: &[Event]) -> (Record, Vec<u8>) {
    if let Some(record) = Record::of(events) {
        return (record, Vec::new());
    }
    let mut bytes = Writer::default();
    write_events(&mut bytes, events);
    let mut run = Writer::default();
    run.count(bytes.0.len());
    run.0.append(&mut bytes.0);
    (full_record(events), run.0)
}

/// What is known at a glance of events that a record does not hold.
pub(super) fn full_record(events: &[Event]) -> Record {
    let mut record = Record {
        sequences: FULL,
        ..Record::EMPTY
    };
    for event in events {
        match event.kind {
            EventKind::Submitted { priority } if record.submitted == NEVER => {
                record.submitted = second(event.at);
                record.priority = priority.0;
            }
            EventKind::PriorityChanged { to } => record.priority = to.0,
            _ => {}
        }
    }
    record
}
