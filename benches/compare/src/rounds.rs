//! A round of each case: business hours with China's holidays, make-up days left out, which the others do
//! not know.

use sla_planner::engine::{Counts, Instant, Terms, Timetable};

use super::work::{self, HOUR};

/// What the cases need, made once.
pub(crate) struct Rounds {
    timetable: Timetable,
    terms: Terms,
    starts: Vec<Instant>,
}

impl Rounds {
    pub(crate) fn new() -> Self {
        let counts = Counts {
            make_up_days: false,
            ..Counts::default()
        };
        Self {
            timetable: Timetable::compile(&work::calendar(), counts),
            terms: work::terms(),
            starts: work::starts(),
        }
    }

    /// The sum of the due times of all starts.
    pub(crate) fn due(&self, hours: i64) -> i64 {
        work::due(&self.timetable, &self.starts, hours * HOUR)
    }

    /// The sum of all thresholds of all starts' tickets.
    pub(crate) fn tickets(&self) -> i64 {
        work::tickets(&self.terms, &self.starts)
    }
}
