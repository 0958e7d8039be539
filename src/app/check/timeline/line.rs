//! What the parts of the timeline share.

use std::sync::Arc;

use leptos::prelude::*;

use super::frame::{self, Frame};
use crate::app::state::{Page, Read};
use crate::engine::{Clock, History, Instant, Ledger, Span};
use crate::timeline::{Fold, Handle, Mark, Scale, Segment, Zoom, extent};

/// The least width at which time runs from left to right.
const WIDE: i32 = 640;
/// How long the axis is where time runs downwards.
const TALL: i32 = 520;
/// How wide names of rows are, left of the axis.
pub(super) const NAMES: i32 = 124;
/// What is kept free right of the axis.
const MARGIN: i32 = 16;
/// How long the strip of a fold is, across the page and down it.
const STRIP: (f64, f64) = (88.0, 28.0);

/// What is drawn: a clock, its marks, and the stretches of its ledger.
pub(super) struct Ticket {
    pub(super) terms: Read,
    pub(super) history: History,
    pub(super) clock: Clock,
    pub(super) marks: Vec<Mark>,
}

/// What is shown of it, and where that lies.
pub(super) struct Scene {
    /// All that can be reached.
    pub(super) bounds: Span,
    pub(super) scale: Scale,
    pub(super) folds: Vec<Fold>,
    pub(super) segments: Vec<Segment>,
    pub(super) calendar: Vec<Segment>,
    /// Whether time runs downwards.
    pub(super) down: bool,
    /// How wide the drawing is.
    pub(super) width: i32,
}

/// Everything that stays as it is while time merely passes.
pub(super) struct Drawn {
    pub(super) ticket: Ticket,
    /// The stretches of the ledger until due, in order.
    pub(super) ledger: Vec<Span>,
    pub(super) scene: Scene,
    pub(super) frame: Frame,
    /// The last stretch before due, magnified where its levels stand too close to be read.
    pub(super) inset: Option<Frame>,
}

impl Drawn {
    /// The drawing of all, or of the last stretch.
    pub(super) const fn frame(&self, inset: bool) -> Option<&Frame> {
        if inset {
            self.inset.as_ref()
        } else {
            Some(&self.frame)
        }
    }
}

/// What is drawn, as signals hold it.
#[derive(Clone)]
pub(super) struct Known(Option<Arc<Drawn>>);

impl PartialEq for Known {
    /// It is made anew only when it changes.
    fn eq(&self, other: &Self) -> bool {
        self.0.is_none() && other.0.is_none()
    }
}

/// A handle that is being dragged. What is shown stays as it was, or it would run away from the pointer.
#[derive(Clone)]
pub(super) struct Drag {
    pub(super) handle: Handle,
    /// How far from its mark it was taken hold of.
    pub(super) off: f64,
    pub(super) scale: Scale,
    pub(super) folds: Vec<Fold>,
}

/// What the parts of the timeline share.
#[derive(Clone, Copy)]
pub(super) struct Line {
    pub(super) page: Page,
    /// The stretch of the ledger that is lit.
    pub(super) lit: RwSignal<Option<usize>>,
    pub(super) moved: Callback<(Handle, Instant)>,
    /// How wide the page lets it be, in sixteenths of a letter; 0 before that is known.
    pub(super) width: RwSignal<i32>,
    pub(super) zoom: RwSignal<Zoom>,
    pub(super) centre: RwSignal<Option<Instant>>,
    pub(super) unfolded: RwSignal<bool>,
    pub(super) at: RwSignal<Option<Instant>>,
    pub(super) drag: RwSignal<Option<Drag>>,
    extent: Memo<Option<Span>>,
    drawn: Memo<Known>,
}

impl Line {
    pub(super) fn new(
        target: Signal<usize>,
        lit: RwSignal<Option<usize>>,
        moved: Callback<(Handle, Instant)>,
    ) -> Self {
        let page = Page::get();
        let extent = Memo::new(move |_| {
            let now = page.clock.now();
            let ticket = ticket(page, target.get())?;
            Some(extent(&ticket.clock, &ticket.marks, now))
        });
        let line = Self {
            page,
            lit,
            moved,
            width: RwSignal::new(0),
            zoom: RwSignal::new(Zoom::default()),
            centre: RwSignal::new(None),
            unfolded: RwSignal::new(false),
            at: RwSignal::new(None),
            drag: RwSignal::new(None),
            extent,
            drawn: Memo::new(|_| Known(None)),
        };
        let drawn = move |_: Option<&Known>| Known(line.draw(target.get()).map(Arc::new));
        Self {
            drawn: Memo::new(drawn),
            ..line
        }
    }

    /// What is drawn, followed.
    pub(super) fn drawn(self) -> Option<Arc<Drawn>> {
        self.drawn.get().0
    }

    /// What is drawn, for what happens now.
    pub(super) fn drawn_now(self) -> Option<Arc<Drawn>> {
        self.drawn.get_untracked().0
    }

