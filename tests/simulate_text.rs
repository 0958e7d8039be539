//! What is said of scenarios, in both languages.

use std::sync::Arc;

use sla_planner::engine::{
    ClockReading, Counts, History, Instant, PerTarget, Policy, Rank, Readings, ResolutionStart,
    Schedule, Terms,
};
use sla_planner::simulate::{CalendarDay, Figure, HolidayBlock, Rehearsal, Shift, WaitMap};
use sla_planner::text::rehearsal::{self, RehearsalCard};
use sla_planner::text::shift::{Names, ShiftCard};
use sla_planner::text::{Lang, Reader, comparison, year};

fn at(text: &str) -> Instant {
    text.parse().expect("an instant in a test")
}

fn terms(policy: Policy, readings: Readings) -> Terms {
    let schedule = Schedule::new(policy.calendar().expect("the calendar is whole"));
    Terms::new(Arc::new(policy), Arc::new(schedule), readings).expect("the terms are whole")
}

fn spt_001() -> Policy {
    Policy::spt_001().expect("the policy is whole")
}

fn working() -> Readings {
    Readings {
        clock: ClockReading::WorkingTime,
        ..Readings::default()
    }
}

fn reader(lang: Lang) -> Reader {
    Reader {
        lang,
        zone: spt_001().zone,
        now: at("2026-02-14T17:50:00+08:00"),
    }
}

fn is_chinese(text: &str) -> bool {
    let chinese = |character| matches!(character, '\u{3000}'..='\u{303f}' | '\u{4e00}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}');
    text.chars().any(chinese)
}

const NAMES: Names<'_> = Names {
    base: "A",
    other: "B",
};

fn told(lang: Lang, base: &Terms, other: &Terms, history: &History, target: usize) -> ShiftCard {
    let shift = Shift::of((base, other), history, target, history.submitted);
    ShiftCard::of(
        &reader(lang),
        base,
        NAMES,
        &shift.expect("it can be judged"),
    )
}

#[test]
fn the_golden_case_is_explained() {
    let base = terms(spt_001(), working());
    let readings = Readings {
        make_up_days: false,
        ..working()
    };
    let without = terms(spt_001(), readings);
    let history = History::submitted(at("2026-02-14T17:50:00+08:00"), Rank(2));
    assert_eq!(
        told(Lang::Zh, &base, &without, &history, 0).sentence,
        "首次响应：A 2月24日（周二）10:50，B 2月24日（周二）11:00（北京时间），晚 10 分钟。2月14日（周六）调休上班日（春节），A计入，+10 分钟。"
    );
    assert_eq!(
        told(Lang::En, &base, &without, &history, 0).sentence,
        "First response: Tue 24 Feb, 10:50 in A, Tue 24 Feb, 11:00 in B (Beijing time), 10 min later. Sat 14 Feb: a make-up day (Spring Festival), counted in A, +10 min."
    );
    let resolution = told(Lang::En, &base, &without, &history, 1);
    assert_eq!(
        resolution.start[0].what,
        "a make-up day (Spring Festival), counted in A"
    );
    let same = told(Lang::Zh, &base, &base, &history, 0);
    assert_eq!(
        (same.result.as_str(), same.causes.len()),
        ("到期时间一样，途中也没有不同。", 0)
    );
    assert_eq!((same.sum.as_str(), same.passed.as_str()), ("", ""));
    // What is passed over is told.
    let history = History::submitted(at("2026-02-13T17:00:00+08:00"), Rank(4));
    let passed = told(Lang::En, &base, &without, &history, 0).passed;
    assert!(
        passed.contains("holiday (Spring Festival) (Sun 15 Feb–Mon 23 Feb, 9 d)"),
        "{passed}"
    );
    let passed = told(Lang::Zh, &base, &without, &history, 0).passed;
    assert!(
        passed.contains("节假日（春节）（2月15日（周日）–2月23日（周一），共 9 天）"),
        "{passed}"
    );
}

