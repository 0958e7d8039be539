//! Reading a time that lies about another, such as a due time.

use super::{Context, Moment, Unclear, read};
use crate::engine::{Instant, Seconds};

/// Half a day, half a year: the furthest a time that leaves out its date, or its year, can be away.
const HALVES: [Seconds; 2] = [12 * 3_600, 183 * 86_400];

/// As [`read`], but a date or a year that is not written is the one nearest to `about`, not the latest past.
///
/// # Errors
/// As [`read`].
///
/// ```
/// use sla_planner::exchange::moment::{Context, read_near};
/// let context = Context {
///     now: "2026-02-14T18:00:00+08:00".parse()?,
///     zone: "Asia/Shanghai".parse()?,
///     date_order: None,
///     date_system: Default::default(),
/// };
/// let due = "2026-02-24T10:50:00+08:00".parse()?;
/// let read = |text| read_near(text, &context, due).map(|moment| moment.at);
/// assert_eq!(read("11:00"), Ok("2026-02-24T11:00:00+08:00".parse()?));
/// assert_eq!(read("3月2日 9:00"), Ok("2026-03-02T09:00:00+08:00".parse()?));
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
pub fn read_near(text: &str, context: &Context, about: Instant) -> Result<Moment, Unclear> {
    let plain = read(text, context);
    let fills = match &plain {
        Ok(moment) => moment.filled_in,
        Err(Unclear::Which(choices)) => choices.iter().any(|choice| choice.moment.filled_in),
        Err(_) => false,
    };
    if !fills {
        return plain;
    }
    let at = |half| {
        let now = about.plus(half).unwrap_or(Instant::MAX);
        read(text, &Context { now, ..*context })
    };
    let mut readings = HALVES.into_iter().map(at);
    let (Some(day), Some(year)) = (readings.next(), readings.next()) else {
        return plain;
    };
    match (day, year) {
        (Ok(day), Ok(year)) => {
            let away = |moment: &Moment| moment.at.since(about).abs();
            Ok(if away(&day) <= away(&year) { day } else { year })
        }
        (day, _) => day,
    }
}

#[cfg(test)]
mod tests {
    use super::{Context, read_near};

    #[test]
    fn what_is_left_out_is_what_is_nearest() {
        let context = Context {
            now: "2026-11-24T09:00:00+08:00".parse().expect("an instant"),
            zone: "Asia/Shanghai".parse().expect("a zone"),
            date_order: None,
            date_system: Default::default(),
        };
        for (about, typed, meant) in [
            (
                "2026-12-31T17:00:00+08:00",
                "23:30",
                "2026-12-31T23:30:00+08:00",
            ),
            (
                "2026-12-31T17:00:00+08:00",
                "04:30",
                "2027-01-01T04:30:00+08:00",
            ),
            (
                "2026-12-31T17:00:00+08:00",
                "1月4日 10:00",
                "2027-01-04T10:00:00+08:00",
            ),
            (
                "2027-01-04T10:00:00+08:00",
                "12月31日 10:00",
                "2026-12-31T10:00:00+08:00",
            ),
            (
                "2026-12-31T17:00:00+08:00",
                "2026-02-14 17:50",
                "2026-02-14T17:50:00+08:00",
            ),
            (
                "2026-12-31T17:00:00+08:00",
                "2h ago",
                "2026-11-24T07:00:00+08:00",
            ),
        ] {
            let about = about.parse().expect("an instant");
            let read = read_near(typed, &context, about).map(|moment| moment.at);
            assert_eq!(read, Ok(meant.parse().expect("an instant")), "{typed}");
        }
    }
}
