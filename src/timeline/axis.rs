//! The ticks of an axis.

use chrono::NaiveDateTime;

use super::Scale;
use super::scale::seconds;
use crate::engine::{Instant, Seconds, Span, Zone};

const HOUR: Seconds = 3_600;
const DAY: Seconds = 24 * HOUR;
/// The first Monday of the epoch, where weeks begin.
const MONDAY: Seconds = 4 * DAY;

/// Distances between ticks, finest first.
const STEPS: [Seconds; 17] = [
    60,
    2 * 60,
    5 * 60,
    10 * 60,
    15 * 60,
    30 * 60,
    HOUR,
    2 * HOUR,
    3 * HOUR,
    6 * HOUR,
    12 * HOUR,
    DAY,
    2 * DAY,
    7 * DAY,
    28 * DAY,
    91 * DAY,
    364 * DAY,
];

/// A tick of an axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tick {
    /// When.
    pub at: Instant,
    /// Where.
    pub position: f64,
    /// What clocks show there.
    pub local: NaiveDateTime,
    /// Whether the date is to be shown: it is another than at the tick before.
    pub dated: bool,
}

/// The ticks of `zone` on `scale`, in order: at round times outside folds, and where time goes on after one.
/// They are `gap` apart or more, those with a date `wide`.
///
/// ```
/// use sla_planner::engine::Span;
/// use sla_planner::timeline::{Scale, ticks};
/// let day = Span::new("2026-11-23T00:00:00+08:00".parse()?, "2026-11-24T00:00:00+08:00".parse()?);
/// let ticks = ticks("Asia/Shanghai".parse()?, &Scale::new(day, &[], 960.0, 0.0), 60.0, 90.0);
/// let shown: Vec<String> = ticks.iter().map(|tick| tick.local.time().to_string()).collect();
/// assert_eq!(shown[..3], ["00:00:00", "02:00:00", "04:00:00"]);
/// assert!(ticks[0].dated && !ticks[1].dated);
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[must_use]
pub fn ticks(zone: Zone, scale: &Scale, gap: f64, wide: f64) -> Vec<Tick> {
    let candidates = candidates(zone, scale, gap);
    // The first tick of each date comes first, so that the hours leave it room.
    let mut kept: Vec<Tick> = Vec::new();
    let mut date = None;
    for tick in &candidates {
        let room = kept
            .last()
            .is_none_or(|last: &Tick| tick.position - last.position >= wide);
        if date != Some(tick.local.date()) && room {
            kept.push(Tick {
                dated: true,
                ..*tick
            });
            date = Some(tick.local.date());
        }
    }
    let dated = kept.clone();
    for tick in candidates {
        let before = dated.partition_point(|other| other.at < tick.at);
        // Only the hours of a date that is shown.
        let shown = before
            .checked_sub(1)
            .and_then(|before| dated.get(before))
            .is_some_and(|other| other.local.date() == tick.local.date());
        let place = kept.partition_point(|other| other.at < tick.at);
        let clear = |other: Option<&Tick>| {
            other.is_none_or(|other| (other.position - tick.position).abs() >= gap)
        };
        let last = place.checked_sub(1).and_then(|last| kept.get(last));
        if shown && clear(last) && clear(kept.get(place)) {
            kept.insert(place, tick);
        }
    }
    kept
}

fn candidates(zone: Zone, scale: &Scale, gap: f64) -> Vec<Tick> {
    let apart = |step: &Seconds| seconds(*step) * scale.per_second() >= gap;
    let step = STEPS.into_iter().find(apart);
    let mut candidates: Vec<Tick> = Vec::new();
    let mut after_fold = false;
    for piece in scale.pieces() {
        if !piece.folded {
            let opening = after_fold.then_some(piece.span.from);
            let rounds = step.map(|step| round_times(zone, piece.span, step));
            let times = opening.into_iter().chain(rounds.unwrap_or_default());
            candidates.extend(times.map(|at| Tick {
                at,
                position: scale.position(at),
                local: zone.local(at),
                dated: false,
            }));
        }
        after_fold = piece.folded;
    }
    candidates.dedup_by_key(|tick| tick.at);
    candidates
}

/// The instants of `within` at which clocks in `zone` show a multiple of `step`.
fn round_times(zone: Zone, within: Span, step: Seconds) -> Vec<Instant> {
    let phase = if step % (7 * DAY) == 0 { MONDAY } else { 0 };
    // The first such instant from `from` on, were clocks not changed.
    let next = |from: Instant| {
        let offset = zone.offset(from);
        let local = from.epoch() + offset - phase;
        let round = (local + step - 1).div_euclid(step) * step;
        Instant::saturating(round + phase - offset)
    };
    let mut times = Vec::new();
    let mut from = within.from;
    while from < within.until {
        let at = next(from);
        match zone.next_transition(from, at) {
            Some(change) if change > from && zone.offset(change) != zone.offset(from) => {
                from = change;
            }
            _ => {
                if !within.contains(at) {
                    break;
                }
                times.push(at);
                from = Instant::saturating(at.epoch() + 1);
            }
        }
    }
    times
}
