//! Long closed stretches, folded away.

use std::mem::discriminant;

use super::{Segment, SegmentState};
use crate::engine::{Instant, Seconds, Span};

/// A closed stretch longer than four hours, drawn as a strip of fixed length.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Fold {
    /// What is folded.
    pub span: Span,
    /// What takes most of it.
    pub lead: SegmentState,
    /// How long that takes.
    pub length: Seconds,
}

impl Fold {
    /// Closed stretches that are longer are folded.
    pub const LONGER_THAN: Seconds = 4 * 3_600;

    /// What is folded among `segments`, in order. Stretches are cut at `kept` instants first, so that these
    /// lie at the edge of a fold, never inside.
    ///
    /// ```
    /// use sla_planner::engine::{Policy, Readings, Schedule, Span, Terms};
    /// use sla_planner::timeline::{Fold, Segment, SegmentState};
    /// let policy = Policy::spt_001()?;
    /// let schedule = Schedule::new(policy.calendar()?);
    /// let terms = Terms::new(policy.into(), schedule.into(), Readings::default())?;
    /// let days = Span::new("2026-02-14T09:00:00+08:00".parse()?, "2026-02-24T18:00:00+08:00".parse()?);
    /// let folds = Fold::of(&Segment::of_calendar(&terms, 0, days), &[]);
    /// assert!(matches!(&folds[0].lead, SegmentState::Holiday { name } if name.en == "Spring Festival"));
    /// assert_eq!((folds.len(), folds[0].length), (1, 9 * 86_400));
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn of(segments: &[Segment], kept: &[Instant]) -> Vec<Self> {
        segments
            .chunk_by(|left, right| !left.open && !right.open)
            .filter(|closed| closed.iter().all(|segment| !segment.open))
            .flat_map(|closed| {
                pieces(closed, kept)
                    .into_iter()
                    .map(move |span| (closed, span))
            })
            .filter(|(_, span)| span.length() > Self::LONGER_THAN)
            .filter_map(|(closed, span)| Self::led(closed, span))
            .collect()
    }

    fn led(closed: &[Segment], span: Span) -> Option<Self> {
        let length = |kind: &SegmentState| -> Seconds {
            let alike = closed
                .iter()
                .filter(|segment| discriminant(&segment.state) == discriminant(kind));
            alike.map(|segment| segment.span.clip(span).length()).sum()
        };
        let lead = closed
            .iter()
            .filter(|segment| !segment.span.clip(span).is_empty())
            .map(|segment| (length(&segment.state), &segment.state))
            .reduce(|best, next| if next.0 > best.0 { next } else { best });
        lead.map(|(length, state)| Self {
            span,
            lead: state.clone(),
            length,
        })
    }
}

/// The stretch of touching segments, cut at those of `kept` that lie inside.
fn pieces(closed: &[Segment], kept: &[Instant]) -> Vec<Span> {
    let (Some(first), Some(last)) = (closed.first(), closed.last()) else {
        return Vec::new();
    };
    let whole = Span::new(first.span.from, last.span.until);
    let mut cuts: Vec<Instant> = kept
        .iter()
        .copied()
        .filter(|cut| whole.contains(*cut))
        .collect();
    cuts.extend([whole.from, whole.until]);
    cuts.sort_unstable();
    cuts.dedup();
    cuts.iter()
        .zip(cuts.iter().skip(1))
        .map(|(&from, &until)| Span::new(from, until))
        .collect()
}
