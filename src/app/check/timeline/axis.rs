//! The axes: a zone's dates and times of day along time.

use chrono::Datelike;

use super::shape::Pen;
use super::track::place;
use crate::engine::{Instant, Zone};
use crate::text::{Lang, timeline as words};
use crate::timeline::{Scale, ticks};

/// How deep an axis is where time runs to the right.
pub(super) const DEPTH: i32 = 36;

/// The axis of a zone.
pub(super) struct Axis {
    pub(super) zone: Zone,
    pub(super) lang: Lang,
    pub(super) now: Instant,
    /// How deep it is.
    pub(super) depth: i32,
    /// Whether it stands before the rows; after them otherwise.
    pub(super) before: bool,
}

impl Axis {
    /// Draws it from `across` on; with `rows`, hairlines go on over them.
    pub(super) fn draw(&self, pen: &mut Pen, scale: &Scale, across: i32, rows: Option<(i32, i32)>) {
        let down = pen.turn.down;
        let (gap, wide) = if down { (30.0, 36.0) } else { (52.0, 104.0) };
        let year = self.zone.local(self.now).year();
        for tick in ticks(self.zone, scale, gap, wide) {
            let along = place(tick.position);
            let (date, time) = words::tick(self.lang, &tick, year, down);
            if down {
                let (x, y) = pen.turn.point(along, across + self.depth - 10);
                let lift = if time.is_empty() { 4 } else { -3 };
                pen.text("date end", (x, y + lift), date);
                pen.text("time end", (x, y + if tick.dated { 12 } else { 4 }), time);
                pen.rule(
                    "tick",
                    along,
                    (across + self.depth - 6, across + self.depth),
                );
            } else {
                let (x, y) = pen.turn.point(along, across);
                let (first, second) = if self.before { (12, 26) } else { (32, 18) };
                pen.text("date", (x, y + first), date);
                pen.text("time", (x, y + second), time);
                let short = if self.before {
                    (30, self.depth)
                } else {
                    (0, 6)
                };
                pen.rule("tick", along, (across + short.0, across + short.1));
            }
            if let Some(rows) = rows {
                pen.rule("hair", along, rows);
            }
        }
    }
}
