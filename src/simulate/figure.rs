//! What a cell of a comparison shows.

use super::Comparison;
use crate::board::Tickets;
use crate::engine::{BasisPoints, Instant, Seconds};

/// What the cells of a comparison show; the first scenario always shows when its tickets are due.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Mode {
    /// When a target is due.
    #[default]
    Value,
    /// By how much that differs from the first scenario.
    Difference,
    /// The same, as a share of how long it takes there from the submission.
    Percent,
}

/// What a cell of a comparison shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Figure {
    /// When the target is due.
    Due(Instant),
    /// By how many seconds of the wall clock it is due later; negative when earlier.
    Shift(Seconds),
    /// The same in hundredths of a percent of the time from the submission to when it is due in the first
    /// scenario, cut to whole ones.
    Share(i64),
}

impl Comparison {
    /// What the cell of `target` shows in `mode` for the ticket at `index`; none where nothing is known, or no
    /// share can be given because it is due at once.
    #[must_use]
    pub fn figure(
        &self,
        tickets: &Tickets,
        mode: Mode,
        (scenario, index, target): (usize, u32, usize),
    ) -> Option<Figure> {
        let cell = self.cell(scenario, index, target)?;
        if mode == Mode::Value || scenario == 0 {
            return Some(Figure::Due(cell.due));
        }
        let base = self.cell(0, index, target)?.due;
        let shift = cell.due.since(base);
        if mode == Mode::Difference {
            return Some(Figure::Shift(shift));
        }
        let (submitted, _) = tickets.submission(index)?;
        let whole = base.since(submitted);
        let hundredths = shift.saturating_mul(BasisPoints::WHOLE.0.into());
        (whole > 0).then(|| Figure::Share(hundredths / whole))
    }
}
