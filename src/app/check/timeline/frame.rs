//! The drawing: where its parts lie, for time that runs to the right or down the page.

use super::axis::{self, Axis};
use super::line::{NAMES, Scene, Ticket, folds};
use super::shape::{Pen, Shape, Turn, breadth};
use super::tags::{self, LANE, Level, Note, Tag};
use super::track;
use crate::engine::{Instant, Zone};
use crate::text::{Reader, city, timeline as words, zone_name};
use crate::timeline::{Fold, Scale, Segment, collide, last_stretch};

/// What parts a note's lines, where it is written in several.
const PART: char = '·';
/// How long the magnified stretch is where time runs down.
const SHORT: f64 = 200.0;

/// A drawing, but for what moves with time.
pub(super) struct Frame {
    pub(super) scale: Scale,
    pub(super) turn: Turn,
    pub(super) width: i32,
    pub(super) height: i32,
    /// Where the rows are, across time.
    pub(super) rows: (i32, i32),
    /// Where the clock's row is.
    pub(super) track: (i32, i32),
    /// Where the label of now is, across time.
    pub(super) now_at: i32,
    /// Below what is used up.
    pub(super) under: Vec<Shape>,
    /// What is used up, were all of it.
    pub(super) used: Vec<Shape>,
    /// Above it.
    pub(super) over: Vec<Shape>,
    pub(super) tags: Vec<Tag>,
}

/// What a drawing is made from.
struct Plan<'a> {
    reader: Reader,
    service: Zone,
    ticket: &'a Ticket,
    scale: &'a Scale,
    folds: &'a [Fold],
    segments: &'a [Segment],
    /// Empty where only the clock's row is drawn.
    calendar: &'a [Segment],
    width: i32,
    whole: bool,
}

impl Plan<'_> {
    /// The viewer's zone, where its clocks show another time.
    fn second(&self) -> Option<Zone> {
        let at = self.scale.window().from;
        let zone = self.reader.zone;
        (self.whole && zone.offset(at) != self.service.offset(at)).then_some(zone)
    }

    fn axis(&self, zone: Zone, depth: i32, before: bool) -> Axis {
        Axis {
            zone,
            lang: self.reader.lang,
            now: self.reader.now,
            depth,
            before,
        }
    }

    fn tags(&self) -> Vec<Tag> {
        if self.whole {
            tags::tags(&self.reader, self.service, self.ticket, self.scale)
        } else {
            Vec::new()
        }
    }

    fn notes(&self) -> Vec<Note> {
        let segments = if self.whole {
            self.calendar
        } else {
            self.segments
        };
        tags::notes(&self.reader, self.scale, self.folds, segments)
    }

    fn across(&self) -> Frame {
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
        if self.whole {
            track::row(&mut under, self.scale, self.calendar, calendar);
        }
        track::row(&mut under, self.scale, self.segments, track);
        track::used(
            &mut under,
            &mut used,
            self.scale,
            self.segments,
            &self.ticket.clock,
            track,
        );
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

    fn down(&self) -> Frame {
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
        if self.whole {
            track::row(&mut under, self.scale, self.calendar, calendar);
        }
        track::row(&mut under, self.scale, self.segments, track);
        track::used(
            &mut under,
            &mut used,
            self.scale,
            self.segments,
            &self.ticket.clock,
            track,
        );
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

    fn draw(&self, down: bool) -> Frame {
        if down { self.down() } else { self.across() }
    }
}

/// How wide the words below a level can be.
fn broadest(levels: &[Level]) -> i32 {
    let times = levels.iter().map(|level| breadth(&level.time));
    times.max().unwrap_or(0)
}

/// The drawing of all that is shown.
pub(super) fn whole(reader: Reader, ticket: &Ticket, scene: &Scene) -> Frame {
    let plan = Plan {
        reader,
        service: ticket.terms.policy().zone,
        ticket,
        scale: &scene.scale,
        folds: &scene.folds,
        segments: &scene.segments,
        calendar: &scene.calendar,
        width: scene.width,
        whole: true,
    };
    plan.draw(scene.down)
}

/// The drawing of the last stretch before due, where its levels stand too close to be read.
pub(super) fn inset(reader: Reader, ticket: &Ticket, scene: &Scene) -> Option<Frame> {
    let service = ticket.terms.policy().zone;
    let close = if scene.down {
        12
    } else {
        broadest(&tags::levels(service, ticket, &scene.scale))
    };
    if !collide(&scene.scale, &ticket.marks, close.into()) {
        return None;
    }
    let window = last_stretch(&ticket.clock)?;
    let Ticket {
        terms,
        history,
        clock,
        marks,
    } = ticket;
    let segments = Segment::of_clock(terms, history, clock, window).ok()?;
    let folds = folds(&segments, marks, window);
    let (length, strip) = if scene.down {
        (SHORT, 28.0)
    } else {
        (scene.scale.length(), 88.0)
    };
    let plan = Plan {
        reader,
        service,
        ticket,
        scale: &Scale::new(window, &folds, length, strip),
        folds: &folds,
        segments: &segments,
        calendar: &[],
        width: scene.width,
        whole: false,
    };
    Some(plan.draw(scene.down))
}

impl Frame {
    /// Where `at` is along time, when it is shown.
    pub(super) fn along(&self, at: Instant) -> Option<i32> {
        let window = self.scale.window();
        let shown = window.from <= at && at <= window.until;
        shown.then(|| track::place(self.scale.position(at)))
    }
}