#[test]
fn every_cause_is_said_in_its_language() {
    let base = terms(spt_001(), working());
    let mut others = Vec::new();
    let mut shorter = spt_001();
    shorter.targets[0].seconds[2] = 3_600;
    others.push(terms(shorter, working()));
    let mut longer = spt_001();
    longer.working_time = sla_planner::engine::WeeklyHours::on(
        [chrono::Weekday::Mon, chrono::Weekday::Sat],
        "08:00-20:00".parse().expect("hours"),
    );
    others.push(terms(longer, working()));
    let mut abroad = spt_001();
    abroad.zone = "Asia/Tokyo".parse().expect("a zone");
    others.push(terms(abroad, working()));
    for readings in [
        Readings::default(),
        Readings {
            resolution_start: ResolutionStart::Submission,
            ..working()
        },
        Readings {
            at_closing: sla_planner::engine::AtClosing::NextOpening,
            ..working()
        },
        Readings {
            pauses: PerTarget {
                response: true,
                resolution: false,
            },
            ..working()
        },
    ] {
        others.push(terms(spt_001(), readings));
    }
    let mut said = std::collections::BTreeSet::new();
    for start in ["2026-02-08T01:00:00+08:00", "2026-02-13T16:00:00+08:00"] {
        let mut history = History::submitted(at(start), Rank(2));
        history.pauses.push(sla_planner::engine::Pause {
            from: at("2026-02-13T16:10:00+08:00"),
            until: Some(at("2026-02-13T16:40:00+08:00")),
            reason: String::new(),
        });
        for other in &others {
            for target in 0..2 {
                for (one, two) in [(&base, other), (other, &base)] {
                    let en = told(Lang::En, one, two, &history, target);
                    let zh = told(Lang::Zh, one, two, &history, target);
                    assert!(!is_chinese(&en.sentence), "{}", en.sentence);
                    assert!(is_chinese(&zh.result), "{}", zh.sentence);
                    assert!(zh.sentence.ends_with('。') && en.sentence.ends_with('.'));
                    assert_eq!(en.causes.len(), zh.causes.len());
                    said.extend(en.causes.into_iter().map(|row| row.what));
                }
            }
        }
    }
    for part in [
        "the target is 2 h in A against 1 h in B",
        "hours 09:00–18:00 in A against 08:00–20:00 in B",
        "out of hours, not counted in A",
        "a weekly day off, not counted in A",
        "paused, which stops the clock in B",
        "the calendar is in Beijing time in A against Tokyo time in B",
        "submission",
        "Used up exactly at closing: Due at closing in A, Due at the next opening in B",
    ] {
        assert!(
            said.iter().any(|what| what.contains(part)),
            "{part}: {said:#?}"
        );
    }
}

#[test]
fn days_are_named() {
    let terms = terms(spt_001(), working());
    let zone = terms.calendar().zone;
    let label = |lang, date: &str| {
        let date = date.parse().expect("a date");
        let today = "2026-02-24".parse().expect("a date");
        year::day_label(&reader(lang), zone, &CalendarDay::of(&terms, date), today)
    };
    for (date, zh, en) in [
        (
            "2026-02-14",
            "2月14日 周六 班 调休上班（春节），09:00–18:00",
            "Sat 14 Feb, make-up working day (Spring Festival), 09:00–18:00",
        ),
        (
            "2026-02-17",
            "2月17日 周二 休 节假日（春节）",
            "Tue 17 Feb, holiday (Spring Festival)",
        ),
        (
            "2026-02-08",
            "2月8日 周日 周末，维护 02:00–06:00",
            "Sun 8 Feb, weekend, maintenance 02:00–06:00",
        ),
        (
            "2026-02-24",
            "2月24日 周二 工作日，09:00–18:00，今天",
            "Tue 24 Feb, working day, 09:00–18:00, today",
        ),
        (
            "2027-01-01",
            "1月1日 周五 工作日，09:00–18:00，推算为元旦，未计作节假日，尚无官方数据",
            "Fri 1 Jan, working day, 09:00–18:00, New Year's Day by estimate, not counted as a holiday, not official yet",
        ),
    ] {
        assert_eq!(label(Lang::Zh, date), zh);
        assert_eq!(label(Lang::En, date), en);
    }
}

