//! What is written beside the rows: events with their times, levels, and what is folded or named.

use super::line::Ticket;
use super::shape::{Pen, breadth};
use super::track::{along, place};
use crate::engine::{Instant, Zone};
use crate::text::card::whole_percent;
use crate::text::{Reader, Urgency, check, clock_time, timeline as words};
use crate::timeline::{Fold, Mark, MarkKind, Scale, Segment, SegmentState};

/// How high a tag is, one above the other.
pub(super) const LANE: i32 = 32;

/// An event or the due time, as a tag beside its mark.
pub(super) struct Tag {
    pub(super) kind: MarkKind,
    pub(super) text: String,
    /// With the date and the zone.
    pub(super) spoken: String,
    pub(super) x: i32,
    pub(super) y: i32,
    /// Where its mark is, along time.
    pub(super) along: i32,
}

/// The tags of what is shown, not yet placed.
pub(super) fn tags(reader: &Reader, service: Zone, ticket: &Ticket, scale: &Scale) -> Vec<Tag> {
    let window = scale.window();
    let shown =
        |mark: &&Mark| !matches!(mark.kind, MarkKind::Threshold(_)) && window.contains(mark.at);
    let tag = |mark: &Mark| {
        let name = words::mark(reader.lang, &ticket.terms, &ticket.clock, mark.kind);
        Tag {
            kind: mark.kind,
            text: format!("{} {name}", clock_time(service.local(mark.at))),
            spoken: words::mark_in_full(reader, service, &name, mark.at),
            x: 0,
            y: 0,
            along: place(scale.position(mark.at)),
        }
    };
    ticket.marks.iter().filter(shown).map(tag).collect()
}

/// Places tags above the rows, in as many lanes as they need; how high these are.
pub(super) fn above(tags: &mut [Tag], from: i32, width: i32) -> i32 {
    let mut lanes: Vec<i32> = Vec::new();
    for tag in tags.iter_mut() {
        let broad = breadth(&tag.text) + 32;
        tag.x = (tag.along + from).min(width - broad).max(0);
        let free = lanes.iter().position(|end| *end <= tag.x);
        let lane = free.unwrap_or_else(|| {
            lanes.push(0);
            lanes.len() - 1
        });
        if let Some(end) = lanes.get_mut(lane) {
            *end = tag.x + broad + 4;
        }
        tag.y = i32::try_from(lane).unwrap_or(0);
    }
    let count = i32::try_from(lanes.len()).unwrap_or(0);
    for tag in tags {
        tag.y = (count - 1 - tag.y) * LANE;
    }
    count * LANE
}

/// A level: its symbol, its percent and its time.
pub(super) struct Level {
    pub(super) along: i32,
    pub(super) key: &'static str,
    pub(super) class: &'static str,
    pub(super) percent: String,
    pub(super) time: String,
}

/// The levels that are shown.
pub(super) fn levels(service: Zone, ticket: &Ticket, scale: &Scale) -> Vec<Level> {
    let thresholds = &ticket.terms.policy().thresholds;
    let mut levels = Vec::new();
    for mark in &ticket.marks {
        let level = match mark.kind {
            MarkKind::Threshold(level) => level,
            MarkKind::Due => thresholds.len().saturating_sub(1),
            _ => continue,
        };
        let Some(threshold) = thresholds.get(level) else {
            continue;
        };
        if scale.window().contains(mark.at) {
            let key = Urgency::at_level(level, thresholds.len()).key();
            levels.push(Level {
                along: place(scale.position(mark.at)),
                key,
                class: class(key),
                percent: whole_percent(threshold.share),
                time: clock_time(service.local(mark.at)),
            });
        }
    }
    levels
}

fn class(key: &str) -> &'static str {
    match key {
        "early" => "level early",
        "warning" => "level warning",
        "critical" => "level critical",
        _ => "level breached",
    }
}

/// A note: where its middle is along time, and what it says.
pub(super) type Note = (i32, String);

/// What is folded, then what has a name of its own, then the rest where there is room.
pub(super) fn notes(
    reader: &Reader,
    scale: &Scale,
    folds: &[Fold],
    segments: &[Segment],
) -> Vec<Note> {
    let mut notes: Vec<Note> = Vec::new();
    for fold in folds {
        if let Some((from, until)) = along(scale, fold.span) {
            notes.push((i32::midpoint(from, until), words::fold(reader.lang, fold)));
        }
    }
    for named in [true, false] {
        for segment in segments {
            let Some((from, until)) = along(scale, segment.span) else {
                continue;
            };
            let own = matches!(
                segment.state,
                SegmentState::Holiday { .. }
                    | SegmentState::MakeUp { .. }
                    | SegmentState::Special { .. }
                    | SegmentState::Closure { .. }
            );
            let is_folded = folds
                .iter()
                .any(|fold| !fold.span.clip(segment.span).is_empty());
            let said = words::badge(reader.lang, &segment.state);
            let fits = named || until - from >= breadth(&said);
            if own == named && fits && !is_folded && !said.is_empty() {
                notes.push((i32::midpoint(from, until), said));
            }
        }
    }
    notes
}

/// Writes notes in one line across the page, leaving out what finds no room.
pub(super) fn write_notes(pen: &mut Pen, notes: Vec<Note>, across: i32, length: i32) {
    let mut taken: Vec<(i32, i32)> = Vec::new();
    for (middle, said) in notes {
        let half = breadth(&said) / 2 + 4;
        // Where it belongs, or else beside what is there already.
        let beside = |other: &(i32, i32)| [other.0 - half, other.1 + half];
        let places = [middle.min(length - half).max(half)]
            .into_iter()
            .chain(taken.iter().flat_map(beside));
        let free = |place: &i32| {
            let (from, until) = (place - half, place + half);
            let clear = taken
                .iter()
                .all(|other| until <= other.0 || other.1 <= from);
            clear && from >= 0 && until <= length && (place - middle).abs() <= 2 * half
        };
        if let Some(place) = places.into_iter().find(free) {
            taken.push((place - half, place + half));
            pen.text("note", pen.turn.point(place, across), said);
        }
    }
}

/// Half of how wide a label is.
pub(super) fn half(said: &str) -> i32 {
    breadth(said) / 2 + 2
}

/// What the label of now says.
pub(super) fn now_label(reader: &Reader, service: Zone, now: Instant) -> String {
    let minute = now.plus(-(now.epoch() % 60)).unwrap_or(now);
    let time = clock_time(service.local(minute));
    format!("{} {time}", check::NOW.say(reader.lang))
}
