//! How well promises were kept, and what is told of thresholds: the texts, in both languages.

use std::sync::Arc;

use sla_planner::board::alert::{Digest, Worst};
use sla_planner::board::{Board, Crossed, Crossing, State, Summary, SummaryPeriod, Summing};
use sla_planner::engine::{
    ClockReading, Event, EventKind, HolidaySet, Instant, Policy, Rank, Readings, Schedule, Terms,
    Zone,
};
use sla_planner::plan::Ticket;
use sla_planner::text::summary::{SummaryCard, csv, csv_name};
use sla_planner::text::warn::{self, Named};
use sla_planner::text::{Lang, Reader};

fn at(text: &str) -> Instant {
    text.parse().expect("an instant in a test")
}

fn beijing() -> Zone {
    "Asia/Shanghai".parse().expect("a zone in a test")
}

fn submitted(rank: u8) -> EventKind {
    EventKind::Submitted {
        priority: Rank(rank),
    }
}

const NOW: &str = "2026-02-24T10:41:00+08:00";

fn board(clock: ClockReading) -> Board {
    let policy = Policy::spt_001().expect("the policy is whole");
    let china = HolidaySet::china().expect("the holidays are whole");
    let schedule = Schedule::new(policy.calendar_with(Some(china)));
    let readings = Readings {
        clock,
        ..Readings::default()
    };
    let terms = Terms::new(Arc::new(policy), Arc::new(schedule), readings).expect("it holds");
    let mut board = Board::new(Arc::new(terms));
    let tickets: [(&str, Vec<(&str, EventKind)>); 5] = [
        (
            // Answered in time, solved 30 min too late.
            "=A-1",
            vec![
                ("2026-02-24T08:00:00+08:00", submitted(0)),
                ("2026-02-24T08:10:00+08:00", EventKind::FirstReply),
                ("2026-02-24T08:10:00+08:00", EventKind::Confirmed),
                ("2026-02-24T10:40:00+08:00", EventKind::Resolved),
            ],
        ),
        (
            // Answered 5 min too late.
            "A-2",
            vec![
                ("2026-02-24T09:00:00+08:00", submitted(0)),
                ("2026-02-24T09:20:00+08:00", EventKind::FirstReply),
            ],
        ),
        (
            // Over the week-end and the holidays.
            "A-3",
            vec![("2026-02-13T16:30:00+08:00", submitted(2))],
        ),
        ("A-4", vec![("2026-01-05T09:00:00+08:00", submitted(4))]),
        (
            "A-5",
            vec![
                ("2026-02-24T09:00:00+08:00", submitted(1)),
                ("2026-02-24T09:10:00+08:00", EventKind::Resumed),
            ],
        ),
    ];
    for ((number, events), key) in tickets.into_iter().zip(1..) {
        let events = events.into_iter();
        board.put(&Ticket {
            key,
            number: number.to_owned(),
            title: String::new(),
            events: events
                .map(|(when, kind)| Event::new(at(when), kind))
                .collect(),
        });
    }
    board
}

fn summary(board: &Board, period: SummaryPeriod) -> Summary {
    let now = at(NOW);
    let mut summing = Summing::new(board, period.span(beijing(), now), now);
    while summing.work(board, 2) {}
    summing.finish()
}

fn reader(lang: Lang) -> Reader {
    Reader {
        lang,
        zone: beijing(),
        now: at(NOW),
    }
}

fn card(lang: Lang, clock: ClockReading, period: SummaryPeriod) -> SummaryCard {
    let board = board(clock);
    let summary = summary(&board, period);
    SummaryCard::of(
        &reader(lang),
        board.terms(),
        board.tickets(),
        &summary,
        period,
    )
}

