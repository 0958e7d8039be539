//! Tickets as bytes, for what is kept in memory or handed from one program of the page to another.

use super::bytes::{Reader, Writer};
use super::{Ticket, cut_reason};
use crate::engine::{Event, EventKind, Instant, Rank};

/// Set in the byte of a kind when the event has a sequence number.
const NUMBERED: u8 = 0x10;

const fn kind_byte(kind: &EventKind) -> u8 {
    match kind {
        EventKind::Submitted { .. } => 0,
        EventKind::PriorityChanged { .. } => 1,
        EventKind::Confirmed => 2,
        EventKind::Resumed => 3,
        EventKind::Paused { .. } => 4,
        EventKind::FirstReply => 5,
        EventKind::Mitigated => 6,
        EventKind::Resolved => 7,
        EventKind::Reopened => 8,
    }
}

/// Writes events, each instant as the seconds since the one before.
pub(crate) fn write_events(writer: &mut Writer, events: &[Event]) {
    writer.count(events.len());
    let mut before = 0;
    for event in events {
        let numbered = if event.sequence.is_some() {
            NUMBERED
        } else {
            0
        };
        writer.0.push(kind_byte(&event.kind) | numbered);
        writer.signed(event.at.epoch() - before);
        before = event.at.epoch();
        if let Some(sequence) = event.sequence {
            writer.number(sequence.into());
        }
        match &event.kind {
            EventKind::Submitted { priority } => writer.0.push(priority.0),
            EventKind::PriorityChanged { to } => writer.0.push(to.0),
            EventKind::Paused { reason } => writer.text(reason),
            _ => {}
        }
    }
}

/// Reads what [`write_events`] wrote; none when it is damaged.
pub(crate) fn read_events(reader: &mut Reader<'_>) -> Option<Vec<Event>> {
    let count = reader.count()?;
    let mut events = Vec::with_capacity(count);
    let mut before = 0_i64;
    for _ in 0..count {
        let byte = reader.byte()?;
        before = before.checked_add(reader.signed()?)?;
        let sequence = if byte & NUMBERED == 0 {
            None
        } else {
            Some(u32::try_from(reader.number()?).ok()?)
        };
        let kind = match byte & !NUMBERED {
            0 => EventKind::Submitted {
                priority: Rank(reader.byte()?),
            },
            1 => EventKind::PriorityChanged {
                to: Rank(reader.byte()?),
            },
            2 => EventKind::Confirmed,
            3 => EventKind::Resumed,
            4 => EventKind::Paused {
                reason: cut_reason(reader.text()?),
            },
            5 => EventKind::FirstReply,
            6 => EventKind::Mitigated,
            7 => EventKind::Resolved,
            8 => EventKind::Reopened,
            _ => return None,
        };
        let at = Instant::from_epoch(before).ok()?;
        events.push(Event { at, sequence, kind });
    }
    Some(events)
}

/// Writes a ticket, its key apart.
pub(super) fn write(writer: &mut Writer, ticket: &Ticket) {
    writer.text(&ticket.number);
    writer.text(&ticket.title);
    write_events(writer, &ticket.events);
}

/// Reads what [`write`] wrote, as the ticket with this key; none when it is damaged.
pub(super) fn read(reader: &mut Reader<'_>, key: u32) -> Option<Ticket> {
    Some(Ticket {
        key,
        number: reader.text()?.to_owned(),
        title: reader.text()?.to_owned(),
        events: read_events(reader)?,
    })
}

#[cfg(test)]
mod tests {
    use super::{read, write};
    use crate::engine::{Event, EventKind, Rank};
    use crate::plan::Ticket;
    use crate::plan::bytes::{Reader, Writer};

    fn ticket() -> Ticket {
        let reason = "等客户".to_owned();
        let kinds = [
            EventKind::Submitted { priority: Rank(4) },
            EventKind::PriorityChanged { to: Rank(0) },
            EventKind::Confirmed,
            EventKind::Paused { reason },
            EventKind::Resumed,
            EventKind::FirstReply,
            EventKind::Mitigated,
            EventKind::Resolved,
            EventKind::Reopened,
        ];
        let at = |hour| format!("2026-02-14T{hour:02}:50:00+08:00").parse();
        let events = kinds.into_iter().enumerate().map(|(place, kind)| Event {
            at: at(20 - place).expect("an instant"),
            sequence: u32::try_from(place * 100).ok().filter(|_| place % 2 == 1),
            kind,
        });
        Ticket {
            key: 7,
            number: "SPT-1042".to_owned(),
            title: "无法登录".to_owned(),
            events: events.collect(),
        }
    }

    #[test]
    fn every_kind_of_event_is_read_as_it_was_written() {
        let mut writer = Writer::default();
        write(&mut writer, &ticket());
        assert_eq!(read(&mut Reader(&writer.0), 7), Some(ticket()));
    }

    #[test]
    fn nothing_is_read_that_is_cut_off() {
        let mut writer = Writer::default();
        write(&mut writer, &ticket());
        for length in 0..writer.0.len() {
            assert_eq!(read(&mut Reader(&writer.0[..length]), 7), None, "{length}");
        }
    }
}
