//! Tickets on their way into the columns.

use super::record::{FULL, NEVER, PAUSED, Record, second};
use crate::engine::{Event, EventKind, History, PlainSeconds};
use crate::plan::bytes::{Reader, Writer};
use crate::plan::packed::{read_events, write_events};

/// How many bytes come before the events of a ticket that was paused once.
const TIMES: usize = 12;

/// Packs events that are in order: what columns hold of them, and where these do not hold all, bytes.
pub(super) fn pack(events: &[Event]) -> (Record, Vec<u8>) {
    if let Some(record) = Record::of(events) {
        return (record, Vec::new());
    }
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
    let mut block = Writer::default();
    if let Some(seconds) = paused_once(events) {
        record.sequences |= PAUSED;
        record.confirmed = seconds.confirmed;
        record.resolved = seconds.resolved;
        for second in [seconds.replied, seconds.paused, seconds.resumed] {
            block.0.extend_from_slice(&second.to_le_bytes());
        }
    }
    write_run(&mut block, events);
    (record, block.0)
}

/// Writes events behind their length.
pub(super) fn write_run(writer: &mut Writer, events: &[Event]) {
    let mut run = Writer::default();
    write_events(&mut run, events);
    writer.count(run.0.len());
    writer.0.append(&mut run.0);
}

/// The history of a ticket that was paused once, and is plain but for that.
fn paused_once(events: &[Event]) -> Option<PlainSeconds> {
    let EventKind::Submitted { priority } = events.first()?.kind else {
        return None;
    };
    let mut seconds = PlainSeconds {
        submitted: second(events.first()?.at),
        priority: priority.0,
        replied: NEVER,
        confirmed: NEVER,
        resolved: NEVER,
        paused: NEVER,
        resumed: NEVER,
    };
    for event in events.iter().skip(1) {
        let slot = match event.kind {
            EventKind::FirstReply => &mut seconds.replied,
            EventKind::Confirmed => &mut seconds.confirmed,
            EventKind::Resolved => &mut seconds.resolved,
            EventKind::Paused { .. } => &mut seconds.paused,
            EventKind::Resumed => &mut seconds.resumed,
            _ => return None,
        };
        if *slot != NEVER {
            return None;
        }
        *slot = second(event.at);
    }
    let plain = seconds.paused != NEVER && History::read(events).is_ok();
    plain.then_some(seconds)
}

/// The history of a ticket whose record has a pause, with what [`pack`] made beside it.
pub(super) fn seconds(record: &Record, block: &[u8]) -> Option<PlainSeconds> {
    let (times, _) = block.split_first_chunk::<TIMES>()?;
    let [a, b, c, d, e, f, g, h, i, j, k, l] = *times;
    Some(PlainSeconds {
        replied: u32::from_le_bytes([a, b, c, d]),
        paused: u32::from_le_bytes([e, f, g, h]),
        resumed: u32::from_le_bytes([i, j, k, l]),
        ..record.seconds()
    })
}

/// The events in the bytes that [`pack`] made beside `record`, and how long these bytes are.
pub(super) fn unpack(record: &Record, block: &[u8]) -> Option<(Vec<Event>, usize)> {
    let mut reader = Reader(block.get(skipped(record)..)?);
    let events = read_events(&mut Reader(reader.run()?))?;
    Some((events, block.len() - reader.0.len()))
}

/// How long the bytes are that [`pack`] made beside `record`.
pub(super) fn length(record: &Record, block: &[u8]) -> usize {
    let mut reader = Reader(block.get(skipped(record)..).unwrap_or_default());
    reader.run().map_or(0, |_| block.len() - reader.0.len())
}

const fn skipped(record: &Record) -> usize {
    if record.is_paused() { TIMES } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::{length, pack, seconds, unpack};
    use crate::engine::{Event, EventKind, Instant, Rank};

    fn event(second: i64, kind: EventKind) -> Event {
        Event::new(Instant::from_epoch(second).expect("in range"), kind)
    }

    fn paused(second: i64) -> Event {
        let reason = "等客户".to_owned();
        event(second, EventKind::Paused { reason })
    }

    #[test]
    fn one_pause_is_at_hand() {
        let submitted = event(5, EventKind::Submitted { priority: Rank(4) });
        let reply = event(6, EventKind::FirstReply);
        let resolved = event(9, EventKind::Resolved);
        let once = [submitted.clone(), reply, paused(7), resolved];
        let (record, mut block) = pack(&once);
        assert!(record.is_full() && record.is_paused());
        assert_eq!(length(&record, &block), block.len());
        let size = block.len();
        block.extend([1, 2, 3]);
        assert_eq!(unpack(&record, &block), Some((once.to_vec(), size)));
        let found = seconds(&record, &block).expect("a pause");
        assert_eq!((found.replied, found.paused, found.resolved), (6, 7, 9));

        let twice = [
            submitted.clone(),
            paused(7),
            event(8, EventKind::Resumed),
            paused(9),
        ];
        let contradictory = [submitted, event(8, EventKind::Resumed), paused(9)];
        for events in [&twice[..], &contradictory[..], &[]] {
            let (record, block) = pack(events);
            assert!(record.is_full() && !record.is_paused());
            assert_eq!(
                unpack(&record, &block),
                Some((events.to_vec(), block.len()))
            );
        }
    }
}
