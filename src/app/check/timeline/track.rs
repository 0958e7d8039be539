//! The rows of the timeline: what each stretch is, and what of the clock is used up or left.

use super::shape::Pen;
use crate::engine::{Clock, Span};
use crate::timeline::{Fold, Scale, Segment, SegmentState};

/// Where `span` lies on `scale`; none where it is outside.
pub(super) fn along(scale: &Scale, span: Span) -> Option<(i32, i32)> {
    let span = span.clip(scale.window());
    (!span.is_empty()).then(|| {
        (
            place(scale.position(span.from)),
            place(scale.position(span.until)),
        )
    })
}

/// A position as a whole number.
#[expect(clippy::cast_possible_truncation, reason = "the length of a page")]
pub(super) fn place(position: f64) -> i32 {
    position.round() as i32
}

/// How a state is told without colour: its class, and its pattern in the sprite.
pub(super) const fn pattern(state: &SegmentState) -> (&'static str, &'static str) {
    match state {
        SegmentState::Open => ("seg open", "none"),
        SegmentState::Night => ("seg night", "url(#p-night)"),
        SegmentState::Weekend => ("seg weekend", "url(#p-weekend)"),
        SegmentState::Holiday { .. } => ("seg holiday", "url(#p-holiday)"),
        SegmentState::MakeUp { .. } => ("seg make-up", "none"),
        SegmentState::Special { .. } => ("seg special", "none"),
        SegmentState::Maintenance { .. } => ("seg maintenance", "url(#p-maintenance)"),
        SegmentState::Closure { .. } => ("seg closure", "url(#p-closure)"),
        SegmentState::Paused { .. } => ("seg paused", "url(#p-paused)"),
        SegmentState::Closed => ("seg closed", "url(#p-closure)"),
    }
}

/// The symbol of a state that has one.
const fn symbol(state: &SegmentState) -> Option<&'static str> {
    match state {
        SegmentState::Maintenance { .. } => Some("maintenance"),
        SegmentState::Paused { .. } => Some("paused"),
        SegmentState::Closed => Some("stopped"),
        _ => None,
    }
}

/// A row of `segments` between `across`, with their symbols where there is room.
pub(super) fn row(pen: &mut Pen, scale: &Scale, segments: &[Segment], across: (i32, i32)) {
    pen.block("row", "none", (0, place(scale.length())), across);
    for segment in segments {
        let Some(along) = along(scale, segment.span) else {
            continue;
        };
        let (class, fill) = pattern(&segment.state);
        pen.block(class, fill, along, across);
        if let Some(name) = symbol(&segment.state)
            && along.1 - along.0 >= 20
        {
            let middle = (along.0 + along.1) / 2;
            let (x, y) = pen.turn.point(middle, (across.0 + across.1) / 2);
            pen.block(
                "plate",
                "none",
                (middle - 10, middle + 10),
                (
                    (across.0 + across.1) / 2 - 10,
                    (across.0 + across.1) / 2 + 10,
                ),
            );
            pen.icon("sign", (x - 8, y - 8), name);
        }
    }
}

/// What is left of the clock until due, and over it what is used up; how far that goes, the clip decides.
pub(super) fn used(
    pen: &mut Pen,
    consumed: &mut Pen,
    scale: &Scale,
    segments: &[Segment],
    clock: &Clock,
    across: (i32, i32),
) {
    let until_due = Span::new(clock.origin, clock.due);
    let inside = (across.0 + 3, across.1 - 3);
    for segment in segments.iter().filter(|segment| segment.counted) {
        if let Some(along) = along(scale, segment.span.clip(until_due)) {
            pen.block("rest", "none", along, inside);
        }
        if let Some(along) = along(scale, segment.span) {
            consumed.block("used", "none", along, inside);
        }
    }
}

/// The edges of what is folded, over all rows.
pub(super) fn folds(pen: &mut Pen, scale: &Scale, folds: &[Fold], across: (i32, i32)) {
    for (from, until) in folds.iter().filter_map(|fold| along(scale, fold.span)) {
        pen.block("fold", "none", (from + 2, until - 2), across);
    }
}
