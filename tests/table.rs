//! Tables of tickets: exports in the shape of each help desk become what `tests/table/outcomes.txt` says, and
//! whatever else is thrown at them is counted and never panics.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use proptest::prelude::*;
use sla_planner::engine::{EventKind, Policy, Rank, Zone};
use sla_planner::exchange::moment::{DateOrder, DateSystem};
use sla_planner::exchange::table::{
    BadRow, Caution, Encoding, Field, Given, Import, LikelyZone, MOST_COLUMNS, Mapping,
    PriorityWhy, Reason, Row, Separator, Skip, StatusClass, System, Table, TableFault, Why, Zoning,
};
use sla_planner::plan::event_key;
use sla_planner::text::{Lang, table as text};

#[path = "common/tables.rs"]
mod tables;
use tables::{FOLDER, at, gb18030, policy};

fn given(zone: Option<&str>) -> Given {
    Given {
        now: at("2026-11-24T00:00:00Z"),
        zone: zone.map(|zone| zone.parse().expect("a zone")),
        reply_confirms: false,
        no_priority: None,
    }
}

fn file(name: &str) -> Table {
    let bytes = std::fs::read(Path::new(FOLDER).join(name)).expect("a fixture");
    Table::read(bytes, gb18030).unwrap_or_else(|fault| panic!("{name}: {fault:?}"))
}

fn paste(text: &str) -> Table {
    Table::paste(text).expect("a table")
}

fn import(text: &str, given: &Given) -> Import {
    let (table, policy) = (paste(text), policy());
    Import::rows(&table, &Mapping::guess(&table, &policy), &policy, given)
}

/// The name of a variant without what it holds.
fn name(value: &impl std::fmt::Debug) -> String {
    let whole = format!("{value:?}");
    let end = whole.find([' ', '(', '{']);
    let short = end.map_or(whole.as_str(), |end| &whole[..end]);
    match short {
        "BeforeSubmission" => whole,
        short => short.to_owned(),
    }
}

fn good(row: &Row, policy: &Policy) -> String {
    let mut line = format!("{} {}", row.line, row.id);
    for (place, event) in row.events.iter().enumerate() {
        if let EventKind::Submitted { priority } = event.kind {
            let priority = policy.priority(priority).expect("a priority");
            write!(line, " {}", priority.id).expect("written");
        }
        let between = if place == 0 { "" } else { "," };
        write!(line, "{between} {} {}", event_key(&event.kind), event.at).expect("written");
    }
    if !row.cautions.is_empty() {
        line.push_str(" !");
        for (_, caution) in &row.cautions {
            write!(line, " {caution:?}").expect("written");
        }
    }
    // A ticket without a number.
    line.replace("  ", " ")
}

fn bad(row: &BadRow) -> String {
    let column = row
        .column
        .map_or("-".to_owned(), |column| (column + 1).to_string());
    format!("{} bad {column} {}", row.line, name(&row.reason))
}

/// Every row, in the order of the file.
fn outcome(import: &Import, policy: &Policy) -> Vec<String> {
    let skipped = import.skipped.iter();
    let mut lines: Vec<(u32, String)> = skipped
        .map(|row| {
            (
                row.line,
                format!("{} skipped {}", row.line, name(&row.skip)),
            )
        })
        .chain(import.good.iter().map(|row| (row.line, good(row, policy))))
        .chain(import.bad.iter().map(|row| (row.line, bad(row))))
        .collect();
    lines.sort();
    lines.into_iter().map(|(_, line)| line).collect()
}