    fn draw(self, target: usize) -> Option<Drawn> {
        let ticket = ticket(self.page, target)?;
        let scene = self.scene(&ticket)?;
        let Ticket {
            terms,
            history,
            clock,
            ..
        } = &ticket;
        let ledger = Ledger::of(terms, history, clock, clock.due).ok()?.entries;
        let reader = self.page.reader();
        Some(Drawn {
            ledger: ledger.into_iter().map(|entry| entry.span).collect(),
            frame: frame::whole(reader, &ticket, &scene),
            inset: frame::inset(reader, &ticket, &scene),
            scene,
            ticket,
        })
    }

    fn scene(self, ticket: &Ticket) -> Option<Scene> {
        let width = self.width.get();
        if width == 0 {
            return None;
        }
        let extent = self.extent.get()?;
        let down = width < WIDE;
        let held = self.drag.get();
        let window = match &held {
            Some(drag) => drag.scale.window(),
            None => {
                let centre = self.centre.get().unwrap_or(extent.from);
                self.zoom.get().window(extent, centre)
            }
        };
        let bounds = Span::new(extent.from.min(window.from), extent.until.max(window.until));
        let Ticket {
            terms,
            history,
            clock,
            marks,
        } = ticket;
        let segments = Segment::of_clock(terms, history, clock, bounds).ok()?;
        let (scale, folds) = match held {
            Some(drag) => (drag.scale, drag.folds),
            None => {
                let length = if down { TALL } else { width - NAMES - MARGIN };
                let strip = if down { STRIP.1 } else { STRIP.0 };
                let folds = if self.unfolded.get() {
                    Vec::new()
                } else {
                    folds(&segments, marks, window)
                };
                (Scale::new(window, &folds, length.into(), strip), folds)
            }
        };
        Some(Scene {
            bounds,
            scale,
            folds,
            calendar: Segment::of_calendar(terms, clock.target, window),
            segments,
            down,
            width,
        })
    }

    /// All there is to show.
    pub(super) fn extent(self) -> Option<Span> {
        self.extent.get_untracked()
    }

    /// Whether there is anything to fold.
    pub(super) fn folds(self) -> bool {
        self.unfolded.get()
            || self
                .drawn()
                .is_some_and(|drawn| !drawn.scene.folds.is_empty())
    }

    /// Where the cursor is: where it was put, or else where the clock is due.
    pub(super) fn cursor(self) -> Option<Instant> {
        let at = self.at.get();
        let drawn = self.drawn()?;
        let bounds = drawn.scene.bounds;
        let at = at.unwrap_or(drawn.ticket.clock.due);
        Some(at.max(bounds.from).min(bounds.until))
    }

    /// Puts the cursor at `at`, and shows what is there when it is not shown.
    pub(super) fn put(self, at: Instant) {
        let shown = self.drawn_now().map(|drawn| drawn.scene.scale.window());
        if shown.is_some_and(|shown| at < shown.from || at > shown.until) {
            self.centre.set(Some(at));
        }
        self.at.set(Some(at));
    }

    /// Lights the stretch of the ledger in which `at` lies.
    pub(super) fn light(self, at: Option<Instant>) {
        let place = at.and_then(|at| {
            let drawn = self.drawn_now()?;
            drawn.ledger.iter().position(|span| span.contains(at))
        });
        if self.lit.get_untracked() != place {
            self.lit.set(place);
        }
    }

    /// Moves `handle` to `at`, or as near to it as the history allows.
    pub(super) fn shift(self, handle: Handle, at: Instant) {
        let history = self.drawn_now();
        let to = history.and_then(|drawn| handle.clamp(&drawn.ticket.history, at));
        if let Some(to) = to {
            self.moved.run((handle, to));
        }
    }
}

impl Drawn {
    /// Where `handle` stands.
    pub(super) fn stands(&self, handle: Handle) -> Option<Instant> {
        let mut marks = self.ticket.marks.iter();
        let mark = marks.find(|mark| mark.kind.handle() == Some(handle));
        mark.map(|mark| mark.at)
    }
}

fn ticket(page: Page, target: usize) -> Option<Ticket> {
    let history = page.history()?;
    let terms = page.terms.get();
    let clock = page
        .answer
        .with(|answer| answer.one()?.clocks.get(target).cloned())?;
    Some(Ticket {
        marks: Mark::of(&terms, &history, &clock),
        terms,
        history,
        clock,
    })
}

/// What is folded of `segments` in `window`.
pub(super) fn folds(segments: &[Segment], marks: &[Mark], window: Span) -> Vec<Fold> {
    let kept: Vec<Instant> = marks.iter().map(|mark| mark.at).collect();
    let folds = Fold::of(segments, &kept).into_iter();
    folds
        .filter(|fold| !fold.span.clip(window).is_empty())
        .collect()
}
