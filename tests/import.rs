//! Imports step by step: what the worker tells is read as it was written, choices are kept to, and the bad rows
//! come back as a file that can be imported again.

use sla_planner::board::Batch;
use sla_planner::engine::{Bilingual, EventKind, History, Rank, Zone};
use sla_planner::exchange::import::{Choices, Session, ZoneWhy};
use sla_planner::exchange::moment::DateOrder;
use sla_planner::exchange::table::{
    BadRow, Field, Given, Import, Mapping, Reason, Separator, Skip, StatusClass, Table, TableFault,
};
use sla_planner::text::Lang;
use sla_planner::text::import::{Outcome, Preview, bad_file, examples, template};

#[path = "common/tables.rs"]
mod tables;
use tables::{FOLDER, at, gb18030, policy};

fn zone(name: &str) -> Zone {
    name.parse().expect("a zone")
}

fn open(text: &str) -> Session {
    let table = Table::paste(text).expect("a table");
    Session::open(table, policy(), at("2026-11-24T00:00:00Z"), &[])
}

fn whole(mut session: Session) -> Session {
    while session.step(2) {}
    session
}

fn choose(session: Session, change: impl FnOnce(&mut Choices)) -> Session {
    let mut session = session;
    let mut choices = session.choices().clone();
    change(&mut choices);
    session.choose(choices).expect("a table still");
    whole(session)
}

/// The line, number, title and events of each ticket.
fn tickets(session: &mut Session) -> Vec<(u32, String, String, Vec<sla_planner::engine::Event>)> {
    let batches = session.batches();
    let rows = batches
        .iter()
        .flat_map(|bytes| {
            let batch = Batch::read(bytes).expect("whole");
            let row = |row: sla_planner::board::BatchRow<'_>| {
                (
                    row.line(),
                    row.number().to_owned(),
                    row.title().to_owned(),
                    row.events(),
                )
            };
            batch.rows().map(row).collect::<Vec<_>>()
        })
        .collect();
    assert!(session.batches().is_empty(), "they were handed over");
    rows
}

#[test]
fn every_export_read_step_by_step_is_what_it_is_at_once() {
    let mut seen = 0;
    for entry in std::fs::read_dir(FOLDER).expect("the folder") {
        let path = entry.expect("an entry").path();
        let name = path
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        if name.ends_with(".txt") || name == "README.md" {
            continue;
        }
        let bytes = std::fs::read(&path).expect("read");
        let table = Table::read(bytes, gb18030).expect("a table");
        let policy = policy();
        let mapping = Mapping::guess(&table, &policy);
        let now = at("2026-11-24T00:00:00Z");
        let mut session = whole(Session::open(table.clone(), policy.clone(), now, &[]));
        let given = Given {
            now,
            zone: session.zone().map(|(zone, _)| zone),
            reply_confirms: false,
            no_priority: None,
        };
        // A likely order of day and month is taken unasked.
        let mapping = match mapping.likely_order() {
            None => mapping,
            Some(order) => {
                let mut ordered = mapping.clone();
                for field in mapping.order_asked() {
                    ordered.set_order(field, order);
                }
                ordered
            }
        };
        let import = Import::rows(&table, &mapping, &policy, &given);
        let expected: Vec<_> = import
            .good
            .iter()
            .map(|row| {
                let mut events = row.events.clone();
                events.sort();
                (row.line, row.id.clone(), row.title.clone(), events)
            })
            .collect();
        assert_eq!(session.good(), expected.len(), "{name}");
        assert_eq!(tickets(&mut session), expected, "{name}");
        assert_eq!(session.bad(), import.bad, "{name}");
        assert_eq!(session.skipped(), import.skipped, "{name}");
        let preview = Preview::of(&session);
        assert_eq!(
            Preview::read(&preview.write()),
            Ok(preview.clone()),
            "{name}"
        );
        let outcome = Outcome::of(&session);
        assert_eq!(
            Outcome::read(&outcome.write()),
            Ok(outcome.clone()),
            "{name}"
        );
        assert_eq!(
            preview.samples.len(),
            3.min(table.len() - outcome_blank(&session)),
            "{name}"
        );
        told_in_both_languages(&preview, &outcome);
        seen += 1;
    }
    assert!(seen >= 50, "{seen}");
}

/// How many of the first rows are no tickets.
fn outcome_blank(session: &Session) -> usize {
    let skipped = session.skipped().iter();
    skipped
        .filter(|row| !matches!(row.skip, Skip::BeforeHeader | Skip::Repeated { .. }))
        .count()
}

fn is_chinese(text: &str) -> bool {
    text.chars()
        .any(|letter| ('\u{4e00}'..='\u{9fff}').contains(&letter))
}

