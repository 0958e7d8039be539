//! The drawing where time runs down the page.

use super::frame::{Frame, Plan};
use super::shape::{Pen, Turn};
use super::tags::{self, LANE, Level, Tag};
use super::track;
use crate::text::city;

/// What parts a note's lines, where it is written in several.
const PART: char = '·';

impl Plan<'_> {
    pub(super) fn down(&self) -> Frame {
        let lang = self.reader.lang;
        let second = self.second();
        let turn = Turn {
            down: true,
            from: if second.is_some() { 44 } else { 12 },
        };
        let (mut under, mut used, mut over) = (Pen::new(turn), Pen::new(turn), Pen::new(turn));
        // Alone it has room for the label of now.
        let depth = if second.is_some() { 64 } else { 86 };
        let first = if second.is_some() { 2 * depth } else { depth } + 4;
        let calendar = (first, if self.whole { first + 18 } else { first });
        let track = (calendar.1 + 4, calendar.1 + 30);
        let rows = (calendar.0, track.1);
        self.axis(self.service, depth, true)
            .draw(&mut under, self.scale, 0, Some(rows));
        if let Some(zone) = second {
            self.axis(zone, depth, true)
                .draw(&mut under, self.scale, depth, None);
            under.text("name start", (0, 12), city(lang, self.service));
            under.text("name start", (depth, 28), city(lang, zone));
        }
        self.rows(&mut under, &mut used, calendar, track);
        track::folds(&mut over, self.scale, self.folds, rows);
        let mut tags = self.tags();
        let bottom = self.beside(&mut over, &mut tags, track.1);
        Frame {
            scale: self.scale.clone(),
            turn,
            width: self.width,
            height: bottom.max(turn.from + track::place(self.scale.length()) + 12),
            rows,
            track,
            now_at: rows.0 - 8,
            under: under.made,
            used: used.made,
            over: over.made,
            tags,
        }
    }

    /// Writes everything beside the rows, pushed down where it would overlap; where that ends.
    fn beside(&self, over: &mut Pen, tags: &mut [Tag], edge: i32) -> i32 {
        enum Item<'a> {
            Tag(&'a mut Tag),
            Level(Level),
            Note(String),
        }
        let mut items: Vec<(i32, Item<'_>)> = Vec::new();
        let mut add = |at: i32, item| {
            let place = items.partition_point(|(other, _)| *other <= at);
            items.insert(place, (at, item));
        };
        for (at, said) in self.notes() {
            add(at, Item::Note(said));
        }
        let levels = tags::levels(self.service, self.ticket, self.scale);
        // The due time has a tag, but for the magnified stretch.
        let count = if self.whole {
            levels.len().saturating_sub(1)
        } else {
            levels.len()
        };
        for level in levels.into_iter().take(count) {
            add(level.along, Item::Level(level));
        }
        for tag in tags {
            add(tag.along, Item::Tag(tag));
        }
        let from = over.turn.from;
        let beside = edge + 16;
        let mut bottom = 0;
        for (along, item) in items {
            let high = match &item {
                Item::Tag(_) => LANE,
                Item::Level(_) => 20,
                Item::Note(said) => 18 * (1 + i32::from(said.contains(PART))),
            };
            let top = (along + from - high / 2).max(bottom);
            bottom = top + high;
            let middle = top + high / 2;
            let class = match item {
                Item::Tag(tag) => {
                    (tag.x, tag.y) = (beside, top + 2);
                    "stem"
                }
                Item::Level(level) => {
                    over.rule(level.class, along, (edge - 26, edge + 4));
                    over.icon(level.class, (beside, middle - 8), level.key);
                    let said = format!("{} {}", level.time, level.percent);
                    over.text("percent start", (beside + 22, middle + 5), said);
                    level.class
                }
                Item::Note(said) => {
                    let mut line = top + 14;
                    for part in said.split(PART) {
                        over.text("note start", (beside, line), part.trim().to_owned());
                        line += 18;
                    }
                    "lead"
                }
            };
            let from = along + from;
            over.path(
                class,
                "none",
                format!("M{edge} {from}h4L{} {middle}", beside - 4),
            );
        }
        bottom
    }
}
