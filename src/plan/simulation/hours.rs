//! Weekly hours as they are written, and lunch in them.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::engine::{
    DAYS, DayHours, Expected, Hours, Misread, Node, TypedHours, WeeklyHours, Window,
};

const ALWAYS: &str = "always";

/// The most windows of one day.
pub const MOST_DAY_WINDOWS: usize = 24;

/// Noon, and when lunch ends, in seconds of the day.
const LUNCH: (u32, u32) = (12 * 3_600, 13 * 3_600);

/// Hours as they are written: `09:00-18:00`.
pub(super) struct Written(pub(super) Window);

impl Serialize for Written {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

struct Week<'a>(&'a WeeklyHours);

impl Serialize for Week<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (day, key) in DAYS {
            let hours = self.0.day(day);
            if !hours.is_closed() {
                let windows: Vec<Written> = hours.windows().iter().copied().map(Written).collect();
                map.serialize_entry(key, &windows)?;
            }
        }
        map.end()
    }
}

/// Writes weekly hours by day, or that it is 24x7.
pub(super) fn write<S: Serializer>(hours: &Hours, serializer: S) -> Result<S::Ok, S::Error> {
    match hours {
        Hours::Always => serializer.serialize_str(ALWAYS),
        Hours::Weekly(week) => Week(week).serialize(serializer),
    }
}

/// Reads what [`write`] writes.
pub(super) fn read(node: &Node<'_>) -> Result<Hours, Misread> {
    if let Ok(text) = node.str() {
        return match text {
            ALWAYS => Ok(Hours::Always),
            _ => Err(node.misread(Expected::OneOf(&[ALWAYS]))),
        };
    }
    for (_, key) in DAYS {
        let day = node.key(key);
        let windows = day.optional(|list| list.list(|_| Ok(())))?;
        if windows.is_some_and(|windows| windows.len() > MOST_DAY_WINDOWS) {
            return Err(day.misread(Expected::AtMost(MOST_DAY_WINDOWS)));
        }
    }
    WeeklyHours::read(node).map(Hours::Weekly)
}

/// Reads the hours of one date.
pub(super) fn read_day(node: &Node<'_>) -> Result<DayHours, Misread> {
    let typed = node.list(|hours| hours.parsed::<TypedHours>(Expected::Hours))?;
    if typed.len() > MOST_DAY_WINDOWS {
        return Err(node.misread(Expected::AtMost(MOST_DAY_WINDOWS)));
    }
    DayHours::typed(typed).map_err(|_| node.misread(Expected::Hours))
}

/// The most windows that a day of `hours` has.
pub(super) fn most_windows(hours: &Hours) -> usize {
    let Hours::Weekly(week) = hours else {
        return 0;
    };
    let windows = DAYS.iter().map(|(day, _)| week.day(*day).windows().len());
    windows.max().unwrap_or(0)
}

/// Whether `week` closes for lunch, 12:00 to 13:00, on a day that is open before and after.
///
/// ```
/// use chrono::Weekday::Mon;
/// use sla_planner::engine::WeeklyHours;
/// use sla_planner::plan::simulation::{has_lunch, with_lunch};
/// let week = WeeklyHours::on([Mon], "09:00-18:00".parse()?);
/// let lunch = with_lunch(&week, true);
/// assert_eq!(lunch.day(Mon).length(), 8 * 3_600);
/// assert!(has_lunch(&lunch) && !has_lunch(&week));
/// assert_eq!(with_lunch(&lunch, false), week);
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[must_use]
pub fn has_lunch(week: &WeeklyHours) -> bool {
    DAYS.iter().any(|(day, _)| closes_for_lunch(week.day(*day)))
}

/// The same week, closed or open for lunch on each day that is open before and after.
#[must_use]
pub fn with_lunch(week: &WeeklyHours, closed: bool) -> WeeklyHours {
    let (noon, end) = LUNCH;
    let mut changed = WeeklyHours::default();
    for (day, _) in DAYS {
        let hours = week.day(day);
        let mut add = |open: u32, close: u32| {
            if let Ok(typed) = TypedHours::new(open, close) {
                changed.add(day, typed);
            }
        };
        for window in hours.windows() {
            let (open, close) = (window.open(), window.close());
            if closed && open < noon && end < close {
                add(open, noon);
                add(end, close);
            } else {
                add(open, close);
            }
        }
        if !closed && closes_for_lunch(hours) {
            add(noon, end);
        }
    }
    changed
}

fn closes_for_lunch(hours: &DayHours) -> bool {
    let (noon, end) = LUNCH;
    let windows = hours.windows();
    windows.iter().any(|window| window.close() == noon)
        && windows.iter().any(|window| window.open() == end)
}

#[cfg(test)]
mod tests {
    use chrono::Weekday::{Fri, Mon, Sat};

    use super::{has_lunch, with_lunch};
    use crate::engine::{Policy, WeeklyHours};

    #[test]
    fn lunch_is_taken_and_given_back() {
        let week = Policy::spt_001().expect("whole").working_time;
        let lunch = with_lunch(&week, true);
        let windows: Vec<String> = lunch
            .day(Fri)
            .windows()
            .iter()
            .map(ToString::to_string)
            .collect();
        assert_eq!(windows, ["09:00-12:00", "13:00-18:00"]);
        assert!(lunch.day(Sat).is_closed());
        assert_eq!(with_lunch(&lunch, true), lunch);
        assert_eq!(with_lunch(&lunch, false), week);
    }

    #[test]
    fn who_works_mornings_has_no_lunch() {
        let week = WeeklyHours::on([Mon], "09:00-13:00".parse().expect("hours"));
        assert_eq!(with_lunch(&week, true), week);
        let night = WeeklyHours::on([Mon], "22:00-06:00".parse().expect("hours"));
        assert_eq!(with_lunch(&night, true), night);
        assert!(!has_lunch(&night));
    }
}
