//! The board as a table for spreadsheets: what is written is read back, and nothing in it runs.

use proptest::prelude::*;
use sla_planner::board::Board;
use sla_planner::engine::{ClockReading, Event, EventKind, History, Instant, Policy, Rank, Zone};
use sla_planner::exchange::csv::{BOM, Csv, guarded, unguarded};
use sla_planner::exchange::table::{Given, Import, Mapping, Reason, Table, Zoning};
use sla_planner::plan::Ticket;
use sla_planner::text::sheet::Sheet;
use sla_planner::text::{Lang, Reader};

#[path = "common/tickets.rs"]
mod tickets;
use tickets::{at, submitted, terms, ticket};

fn zone(name: &str) -> Zone {
    name.parse().expect("a zone in a test")
}

fn board(tickets: &[Ticket], now: Instant) -> Board {
    let mut board = Board::new(terms(ClockReading::WorkingTime));
    for ticket in tickets {
        board.put(ticket);
    }
    board.reorder();
    while board.work(now, 1_000) {}
    board
}

fn file(board: &Board, reader: Reader) -> String {
    let sheet = Sheet::new(reader, board.terms());
    let mut csv = Csv::default();
    sheet.header(&mut csv);
    for key in 0..board.tickets().slots() {
        sheet.row(&mut csv, board, key);
    }
    format!("{BOM}{}", csv.rows())
}

/// The cells of a file, by a reader of another make.
fn cells(file: &str) -> (Vec<String>, Vec<Vec<String>>) {
    let text = file.strip_prefix(BOM).expect("it begins with its mark");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let heads = reader.headers().expect("it has a header").iter();
    let heads = heads.map(str::to_owned).collect();
    let rows = reader.records().map(|row| {
        let row = row.expect("every row is as wide as the header");
        row.iter().map(str::to_owned).collect()
    });
    (heads, rows.collect())
}

#[track_caller]
fn cell<'a>((heads, rows): &'a (Vec<String>, Vec<Vec<String>>), row: usize, head: &str) -> &'a str {
    let column = heads.iter().position(|known| known == head);
    let column = column.unwrap_or_else(|| panic!("no column {head} in {heads:?}"));
    &rows[row][column]
}

const NOW: &str = "2026-02-24T10:41:07+08:00";

fn read(file: &str) -> (Import, Mapping) {
    let policy = Policy::spt_001().expect("the policy is whole");
    let table = Table::read(file.as_bytes().to_vec(), |_| None).expect("it is a table");
    let mapping = Mapping::guess(&table, &policy);
    let given = Given {
        now: at(NOW),
        zone: None,
        reply_confirms: false,
        no_priority: None,
    };
    (Import::rows(&table, &mapping, &policy, &given), mapping)
}

#[test]
fn every_figure_stands_in_its_column() {
    let board = board(
        &[
            ticket(
                7,
                "SPT-1042",
                "登录后页面空白",
                &[("2026-02-14T17:50:00+08:00", submitted(2))],
            ),
            ticket(
                8,
                "SPT-1043",
                "",
                &[
                    ("2026-02-24T09:00:00+08:00", submitted(1)),
                    ("2026-02-24T09:20:00+08:00", EventKind::FirstReply),
                    ("2026-02-24T09:30:00+08:00", EventKind::Confirmed),
                ],
            ),
        ],
        at(NOW),
    );
    let reader = Reader {
        lang: Lang::Zh,
        zone: zone("America/New_York"),
        now: at(NOW),
    };
    let found = cells(&file(&board, reader));
    for (head, expected) in [
        ("工单编号", "SPT-1042"),
        ("标题", "登录后页面空白"),
        ("优先级", "P2"),
        ("状态", "处理中"),
        ("SLA 状态", "警告"),
        ("下一个阈值", "首次响应 95 % 紧急"),
        ("下一个阈值时刻（北京时间）", "2026-02-24 10:44:00"),
        ("提交（北京时间）", "2026-02-14 17:50:00"),
        ("首次响应起算（北京时间）", "2026-02-14 17:50:00"),
        ("首次响应到期（北京时间）", "2026-02-24 10:50:00"),
        ("首次响应到期（纽约时间）", "2026-02-23 21:50:00"),
        ("首次响应到期（ISO）", "2026-02-24T10:50:00+08:00"),
        ("首次响应计时", "计时中"),
        ("首次响应判定", "未到期"),
        ("首次响应计入剩余（分钟）", "8"),
        ("首次响应自然时间剩余（分钟）", "8"),
        ("首次响应已用", "92.5%"),
        ("解决判定", "预计"),
        ("解决到期（北京时间）", "2026-02-25 09:50:00"),
        ("解决已用", ""),
        ("提交时间", "2026-02-14T17:50:00+08:00"),
        ("首次响应时间", ""),
        ("完整记录", ""),
        ("截至", "2026-02-24T10:41:07+08:00"),
    ] {
        assert_eq!(cell(&found, 0, head), expected, "{head}");
    }
    assert_eq!(cell(&found, 1, "首次响应判定"), "已达成");
    assert_eq!(cell(&found, 1, "首次响应计入剩余（分钟）"), "10");
    assert_eq!(cell(&found, 1, "解决计入剩余（分钟）"), "168");
    assert_eq!(cell(&found, 1, "确认时间"), "2026-02-24T09:30:00+08:00");
}