#[test]
fn every_export_becomes_what_it_must() {
    let policy = policy();
    let cases = std::fs::read_to_string(Path::new(FOLDER).join("outcomes.txt")).expect("read");
    let mut seen = BTreeSet::new();
    for case in cases.split("\n\n").skip(1) {
        let mut lines = case.trim().lines();
        let about = lines.next().expect("a file");
        let parts: Vec<&str> = about.split('|').map(str::trim).collect();
        let [file_name, system, encoding, separator, zone, flags] = parts[..] else {
            panic!("{about}");
        };
        let table = file(file_name);
        let mapping = Mapping::guess(&table, &policy);
        let recognised = mapping
            .system
            .map_or("-".to_owned(), |system| format!("{system:?}"));
        assert_eq!(recognised, system, "{file_name}");
        assert_eq!(format!("{:?}", table.encoding()), encoding, "{file_name}");
        let between = table.separator().expect("several columns");
        assert_eq!(format!("{between:?}"), separator, "{file_name}");
        assert_eq!(mapping.needs_zone(), zone != "-", "{file_name}");
        let given = Given {
            reply_confirms: flags.contains("confirms"),
            no_priority: policy.ranks().find(|rank| {
                policy
                    .priority(*rank)
                    .is_some_and(|priority| flags.contains(&priority.id))
            }),
            ..given((zone != "-").then_some(zone))
        };
        let import = Import::rows(&table, &mapping, &policy, &given);
        let expected: Vec<&str> = lines.collect();
        assert_eq!(outcome(&import, &policy), expected, "{file_name}");
        assert_eq!(
            import.total(),
            table.len() + table.before().count(),
            "{file_name}"
        );
        seen.insert(file_name.to_owned());
    }
    let is_case = |name: &String| !name.ends_with(".txt") && name != "README.md";
    let folder = std::fs::read_dir(FOLDER).expect("the folder");
    let names = folder.map(|entry| entry.expect("an entry").file_name().into_string());
    let files: BTreeSet<String> = names
        .map(|name| name.expect("text"))
        .filter(is_case)
        .collect();
    assert_eq!(seen, files);
    assert!(seen.len() >= 25);
}

#[test]
fn without_the_zone_that_is_needed_every_such_row_is_bad() {
    let text = "ID,Priority,Created at\n1,High,2026-02-14 17:50\n";
    let import = import(text, &given(None));
    assert_eq!(import.bad[0].reason, Reason::ZoneNeeded);
    let table = paste(text);
    let row = table.row(import.bad[0].place).expect("a row");
    assert_eq!(row.text(), "1,High,2026-02-14 17:50");
    assert!(import.good.is_empty());
}

#[test]
fn titles_are_as_they_were_before_the_export_guarded_and_quoted_them() {
    let policy = policy();
    let titles = |name: &str, zone: &str| {
        let table = file(name);
        let mapping = Mapping::guess(&table, &policy);
        let import = Import::rows(&table, &mapping, &policy, &given(Some(zone)));
        import
            .good
            .into_iter()
            .map(|row| row.title)
            .collect::<Vec<_>>()
    };
    let servicenow = titles("servicenow.csv", "America/New_York");
    assert_eq!(
        servicenow[..2],
        ["Café till is down", "+1 425 555 0100 has no tone"]
    );
    assert_eq!(titles("osticket.csv", "UTC")[0], "=cmd");
    assert_eq!(titles("freshdesk.csv", "UTC")[0], "Cannot log in");
    assert_eq!(titles("jira.csv", "UTC")[0], "Printer, floor 2\r\nis dead");
    assert_eq!(titles("zendesk_explore.csv", "UTC")[0], "Hello, there");
    assert_eq!(titles("redmine_zh.csv", "UTC")[0], "无法登录");
}

#[test]
fn each_guess_has_its_reason() {
    let policy = policy();
    let mapping = Mapping::guess(&file("aliyun.csv"), &policy);
    let why = |field| mapping.guessed(field).map(|guess| guess.why);
    assert_eq!(why(Field::Created), Some(Why::System(System::Aliyun)));
    assert_eq!(why(Field::Priority), Some(Why::Fallback));
    let ranks = mapping
        .priorities
        .iter()
        .map(|word| word.rank.map(|(_, why)| why));
    assert!(
        ranks
            .into_iter()
            .all(|why| why == Some(PriorityWhy::System(System::Aliyun)))
    );
    let mapping = Mapping::guess(&file("jira.csv"), &policy);
    let zoning = |field| {
        mapping
            .guessed(field)
            .and_then(|guess| guess.times)
            .map(|times| times.zoning)
    };
    assert_eq!(zoning(Field::Created), Some(Zoning::Needed));
    assert_eq!(zoning(Field::FirstResponse), Some(Zoning::SystemUtc));
}

