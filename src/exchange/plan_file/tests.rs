use super::{LONGEST_LINE, PlanContent, PlanFault, PlanFlaw, PlanReader, end, head};
use crate::engine::{Event, EventKind, Policy, Rank};
use crate::exchange::share::{self, Fault};
use crate::plan::{Edit, Plan, Ticket, Unreadable};

fn plan() -> Plan {
    let mut plan = Plan::default();
    Edit::Priority(Rank(3)).apply(&mut plan);
    plan
}

fn ticket(key: u32) -> Ticket {
    let at = "2026-02-14T17:50:00+08:00".parse().expect("an instant");
    Ticket {
        key,
        number: format!("SPT-{key}"),
        title: "打不开\n第二行".to_owned(),
        events: vec![Event::new(at, EventKind::Submitted { priority: Rank(1) })],
    }
}

fn file(tickets: u32) -> String {
    let mut file = head(&plan(), "[\"夜班\"]");
    for key in 1..=tickets {
        file += &ticket(key).write();
        file.push('\n');
    }
    file + &end(tickets)
}

/// Reads a file in pieces of so many bytes.
fn read(file: &[u8], piece: usize) -> Result<(PlanContent, Vec<(u32, Ticket)>), PlanFault> {
    let mut reader = PlanReader::default();
    let mut tickets = Vec::new();
    for piece in file.chunks(piece) {
        reader.take(piece, &mut |line, ticket| tickets.push((line, ticket)))?;
    }
    Ok((reader.finish()?, tickets))
}

fn fault(file: &str) -> PlanFault {
    read(file.as_bytes(), 4_096).expect_err("it cannot be read")
}

#[test]
fn what_is_written_is_read_in_pieces_of_any_size() {
    for piece in [1, 7, 100, 1 << 20] {
        let (content, tickets) = read(file(3).as_bytes(), piece).expect("a plan");
        let expected = PlanContent {
            plan: plan(),
            views: "[\"夜班\"]".to_owned(),
            tickets: 3,
        };
        assert_eq!(content, expected);
        assert_eq!(tickets, [(2, ticket(1)), (3, ticket(2)), (4, ticket(3))]);
    }
}

#[test]
fn other_line_ends_blank_lines_and_marks_do_no_harm() {
    let windows = file(2).replace('\n', "\r\n\r\n");
    let marked = format!("\u{FEFF}{windows}");
    assert_eq!(
        read(marked.as_bytes(), 64).map(|(content, _)| content.tickets),
        Ok(2)
    );
    let file = file(2);
    let unended = file.trim_end();
    assert_eq!(
        read(unended.as_bytes(), 64).map(|(content, _)| content.tickets),
        Ok(2)
    );
}

#[test]
fn the_file_of_one_ticket_is_read() {
    let policy = Policy::spt_001().expect("the contract");
    let parcel = share::read("/check?t=2026-02-14T17:50+08:00&end=1", &policy).expect("a link");
    let old = share::write_file(&parcel);
    let (content, tickets) = read(old.as_bytes(), 64).expect("a plan");
    assert_eq!((content.plan, content.tickets), (parcel.plan, 0));
    assert!(tickets.is_empty());
    let spread = old.replace(',', ",\n");
    assert!(read(spread.as_bytes(), 64).is_ok());
    assert_eq!(
        fault("{\"schema\":1,\n\"draft\":7}").flaw,
        fault("{\"schema\":1,\"draft\":7}").flaw
    );
    let long = format!("{old}{}", " \n".repeat(200_000));
    assert!(matches!(
        fault(&long).flaw,
        PlanFlaw::Ticket(Fault::FileTooLong { .. })
    ));
}

#[test]
fn a_whole_plan_is_not_taken_for_one_ticket() {
    for tickets in [0, 3] {
        let read = share::read_file(&file(tickets));
        assert_eq!(read, Err(Fault::WholePlan), "{tickets}");
    }
}

#[test]
fn what_is_cut_off_is_refused() {
    let whole = file(3);
    let lines: Vec<&str> = whole.lines().collect();
    for kept in 1..lines.len() {
        let cut = lines[..kept].join("\n") + "\n";
        let received = u32::try_from(kept).expect("few") - 1;
        let flaw = PlanFlaw::MissingEnd { received };
        assert_eq!(
            fault(&cut),
            PlanFault {
                line: received + 1,
                flaw
            }
        );
    }
    for length in 1..whole.len() - 1 {
        let cut = whole.as_bytes().get(..length).expect("a part");
        assert!(read(cut, 4_096).is_err(), "{length}");
    }
    assert_eq!(
        fault("").flaw,
        PlanFlaw::Empty,
        "nothing is no plan, however it is read"
    );
}

#[test]
fn what_is_damaged_says_where() {
    let damaged = file(3).replacen("\"submitted\"", "\"lost\"", 2);
    let found = fault(&damaged);
    assert_eq!(found.line, 2);
    let PlanFlaw::Unreadable(Unreadable::Damaged(misread)) = found.flaw else {
        panic!("{found:?}");
    };
    assert_eq!((&*misread.path, &*misread.found), ("events[0][1]", "lost"));
    let lost = file(3).replace(&(ticket(2).write() + "\n"), "");
    let flaw = PlanFlaw::Miscounted {
        received: 2,
        expected: 3,
    };
    assert_eq!(fault(&lost), PlanFault { line: 4, flaw });
    let more = file(1) + &end(0);
    assert_eq!(
        fault(&more),
        PlanFault {
            line: 4,
            flaw: PlanFlaw::AfterEnd
        }
    );
    let newer = file(1).replacen("{\"file\":1", "{\"file\":2", 1);
    let flaw = PlanFlaw::Unreadable(Unreadable::Newer { schema: 2 });
    assert_eq!(fault(&newer), PlanFault { line: 1, flaw });
    let newer = file(1).replacen("\"key\":1,\"schema\":1", "\"key\":1,\"schema\":8", 1);
    let flaw = PlanFlaw::Unreadable(Unreadable::Newer { schema: 8 });
    assert_eq!(fault(&newer), PlanFault { line: 2, flaw });
    let mut binary = file(1).into_bytes();
    binary.truncate(binary.len() - 4);
    binary.extend_from_slice(b"\xFF\xFE\n");
    assert_eq!(
        read(&binary, 64).map_err(|fault| fault.flaw),
        Err(PlanFlaw::NotText)
    );
    let long = format!("{}{}", head(&plan(), ""), "x".repeat(LONGEST_LINE + 1));
    let found = fault(&long);
    assert_eq!((found.line, found.flaw), (2, PlanFlaw::LongLine));
}
