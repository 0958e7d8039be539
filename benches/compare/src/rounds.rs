//! A round of each case: business hours with China's holidays, make-up days left out, which the others do
//! not know.

use sla_planner::board::Tickets;
use sla_planner::engine::{Counts, Instant, Terms, Timetable};
use sla_planner::simulate::Comparison;

use super::work::{self, HOUR};

#[path = "../../work/scenarios.rs"]
mod scenarios;

/// What the cases need, made once.
pub(crate) struct Rounds {
    timetable: Timetable,
    terms: Terms,
    starts: Vec<Instant>,
    all: Tickets,
    comparison: Comparison,
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
            all: scenarios::tickets(),
            comparison: Comparison::new(&scenarios::scenarios()),
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

    /// The sum of the differences of 10 000 tickets in four scenarios, all computed anew.
    pub(crate) fn scenarios(&mut self) -> i64 {
        self.comparison.renew();
        while self.comparison.work(&self.all, scenarios::now(), usize::MAX) {}
        let rows = self.comparison.rows().iter();
        let shifts = rows.map(|index| self.comparison.shift(3, *index, 1).unwrap_or(0));
        shifts.sum()
    }
}