#[test]
fn a_bare_number_means_what_its_system_means_and_is_else_asked() {
    let policy = policy();
    let rank = |header: &str| {
        let mapping = Mapping::guess(&paste(&format!("{header}\n1,1,1,1\n")), &policy);
        mapping.priorities[0].rank.map(|(rank, _)| rank)
    };
    assert_eq!(rank("number,opened_at,priority,x"), Some(Rank(0)));
    assert_eq!(
        rank("Ticket ID,Created time,Resolved time,Priority"),
        Some(Rank(3))
    );
    assert_eq!(rank("x,created,priority,y"), None);
}

#[test]
fn the_order_of_day_and_month_is_each_columns_own() {
    let policy = policy();
    let table = paste(
        "id,priority,created,resolved,closed\n\
         1,High,03/04/2026 10:00,04/13/2026 10:00,05/06/2026 10:00\n\
         2,High,25/04/2026 10:00,04/14/2026 10:00,05/06/2026 10:00\n",
    );
    let mapping = Mapping::guess(&table, &policy);
    let order = |field| {
        mapping
            .guessed(field)
            .and_then(|guess| guess.times)
            .map(|times| times.order)
    };
    assert_eq!(order(Field::Created), Some(Some(DateOrder::DayFirst)));
    assert_eq!(order(Field::Resolved), Some(Some(DateOrder::MonthFirst)));
    assert_eq!(mapping.order_asked().collect::<Vec<_>>(), [Field::Closed]);
    assert_eq!(mapping.likely_order(), None);
    // Both ways in one column tell nothing.
    let mixed = paste(
        "id,priority,created\n1,High,25/04/2026 10:00\n2,High,04/25/2026 10:00\n3,High,03/04/2026 10:00\n",
    );
    let mapping = Mapping::guess(&mixed, &policy);
    assert_eq!(mapping.order_asked().collect::<Vec<_>>(), [Field::Created]);
    let import = Import::rows(&mixed, &mapping, &policy, &given(Some("UTC")));
    assert_eq!((import.good.len(), import.bad.len()), (2, 1));
    assert_eq!(import.bad[0].reason, Reason::DayOrMonth);
    let table = file("glpi_pt.csv");
    let mut mapping = Mapping::guess(&table, &policy);
    assert_eq!(mapping.order_asked().collect::<Vec<_>>(), [Field::Resolved]);
    let likely = mapping
        .likely_order()
        .expect("when they were opened tells it");
    assert_eq!(likely, DateOrder::DayFirst);
    mapping.set_order(Field::Resolved, likely);
    assert_eq!(mapping.order_asked().count(), 0);
    let import = Import::rows(&table, &mapping, &policy, &given(Some("America/Sao_Paulo")));
    assert_eq!(import.good[0].events[1].at, at("2025-09-03T10:00:00-03:00"));
}

#[test]
fn a_person_can_say_otherwise() {
    let policy = policy();
    let table = paste("Nr;Wann;Wie dringend\n1;2026-02-14 17:50;sehr\n");
    let mut mapping = Mapping::guess(&table, &policy);
    assert_eq!(mapping.column(Field::Created), None);
    let missing = Import::rows(&table, &mapping, &policy, &given(Some("UTC")));
    assert_eq!(missing.bad[0].reason, Reason::CreatedMissing);
    mapping.set(Field::Created, Some(1), &table, &policy);
    mapping.set(Field::Priority, Some(2), &table, &policy);
    assert_eq!(mapping.priorities[0].word, "sehr");
    mapping.priorities[0].rank = Some((Rank(1), PriorityWhy::Said));
    let import = Import::rows(&table, &mapping, &policy, &given(Some("UTC")));
    let priority = Rank(1);
    assert_eq!(
        import.good[0].events[0].kind,
        EventKind::Submitted { priority }
    );
    // A rank that the policy does not have is none.
    mapping.priorities[0].rank = Some((Rank(9), PriorityWhy::Said));
    let import = Import::rows(&table, &mapping, &policy, &given(Some("UTC")));
    assert_eq!(import.bad[0].reason, Reason::PriorityUnknown);
}