#[test]
fn a_rehearsal_is_a_page() {
    let terms = terms(spt_001(), Readings::default());
    let blocks = HolidayBlock::in_year(terms.calendar(), Counts::default(), 2026);
    let spring = &blocks[1];
    let made = Rehearsal::of(&terms, spring, 36_000, 3).expect("it can be rehearsed");
    let card = RehearsalCard::of(&reader(Lang::En), &terms, &made);
    assert_eq!(
        card.title,
        "Spring Festival, Sun 15 Feb–Mon 23 Feb; worked: Sat 14 Feb, Sat 28 Feb"
    );
    assert_eq!((card.tables.len(), card.notes.len()), (5, 1));
    let urgent = &card.tables[0];
    assert_eq!(urgent.heads.len(), 4);
    assert_eq!(
        urgent.heads[0],
        "First response (24x7, P0–P1 24x7, others working time)"
    );
    assert_eq!(urgent.rows[5].day, "Tue 17 Feb, holiday (Spring Festival)");
    assert_eq!(urgent.rows[5].cells[0], "Tue 17 Feb 10:15");
    assert_eq!(urgent.rows[5].cells[2], "Tue 24 Feb 09:15");
    assert_eq!(
        (
            urgent.rows[2].part,
            urgent.rows[3].part,
            urgent.rows[12].part
        ),
        ("before", "during", "after")
    );
    let zh = RehearsalCard::of(&reader(Lang::Zh), &terms, &made);
    assert_eq!(
        zh.title,
        "春节 2月15日（周日）–2月23日（周一），2月14日（周六）、2月28日（周六）上班"
    );
    assert_eq!(zh.tables[4].rows[5].cells[2], "02-24 周二 17:00");
    for table in &card.tables {
        let all = table
            .rows
            .iter()
            .flat_map(|row| [&row.day].into_iter().chain(&row.cells));
        assert!(
            all.chain(&table.heads)
                .chain([&table.title])
                .all(|text| !is_chinese(text))
        );
        assert!(
            table
                .rows
                .iter()
                .all(|row| row.cells.len() == table.heads.len())
        );
    }
    // What is not official is marked and said.
    let blocks = HolidayBlock::in_year(terms.calendar(), Counts::default(), 2027);
    let made = Rehearsal::of(&terms, &blocks[0], 36_000, 3).expect("it can be rehearsed");
    let card = RehearsalCard::of(&reader(Lang::En), &terms, &made);
    assert!(card.title.ends_with("(estimated)"), "{}", card.title);
    assert_eq!(card.notes.len(), 2);
    assert!(
        card.tables[2]
            .rows
            .iter()
            .any(|row| row.cells.iter().any(|cell| cell.ends_with('*')))
    );
}

#[test]
fn cells_and_hours_are_short() {
    let zone = spt_001().zone;
    let now = at("2026-02-14T17:50:00+08:00");
    let figure = |lang, shown| comparison::figure(lang, shown, zone, now);
    for (shown, zh, en) in [
        (None, "算不出", "not known"),
        (
            Some(Figure::Due(at("2026-02-24T11:00:00+08:00"))),
            "02-24 周二 11:00",
            "Tue 24 Feb 11:00",
        ),
        (Some(Figure::Shift(0)), "不变", "same"),
        (Some(Figure::Shift(600)), "+10 分钟", "+10 min"),
        (Some(Figure::Shift(-90_000)), "−1 天 1 小时", "−1 d 1 h"),
        (Some(Figure::Share(7)), "+0.07\u{a0}%", "+0.07\u{a0}%"),
        (Some(Figure::Share(-1_250)), "−12.5\u{a0}%", "−12.5\u{a0}%"),
        (Some(Figure::Share(10_000)), "+100\u{a0}%", "+100\u{a0}%"),
    ] {
        assert_eq!(
            (figure(Lang::Zh, shown), figure(Lang::En, shown)),
            (zh.to_owned(), en.to_owned())
        );
    }
    let terms = terms(spt_001(), working());
    let map = WaitMap::of_week(&terms, "2026-11-25".parse().expect("a date"));
    let worst = map.worst(Rank(2), 0).expect("it has hours");
    assert_eq!(
        rehearsal::worst_hour(&reader(Lang::Zh), &terms, worst),
        "最久的是 11月27日（周五）17:00 提交：要等 2 天 17 小时（北京时间）。"
    );
    assert_eq!(
        rehearsal::worst_hour(&reader(Lang::En), &terms, worst),
        "The longest wait is for tickets opened on Fri 27 Nov at 17:00 Beijing time: 2 d 17 h."
    );
    let base = sla_planner::simulate::TargetSummary {
        missed: 1,
        ..Default::default()
    };
    let other = sla_planner::simulate::TargetSummary {
        overdue: 3,
        later: 4,
        median_shift: Some(600),
        ..base.clone()
    };
    assert_eq!(
        comparison::summary(Lang::Zh, &other, &base),
        "违约 4（多 3）；4 单更晚、0 单更早；中位数晚 10 分钟"
    );
    assert_eq!(
        comparison::summary(Lang::En, &base, &other),
        "1 breached (3 fewer); 0 later, 0 earlier"
    );
    assert_eq!(
        comparison::worst(Lang::En, "SPT-1", 300),
        "SPT-1, over by 5 min of counted time"
    );
}