#[test]
fn a_sheet_in_chinese() {
    let card = card(Lang::Zh, ClockReading::AllHours, SummaryPeriod::ThisMonth);
    assert_eq!(card.title, "SPT-001：达成情况");
    assert_eq!(
        card.about,
        "4 张工单，提交于 2026-02-01 至 2026-02-28（北京时间）"
    );
    assert_eq!(card.as_of, "截至 2026年2月24日 星期二 10:41（北京时间）");
    assert_eq!(
        card.faulty,
        "其中 1 张的事件互相矛盾，算不出来，没有计入各行。"
    );
    let [response, resolution] = card.targets.as_slice() else {
        panic!("two targets: {:?}", card.targets);
    };
    let names: Vec<_> = response.rows.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(names, ["P0 紧急", "P2 中", "合计"], "no empty rows");
    let p0 = &response.rows[0];
    assert_eq!(p0.counts, ["2", "1", "1", "0", "0", "0"]);
    assert_eq!(
        (p0.share.as_str(), p0.median.as_str()),
        ("50.0 %", "10 分钟")
    );
    assert_eq!(
        (p0.worst.as_str(), p0.worst_ticket.as_str(), p0.worst_key),
        ("5 分钟", "A-2", Some(2))
    );
    let total = &resolution.rows[2];
    assert_eq!(total.counts, ["3", "0", "1", "0", "0", "2"]);
    assert_eq!(
        (total.share.as_str(), total.worst.as_str()),
        ("0.0 %", "30 分钟")
    );
    assert!(
        card.versions.contains("中国节假日官方数据至"),
        "{}",
        card.versions
    );
    assert!(card.readings[0].starts_with("R1"), "{:?}", card.readings);
}

#[test]
fn counted_and_wall_clock_where_they_differ() {
    let card = card(Lang::En, ClockReading::WorkingTime, SummaryPeriod::All);
    assert_eq!(card.about, "5 tickets");
    assert_eq!(card.title, "SPT-001: how promises were kept");
    let p2 = card.targets[0]
        .rows
        .iter()
        .find(|row| row.name.starts_with("P2"));
    // Due on the working Saturday at 09:30: that day and the first after the holidays count.
    assert_eq!(
        p2.map(|row| row.worst.as_str()),
        Some("10 h 11 min (241 h 11 min wall clock)")
    );
}

#[test]
fn the_sheet_as_text() {
    let text = card(Lang::Zh, ClockReading::AllHours, SummaryPeriod::ThisMonth).text(Lang::Zh);
    assert!(
        text.contains("P0 紧急：工单 2，已达成 1，未达成 1，已超时 0，未到期 0，未判定 0，达成率 50.0 %，最大超时 5 分钟 A-2，用时中位数 10 分钟"),
        "{text}"
    );
    assert!(text.starts_with("SPT-001：达成情况\n4 张工单"), "{text}");
    let english = card(Lang::En, ClockReading::AllHours, SummaryPeriod::ThisMonth).text(Lang::En);
    assert!(
        english.contains("P0 Urgent: tickets 2, met 1, missed 1"),
        "{english}"
    );
    assert!(
        !english
            .chars()
            .any(|letter| matches!(letter, '\u{4e00}'..='\u{9fff}')),
        "{english}"
    );
}

#[test]
fn the_sheet_for_a_spreadsheet() {
    let board = board(ClockReading::AllHours);
    let period = SummaryPeriod::ThisMonth;
    let text = csv(
        &reader(Lang::En),
        board.terms(),
        board.tickets(),
        &summary(&board, period),
        period,
    );
    assert_eq!(
        csv_name(board.terms(), at(NOW)),
        "spt-001-summary-20260224T0241Z.csv"
    );
    let mut read = csv::Reader::from_reader(text.as_bytes());
    let rows: Vec<csv::StringRecord> = read.records().map(|row| row.expect("a row")).collect();
    assert_eq!(
        rows.len(),
        2 * 6,
        "every priority and all of them, for each target"
    );
    assert_eq!(
        rows[6].iter().collect::<Vec<_>>(),
        [
            "Resolution",
            "P0",
            "2",
            "0",
            "1",
            "0",
            "0",
            "1",
            "0.0%",
            "30",
            "30",
            "'=A-1",
            "150",
            "2026-02-01",
            "2026-02-28",
            "2026-02-24T10:41:00+08:00",
        ]
    );
}

#[test]
fn nothing_in_a_period() {
    let period = SummaryPeriod::Between(
        "2025-03-02".parse().expect("a date"),
        "2025-03-01".parse().expect("a date"),
    );
    let card = card(Lang::Zh, ClockReading::AllHours, period);
    assert_eq!(card.targets, []);
    assert!(
        card.about
            .ends_with("提交于 2025-03-01 至 2025-03-02（北京时间）"),
        "{}",
        card.about
    );
}

