//! Where instants lie on an axis.

use super::Fold;
use crate::engine::{Instant, Seconds, Span};

/// Folds take at most this share of an axis.
const FOLDED: f64 = 0.4;

/// A stretch of the axis on which time runs evenly.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Piece {
    pub(super) span: Span,
    pub(super) from: f64,
    pub(super) until: f64,
    pub(super) folded: bool,
}

/// A map between the instants of a window and positions from 0 to a length: even outside folds, each of
/// which is a short strip.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    window: Span,
    length: f64,
    per_second: f64,
    pieces: Vec<Piece>,
}

impl Scale {
    /// The scale of `window` on an axis of `length`, each of `folds` a strip of `strip`, or less where there
    /// are many. Folds are in order; of a window in which nothing else lies none is folded.
    ///
    /// ```
    /// use sla_planner::engine::{Instant, Span};
    /// use sla_planner::timeline::Scale;
    /// let scale = Scale::new(Span::new(Instant::MIN, Instant::MIN.plus(600)?), &[], 300.0, 24.0);
    /// assert_eq!(scale.position(Instant::MIN.plus(200)?), 100.0);
    /// assert_eq!(scale.instant(100.0), Instant::MIN.plus(200)?);
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn new(window: Span, folds: &[Fold], length: f64, strip: f64) -> Self {
        let window = if window.is_empty() {
            Span::new(window.from, Instant::saturating(window.from.epoch() + 1))
        } else {
            window
        };
        let folds: Vec<Span> = folds
            .iter()
            .map(|fold| fold.span.clip(window))
            .filter(|span| !span.is_empty())
            .collect();
        let folded: Seconds = folds.iter().map(|span| span.length()).sum();
        let even = window.length() - folded;
        let folds = if even == 0 { Vec::new() } else { folds };
        let even = if even == 0 { window.length() } else { even };
        let most = folds.iter().fold(0.0, |sum, _| sum + strip);
        let strip = if most > length * FOLDED {
            strip * length * FOLDED / most
        } else {
            strip
        };
        let left = folds.iter().fold(length, |left, _| left - strip);
        let mut scale = Self {
            window,
            length,
            per_second: left / seconds(even),
            pieces: Vec::with_capacity(folds.len() * 2 + 1),
        };
        for fold in folds {
            scale.even_until(fold.from);
            scale.add(fold, strip, true);
        }
        scale.even_until(window.until);
        if let Some(last) = scale.pieces.last_mut() {
            last.until = length;
        }
        scale
    }

    fn even_until(&mut self, until: Instant) {
        let from = self
            .pieces
            .last()
            .map_or(self.window.from, |last| last.span.until);
        let span = Span::new(from, until);
        if !span.is_empty() {
            self.add(span, seconds(span.length()) * self.per_second, false);
        }
    }

    fn add(&mut self, span: Span, length: f64, folded: bool) {
        let from = self.pieces.last().map_or(0.0, |last| last.until);
        self.pieces.push(Piece {
            span,
            from,
            until: from + length,
            folded,
        });
    }

    /// What it shows.
    #[must_use]
    pub const fn window(&self) -> Span {
        self.window
    }

    /// How long the axis is.
    #[must_use]
    pub const fn length(&self) -> f64 {
        self.length
    }

    /// How much of the axis a second takes outside folds.
    #[must_use]
    pub const fn per_second(&self) -> f64 {
        self.per_second
    }

    pub(super) fn pieces(&self) -> &[Piece] {
        &self.pieces
    }

    /// Where `at` lies; at an end when it is outside the window.
    #[must_use]
    pub fn position(&self, at: Instant) -> f64 {
        let at = at.clamp(self.window.from, self.window.until);
        let place = self.pieces.partition_point(|piece| piece.span.until < at);
        let Some(piece) = self.pieces.get(place) else {
            return self.length;
        };
        let share = seconds(at.since(piece.span.from)) / seconds(piece.span.length());
        piece.from + share * (piece.until - piece.from)
    }

    /// What lies at `position`; an end of the window when it is off the axis.
    #[must_use]
    pub fn instant(&self, position: f64) -> Instant {
        let place = self.pieces.partition_point(|piece| piece.until < position);
        let Some(piece) = self.pieces.get(place) else {
            return self.window.until;
        };
        let share = ((position - piece.from) / (piece.until - piece.from)).clamp(0.0, 1.0);
        #[expect(
            clippy::cast_possible_truncation,
            reason = "at most the length of the piece"
        )]
        let passed = (share * seconds(piece.span.length())).round() as Seconds;
        Instant::saturating(piece.span.from.epoch() + passed)
    }

    /// `at` moved to the nearest of `edges` when that is within `reach` on the axis, else to a round time.
    #[must_use]
    pub fn snap(&self, at: Instant, edges: &[Instant], reach: f64) -> Instant {
        /// What counts as round, finest first.
        const ROUND: [Seconds; 5] = [60, 300, 900, 1_800, 3_600];
        let here = self.position(at);
        let away = |edge: Instant| (self.position(edge) - here).abs();
        let nearest = edges
            .iter()
            .copied()
            .filter(|edge| self.window.contains(*edge) && away(*edge) <= reach)
            .min_by_key(|edge| edge.since(at).abs());
        if let Some(edge) = nearest {
            return edge;
        }
        let shown = |round: &Seconds| seconds(*round) * self.per_second * 2.0 >= 1.0;
        let round = ROUND.into_iter().find(shown).unwrap_or(3_600);
        Instant::saturating((at.epoch() + round / 2).div_euclid(round) * round)
    }
}

/// A length of time as a number that can be scaled: exact, as it is below 2^53.
#[expect(clippy::cast_precision_loss, reason = "far below 2^53")]
pub(super) const fn seconds(length: Seconds) -> f64 {
    length as f64
}
