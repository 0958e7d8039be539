//! Why an edit of a simulation is refused, for people.

use super::{Lang, full_date, full_time, length, zone_name};
use crate::engine::Zone;
use crate::plan::simulation::Refused;

/// Why an edit is refused, and what to do; times are in `zone`.
#[must_use]
pub fn refused(lang: Lang, refused: &Refused, zone: Zone) -> String {
    let (zh, en) = match refused {
        Refused::NoScenario { .. } => (
            "这个方案已经没有了，请选另一个。".to_owned(),
            "This variation is gone; choose another.".to_owned(),
        ),
        Refused::NoCalendar { .. } => (
            "这个日历已经没有了，请选另一个。".to_owned(),
            "This calendar is gone; choose another.".to_owned(),
        ),
        Refused::NoWindow { .. } => (
            "这个维护窗口已经没有了，请选另一个。".to_owned(),
            "This maintenance window is gone; choose another.".to_owned(),
        ),
        Refused::Base => (
            "“现状”就是合同和查询页的读法，不能改名、锁定、复原或删除；请先复制成方案。".to_owned(),
            "\"As it is\" is the plan itself and cannot be renamed, locked, reset or removed; copy it to a variation first."
                .to_owned(),
        ),
        Refused::Locked { scenario } => (
            format!("第 {scenario} 个方案已锁定，请先解锁或复制。"),
            format!("Variation {scenario} is locked; unlock or copy it first."),
        ),
        Refused::CalendarLocked { scenario } => (
            format!("已锁定的第 {scenario} 个方案在用这个日历，请先解锁。"),
            format!("Locked variation {scenario} uses this calendar; unlock it first."),
        ),
        Refused::TooManyScenarios { most } => (
            format!("连现状最多 {most} 个方案，请先删去一个。"),
            format!("There can be {most} with the plan as it is; remove a variation first."),
        ),
        Refused::TooManyCalendars { most } => (
            format!("自己的日历最多 {most} 个，请先删去一个。"),
            format!("There can be {most} calendars of your own; remove one first."),
        ),
        Refused::TooManyDays { most } => (
            format!("一个日历最多改动 {most} 天，请少选一些。"),
            format!("A calendar can have {most} changed days; choose fewer."),
        ),
        Refused::TooManyWindows { most } => (
            format!("一个方案最多 {most} 个单次维护窗口，请先删去一个。"),
            format!("A variation can have {most} single windows; remove one first."),
        ),
        Refused::TooManyHours { most } => (
            format!("一天最多 {most} 段时间，请合并一些。"),
            format!("A day can have {most} stretches of hours; join some."),
        ),
        Refused::BackwardDates { from, through } => {
            let (from, through) = (full_date(lang, *from), full_date(lang, *through));
            (
                format!("最后一天 {through} 早于第一天 {from}，请改正。"),
                format!("The last day, {through}, is before the first, {from}; correct one of them."),
            )
        }
        Refused::DateOutOfRange { .. } => (
            "日期须在 1970 年至 2100 年之间，请改为其中的日期。".to_owned(),
            "Dates must lie between 1970 and 2100; enter one that does.".to_owned(),
        ),
        Refused::BackwardWindow { span } => {
            let (from, until) = (full_time(lang, span.from, zone), full_time(lang, span.until, zone));
            let zone = zone_name(lang, zone);
            (
                format!("维护窗口须在开始（{from}）之后结束，现在是 {until}（{zone}）；请改正。"),
                format!("A window must end after it begins ({from}), not {until} ({zone}); correct one of them."),
            )
        }
        Refused::TargetLength { most, .. } => {
            let most = length(lang, *most);
            (
                format!("时限须大于 0，不超过 {most}；请改正。"),
                format!("A target must be longer than zero and at most {most}; correct it."),
            )
        }
        Refused::UnknownPlace { place } => (
            format!("没有内置“{place}”的节假日，请选列出的地方，或导入。"),
            format!("No holidays of \"{place}\" are built in; choose a place that is listed, or import them."),
        ),
        Refused::AlwaysOpen => (
            "7×24 的日历没有休息日；请先给它每周时段。".to_owned(),
            "A 24x7 calendar has no days of its own; give it weekly hours first.".to_owned(),
        ),
        Refused::OneWay { point } => (
            format!("{point:?} 只有一种读法，不用改。"),
            format!("{point:?} can be read one way only; leave it as it is."),
        ),
    };
    lang.pick(zh, en)
}

#[cfg(test)]
mod tests {
    use super::{Refused, refused};
    use crate::engine::{Instant, Span};
    use crate::text::Lang;

    #[test]
    fn each_says_what_to_do_in_both_languages() {
        let zone = "Asia/Shanghai".parse().expect("a zone");
        let at: Instant = "2026-12-01T10:00:00+08:00".parse().expect("an instant");
        let span = Span::new(at, at);
        let said = |lang| refused(lang, &Refused::BackwardWindow { span }, zone);
        assert_eq!(said(Lang::Zh).matches("10:00").count(), 2);
        assert!(said(Lang::Zh).contains("北京时间"), "{}", said(Lang::Zh));
        let most = 366 * 86_400;
        for why in [
            Refused::Base,
            Refused::Locked { scenario: 2 },
            Refused::TooManyScenarios { most: 4 },
            Refused::BackwardWindow { span },
            Refused::TargetLength { seconds: 0, most },
            Refused::AlwaysOpen,
        ] {
            let (zh, en) = (refused(Lang::Zh, &why, zone), refused(Lang::En, &why, zone));
            assert!(zh.ends_with('。') && en.ends_with('.'), "{zh} {en}");
            assert!(en.is_ascii(), "{en}");
        }
    }
}
