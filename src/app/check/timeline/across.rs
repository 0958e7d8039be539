//! The drawing where time runs from left to right.

use super::axis;
use super::frame::{Frame, Plan, broadest};
use super::line::NAMES;
use super::shape::{Pen, Turn};
use super::tags::{self, LANE, Level};
use super::track;
use crate::text::{timeline as words, zone_name};

impl Plan<'_> {
    pub(super) fn across(&self) -> Frame {
        let lang = self.reader.lang;
        let turn = Turn {
            down: false,
            from: NAMES,
        };
        let (mut under, mut used, mut over) = (Pen::new(turn), Pen::new(turn), Pen::new(turn));
        let mut tags = self.tags();
        let top = tags::above(&mut tags, NAMES, self.width);
        let first = top + axis::DEPTH;
        let calendar = (first, if self.whole { first + 22 } else { first });
        let track = (calendar.1 + 20, calendar.1 + 50);
        let rows = (calendar.0, track.1);
        let mut name = |y: i32, said: String| under.text("name", (0, y), said);
        name(top + 26, zone_name(lang, self.service));
        if self.whole {
            name(calendar.0 + 16, words::CALENDAR.say(lang).to_owned());
        }
        let target = self
            .ticket
            .terms
            .policy()
            .targets
            .get(self.ticket.clock.target);
        name(
            track.0 + 20,
            target
                .map(|target| lang.of(&target.name).to_owned())
                .unwrap_or_default(),
        );
        for tag in &tags {
            under.rule("stem", tag.along, (tag.y + LANE - 4, track.1));
        }
        self.axis(self.service, axis::DEPTH, true)
            .draw(&mut under, self.scale, top, Some(rows));
        self.rows(&mut under, &mut used, calendar, track);
        track::folds(&mut over, self.scale, self.folds, rows);
        let length = track::place(self.scale.length());
        tags::write_notes(&mut over, self.notes(), calendar.1 + 14, length);
        self.levels(&mut over, track);
        let now_at = track.1 + 72;
        let mut height = now_at + 8;
        if let Some(zone) = self.second() {
            under.text("name", (0, height + 18), zone_name(lang, zone));
            self.axis(zone, axis::DEPTH, false)
                .draw(&mut under, self.scale, height, None);
            height += axis::DEPTH;
        }
        Frame {
            scale: self.scale.clone(),
            turn,
            width: self.width,
            height,
            rows,
            track,
            now_at,
            under: under.made,
            used: used.made,
            over: over.made,
            tags,
        }
    }

    /// Draws the levels below the clock's row; those that have no room are left to their symbols.
    fn levels(&self, over: &mut Pen, track: (i32, i32)) {
        let levels = tags::levels(self.service, self.ticket, self.scale);
        let places: Vec<i32> = levels.iter().map(|level| level.along).collect();
        let broad = broadest(&levels);
        for level in levels {
            let Level {
                along,
                key,
                class,
                percent,
                time,
            } = level;
            over.rule(class, along, (track.0, track.1 + 6));
            let (x, y) = over.turn.point(along, track.1);
            over.icon(class, (x - 8, y + 8), key);
            let near = |other: &&i32| (**other - along).abs() < broad;
            if places.iter().filter(near).count() == 1 {
                over.text("percent", (x, y + 38), percent);
                over.text("time", (x, y + 52), time);
            }
        }
    }
}