#[test]
fn what_is_no_table_is_refused_with_its_place() {
    let fault = |bytes: &[u8]| Table::read(bytes.to_vec(), gb18030).expect_err("no table");
    assert_eq!(fault(b""), TableFault::Empty);
    assert_eq!(fault(b"\xef\xbb\xbf \n"), TableFault::Empty);
    assert_eq!(fault(b"PK\x03\x04rest"), TableFault::NotText);
    assert_eq!(fault(b"a,b\n\0,1\n"), TableFault::NotText);
    assert_eq!(
        fault(b"id,created\n1,\"open\n"),
        TableFault::UnclosedQuote { line: 2, column: 2 }
    );
    assert_eq!(
        fault(b"a,b\nx\x81\x00"),
        TableFault::UnknownEncoding { line: 2, byte: 2 }
    );
    assert_eq!(
        fault(b"\xff\xfea\x00\n\x00b"),
        TableFault::UnknownEncoding { line: 2, byte: 1 }
    );
    let wide = format!("id,created\n1{}\n", ",".repeat(MOST_COLUMNS));
    assert_eq!(
        fault(wide.as_bytes()),
        TableFault::TooManyColumns { line: 2 }
    );
    let long = format!("id,created\n{}", "1,2\n".repeat(200_001));
    assert_eq!(
        fault(long.as_bytes()),
        TableFault::TooManyRows { line: 200_002 }
    );
    let large = vec![b'a'; (64 << 20) + 1];
    assert_eq!(fault(&large), TableFault::TooLarge { bytes: large.len() });
}

#[test]
fn json_that_is_broken_or_holds_no_list_is_refused_with_its_place() {
    let fault = |text: &str| Table::paste(text).expect_err("no table");
    assert_eq!(
        fault("[{\"id\": 1,\n  \"created\": }]"),
        TableFault::BrokenJson {
            line: 2,
            column: 14
        }
    );
    for cut in [
        "[{\"id\": 1",
        "{\"id",
        "[{\"id\" 1}]",
        "[{\"a\":1}",
        "{\"a\":[1}",
    ] {
        let fault = fault(cut);
        assert!(
            matches!(fault, TableFault::BrokenJson { line: 1, .. }),
            "{cut}: {fault:?}"
        );
    }
    assert_eq!(fault("[[1, 2], [3]]"), TableFault::NoList);
    assert_eq!(fault("[]"), TableFault::NoList);
    // A header in brackets is no JSON.
    let table = paste("[id],created\n1,2026-02-14T17:50:00Z\n");
    assert_eq!(table.separator(), Some(Separator::Comma));
}

