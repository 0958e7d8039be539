//! The last stretch before a clock is due, magnified when its levels stand too close to be told apart.

use super::{Mark, Scale};
use crate::engine::{Clock, Span};

/// Whether two of the levels among `marks` stand closer than `gap` on `scale`, at different instants.
#[must_use]
pub fn collide(scale: &Scale, marks: &[Mark], gap: f64) -> bool {
    let window = scale.window();
    let levels: Vec<&Mark> = marks
        .iter()
        .filter(|mark| mark.kind.is_level() && window.contains(mark.at))
        .collect();
    levels.windows(2).any(|pair| match pair {
        [left, right] => {
            left.at < right.at && scale.position(right.at) - scale.position(left.at) < gap
        }
        _ => false,
    })
}

/// From the first threshold of `clock` to its due time, with a little after; none when that is nothing.
#[must_use]
pub fn last_stretch(clock: &Clock) -> Option<Span> {
    let first = clock.marks.iter().min()?;
    let span = Span::new(*first, clock.due);
    let spare = span.length() / 40;
    (!span.is_empty()).then(|| {
        let after = clock.due.plus(spare).unwrap_or(clock.due);
        Span::new(first.plus(-spare).unwrap_or(*first), after)
    })
}
