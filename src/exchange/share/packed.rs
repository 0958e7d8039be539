//! A plan as a packed link: `z=1.<length>.<data>.<checksum>`.
//!
//! The length comes first, so that a link that is cut off knows how much is missing. The checksum is of
//! everything before it. The data is numbers and texts one after another; nothing in it is compressed or
//! nested.

use super::parcel::numbered;
use super::{Due, Fault, Parcel, Versions, base64, event, fault, points, time};
use crate::engine::{Instant, Policy};
use crate::plan::bytes::{Reader, Writer};
use crate::plan::{Draft, Plan, SCHEMA, event_key};

/// The version of the packing.
const VERSION: &str = "1";
/// The characters of the checksum, with the point before it.
const CHECKSUM: usize = 9;

/// `parcel` as the fragment of an address, packed however short it is.
///
/// ```
/// use sla_planner::engine::Policy;
/// use sla_planner::exchange::share::{pack, read};
/// let policy = Policy::spt_001()?;
/// let parcel = read("/check?t=2026-02-14T17:50+08:00&p=P2&end=1", &policy).unwrap();
/// let link = pack(&parcel, &policy);
/// assert!(link.starts_with("/check?z=1."));
/// assert_eq!(read(&link, &policy), Ok(parcel));
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[must_use]
pub fn write(parcel: &Parcel, policy: &Policy) -> String {
    let data = base64::encode(&bytes(parcel, policy));
    let sealed = format!("{VERSION}.{}.{data}", data.len());
    format!("{}z={sealed}{}", super::link::ROUTE, seal(&sealed))
}

fn seal(sealed: &str) -> String {
    format!(".{:08x}", super::crc::crc32(sealed.as_bytes()))
}

fn bytes(parcel: &Parcel, policy: &Policy) -> Vec<u8> {
    let Plan {
        readings, draft, ..
    } = &parcel.plan;
    let mut writer = Writer::default();
    let start = draft.submission.map_or(Instant::MIN, |given| given.at);
    writer.signed(start.epoch());
    writer.text(draft.zone.map_or("", |zone| zone.name()));
    let id = draft.priority.map(|rank| event::id(rank, policy));
    writer.text(&id.unwrap_or_default());
    let words = points::words(readings);
    writer.count(words.len());
    for word in &words {
        let (point, place) = points::places(word).unwrap_or_default();
        writer.count(point);
        match place {
            Some(place) => writer.count(place),
            None => writer.text(&word.1),
        }
    }
    writer.count(draft.events.len());
    let mut last = start;
    for happened in &draft.events {
        writer.count(event::place(&happened.kind));
        writer.signed(happened.at.since(last));
        last = happened.at;
        if matches!(event_key(&happened.kind), "paused" | "priority-changed") {
            writer.text(&event::about(&happened.kind, policy));
        }
    }
    writer.count(usize::from(parcel.versions.is_some()));
    if let Some(versions) = &parcel.versions {
        writer.text(&versions.policy);
        writer.text(&versions.holidays);
        writer.text(&versions.zones);
    }
    writer.count(parcel.dues.len());
    for due in &parcel.dues {
        writer.text(&due.target);
        writer.signed(due.at.since(start));
    }
    writer.0
}

/// Reads what stands behind `z=`; `start` characters stand before it, and `received` came in all.
///
/// # Errors
/// [`Fault`], truncation before everything else.
pub(super) fn read(
    sealed: &str,
    policy: &Policy,
    start: usize,
    received: usize,
) -> Result<Parcel, Fault> {
    let cut = |expected| Fault::Truncated { received, expected };
    let (version, rest) = sealed.split_once('.').ok_or_else(|| cut(None))?;
    if version != VERSION {
        return Err(Fault::UnknownVersion {
            version: fault::said(version),
        });
    }
    let (length, rest) = rest.split_once('.').ok_or_else(|| cut(None))?;
    let length: usize = length.parse().map_err(|_| Fault::BadChecksum)?;
    let whole = length.saturating_add(CHECKSUM);
    if rest.len() < whole {
        let before = start + (sealed.len() - rest.len());
        return Err(cut(Some(before.saturating_add(whole))));
    }
    let (data, _) = rest.split_at_checked(length).ok_or(Fault::BadChecksum)?;
    let body = sealed.len().saturating_sub(CHECKSUM);
    let (body, checksum) = sealed.split_at_checked(body).ok_or(Fault::BadChecksum)?;
    if rest.len() > whole || checksum != seal(body) {
        return Err(Fault::BadChecksum);
    }
    let bytes = base64::decode(data).ok_or(Fault::Damaged)?;
    let mut reader = Reader(&bytes);
    let parcel = parcel(&mut reader, policy)?.ok_or(Fault::Damaged)?;
    if reader.0.is_empty() {
        Ok(parcel)
    } else {
        Err(Fault::Damaged)
    }
}

/// The parcel that the bytes hold; none where they hold none.
fn parcel(reader: &mut Reader<'_>, policy: &Policy) -> Result<Option<Parcel>, Fault> {
    // A closure, so that what is missing ends it.
    let mut read = || -> Option<Result<Parcel, Fault>> {
        let start = reader.signed().and_then(instant)?;
        let zone = match reader.text()? {
            "" => None,
            name => Some(name.parse().ok()?),
        };
        let priority = match reader.text()? {
            "" => None,
            id => match event::rank(id, policy) {
                Ok(rank) => Some(rank),
                Err(fault) => return Some(Err(fault)),
            },
        };
        let mut words = Vec::new();
        for _ in 0..reader.count()? {
            let (key, known) = points::at(reader.place()?)?;
            let word = match known {
                [] => reader.text()?,
                _ => known.get(reader.place()?)?,
            };
            words.push((key, word.to_owned()));
        }
        let mut events = Vec::new();
        let mut last = start;
        for _ in 0..reader.count()? {
            let key = event::key(reader.place()?)?;
            last = last.plus(reader.signed()?).ok()?;
            let about = match key {
                "paused" | "priority-changed" => reader.text()?,
                _ => "",
            };
            match event::kind(key, about, policy) {
                Ok(kind) => events.push((last, kind?)),
                Err(fault) => return Some(Err(fault)),
            }
        }
        let versions = match reader.number()? {
            0 => None,
            _ => Some(Versions::from_parts(
                reader.text()?,
                reader.text()?,
                reader.text()?,
            )?),
        };
        let mut dues = Vec::new();
        for _ in 0..reader.count()? {
            let target = reader.text()?.to_owned();
            let at = start.plus(reader.signed()?).ok()?;
            dues.push(Due { target, at });
        }
        let offset = time::offset(start, zone.unwrap_or(policy.zone));
        Some(Ok(Parcel {
            plan: Plan {
                schema: SCHEMA,
                readings: points::readings(&words).ok()?,
                draft: Draft {
                    priority,
                    events: numbered(events.into_iter()),
                    ..time::draft(start, offset, zone, policy.zone)
                },
            },
            versions,
            dues,
        }))
    };
    read().transpose()
}

fn instant(epoch: i64) -> Option<Instant> {
    Instant::from_epoch(epoch).ok()
}
