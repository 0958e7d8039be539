//! The drawing: where its parts lie, for time that runs to the right or down the page.

use super::axis::Axis;
use super::line::{Scene, Ticket, folds};
use super::shape::{Pen, Shape, Turn, breadth};
use super::tags::{self, Level, Note, Tag};
use super::track;
use crate::engine::{Instant, Zone};
use crate::text::Reader;
use crate::timeline::{Fold, Scale, Segment, collide, last_stretch};

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
pub(super) struct Plan<'a> {
    pub(super) reader: Reader,
    pub(super) service: Zone,
    pub(super) ticket: &'a Ticket,
    pub(super) scale: &'a Scale,
    pub(super) folds: &'a [Fold],
    pub(super) segments: &'a [Segment],
    /// Empty where only the clock's row is drawn.
    pub(super) calendar: &'a [Segment],
    pub(super) width: i32,
    pub(super) whole: bool,
}

impl Plan<'_> {
    /// The viewer's zone, where its clocks show another time.
    pub(super) fn second(&self) -> Option<Zone> {
        let at = self.scale.window().from;
        let zone = self.reader.zone;
        (self.whole && zone.offset(at) != self.service.offset(at)).then_some(zone)
    }

    pub(super) fn axis(&self, zone: Zone, depth: i32, before: bool) -> Axis {
        Axis {
            zone,
            lang: self.reader.lang,
            now: self.reader.now,
            depth,
            before,
        }
    }

    /// Draws the rows of the calendar and of the clock, and what of the clock is used up.
    pub(super) fn rows(
        &self,
        under: &mut Pen,
        used: &mut Pen,
        calendar: (i32, i32),
        track: (i32, i32),
    ) {
        if self.whole {
            track::row(under, self.scale, self.calendar, calendar);
        }
        track::row(under, self.scale, self.segments, track);
        let clock = &self.ticket.clock;
        track::used(under, used, self.scale, self.segments, clock, track);
    }

    pub(super) fn tags(&self) -> Vec<Tag> {
        if self.whole {
            tags::tags(&self.reader, self.service, self.ticket, self.scale)
        } else {
            Vec::new()
        }
    }

    pub(super) fn notes(&self) -> Vec<Note> {
        let segments = if self.whole {
            self.calendar
        } else {
            self.segments
        };
        tags::notes(&self.reader, self.scale, self.folds, segments)
    }

    fn draw(&self, down: bool) -> Frame {
        if down { self.down() } else { self.across() }
    }
}

/// How wide the words below a level can be.
pub(super) fn broadest(levels: &[Level]) -> i32 {
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