#[test]
fn periods_by_the_service_zone() {
    let now = at("2026-12-31T17:00:00Z");
    let dates = |period: SummaryPeriod| {
        let (first, last) = period.dates(beijing(), now)?;
        Some(format!("{first} {last}"))
    };
    let expected = [
        None,
        Some("2027-01-01 2027-01-31"),
        Some("2026-12-01 2026-12-31"),
        Some("2027-01-01 2027-03-31"),
        Some("2027-01-01 2027-12-31"),
    ];
    for (period, expected) in SummaryPeriod::NAMED.into_iter().zip(expected) {
        assert_eq!(dates(period).as_deref(), expected, "{period:?}");
    }
}

fn crossed(key: u32, threshold: usize) -> Crossed {
    Crossed {
        index: key,
        key,
        crossing: Crossing {
            at: at(NOW),
            target: 0,
            threshold,
        },
    }
}

#[test]
fn what_is_told_of_a_threshold() {
    let board = board(ClockReading::AllHours);
    let named = Named {
        number: "SPT-1042",
        title: "",
        target: 0,
        level: 2,
        due: Some(at("2026-02-24T10:50:00+08:00")),
    };
    let digest = Digest::of(&[crossed(1, 2)]).expect("it is something");
    let terms = board.terms();
    let zh = warn::crossed(Lang::Zh, terms, &digest, &named);
    assert_eq!(zh, "SPT-1042 首次响应到 95 % 紧急：技术经理介入 §3.1.2。");
    let en = warn::crossed(Lang::En, terms, &digest, &named);
    assert_eq!(
        en,
        "SPT-1042, First response, is at 95 % Critical: The technical manager is brought in §3.1.2."
    );
    let several =
        Digest::of(&[crossed(1, 2), crossed(2, 0), crossed(3, 0)]).expect("they are some");
    assert_eq!(
        warn::crossed(Lang::Zh, terms, &several, &named),
        "3 张工单越过阈值：紧急 1，预警 2。最急的：SPT-1042 首次响应到 95 % 紧急：技术经理介入 §3.1.2。"
    );
    let notice = warn::one(Lang::Zh, terms, &named, at(NOW));
    assert_eq!(notice.title, "SPT-1042 · 95 % 紧急");
    assert_eq!(
        notice.body,
        "首次响应最迟 2月24日（周二）10:50（北京时间）。技术经理介入 §3.1.2"
    );
    let notice = warn::several(Lang::En, terms, &several, &named, false);
    assert_eq!(notice.title, "3 tickets crossed a threshold");
    assert_eq!(
        notice.body,
        "Critical 1, Early warning 2. The most urgent: SPT-1042, First response, 95 % Critical"
    );
    let held = warn::several(Lang::Zh, terms, &digest, &named, true);
    assert_eq!(held.title, "静默期间 1 张工单越过阈值");
}

#[test]
fn tickets_without_a_number_have_a_name() {
    let named = |number, title| Named {
        number,
        title,
        target: 0,
        level: 0,
        due: None,
    };
    assert_eq!(
        warn::name(Lang::En, &named("", "Cannot log in")),
        "Cannot log in"
    );
    assert_eq!(
        warn::name(Lang::En, &named("", "")),
        "A ticket without a number"
    );
    assert_eq!(warn::name(Lang::Zh, &named("7", "x")), "7");
}

#[test]
fn the_title_of_the_tab() {
    let policy = Policy::spt_001().expect("the policy is whole");
    let title = |lang, state| warn::tab(lang, &policy, Some(Worst { state, tickets: 3 }));
    assert_eq!(
        title(Lang::Zh, State::Breached),
        "✕ 3 违约 · 看板 · SLA Planner"
    );
    assert_eq!(
        title(Lang::En, State::Early),
        "△ 3 Early warning · Board · SLA Planner"
    );
    assert_eq!(warn::tab(Lang::Zh, &policy, None), "SLA Planner · 看板");
}

#[test]
fn how_long_nothing_disturbs() {
    let zone = beijing();
    let now = at("2026-02-24T23:30:00+08:00");
    assert_eq!(
        warn::silent_until(Lang::Zh, zone, at("2026-02-24T23:45:00+08:00"), now, 0),
        "23:45（北京时间）前不打扰。"
    );
    assert_eq!(
        warn::silent_until(Lang::En, zone, at("2026-02-25T08:00:00+08:00"), now, 2),
        "Nothing disturbs until Wed 25 Feb, 08:00 Beijing time; 2 held back so far."
    );
}