#[test]
fn json_cells_are_what_their_escapes_stand_for() {
    let table = paste(
        r#"[{"id": "a\/b\n\u65e0\ud83d\ude00\ud83d!", "n\u0061me": [["one"]], "many": ["x", "y"]}, null]"#,
    );
    assert_eq!(table.headers(), ["id", "name", "many", ""]);
    let row = table.rows().next().expect("a row");
    assert_eq!(row.cell(0), "a/b\n无😀\u{fffd}!");
    assert_eq!(
        (row.cell(1).as_ref(), row.cell(2).as_ref()),
        ("one", r#"["x", "y"]"#)
    );
    // What is no object is a row all the same.
    assert_eq!(table.len(), 2);
    assert_eq!(table.rows().nth(1).expect("a row").text(), "null");
}

#[test]
fn objects_with_too_many_names_are_taken_apart_less_deeply() {
    let inner: Vec<String> = (0..600).map(|place| format!("\"k{place}\": 1")).collect();
    let inner = inner.join(", ");
    let text = format!("[{{\"id\": 1, \"a\": {{{inner}}}, \"b\": {{{inner}}}}}]");
    assert_eq!(paste(&text).headers(), ["id", "a", "b"]);
    let wide: Vec<String> = (0..=MOST_COLUMNS)
        .map(|place| format!("\"k{place}\": 1"))
        .collect();
    let fault = Table::paste(&format!("[{{{}}}]", wide.join(", "))).expect_err("too wide");
    assert_eq!(fault, TableFault::TooManyColumns { line: 1 });
}

#[test]
fn the_zone_shows_where_replies_are_in_utc_and_comments_are_not() {
    let policy = policy();
    let rows = |days: &[(&str, &str, &str)]| {
        let header = "Issue key,Summary,Created,Custom field ([CHART] Date of First Response),Comment,Comment\n";
        days.iter()
            .fold(header.to_owned(), |mut text, (utc, one, other)| {
                writeln!(text, "A-1,x,01/Jan/25 1:00 AM,{utc},{one},{other}").expect("written");
                text
            })
    };
    let find = |text: &str, preferred: &[Zone]| {
        let table = paste(text);
        LikelyZone::find(&table, &Mapping::guess(&table, &policy), preferred)
    };
    // An hour in summer, none in winter.
    let british = rows(&[
        (
            "2025-07-01 08:05:59.154",
            "30/Jun/25 9:00 AM;me;Seen",
            "01/Jul/25 9:05 AM;ann;Hello",
        ),
        ("2025-12-01 08:05:00.000", "01/Dec/25 8:05 AM;ann;Hello", ""),
        ("2025-12-02 08:05:00.000", "02/Dec/25 8:05 AM;ann;Hello", ""),
        ("2025-12-03 08:05:00.000", "03/Dec/25 9:00 AM;ann;Late", ""),
    ]);
    let london = find(&british, &[]).expect("a zone");
    assert_eq!(
        (london.zone.name(), london.agree, london.of),
        ("Europe/London", 3, 4)
    );
    let chinese = rows(&[("2025-07-01 08:05:59.154", "01/Jul/25 4:05 PM;ann;Hello", ""); 3]);
    let of = |preferred: &[Zone]| find(&chinese, preferred).expect("a zone").zone.name();
    assert_eq!(of(&[]), "Asia/Shanghai");
    // Of those that fit as well, the one that is preferred.
    let preferred = ["America/New_York", "Asia/Singapore"].map(|name| name.parse().expect("one"));
    assert_eq!(of(&preferred), "Asia/Singapore");
    // Two rows tell too little, and so do comments at other times.
    assert_eq!(
        find(
            &rows(&[("2025-07-01 08:05:59", "01/Jul/25 4:05 PM;a;b", ""); 2]),
            &[]
        ),
        None
    );
    assert_eq!(
        find(
            &rows(&[("2025-07-01 08:05:59", "01/Jul/25 4:03 PM;a;b", ""); 9]),
            &[]
        ),
        None
    );
    for lang in Lang::ALL {
        assert!(text::likely_zone(lang, &london).contains('3'));
    }
}

#[test]
fn days_count_from_1904_where_a_person_says_so() {
    let policy = policy();
    let table = paste("id\tpriority\tcreated\n1\tHigh\t46067.743056\n");
    let mut mapping = Mapping::guess(&table, &policy);
    let serial = |mapping: &Mapping| mapping.guessed(Field::Created)?.times?.serial;
    assert_eq!(serial(&mapping), Some(DateSystem::From1900));
    let created = |mapping: &Mapping| {
        let import = Import::rows(&table, mapping, &policy, &given(Some("Asia/Shanghai")));
        import.good[0].events[0].at
    };
    assert_eq!(created(&mapping), at("2026-02-14T17:50:00+08:00"));
    mapping.set_date_system(DateSystem::From1904);
    assert_eq!(serial(&mapping), Some(DateSystem::From1904));
    assert_eq!(created(&mapping), at("2030-02-15T17:50:00+08:00"));
    let dates = paste("id\tpriority\tcreated\n1\tHigh\t2026-02-14 17:50\n");
    assert_eq!(serial(&Mapping::guess(&dates, &policy)), None);
}

#[test]
fn a_ticket_waits_from_when_the_table_says_and_no_pause_is_made_up() {
    let events = |status: &str, paused: &str, resumed: &str| {
        let text = format!(
            "id,priority,created,status,paused,resumed\n1,High,2026-02-14T17:50:00Z,{status},{paused},{resumed}\n"
        );
        let mut import = import(&text, &given(None));
        let row = import.good.remove(0);
        let kinds: Vec<&str> = row
            .events
            .iter()
            .map(|event| event_key(&event.kind))
            .collect();
        let cautions: Vec<Caution> = row.cautions.iter().map(|(_, caution)| *caution).collect();
        (kinds.join(" "), cautions)
    };
    let (from, until) = ("2026-02-14T18:00:00Z", "2026-02-14T19:00:00Z");
    let case = |status, paused, resumed, kinds: &str, cautions: &[Caution]| {
        let expected = (kinds.to_owned(), cautions.to_vec());
        assert_eq!(events(status, paused, resumed), expected, "{status}");
    };
    case(
        "On Hold",
        "",
        "",
        "submitted",
        &[Caution::PausedSinceUnknown],
    );
    case("On Hold", from, "", "submitted paused", &[]);
    case("", from, "", "submitted paused", &[]);
    case("Open", from, until, "submitted paused resumed", &[]);
    case(
        "Open",
        from,
        "",
        "submitted",
        &[Caution::PausedUntilUnknown],
    );
}

#[test]
fn a_limit_of_ten_thousand_rows_is_noticed() {
    let rows = |count: usize| {
        let rows = (0..count).fold(String::new(), |mut rows, place| {
            writeln!(rows, "{place},High,2026-02-14T17:50:00Z").expect("written");
            rows
        });
        import(&format!("id,priority,created\n{rows}"), &given(None))
    };
    assert!(rows(10_000).may_be_cut());
    assert!(!rows(9_999).may_be_cut());
}

#[test]
fn surplus_cells_are_not_dropped() {
    let import = import(
        "id,priority,created\n1,High,2026-02-14T17:50:00Z,what\n2,High,2026-02-14T17:50:00Z,,\n",
        &given(None),
    );
    assert_eq!(
        (import.bad[0].column, &import.bad[0].reason),
        (Some(3), &Reason::TooManyCells)
    );
    assert_eq!(import.good.len(), 1);
}

#[test]
fn statuses_of_systems_are_known_by_word_and_number() {
    assert_eq!(
        StatusClass::of("Fechado com êxito"),
        Some(StatusClass::Closed)
    );
    assert_eq!(
        StatusClass::of("Awaiting User Info"),
        Some(StatusClass::Pending)
    );
    assert_eq!(StatusClass::of("wait_confirm"), Some(StatusClass::Solved));
    assert_eq!(StatusClass::of("激活"), Some(StatusClass::Open));
    assert_eq!(StatusClass::of("In Review"), None);
    let mapping = Mapping::guess(&file("huawei.csv"), &policy());
    let of = |word: &str| {
        mapping
            .statuses
            .iter()
            .find(|known| known.word == word)?
            .class
    };
    assert_eq!(
        (of("17"), of("1")),
        (Some(StatusClass::Pending), Some(StatusClass::Open))
    );
}

#[test]
fn every_fault_and_reason_is_said_in_both_languages() {
    let beijing: Zone = "Asia/Shanghai".parse().expect("a zone");
    let is_chinese = |text: &str| {
        text.chars()
            .any(|letter| ('\u{4e00}'..='\u{9fff}').contains(&letter))
    };
    let check = |zh: String, en: String| {
        assert!(zh.ends_with('。') && is_chinese(&zh), "{zh}");
        assert!(
            en.ends_with('.') && !is_chinese(&en) && !en.contains("{}"),
            "{en}"
        );
    };
    for fault in [
        TableFault::Empty,
        TableFault::NotText,
        TableFault::TooLarge { bytes: 70 << 20 },
        TableFault::UnknownEncoding { line: 3, byte: 4 },
        TableFault::UnclosedQuote { line: 3, column: 4 },
        TableFault::TooManyColumns { line: 3 },
        TableFault::TooManyRows { line: 3 },
        TableFault::BrokenJson { line: 3, column: 4 },
        TableFault::NoList,
    ] {
        check(text::fault(Lang::Zh, &fault), text::fault(Lang::En, &fault));
    }
    let headers = ["Created".to_owned()];
    for reason in [
        Reason::CreatedMissing,
        Reason::NotATime,
        Reason::TimeMissing,
        Reason::YearMissing,
        Reason::DayOrMonth,
        Reason::NoSuchTime,
        Reason::OutOfRange,
        Reason::ZoneNeeded,
        Reason::NotMinutes,
        Reason::PriorityMissing,
        Reason::PriorityUnknown,
        Reason::ResolvedWithoutTime,
        Reason::BeforeSubmission(Field::Resolved),
        Reason::TooManyCells,
    ] {
        for column in [None, Some(0), Some(7)] {
            let row = BadRow {
                line: 12,
                column,
                reason: reason.clone(),
                value: "soon".to_owned(),
                place: 10,
            };
            let said = |lang| text::bad_row(lang, beijing, &headers, &row);
            check(said(Lang::Zh), said(Lang::En));
            assert!(said(Lang::En).contains("12"));
        }
    }
    for skip in [
        Skip::BeforeHeader,
        Skip::Blank,
        Skip::Total,
        Skip::PullRequest,
        Skip::Repeated { by: 9 },
    ] {
        check(text::skip(Lang::Zh, 3, skip), text::skip(Lang::En, 3, skip));
    }
    let contradiction = import(
        "id,priority,created,resumed\n1,High,2026-02-14T17:50:00Z,2026-02-14T18:50:00Z\n",
        &given(None),
    );
    let said = |lang| text::bad_row(lang, beijing, &headers, &contradiction.bad[0]);
    check(said(Lang::Zh), said(Lang::En));
}

/// Cells with everything that makes a table hard to read.
fn cells() -> impl Strategy<Value = Vec<Vec<String>>> {
    (2_usize..6, 1_usize..12).prop_flat_map(|(columns, rows)| {
        let cell = "[a-c,;|\t\"\n é中'=]{0,6}";
        proptest::collection::vec(proptest::collection::vec(cell, columns), rows + 1)
    })
}

fn written(rows: &[Vec<String>], separator: u8, quotes: csv::QuoteStyle) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(separator)
        .quote_style(quotes)
        .from_writer(Vec::new());
    for row in rows {
        writer.write_record(row).expect("written");
    }
    writer.into_inner().expect("written")
}