fn told_in_both_languages(preview: &Preview, outcome: &Outcome) {
    let check = |told: &Bilingual| {
        assert_eq!(told.zh.is_empty(), told.en.is_empty(), "{told:?}");
    };
    check(&preview.about);
    assert!(is_chinese(&preview.about.zh) && !is_chinese(&preview.about.en));
    for card in &preview.fields {
        check(&card.name);
        check(&card.why);
        assert_eq!(card.column.is_some(), !card.why.zh.is_empty(), "{card:?}");
    }
    if let Some(zone) = &preview.zone {
        check(&zone.why);
        check(&zone.echo);
        assert!(!zone.why.zh.is_empty());
    }
    for sample in &preview.samples {
        check(&sample.wrong);
        sample.cells.iter().for_each(|cell| check(&cell.understood));
    }
    for bad in &outcome.bad_rows {
        check(&bad.reason);
        check(&bad.mend);
        assert!(!bad.reason.zh.is_empty());
    }
    outcome.skips.iter().for_each(check);
    outcome
        .cautions
        .iter()
        .for_each(|caution| check(&caution.what));
}

#[test]
fn what_is_chosen_is_kept_to() {
    let text =
        "Nr;Wann;Wie dringend;Stand\n1;03/04/2026 10:00;sehr;liegt\n2;05/04/2026 10:00;;liegt\n";
    let session = whole(open(text));
    assert_eq!((session.good(), session.bad().len()), (0, 2));
    let session = choose(session, |choices| {
        choices.set_column(Field::Created, Some(1))
    });
    let reasons = |session: &Session| -> Vec<Reason> {
        session.bad().iter().map(|row| row.reason.clone()).collect()
    };
    assert_eq!(reasons(&session), [Reason::DayOrMonth, Reason::DayOrMonth]);
    let session = choose(session, |choices| {
        choices.set_order(Field::Created, DateOrder::DayFirst);
        choices.set_column(Field::Priority, Some(2));
        choices.set_column(Field::Status, Some(3));
    });
    assert_eq!(
        reasons(&session),
        [Reason::PriorityUnknown, Reason::PriorityMissing]
    );
    let session = choose(session, |choices| {
        choices.set_priority("sehr".to_owned(), Rank(0));
        choices.no_priority = Some(Rank(4));
        choices.zone = Some(zone("Europe/Berlin"));
    });
    assert_eq!(reasons(&session), []);
    assert_eq!(session.zone(), Some((zone("Europe/Berlin"), ZoneWhy::Said)));
    let mut session = session;
    let events: Vec<_> = tickets(&mut session)
        .into_iter()
        .map(|(_, _, _, events)| (events[0].at, events[0].kind.clone()))
        .collect();
    let submitted = |rank| EventKind::Submitted {
        priority: Rank(rank),
    };
    assert_eq!(
        events,
        [
            (at("2026-04-03T10:00:00+02:00"), submitted(0)),
            (at("2026-04-05T10:00:00+02:00"), submitted(4))
        ]
    );
    // A word for a status is what a person says.
    let session = choose(session, |choices| {
        choices.set_status("liegt".to_owned(), StatusClass::Closed);
    });
    assert_eq!(
        reasons(&session),
        [Reason::ResolvedWithoutTime, Reason::ResolvedWithoutTime]
    );
}

#[test]
fn another_separator_begins_anew_and_one_that_does_not_fit_changes_nothing() {
    let session = whole(open("id,created,priority\n1,2026-02-14T17:50:00Z,High\n"));
    assert_eq!(session.good(), 1);
    let mut session = choose(session, |choices| {
        choices.separator = Some(Separator::Semicolon)
    });
    assert_eq!(session.table().headers(), ["id,created,priority"]);
    assert_eq!(session.good(), 0);
    let wide = format!("id,created\n1,2026-02-14T17:50:00Z{}\n", ";".repeat(1_001));
    let mut other = whole(open(&wide));
    let choices = Choices {
        separator: Some(Separator::Semicolon),
        ..Choices::default()
    };
    let fault = other.choose(choices).expect_err("too wide");
    assert_eq!(fault, TableFault::TooManyColumns { line: 2 });
    assert_eq!(other.table().headers(), ["id", "created"]);
    // Back again.
    session
        .choose(Choices {
            separator: Some(Separator::Comma),
            ..Choices::default()
        })
        .expect("a table");
    assert_eq!(whole(session).good(), 1);
}

#[test]
fn of_several_rows_of_a_ticket_the_last_good_one_stays_across_steps() {
    let text = "id,created,priority\n\
        A,2026-02-14T17:50:00Z,High\n\
        B,2026-02-14T17:50:00Z,High\n\
        A,2026-02-14T18:50:00Z,High\n\
        ,2026-02-14T17:50:00Z,High\n\
        A,2026-02-14T19:50:00Z,High\n\
        ,2026-02-14T17:50:00Z,High\n\
        A,soon,High\n";
    let mut session = whole(open(text));
    assert_eq!((session.good(), session.bad().len()), (4, 1));
    let lines: Vec<u32> = tickets(&mut session).iter().map(|row| row.0).collect();
    assert_eq!(lines, [3, 5, 6, 7]);
    let skipped: Vec<(u32, Skip)> = session
        .skipped()
        .iter()
        .map(|row| (row.line, row.skip))
        .collect();
    let by = Skip::Repeated { by: 6 };
    assert_eq!(skipped, [(2, by), (4, by)]);
}