#[test]
fn in_english_without_the_same_zone_twice() {
    let board = board(
        &[ticket(
            1,
            "A-1",
            "",
            &[("2026-02-24T08:00:00+08:00", submitted(0))],
        )],
        at(NOW),
    );
    let reader = Reader {
        lang: Lang::En,
        zone: zone("Asia/Shanghai"),
        now: at(NOW),
    };
    let file = file(&board, reader);
    assert!(
        file.contains("\r\nA-1,"),
        "lines end as the standard has it"
    );
    let found = cells(&file);
    assert_eq!(cell(&found, 0, "SLA state"), "Breached");
    assert_eq!(cell(&found, 0, "First response verdict"), "Overdue");
    assert_eq!(cell(&found, 0, "First response counted left (min)"), "-87");
    let dues = found
        .0
        .iter()
        .filter(|head| head.contains("First response due"));
    assert_eq!(
        dues.collect::<Vec<_>>(),
        [
            "First response due (Beijing time)",
            "First response due (ISO)"
        ]
    );
}

#[test]
fn a_paused_clock_tells_no_due_time() {
    let reason = "等客户".to_owned();
    let board = board(
        &[ticket(
            1,
            "A-1",
            "",
            &[
                ("2026-02-24T09:00:00+08:00", submitted(2)),
                ("2026-02-24T09:10:00+08:00", EventKind::FirstReply),
                ("2026-02-24T09:10:00+08:00", EventKind::Confirmed),
                ("2026-02-24T10:00:00+08:00", EventKind::Paused { reason }),
            ],
        )],
        at(NOW),
    );
    let reader = Reader {
        lang: Lang::Zh,
        zone: zone("Asia/Shanghai"),
        now: at(NOW),
    };
    let found = cells(&file(&board, reader));
    assert_eq!(cell(&found, 0, "解决计时"), "已暂停");
    assert_eq!(cell(&found, 0, "状态"), "暂停");
    for head in [
        "解决到期（北京时间）",
        "解决到期（ISO）",
        "解决自然时间剩余（分钟）",
        "下一个阈值",
    ] {
        assert_eq!(cell(&found, 0, head), "", "{head}");
    }
    assert_eq!(cell(&found, 0, "解决计入剩余（分钟）"), "430");
    assert!(
        cell(&found, 0, "完整记录").contains("等客户"),
        "a reason has no column"
    );
}

#[test]
fn a_ticket_that_contradicts_itself_is_not_dropped() {
    let contradicting = ticket(
        1,
        "A-1",
        "矛盾",
        &[
            ("2026-02-24T09:00:00+08:00", submitted(2)),
            ("2026-02-24T09:10:00+08:00", EventKind::Resumed),
        ],
    );
    let board = board(std::slice::from_ref(&contradicting), at(NOW));
    let reader = Reader {
        lang: Lang::Zh,
        zone: zone("Asia/Shanghai"),
        now: at(NOW),
    };
    let file = file(&board, reader);
    let found = cells(&file);
    assert_eq!(cell(&found, 0, "SLA 状态"), "事件有矛盾");
    assert_eq!(
        Ticket::read(cell(&found, 0, "完整记录")).map(|ticket| ticket.events),
        Ok(contradicting.events)
    );
    let (import, _) = read(&file);
    assert!(matches!(import.bad[0].reason, Reason::Contradiction(_)));
}