fn read_back(table: &Table) -> Vec<Vec<String>> {
    let cells = |row: sla_planner::exchange::table::Record<'_>| {
        (0..row.width())
            .map(|column| row.cell(column).into_owned())
            .collect()
    };
    table.before().chain(table.rows()).map(cells).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read(rows in cells(), place in 0_usize..4, all in any::<bool>()) {
        let separators = [(b',', Separator::Comma), (b';', Separator::Semicolon), (b'\t', Separator::Tab), (b'|', Separator::Bar)];
        let (byte, separator) = separators[place];
        let quotes = if all { csv::QuoteStyle::Always } else { csv::QuoteStyle::Necessary };
        // A blank line is no row, so each begins with something.
        let rows: Vec<Vec<String>> = rows.into_iter().map(|mut row| { row[0].push('x'); row }).collect();
        let bytes = written(&rows, byte, quotes);
        let text = String::from_utf8(bytes).expect("text");
        if let Ok(table) = Table::paste(&text).and_then(|table| table.separated(separator)) {
            let mut expected = rows.clone();
            // The header is kept apart, trimmed.
            let header = table.before().count();
            let own: Vec<String> = expected.remove(header).iter().map(|cell| cell.trim().to_owned()).collect();
            prop_assert_eq!(table.headers(), own);
            prop_assert_eq!(read_back(&table), expected);
        } else {
            prop_assert!(!all, "{}", text);
        }
    }

    #[test]
    fn with_all_in_quotes_the_separator_is_found(rows in cells(), place in 0_usize..4) {
        let separators = [(b',', Separator::Comma), (b';', Separator::Semicolon), (b'\t', Separator::Tab), (b'|', Separator::Bar)];
        let (byte, separator) = separators[place];
        let bytes = written(&rows, byte, csv::QuoteStyle::Always);
        let table = Table::read(bytes, gb18030).expect("a table");
        prop_assert_eq!(table.separator(), Some(separator));
        prop_assert_eq!(table.len() + table.before().count() + 1, rows.len());
    }

    #[test]
    fn no_bytes_panic_and_all_rows_are_counted(
        header in prop_oneof![Just(&b"id,priority,created,resolved,status\n"[..]), Just(&b"\xff\xfe"[..]), Just(&b"[{\"id\":"[..]), Just(&b""[..])],
        bytes in proptest::collection::vec(any::<u8>(), 0..300),
    ) {
        let bytes = [header, &bytes].concat();
        if let Ok(table) = Table::read(bytes, gb18030) {
            let policy = policy();
            let mapping = Mapping::guess(&table, &policy);
            let import = Import::rows(&table, &mapping, &policy, &given(Some("Asia/Shanghai")));
            prop_assert_eq!(import.total(), table.len() + table.before().count());
        }
    }

    #[test]
    fn rows_of_all_kinds_add_up(
        rows in proptest::collection::vec((0_u32..9, "High|紧急||x|1", "2026-02-14 17:50|14/02/2026 5:50 PM|02-14 17:50|1773133200||46067\\.74|2026年2月14日下午5点50分|99/99/2026 10:00|[0-9/: -]{0,16}", "|2026-02-15 17:50|2026-01-01 00:00|x", "Open|Closed|On Hold||\\?"), 0..20),
        confirms in any::<bool>(),
    ) {
        let mut text = "id\tpriority\tcreated\tresolved\tstatus\n".to_owned();
        for (id, priority, created, resolved, status) in &rows {
            writeln!(text, "{id}\t{priority}\t{created}\t{resolved}\t{status}").expect("written");
        }
        let import = import(&text, &Given { reply_confirms: confirms, ..given(Some("Europe/London")) });
        prop_assert_eq!(import.total(), rows.len());
        let (table, policy) = (paste(&text), policy());
        let mapping = Mapping::guess(&table, &policy);
        let mut pieces = Import::default();
        for start in (0..rows.len().max(1)).step_by(3) {
            let given = Given { reply_confirms: confirms, ..given(Some("Europe/London")) };
            pieces.take(&table, &mapping, &policy, &given, start..start + 3);
        }
        pieces.finish(&table);
        prop_assert_eq!(&pieces, &import);
        let mut lines: Vec<u32> = import.good.iter().map(|row| row.line)
            .chain(import.bad.iter().map(|row| row.line))
            .chain(import.skipped.iter().map(|row| row.line))
            .collect();
        lines.sort_unstable();
        let all: Vec<u32> = (2..).take(rows.len()).collect();
        prop_assert_eq!(lines, all);
    }
}