#[test]
fn the_zone_is_likely_that_of_the_comments_or_else_the_services() {
    let rows = "Issue key,Summary,Created,Custom field ([CHART] Date of First Response),Comment\n"
        .to_owned()
        + &"K-1,a,01/Jul/26 9:00 AM,2026-07-01 08:05:30.1,01/Jul/26 9:05 AM;ann;Hello\n".repeat(3);
    let session = open(&rows);
    let (found, why) = session.zone().expect("it is asked");
    assert_eq!(found, zone("Europe/London"));
    assert!(matches!(why, ZoneWhy::Likely(likely) if likely.agree == 3));
    let session = open("id,priority,created\n1,High,2026-02-14 17:50\n");
    assert_eq!(
        session.zone(),
        Some((zone("Asia/Shanghai"), ZoneWhy::Service))
    );
    let echo = Preview::of(&session).zone.expect("it is asked").echo;
    assert!(echo.en.contains("\"2026-02-14 17:50\"") && echo.en.contains("Beijing"));
    let said = Choices {
        zone: Some(zone("America/New_York")),
        ..Choices::default()
    };
    let mut session = session;
    session.choose(said).expect("a table");
    let echo = Preview::of(&session).zone.expect("it is asked").echo;
    assert!(
        echo.zh.contains("纽约时间") && echo.zh.contains("06:50"),
        "{}",
        echo.zh
    );
    assert_eq!(open("id,created\n1,2026-02-14T17:50:00Z\n").zone(), None);
}

#[test]
fn the_file_of_bad_rows_holds_them_as_they_were_and_can_be_imported_again() {
    let text = "id,title,created,priority\n\
        1,\"=cmd, \"\"x\"\"\",soon,High\n\
        2,fine,2026-02-14T17:50:00Z,High\n\
        3,'+1 555,2026-02-14,High\n\
        4,more,2026-02-14T17:50:00Z,High,surplus\n";
    let session = whole(open(text));
    for (lang, column) in [
        (Lang::Zh, "第 3 列“created”"),
        (Lang::En, "column 3 \"created\""),
    ] {
        let file = bad_file(lang, &session);
        assert!(file.starts_with("\u{feff}id,title,created,priority,"));
        assert!(file.contains("'=cmd"), "{file}");
        let again = whole(open(&file));
        let reasons = |session: &Session| -> Vec<(Option<usize>, Reason, String)> {
            let bad = session.bad().iter();
            let told = |row: &BadRow| (row.column, row.reason.clone(), row.value.clone());
            bad.map(told).collect()
        };
        let mut expected = reasons(&session);
        expected[2].0 = Some(8);
        assert_eq!(reasons(&again), expected);
        let row = again.table().row(0).expect("a row");
        assert_eq!(row.value(1), "=cmd, \"x\"");
        let beside: Vec<String> = (4..8)
            .map(|column| row.value(column).into_owned())
            .collect();
        assert_eq!(beside[0], "2");
        assert_eq!(beside[1], column);
        assert!(!beside[2].is_empty() && !beside[3].is_empty());
        // Once it is mended it is taken.
        let mended = file.replace("soon", "2026-02-14T17:50:00Z");
        let mut mended = whole(open(&mended));
        assert_eq!(mended.good(), 1);
        assert_eq!(tickets(&mut mended)[0].2, "=cmd, \"x\"");
    }
}

#[test]
fn the_template_is_read_and_every_one_of_its_columns_is_known() {
    for lang in Lang::ALL {
        let session = whole(open(&template(lang)));
        for header in session.table().headers() {
            assert!(Field::of(header).is_some(), "{header}");
        }
        assert_eq!(
            session.mapping().guesses.len(),
            session.table().headers().len()
        );
        assert_eq!((session.good(), session.bad().len()), (1, 0));
    }
}

#[test]
fn the_examples_contradict_nothing() {
    for lang in Lang::ALL {
        let batch = examples(lang, at("2026-11-24T10:00:00+08:00"));
        assert!(batch.rows().all(|row| History::read(&row.events()).is_ok()));
    }
}

#[test]
fn a_status_that_waits_is_told_of_and_takes_no_pause() {
    let session = whole(open(
        "id,priority,created,status\n1,High,2026-02-14T17:50:00Z,On Hold\n2,High,2026-02-14T17:50:00Z,On Hold\n",
    ));
    let outcome = Outcome::of(&session);
    assert_eq!(outcome.cautions.len(), 1);
    assert_eq!(outcome.cautions[0].rows, 2);
}
