//! A ticket as a link that people can read and change.

use super::parcel::numbered;
use super::points::{self, Word};
use super::{Due, Fault, Parcel, Versions, event, fault, percent, time};
use crate::engine::{EventKind, Instant, Policy, Rank, Zone};
use crate::plan::{Draft, Plan, SCHEMA, event_key};

/// Keys that messengers add wherever they like.
const ADDED: [&str; 2] = ["from", "isappinstalled"];

/// Whether a messenger, not the planner, put `key` there.
pub(super) fn is_added(key: &str) -> bool {
    ADDED.contains(&key)
}

/// `parcel` as the fragment of an address, spelled out however long that is.
///
/// ```
/// use sla_planner::engine::Policy;
/// use sla_planner::exchange::share::{read, spell};
/// let policy = Policy::spt_001()?;
/// let parcel = read("/check?t=2026-02-14T17:50+08:00&p=p2&end=1", &policy).unwrap();
/// assert_eq!(spell(&parcel, &policy), "/check?t=2026-02-14T17:50:00+08:00&p=P2&end=1");
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[must_use]
pub fn write(parcel: &Parcel, policy: &Policy) -> String {
    let draft = &parcel.plan.draft;
    let zone = draft.zone.unwrap_or(policy.zone);
    let mut link = Spelled(super::link::ROUTE.to_owned());
    if let Some(submission) = draft.submission {
        link.pair("t", &[&time::write(submission.at, zone)]);
    }
    if let Some(zone) = draft.zone {
        link.pair("zone", &[zone.name()]);
    }
    if let Some(rank) = draft.priority {
        link.pair("p", &[&event::id(rank, policy)]);
    }
    for (key, word) in points::words(&parcel.plan.readings) {
        link.pair(key, &[&word]);
    }
    for event in &draft.events {
        let (key, at) = (event_key(&event.kind), time::write(event.at, zone));
        match event::about(&event.kind, policy) {
            about if about.is_empty() => link.pair("e", &[key, &at]),
            about => link.pair("e", &[key, &at, &about]),
        }
    }
    if let Some(versions) = &parcel.versions {
        link.pair("v", &[&versions.write()]);
    }
    for due in &parcel.dues {
        link.pair("due", &[&due.target, &time::write(due.at, zone)]);
    }
    link.pair("end", &["1"]);
    link.0
}

/// A link in the making.
struct Spelled(String);

impl Spelled {
    /// A key and its value, whose parts stand with `@` between them.
    fn pair(&mut self, key: &str, parts: &[&str]) {
        if !self.0.ends_with('?') {
            self.0.push('&');
        }
        self.0.push_str(key);
        for (place, part) in parts.iter().enumerate() {
            self.0.push(if place == 0 { '=' } else { '@' });
            self.0.push_str(&percent::encode(part));
        }
    }
}

/// What is read of a link so far.
#[derive(Default)]
struct Reading {
    time: Option<(Instant, i64)>,
    zone: Option<Zone>,
    priority: Option<Rank>,
    words: Vec<Word>,
    events: Vec<(Instant, EventKind)>,
    versions: Option<Versions>,
    dues: Vec<Due>,
}

/// Reads the pairs of a link.
///
/// # Errors
/// [`Fault`], the missing end before everything else.
pub(super) fn read(pairs: &[&str], policy: &Policy, received: usize) -> Result<Parcel, Fault> {
    let end = pairs.iter().position(|pair| *pair == "end=1");
    let end = end.ok_or(Fault::MissingEnd { received })?;
    let (before, behind) = pairs.split_at_checked(end).unwrap_or_default();
    refuse_known(behind.get(1..).unwrap_or_default())?;
    let mut reading = Reading::default();
    for pair in before {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        if !is_added(key) {
            reading.take(key, value, policy)?;
        }
    }
    reading.parcel(policy)
}

/// Behind the end may stand what others add, but nothing that would be part of the link.
pub(super) fn refuse_known(behind: &[&str]) -> Result<(), Fault> {
    for pair in behind {
        let (key, _) = pair.split_once('=').unwrap_or((pair, ""));
        if is_own(key) {
            return Err(Fault::AfterEnd {
                key: key.to_owned(),
            });
        }
    }
    Ok(())
}

fn is_own(key: &str) -> bool {
    matches!(key, "t" | "zone" | "p" | "e" | "v" | "due" | "end" | "z")
        || points::key(key).is_some()
}

impl Reading {
    fn take(&mut self, key: &str, value: &str, policy: &Policy) -> Result<(), Fault> {
        let bad = || Fault::bad(key, value);
        let text = percent::decode(value).ok_or_else(bad)?;
        let repeated = match key {
            "t" => {
                let time = time::read(&text).ok_or_else(bad)?;
                self.time.replace(time).is_some()
            }
            "zone" => {
                let zone = text.parse().map_err(|_| bad())?;
                self.zone.replace(zone).is_some()
            }
            "p" => {
                let rank = event::rank(&text, policy)?;
                self.priority.replace(rank).is_some()
            }
            "v" => {
                let versions = Versions::read(&text).ok_or_else(bad)?;
                self.versions.replace(versions).is_some()
            }
            "e" => {
                self.events.push(happened(&text, policy)?.ok_or_else(bad)?);
                false
            }
            "due" => {
                let due = due(&text).ok_or_else(bad)?;
                let repeated = self.dues.iter().any(|known| known.target == due.target);
                self.dues.push(due);
                repeated
            }
            _ => {
                let key = points::key(key).ok_or_else(|| Fault::UnknownKey {
                    key: fault::said(key),
                })?;
                let repeated = self.words.iter().any(|(known, _)| *known == key);
                self.words.push((key, text));
                points::readings(&self.words).map_err(|_| bad())?;
                repeated
            }
        };
        if repeated {
            return Err(Fault::RepeatedKey {
                key: key.to_owned(),
            });
        }
        Ok(())
    }

    fn parcel(self, policy: &Policy) -> Result<Parcel, Fault> {
        let (at, offset) = self.time.ok_or(Fault::MissingTime)?;
        Ok(Parcel {
            plan: Plan {
                schema: SCHEMA,
                readings: points::readings(&self.words).map_err(|_| Fault::Damaged)?,
                draft: Draft {
                    priority: self.priority,
                    events: numbered(self.events.into_iter()),
                    ..time::draft(at, offset, self.zone, policy.zone)
                },
            },
            versions: self.versions,
            dues: self.dues,
        })
    }
}

/// `first-reply@2026-02-14T18:00:00+08:00`, with a third part for a reason or a priority.
fn happened(text: &str, policy: &Policy) -> Result<Option<(Instant, EventKind)>, Fault> {
    let mut parts = text.splitn(3, '@');
    let (key, at) = (
        parts.next().unwrap_or(""),
        parts.next().and_then(time::read),
    );
    let kind = event::kind(key, parts.next().unwrap_or(""), policy)?;
    Ok(at.map(|(at, _)| at).zip(kind))
}

/// `response@2026-02-14T19:50:00+08:00`.
fn due(text: &str) -> Option<Due> {
    let (target, at) = text.split_once('@')?;
    Some(Due {
        target: target.to_owned(),
        at: time::read(at)?.0,
    })
}