#[test]
fn text_in_any_encoding_is_the_same_table() {
    let text = "工单编号,优先级,提交时间\nT-1,紧急,2026-02-14 17:50\n";
    let utf_16 = |mark: &[u8], bytes: fn(u16) -> [u8; 2]| {
        [
            mark,
            &text.encode_utf16().flat_map(bytes).collect::<Vec<u8>>(),
        ]
        .concat()
    };
    let (legacy, _, _) = encoding_rs::GB18030.encode(text);
    for (bytes, encoding) in [
        (text.as_bytes().to_vec(), Encoding::Utf8),
        ([b"\xef\xbb\xbf", text.as_bytes()].concat(), Encoding::Utf8),
        (utf_16(b"\xff\xfe", u16::to_le_bytes), Encoding::Utf16),
        (utf_16(b"\xfe\xff", u16::to_be_bytes), Encoding::Utf16),
        (legacy.into_owned(), Encoding::Gb18030),
    ] {
        let table = Table::read(bytes, gb18030).expect("a table");
        assert_eq!(table.encoding(), encoding);
        assert_eq!(table.headers(), ["工单编号", "优先级", "提交时间"]);
        assert_eq!(
            table
                .rows()
                .next()
                .map(|row| row.cell(1).into_owned())
                .as_deref(),
            Some("紧急")
        );
    }
}