#[test]
fn damaged_records_are_refused_and_say_why() {
    let table = "工单编号,提交时间,优先级,完整记录\r\nA-1,2026-02-24T09:00:00+08:00,P2,{\r\nA-2,2026-02-24T09:00:00+08:00,P2,\r\n";
    let (import, _) = read(table);
    assert_eq!(import.good.len(), 1, "an empty one is none");
    assert_eq!(
        (&import.bad[0].reason, import.bad[0].column),
        (&Reason::NotARecord, Some(3))
    );
    let unknown = r#"{"key":1,"schema":1,"number":"","title":"","events":[["2026-02-14T09:50:00Z","submitted",9]]}"#;
    let table = format!(
        "工单编号,提交时间,完整记录\r\nA-1,,\"{}\"\r\n",
        unknown.replace('"', "\"\"")
    );
    assert_eq!(read(&table).0.bad[0].reason, Reason::NotARecord);
}

#[test]
fn no_cell_begins_a_formula() {
    for text in [
        "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "＝1", "＋1", "－1", "＠x",
        "'=1", "''-1", "' =1",
    ] {
        let safe = guarded(text);
        assert!(safe.starts_with('\''), "{text:?}");
        assert_eq!(unguarded(&safe), text, "{text:?}");
    }
    for text in ["", "P2", "1-1", "'quoted'", "a=b", "it's"] {
        assert_eq!(guarded(text), text);
        assert_eq!(unguarded(text), text);
    }
}

/// A ticket whose events do not contradict each other.
fn any_ticket() -> impl Strategy<Value = Ticket> {
    let event = (
        0_usize..8,
        0_i64..200_000,
        0_u8..5,
        "[ -~等客户]{0,12}",
        any::<bool>(),
    );
    (
        "[-=+@'A-Z0-9_＝工]{0,12}",
        "([-=+@'＝；;,\"\t a-zA-Z0-9工单🙂]|\n|\r){0,30}",
        1_700_000_000_i64..1_771_000_000,
        0_u8..5,
        prop::collection::vec(event, 0..8),
    )
        .prop_map(|(number, title, start, rank, more)| {
            let start = Instant::from_epoch(start).expect("in range");
            let mut events = vec![Event::new(start, submitted(rank))];
            for (kind, later, rank, reason, numbered) in more {
                let kinds = [
                    EventKind::PriorityChanged { to: Rank(rank) },
                    EventKind::Confirmed,
                    EventKind::Resumed,
                    EventKind::Paused { reason },
                    EventKind::FirstReply,
                    EventKind::Mitigated,
                    EventKind::Resolved,
                    EventKind::Reopened,
                ];
                let event = Event {
                    at: start.plus(later).expect("in range"),
                    sequence: numbered.then_some(later.unsigned_abs() as u32),
                    kind: kinds[kind].clone(),
                };
                events.push(event);
                if History::read(&events).is_err() {
                    events.pop();
                }
            }
            Ticket {
                key: 1,
                number,
                title,
                events,
            }
        })
}

/// What a table has for a text that stands for nothing.
fn kept(text: &str) -> &str {
    let text = text.trim();
    let nothing = [
        "-", "--", "?", "—", "N/A", "n/a", "null", "NULL", "None", "none", "UNKNOWN", "无",
    ];
    if nothing.contains(&text) { "" } else { text }
}

proptest! {
    #[test]
    fn what_is_guarded_comes_back(text in "[-=+@'＝\\s\\PC]{0,20}") {
        let safe = guarded(&text);
        prop_assert_eq!(unguarded(&safe), text.as_str());
        let first = safe.trim_start().chars().next();
        prop_assert!(!first.is_some_and(|first| "=+-@＝＋－＠".contains(first)));
    }

    #[test]
    fn what_is_written_is_read(ticket in any_ticket(), english in any::<bool>(), abroad in any::<bool>()) {
        let now = at(NOW);
        let board = board(std::slice::from_ref(&ticket), now);
        let reader = Reader {
            lang: if english { Lang::En } else { Lang::Zh },
            zone: zone(if abroad { "America/New_York" } else { "Asia/Shanghai" }),
            now,
        };
        let (import, mapping) = read(&file(&board, reader));
        prop_assert_eq!(mapping.system, None);
        prop_assert!(!mapping.needs_zone(), "every time says its zone");
        for guess in &mapping.guesses {
            prop_assert!(guess.times.is_none_or(|times| times.zoning == Zoning::Written));
        }
        prop_assert_eq!(import.bad, []);
        prop_assert_eq!(import.skipped, []);
        let row = &import.good[0];
        prop_assert_eq!(row.id.as_str(), kept(&ticket.number));
        prop_assert_eq!(row.title.as_str(), kept(&ticket.title));
        prop_assert_eq!(&row.cautions, &[]);
        prop_assert_eq!(History::read(&row.events), ticket.history());
    }
}
