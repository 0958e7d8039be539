//! From date to date by keys: where the one tab stop of a year moves.

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::engine::DateSpan;

/// A step from one date to another.
///
/// ```
/// use sla_planner::engine::DateSpan;
/// use sla_planner::simulate::Stride;
/// let date = |month, day| chrono::NaiveDate::from_ymd_opt(2026, month, day).unwrap();
/// let year = DateSpan { from: date(1, 1), through: date(12, 31) };
/// assert_eq!(Stride::NextMonth.from(date(1, 31), year), date(2, 28));
/// assert_eq!(Stride::PreviousWeek.from(date(1, 3), year), date(1, 3));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stride {
    /// The day before.
    PreviousDay,
    /// The day after.
    NextDay,
    /// The same day of the week before.
    PreviousWeek,
    /// The same day of the week after.
    NextWeek,
    /// The same day of the month before, or its last.
    PreviousMonth,
    /// The same day of the month after, or its last.
    NextMonth,
    /// The Monday of the week.
    StartOfWeek,
    /// The Sunday of the week.
    EndOfWeek,
    /// The first date of all.
    First,
    /// The last date of all.
    Last,
}

impl Stride {
    /// Where it leads from `date`, among the dates `within`: a step by days, weeks or months that leads out is not
    /// taken; the ends of a week are cut to those there are.
    #[must_use]
    pub fn from(self, date: NaiveDate, within: DateSpan) -> NaiveDate {
        let since_monday = u64::from(date.weekday().num_days_from_monday());
        let led = match self {
            Self::PreviousDay => date.pred_opt(),
            Self::NextDay => date.succ_opt(),
            Self::PreviousWeek => date.checked_sub_days(Days::new(7)),
            Self::NextWeek => date.checked_add_days(Days::new(7)),
            Self::PreviousMonth => date.checked_sub_months(Months::new(1)),
            Self::NextMonth => date.checked_add_months(Months::new(1)),
            Self::StartOfWeek => {
                let monday = date.checked_sub_days(Days::new(since_monday));
                monday.map(|monday| monday.max(within.from))
            }
            Self::EndOfWeek => {
                let sunday = date.checked_add_days(Days::new(6 - since_monday));
                sunday.map(|sunday| sunday.min(within.through))
            }
            Self::First => Some(within.from),
            Self::Last => Some(within.through),
        };
        led.filter(|led| within.contains(*led)).unwrap_or(date)
    }
}

#[cfg(test)]
mod tests {
    use super::Stride;
    use crate::engine::DateSpan;
    use chrono::NaiveDate;

    fn date(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, month, day).expect("a date")
    }

    #[test]
    fn each_step_leads_where_it_says_and_never_out() {
        let within = DateSpan {
            from: date(1, 1),
            through: date(12, 31),
        };
        for (stride, from, to) in [
            (Stride::PreviousDay, date(3, 1), date(2, 28)),
            (Stride::PreviousDay, date(1, 1), date(1, 1)),
            (Stride::NextDay, date(12, 31), date(12, 31)),
            (Stride::NextDay, date(4, 30), date(5, 1)),
            (Stride::NextWeek, date(2, 24), date(3, 3)),
            (Stride::PreviousMonth, date(3, 31), date(2, 28)),
            (Stride::NextMonth, date(12, 5), date(12, 5)),
            (Stride::StartOfWeek, date(1, 3), date(1, 1)),
            (Stride::StartOfWeek, date(2, 14), date(2, 9)),
            (Stride::EndOfWeek, date(12, 29), date(12, 31)),
            (Stride::EndOfWeek, date(2, 14), date(2, 15)),
            (Stride::First, date(5, 5), date(1, 1)),
            (Stride::Last, date(5, 5), date(12, 31)),
        ] {
            assert_eq!(stride.from(from, within), to, "{stride:?} from {from}");
        }
    }
}
