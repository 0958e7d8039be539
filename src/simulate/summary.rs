//! What a scenario comes to.

use super::cell::{self, FAULTY};
use super::column::Column;
use crate::board::{Overrun, Tickets};
use crate::engine::{Instant, NEVER, Seconds, Verdict};

/// What one target comes to in one scenario.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TargetSummary {
    /// Stopped in time.
    pub met: usize,
    /// Stopped too late.
    pub missed: usize,
    /// Open, and not yet due.
    pub open: usize,
    /// Open, and past due.
    pub overdue: usize,
    /// Not judged: the clock has not started, and is projected.
    pub projected: usize,
    /// The worst overrun, in counted seconds; of clocks that are open, so far.
    pub worst: Option<Overrun>,
    /// Those due earlier than in the first scenario.
    pub earlier: usize,
    /// Those due later.
    pub later: usize,
    /// The median of by how much they are due later, in seconds of the wall clock, those that did not move
    /// among them; of two in the middle the lower. None for the first scenario and where nothing is compared.
    pub median_shift: Option<Seconds>,
    /// The same of those that moved.
    pub median_moved: Option<Seconds>,
}

impl TargetSummary {
    /// How many promises were broken.
    #[must_use]
    pub const fn breaches(&self) -> usize {
        self.missed + self.overdue
    }
}

/// What a scenario comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ScenarioSummary {
    /// By target.
    pub targets: Vec<TargetSummary>,
    /// The tickets it is about.
    pub tickets: usize,
    /// Those that cannot be judged under its terms.
    pub faulty: usize,
}

impl ScenarioSummary {
    /// What `column` comes to beside `base`; beside nothing for the first scenario.
    pub(super) fn of(
        (column, base): (&Column, Option<&Column>),
        tickets: &Tickets,
        now: Instant,
    ) -> Self {
        let mut summary = Self {
            tickets: tickets.len(),
            ..Self::default()
        };
        for target in 0..column.targets {
            summary
                .targets
                .push(summarise((column, base), tickets, now, target));
        }
        let indexes = tickets.indexes();
        summary.faulty = indexes
            .filter(|index| column.bits(*index, 0) == FAULTY)
            .count();
        summary
    }
}

fn summarise(
    (column, base): (&Column, Option<&Column>),
    tickets: &Tickets,
    now: Instant,
    target: usize,
) -> TargetSummary {
    let mut found = TargetSummary::default();
    let mut shifts: Vec<Seconds> = Vec::new();
    let mut still = 0;
    let mut worst: Option<(u32, u32)> = None;
    for index in 0..tickets.slots() {
        let Some((_, verdict)) = cell::unpack(column.bits(index, target)) else {
            continue;
        };
        let count = match verdict {
            Some(Verdict::Met) => &mut found.met,
            Some(Verdict::Missed) => &mut found.missed,
            Some(Verdict::Open) => &mut found.open,
            Some(Verdict::Overdue) => &mut found.overdue,
            None => &mut found.projected,
        };
        *count += 1;
        if matches!(verdict, Some(Verdict::Missed | Verdict::Overdue)) {
            let over = column.over(index, target);
            if worst.is_none_or(|(most, _)| most < over) {
                worst = Some((over, index));
            }
        }
        let Some(base) = base else { continue };
        let (due, before) = (column.due(index, target), base.due(index, target));
        if before == NEVER {
            continue;
        }
        match due.cmp(&before) {
            std::cmp::Ordering::Less => found.earlier += 1,
            std::cmp::Ordering::Equal => {
                still += 1;
                continue;
            }
            std::cmp::Ordering::Greater => found.later += 1,
        }
        shifts.push(Seconds::from(due) - Seconds::from(before));
    }
    found.worst = worst.and_then(|(counted, index)| {
        Some(Overrun {
            key: tickets.key(index)?,
            counted: counted.into(),
            wall: column.wall_over(tickets, now, (index, target))?,
        })
    });
    found.median_moved = median(&mut shifts);
    found.median_shift = median_beside(&shifts, found.earlier, still);
    found
}

/// The median; of two in the middle the lower. The shifts before it are lower, those behind it higher.
fn median(shifts: &mut [Seconds]) -> Option<Seconds> {
    let middle = shifts.len().checked_sub(1)? / 2;
    let (_, median, _) = shifts.select_nth_unstable(middle);
    Some(*median)
}

/// The median of `shifts`, `earlier` of which are negative, and of `still` times nothing.
fn median_beside(shifts: &[Seconds], earlier: usize, still: usize) -> Option<Seconds> {
    let middle = (shifts.len() + still).checked_sub(1)? / 2;
    if (earlier..earlier + still).contains(&middle) {
        return Some(0);
    }
    let place = if middle < earlier {
        middle
    } else {
        middle - still
    };
    let mut shifts = shifts.to_vec();
    let (_, median, _) = shifts.select_nth_unstable(place);
    Some(*median)
}

#[cfg(test)]
mod tests {
    use super::{median, median_beside};

    #[test]
    fn the_median_counts_what_did_not_move() {
        for (shifts, still) in [
            (vec![], 0),
            (vec![], 3),
            (vec![-5, -9, 7], 0),
            (vec![-5, -9, 7], 1),
            (vec![-5, -9, 7, 8, 9, 10], 2),
            (vec![-5, -4, -3], 2),
            (vec![3, 2, 1], 2),
            (vec![1], 1),
            (vec![-1], 1),
        ] {
            let mut all = shifts.clone();
            all.extend(vec![0; still]);
            let earlier = shifts.iter().filter(|shift| **shift < 0).count();
            assert_eq!(
                median_beside(&shifts, earlier, still),
                median(&mut all),
                "{shifts:?} and {still}"
            );
        }
    }

    #[test]
    fn of_two_in_the_middle_the_lower() {
        assert_eq!(median(&mut [4, 1, 3, 2]), Some(2));
        assert_eq!(median(&mut []), None);
    }
}
