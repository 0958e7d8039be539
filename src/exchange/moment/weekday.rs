//! Days of the week.

use chrono::{Datelike, NaiveDate, Weekday};

use super::Unclear;
use super::date::{Written, shift};
use super::scan::Scan;

const CHINESE_DAYS: &[(&str, Weekday)] = &[
    ("一", Weekday::Mon),
    ("二", Weekday::Tue),
    ("三", Weekday::Wed),
    ("四", Weekday::Thu),
    ("五", Weekday::Fri),
    ("六", Weekday::Sat),
    ("日", Weekday::Sun),
    ("天", Weekday::Sun),
];

/// Names of weekdays, the longer first.
const ENGLISH_DAYS: &[(&str, Weekday)] = &[
    ("monday", Weekday::Mon),
    ("tuesday", Weekday::Tue),
    ("wednesday", Weekday::Wed),
    ("thursday", Weekday::Thu),
    ("friday", Weekday::Fri),
    ("saturday", Weekday::Sat),
    ("sunday", Weekday::Sun),
    ("mon", Weekday::Mon),
    ("tues", Weekday::Tue),
    ("tue", Weekday::Tue),
    ("wed", Weekday::Wed),
    ("thurs", Weekday::Thu),
    ("thu", Weekday::Thu),
    ("fri", Weekday::Fri),
    ("sat", Weekday::Sat),
    ("sun", Weekday::Sun),
];

/// Takes the name of a weekday beside a date: `星期六`, `(六)`, `(Sat.)`.
pub(super) fn weekday(scan: &mut Scan<'_>) -> Option<Weekday> {
    scan.attempt(|at| {
        let in_brackets = at.take("(");
        let day = match at.take_any(&[("星期", ()), ("礼拜", ()), ("周", ())]) {
            Some(()) => at.take_any(CHINESE_DAYS)?,
            None => match at.take_any(CHINESE_DAYS).filter(|_| in_brackets) {
                Some(day) => day,
                None => english_day(at)?,
            },
        };
        at.take(".");
        (!in_brackets || at.take(")")).then_some(day)
    })
}

fn english_day(at: &mut Scan<'_>) -> Option<Weekday> {
    let word = at.word()?;
    ENGLISH_DAYS
        .iter()
        .find(|(name, _)| *name == word)
        .map(|&(_, day)| day)
}

/// `周五`, `上周五`, `下周一`, `本周三`, `fri`, `last fri`, `next mon`. A week begins on Monday.
pub(super) fn week_day(at: &mut Scan<'_>, today: NaiveDate) -> Option<Result<Written, Unclear>> {
    let weeks = at.take_any(&[
        ("上上", Some(-2)),
        ("上个", Some(-1)),
        ("上", Some(-1)),
        ("下下", Some(2)),
        ("下个", Some(1)),
        ("下", Some(1)),
        ("本", Some(0)),
        ("这个", Some(0)),
        ("这", Some(0)),
    ]);
    if let Some(()) = at.take_any(&[("星期", ()), ("礼拜", ()), ("周", ())]) {
        let day = at.take_any(CHINESE_DAYS)?;
        return Some(match weeks.flatten() {
            None => Ok(Written::Weekday(day)),
            Some(weeks) => {
                let monday = shift(today, -i64::from(today.weekday().num_days_from_monday()))?;
                let date = shift(monday, weeks * 7 + i64::from(day.num_days_from_monday()))?;
                Ok(Written::Whole(date))
            }
        });
    }
    if weeks.is_some() {
        return None;
    }
    let direction = at.take_any(&[
        ("last ", Some(-1)),
        ("next ", Some(1)),
        ("this ", Some(0)),
        ("on ", None),
    ]);
    at.space();
    let day = english_day(at)?;
    at.take(".");
    let Some(weeks) = direction.flatten() else {
        return Some(Ok(Written::Weekday(day)));
    };
    // Some count weeks from this one, others days from today.
    let ahead =
        i64::from((7 + day.num_days_from_monday() - today.weekday().num_days_from_monday()) % 7);
    let from_today = match (weeks, ahead) {
        (-1, _) => ahead - 7,
        (1, 0) => 7,
        _ => ahead,
    };
    let monday = shift(today, -i64::from(today.weekday().num_days_from_monday()))?;
    let days = [
        shift(today, from_today)?,
        shift(monday, weeks * 7 + i64::from(day.num_days_from_monday()))?,
    ];
    Some(match days {
        [one, other] if one == other => Ok(Written::Whole(one)),
        _ => Err(Unclear::WhichWeek { days }),
    })
}
