//! Plans handed on: every one comes back as it was sent, and what was cut, changed or made up is refused.

use std::sync::{Arc, LazyLock};
use std::time::{Duration, Instant as Stopwatch};

use proptest::prelude::*;
use proptest::sample::select;
use sla_planner::engine::{
    Assessment, AtClosing, ClockReading, EmergencyNotice, Event, EventKind, History, Instant,
    MitigationStops, PerTarget, Policy, PriorityChange, Rank, Readings, Reopening, ResolutionStart,
    RestorationFrom, Schedule, Terms, YearLength, Zone,
};
use sla_planner::exchange::moment::{self, Context};
use sla_planner::exchange::share::{
    Agreement, Due, Fault, LONGEST, LONGEST_FILE, LONGEST_READABLE, Parcel, TooLong, Versions,
    pack, read, read_file, spell, write, write_file,
};
use sla_planner::plan::{Draft, Plan, Submission, Unreadable};
use sla_planner::text::{Lang, share};

static TERMS: LazyLock<Terms> = LazyLock::new(|| {
    let policy = Policy::spt_001().expect("the contract");
    let schedule = Schedule::new(policy.calendar().expect("its calendar"));
    Terms::new(Arc::new(policy), Arc::new(schedule), Readings::default()).expect("it holds")
});
static ZONES: LazyLock<Vec<Zone>> =
    LazyLock::new(|| Zone::names().filter_map(|name| name.parse().ok()).collect());

fn policy() -> &'static Policy {
    TERMS.policy()
}

fn at(text: &str) -> Instant {
    text.parse().expect("an instant")
}

fn instants() -> impl Strategy<Value = Instant> {
    let any = Instant::MIN.epoch()..=Instant::MAX.epoch();
    let near = at("2026-01-01T00:00:00Z").epoch()..at("2028-01-01T00:00:00Z").epoch();
    prop_oneof![3 => near.boxed(), 1 => any.boxed()]
        .prop_map(|epoch| Instant::from_epoch(epoch).expect("in range"))
}

fn zones() -> impl Strategy<Value = Zone> {
    (0..ZONES.len()).prop_map(|place| ZONES[place])
}

fn ranks() -> impl Strategy<Value = Rank> {
    (0..5_u8).prop_map(Rank)
}

fn switches() -> impl Strategy<Value = PerTarget> {
    any::<(bool, bool)>().prop_map(|(response, resolution)| PerTarget {
        response,
        resolution,
    })
}

fn readings() -> impl Strategy<Value = Readings> {
    let clocks = [
        ClockReading::AllHours,
        ClockReading::WorkingTime,
        ClockReading::Mixed,
    ];
    let starts = [
        ResolutionStart::Confirmation,
        ResolutionStart::Submission,
        ResolutionStart::FirstReply,
    ];
    let changes = [
        PriorityChange::Recompute,
        PriorityChange::Restart,
        PriorityChange::CarryOver,
        PriorityChange::KeepDue,
    ];
    let enums = (
        select(clocks.to_vec()),
        select(starts.to_vec()),
        select(changes.to_vec()),
        any::<[bool; 8]>(),
    );
    let others = (switches(), switches(), prop::option::of(zones()));
    (enums, others).prop_map(|((clock, resolution_start, priority_change, on), others)| {
        let (maintenance_suspends, pauses, window_zone) = others;
        let [r3, r5, r9, r10, r11, r12, r14, r15] = on;
        let or = |on, one, other| if on { one } else { other };
        Readings {
            clock,
            resolution_start,
            maintenance_is_downtime: r3,
            maintenance_suspends,
            make_up_days: r5,
            pauses,
            priority_change,
            reopening: if r9 {
                Reopening::Restart
            } else {
                Reopening::Resume
            },
            at_closing: if r10 {
                AtClosing::NextOpening
            } else {
                AtClosing::Closing
            },
            year_length: if r11 {
                YearLength::Days365
            } else {
                YearLength::Real
            },
            mitigation_stops: or(
                r12,
                MitigationStops::MostUrgentOnly,
                MitigationStops::EveryPriority,
            ),
            window_zone,
            emergency_notice: if r14 {
                EmergencyNotice::Recorded
            } else {
                EmergencyNotice::Judged
            },
            restoration_from: if r15 {
                RestorationFrom::Confirmation
            } else {
                RestorationFrom::Restoration
            },
        }
    })
}

fn kinds() -> impl Strategy<Value = EventKind> {
    let reason = ".{0,40}".prop_map(|reason| EventKind::Paused { reason });
    let changed = ranks().prop_map(|to| EventKind::PriorityChanged { to });
    let others = select(vec![
        EventKind::FirstReply,
        EventKind::Confirmed,
        EventKind::Resumed,
        EventKind::Mitigated,
        EventKind::Resolved,
        EventKind::Reopened,
    ]);
    prop_oneof![others, changed, reason]
}

/// Any plan with a ticket, also one whose events contradict each other.
fn plans() -> impl Strategy<Value = Plan> {
    let events = prop::collection::vec((instants(), kinds(), 1..9_u32), 0..10);
    let draft = (
        ".{0,30}",
        prop::option::of(zones()),
        instants(),
        any::<[bool; 3]>(),
        prop::option::of(ranks()),
        events,
    );
    (readings(), draft).prop_map(|(readings, (text, zone, at, flags, priority, events))| {
        let mut sequence = 0;
        let event = |(at, kind, step)| {
            sequence += step;
            Event {
                at,
                sequence: Some(sequence),
                kind,
            }
        };
        Plan {
            readings,
            draft: Draft {
                text,
                zone,
                submission: Some(Submission {
                    at,
                    zone_written: flags[0],
                    filled_in: flags[1],
                    cut: flags[2],
                }),
                priority,
                events: events.into_iter().map(event).collect(),
                source: None,
            },
            ..Plan::default()
        }
    })
}

fn parcels() -> impl Strategy<Value = Parcel> {
    let versions = prop::option::of((
        "[A-Za-z0-9._-]{1,30}",
        "[a-z]{2}-[0-9-]{1,10}",
        "20[0-9]{2}[a-z]",
    ));
    let dues = prop::option::of((instants(), instants()));
    (plans(), any::<bool>(), versions, dues).prop_map(|(plan, reasons, versions, dues)| {
        let parcel = Parcel::of(&plan, policy(), reasons).expect("there is a ticket");
        let due = |target: &str, at| Due {
            target: target.to_owned(),
            at,
        };
        Parcel {
            versions: versions.map(|(policy, holidays, zones)| Versions {
                policy,
                holidays,
                zones,
            }),
            dues: dues.map_or_else(Vec::new, |(response, resolution)| {
                vec![due("response", response), due("resolution", resolution)]
            }),
            ..parcel
        }
    })
}

/// Whether every character of an address survives messengers as it is.
fn plain(link: &str) -> bool {
    link.bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || b"-._~:+/?&=@%".contains(&byte))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_plan_comes_back_as_it_was_sent(parcel in parcels()) {
        let (spelled, packed) = (spell(&parcel, policy()), pack(&parcel, policy()));
        prop_assert!(plain(&spelled), "{spelled}");
        prop_assert!(plain(&packed), "{packed}");
        let mut longest = parcel.clone();
        // What is longer than a link may be is not read back.
        if spelled.len() > 2 * LONGEST {
            longest.plan.draft.events.truncate(2);
        }
        let spelled = spell(&longest, policy());
        prop_assert_eq!(read(&spelled, policy()), Ok(longest), "{}", spelled);
        prop_assert_eq!(read(&packed, policy()), Ok(parcel.clone()), "{}", packed);
        prop_assert_eq!(read_file(&write_file(&parcel)), Ok(parcel));
    }

    #[test]
    fn what_is_handed_on_means_what_was_entered(plan in plans()) {
        let parcel = Parcel::of(&plan, policy(), true).expect("there is a ticket");
        let (draft, given) = (&parcel.plan.draft, &plan.draft);
        let submitted = |draft: &Draft| draft.submission.map(|submission| submission.at);
        prop_assert_eq!(submitted(draft), submitted(given));
        prop_assert_eq!((draft.zone, draft.priority), (given.zone, given.priority));
        prop_assert_eq!(parcel.plan.readings, plan.readings);
        let happened = |draft: &Draft| -> Vec<_> {
            draft.events.iter().map(|event| (event.at, event.kind.clone())).collect()
        };
        prop_assert_eq!(happened(draft), happened(given));
        // Typed again, the text means the same.
        let context = Context {
            now: at("2026-11-24T00:00:00Z"),
            zone: draft.zone.unwrap_or(policy().zone),
            date_order: None,
            date_system: moment::DateSystem::default(),
        };
        let again = moment::read(&draft.text, &context).map(|moment| moment.at);
        prop_assert_eq!(again.ok(), submitted(draft), "{}", draft.text);
        // Handing it on again changes nothing.
        let again = Parcel::of(&parcel.plan, policy(), true);
        prop_assert_eq!(again.as_ref(), Some(&parcel));
        // Nothing of the reasons is left where they are not wanted.
        let without = Parcel::of(&plan, policy(), false).expect("there is a ticket");
        prop_assert!(!without.has_reasons());
    }

    #[test]
    fn whatever_comes_is_read_or_refused(fragment in "(/check\\?)?((t|p|e|v|due|end|z|r1|zone)=[0-9A-Za-z%@:.+-]{0,30}[&?]){0,6}.{0,20}") {
        if let Err(fault) = read(&fragment, policy()) {
            for lang in Lang::ALL {
                prop_assert!(!share::fault(lang, policy().zone, &fault).is_empty());
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_link_that_is_cut_off_anywhere_is_refused(parcel in parcels()) {
        for link in [spell(&parcel, policy()), pack(&parcel, policy())] {
            for length in 0..link.len() {
                let cut = &link[..length];
                prop_assert!(read(cut, policy()).is_err(), "{cut}");
                // With what a messenger adds.
                let added = format!("{cut}?from=timeline&isappinstalled=0");
                prop_assert!(read(&added, policy()).is_err(), "{added}");
            }
        }
    }

    #[test]
    fn a_packed_link_with_one_other_character_is_refused(parcel in parcels(), place in any::<prop::sample::Index>()) {
        let link = pack(&parcel, policy());
        let place = place.index(link.len());
        for other in (' '..='~').chain(['é', '中', '\0']) {
            let (before, rest) = link.split_at(place);
            if !rest.starts_with(other) {
                let changed = format!("{before}{other}{}", &rest[1..]);
                prop_assert!(read(&changed, policy()).is_err(), "{changed}");
            }
        }
    }
}

fn golden() -> Parcel {
    read("/check?t=2026-02-14T17:50:00+08:00&p=P2&end=1", policy()).expect("a link")
}

#[test]
fn one_other_character_anywhere_in_a_packed_link_is_refused() {
    let link = pack(&golden().computed(&TERMS, None), policy());
    for place in 0..link.len() {
        for other in (' '..='~').chain(['é']) {
            let (before, rest) = link.split_at(place);
            if !rest.starts_with(other) {
                let changed = format!("{before}{other}{}", &rest[1..]);
                assert!(read(&changed, policy()).is_err(), "{changed}");
            }
        }
    }
}

#[test]
fn the_end_that_is_missing_is_told_first() {
    let link =
        "/check?t=2026-02-14T17:50:00+08:00&p=P2&e=first-reply@2026-02-14T18:00:00+08:00&end=1";
    for length in 1..link.len() {
        let cut = &link[..length];
        assert_eq!(
            read(cut, policy()),
            Err(Fault::MissingEnd { received: length }),
            "{cut}"
        );
    }
    let packed = pack(&golden(), policy());
    let received = packed.len() - 20;
    assert_eq!(
        read(&packed[..received], policy()),
        Err(Fault::Truncated {
            received,
            expected: Some(packed.len())
        })
    );
}

#[test]
fn the_link_of_a_usual_ticket_can_be_read() {
    let mut parcel = golden();
    parcel.plan.readings.clock = ClockReading::WorkingTime;
    let event = |sequence, text: &str, kind| Event {
        at: at(text),
        sequence: Some(sequence),
        kind,
    };
    parcel.plan.draft.events = vec![
        event(1, "2026-02-14T18:00:00+08:00", EventKind::FirstReply),
        event(
            2,
            "2026-02-14T18:05:00+08:00",
            EventKind::Paused {
                reason: "等 A&B".to_owned(),
            },
        ),
    ];
    let terms = TERMS.read_as(parcel.plan.readings).expect("it holds");
    let history = parcel
        .plan
        .draft
        .history(Rank(2))
        .expect("a ticket")
        .expect("a history");
    let assessment =
        Assessment::of(&terms, &history, at("2026-02-14T19:00:00+08:00")).expect("an answer");
    let link = write(
        &parcel.computed(&terms, Some(&assessment)),
        policy(),
        "https://example.org/",
    );
    // The clock of the resolution is paused, so that its due time moves on.
    assert_eq!(
        link.as_deref(),
        Ok(
            "https://example.org/#/check?t=2026-02-14T17:50:00+08:00&p=P2&r1=working-time\
             &e=first-reply@2026-02-14T18:00:00+08:00&e=paused@2026-02-14T18:05:00+08:00@%E7%AD%89%20A%26B\
             &v=SPT-001.2026-02-06_cn-2026-12-28_tz-2026f&due=response@2026-02-24T10:50:00+08:00&end=1"
        )
    );
}

#[test]
fn links_written_by_hand() {
    let parcel =
        |link: &str| read(link, policy()).unwrap_or_else(|fault| panic!("{link}: {fault:?}"));
    let plain = golden();
    assert_eq!(plain.plan.draft.text, "2026-02-14 17:50");
    assert_eq!(plain.plan.draft.priority, Some(Rank(2)));
    for same in [
        "/check?p=P2&t=2026-02-14T17:50:00+08:00&end=1",
        "/check?t=2026-02-14T17:50+08:00&p=p2&end=1",
        "/check?t=2026-02-14T17%3A50%3A00%2B08%3A00&p=P2&end=1",
        "/check?t=2026-02-14T17:50:00 08:00&p=P2&end=1",
        "/check?t=2026-02-14T17:50:00+08:00&p=P2&r1=all-hours&r5=yes&end=1",
        "/check?t=2026-02-14T17:50:00+08:00&p=P2&end=1?from=timeline&isappinstalled=0",
        "/check?from=groupmessage&t=2026-02-14T17:50:00+08:00&p=P2&end=1&from=timeline",
        "/check?t=2026-02-14T17:50:00+08:00&p=P2&end=1&scene=23&clicktime=1700000000",
    ] {
        assert_eq!(parcel(same), plain, "{same}");
    }
    let all = parcel(
        "/check?t=2026-02-14T04:50-05:00&zone=America/New_York&r4=both&r7=none&r13=UTC&r8=carry-over\
         &e=priority-changed@2026-02-14T18:00+08:00@P1&e=paused@2026-02-14T18:01+08:00&end=1",
    );
    let draft = &all.plan.draft;
    assert_eq!(draft.text, "2026-02-14 04:50");
    assert_eq!(draft.zone, "America/New_York".parse().ok());
    assert_eq!(draft.priority, None);
    let kinds: Vec<_> = draft
        .events
        .iter()
        .map(|event| event.kind.clone())
        .collect();
    let reason = String::new();
    let to = Rank(1);
    assert_eq!(
        kinds,
        [
            EventKind::PriorityChanged { to },
            EventKind::Paused { reason }
        ]
    );
    let readings = all.plan.readings;
    let both = PerTarget {
        response: true,
        resolution: true,
    };
    assert_eq!(readings.maintenance_suspends, both);
    assert_eq!(readings.pauses, PerTarget::default());
    assert_eq!(readings.window_zone, "UTC".parse().ok());
    assert_eq!(readings.priority_change, PriorityChange::CarryOver);
    // An offset of nowhere in particular stays with the time.
    let nepal = parcel("/check?t=2026-02-14T15:35:00+05:45&end=1");
    assert_eq!(nepal.plan.draft.text, "2026-02-14T15:35:00+05:45");
    assert_eq!(
        nepal
            .plan
            .draft
            .submission
            .map(|given| (given.at, given.zone_written)),
        Some((at("2026-02-14T17:50:00+08:00"), true))
    );
}

#[test]
fn links_written_wrongly() {
    let bad = |key: &str, value: &str| Fault::BadValue {
        key: key.to_owned(),
        value: value.to_owned(),
    };
    let key = |key: &str| key.to_owned();
    let t = "t=2026-02-14T17:50:00+08:00";
    let known: Vec<String> = ["P0", "P1", "P2", "P3", "P4"].map(str::to_owned).to_vec();
    let id = |id: &str| Fault::UnknownPriority {
        id: id.to_owned(),
        known: known.clone(),
    };
    let table = [
        (format!("{t}&p=P2"), Fault::MissingEnd { received: 39 }),
        (format!("{t}&end=2"), Fault::MissingEnd { received: 40 }),
        (format!("{t}&end=1&p=P2"), Fault::AfterEnd { key: key("p") }),
        (
            format!("{t}&end=1&end=1"),
            Fault::AfterEnd { key: key("end") },
        ),
        (
            format!("{t}&{t}&end=1"),
            Fault::RepeatedKey { key: key("t") },
        ),
        (
            format!("{t}&p=P1&p=P1&end=1"),
            Fault::RepeatedKey { key: key("p") },
        ),
        (
            format!("{t}&r1=mixed&r1=mixed&end=1"),
            Fault::RepeatedKey { key: key("r1") },
        ),
        (
            format!("{t}&priority=P1&end=1"),
            Fault::UnknownKey {
                key: key("priority"),
            },
        ),
        (
            format!("{t}&r6=x&end=1"),
            Fault::UnknownKey { key: key("r6") },
        ),
        (format!("{t}&&end=1"), Fault::UnknownKey { key: key("") }),
        ("p=P2&end=1".to_owned(), Fault::MissingTime),
        ("end=1".to_owned(), Fault::MissingTime),
        (format!("{t}&p=P9&end=1"), id("P9")),
        (format!("{t}&p=&end=1"), id("")),
        (
            format!("{t}&e=priority-changed@2026-02-14T18:00Z@P7&end=1"),
            id("P7"),
        ),
        (
            "t=2026-02-30T17:50:00+08:00&end=1".to_owned(),
            bad("t", "2026-02-30T17:50:00+08:00"),
        ),
        (
            "t=2026-02-14T17:50&end=1".to_owned(),
            bad("t", "2026-02-14T17:50"),
        ),
        (
            "t=1969-12-31T00:00Z&end=1".to_owned(),
            bad("t", "1969-12-31T00:00Z"),
        ),
        (
            format!("{t}&zone=Mars/Base&end=1"),
            bad("zone", "Mars/Base"),
        ),
        (format!("{t}&r1=sometimes&end=1"), bad("r1", "sometimes")),
        (format!("{t}&r5=true&end=1"), bad("r5", "true")),
        (format!("{t}&r13=Mars&end=1"), bad("r13", "Mars")),
        (
            format!("{t}&e=lost@2026-02-14T18:00Z&end=1"),
            bad("e", "lost@2026-02-14T18:00Z"),
        ),
        (format!("{t}&e=resolved&end=1"), bad("e", "resolved")),
        (
            format!("{t}&e=resolved@2026-02-14T18:00Z@x&end=1"),
            bad("e", "resolved@2026-02-14T18:00Z@x"),
        ),
        (
            format!("{t}&e=submitted@2026-02-14T18:00Z&end=1"),
            bad("e", "submitted@2026-02-14T18:00Z"),
        ),
        (
            format!("{t}&e=paused@2026-02-14T18:00Z@%FF%FE&end=1"),
            bad("e", "paused@2026-02-14T18:00Z@%FF%FE"),
        ),
        (
            format!("{t}&e=paused@2026-02-14T18:00Z@%E7%A&end=1"),
            bad("e", "paused@2026-02-14T18:00Z@%E7%A"),
        ),
        (format!("{t}&v=2026f&end=1"), bad("v", "2026f")),
        (format!("{t}&due=response&end=1"), bad("due", "response")),
        (
            "z=2.4.AAAA.00000000".to_owned(),
            Fault::UnknownVersion { version: key("2") },
        ),
        ("z=1.4.AAAA.00000000".to_owned(), Fault::BadChecksum),
        ("z=1.4.AAAAAAAA.00000000".to_owned(), Fault::BadChecksum),
        ("z=1.x.AAAA.00000000".to_owned(), Fault::BadChecksum),
        (
            "z=1".to_owned(),
            Fault::Truncated {
                received: 10,
                expected: None,
            },
        ),
        (
            "z=1.18446744073709551615.AAAA.00000000".to_owned(),
            Fault::Truncated {
                received: 45,
                expected: Some(usize::MAX),
            },
        ),
        (
            format!("{}&p=P1", &pack(&golden(), policy())[7..]),
            Fault::AfterEnd { key: key("p") },
        ),
    ];
    for (pairs, fault) in table {
        assert_eq!(
            read(&format!("/check?{pairs}"), policy()),
            Err(fault),
            "{pairs}"
        );
    }
    for fragment in [
        "",
        "main",
        "/board?t=1",
        "check?end=1",
        "https://example.org/#/check?end=1",
    ] {
        assert_eq!(read(fragment, policy()), Err(Fault::NotALink), "{fragment}");
    }
    let packed = pack(&golden(), policy());
    assert_eq!(
        read(&format!("{packed}?from=timeline"), policy()),
        Ok(golden())
    );
}

#[test]
fn what_is_packed_well_but_holds_no_plan_is_refused() {
    // The data, sealed as the planner seals it: its start, then what is claimed.
    let sealed = |bytes: &[u8]| {
        let letters = letters(bytes);
        let body = format!("1.{}.{letters}", letters.len());
        format!("/check?z={body}.{:08x}", crc32(body.as_bytes()))
    };
    assert_eq!(
        sealed(&[]),
        "/check?z=1.0..d4ef3085".replace("d4ef3085", &format!("{:08x}", crc32(b"1.0.")))
    );
    let empty = [0, 0, 0, 0, 0, 0, 0];
    assert!(read(&sealed(&empty), policy()).is_ok());
    for bytes in [
        &[][..],
        &[0x80; 12],
        // A tail that belongs to nothing.
        &[0, 0, 0, 0, 0, 0, 0, 0],
        // Before 1970.
        &[1, 0, 0, 0, 0, 0, 0],
        // A text, words, events and due times longer than everything there is.
        &[0, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F],
        &[0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F],
        &[0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F],
        &[0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F],
        // A zone that is none, and one that is no text.
        &[0, 1, b'x', 0, 0, 0, 0, 0],
        &[0, 1, 0xFF, 0, 0, 0, 0, 0],
        // Points, words and kinds of events beyond the last.
        &[0, 0, 0, 1, 14, 0, 0, 0, 0],
        &[0, 0, 0, 1, 0, 3, 0, 0, 0],
        &[0, 0, 0, 0, 1, 8, 0, 0, 0],
        // An event after 2100.
        &[0, 0, 0, 0, 1, 0, 0xFE, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F, 0, 0],
    ] {
        assert_eq!(
            read(&sealed(bytes), policy()),
            Err(Fault::Damaged),
            "{bytes:?}"
        );
    }
    assert!(matches!(
        read(&sealed(&[0, 0, 2, b'P', b'9', 0, 0, 0, 0]), policy()),
        Err(Fault::UnknownPriority { .. })
    ));
}

fn letters(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let bits: Vec<bool> = bytes
        .iter()
        .flat_map(|byte| (0..8).rev().map(move |place| byte >> place & 1 == 1))
        .collect();
    let letter = |six: &[bool]| {
        let value = six
            .iter()
            .fold(0, |value, bit| value << 1 | usize::from(*bit));
        char::from(LETTERS[value << (6 - six.len())])
    };
    bits.chunks(6).map(letter).collect()
}

fn crc32(bytes: &[u8]) -> u32 {
    let mut crc = !0_u32;
    for byte in bytes {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 {
                crc >> 1 ^ 0xEDB8_8320
            } else {
                crc >> 1
            };
        }
    }
    !crc
}

#[test]
fn hostile_links_and_files_are_refused_at_once() {
    let million = "A".repeat(1_000_000);
    let links = [
        million.clone(),
        format!("/check?t={million}&end=1"),
        format!("/check?z=1.1000000.{million}.00000000"),
        format!(
            "/check?{}end=1",
            "e=paused@2026-02-14T18:00Z@%FF&".repeat(100)
        ),
        format!("/check?{}end=1", "&".repeat(3_900)),
        format!("/check?{}end=1", "r1=mixed&".repeat(400)),
        format!("/check?t=%{}&end=1", "%25".repeat(1_000)),
        format!("/check?t={}&end=1", "中".repeat(1_200)),
        format!("/check?{}", "?z=1.".repeat(700)),
        "/check?t=2026-02-14T17:50:00+08:00&p=\u{202e}2P&end=1".to_owned(),
        "\0\u{feff}".to_owned(),
    ];
    for link in &links {
        let watch = Stopwatch::now();
        let refused = read(link, policy()).expect_err("nothing to open");
        let said = share::fault(Lang::En, policy().zone, &refused);
        assert!(watch.elapsed() < Duration::from_millis(50), "{refused:?}");
        assert!(said.len() < 400, "{said}");
    }
    assert_eq!(
        read(&million, policy()),
        Err(Fault::TooLong {
            received: 1_000_000
        })
    );
    let depth = 100_000;
    let nested = format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    let files = [
        "[".repeat(LONGEST_FILE + 1),
        nested.clone(),
        format!(r#"{{"schema":2,"draft":{nested}}}"#),
        format!(
            r#"{{"schema":2,"draft":{{"text":{}}}}}"#,
            "[".repeat(100_000)
        ),
        r#"{"schema":99}"#.to_owned(),
        r#"{"schema":2,"dues":[["response","soon"]]}"#.to_owned(),
        String::new(),
    ];
    for file in &files {
        let watch = Stopwatch::now();
        let refused = read_file(file).expect_err("nothing to open");
        assert!(watch.elapsed() < Duration::from_millis(50), "{refused:?}");
    }
    assert!(matches!(
        read_file(&files[0]),
        Err(Fault::FileTooLong { .. })
    ));
    assert_eq!(
        read_file(&files[4]),
        Err(Fault::File(Unreadable::Newer { schema: 99 }))
    );
}

#[test]
fn what_is_long_is_packed_and_what_is_too_long_is_refused() {
    let mut parcel = golden();
    let event = |sequence: u32| Event {
        at: at("2026-02-14T18:00:00+08:00")
            .plus(i64::from(sequence) * 977)
            .expect("in range"),
        sequence: Some(sequence),
        kind: EventKind::Confirmed,
    };
    let page = "https://example.org/";
    let mut packed = 0;
    for count in 0..600 {
        parcel.plan.draft.events = (1..=count).map(event).collect();
        let spelled = spell(&parcel, policy());
        match write(&parcel, policy(), page) {
            Ok(link) => {
                let fragment = link
                    .strip_prefix("https://example.org/#")
                    .expect("the page");
                assert!(link.len() <= LONGEST);
                assert_eq!(fragment == spelled, spelled.len() <= LONGEST_READABLE);
                packed += usize::from(fragment.contains("z="));
                assert_eq!(read(fragment, policy()).as_ref(), Ok(&parcel));
            }
            Err(TooLong { characters }) => {
                assert!(characters > LONGEST, "{characters}");
                assert!(count > 200, "{count} events fit");
                assert_eq!(read_file(&write_file(&parcel)).as_ref(), Ok(&parcel));
                assert!(packed > 150);
                return;
            }
        }
    }
    panic!("600 events fit");
}

fn assessed(parcel: &Parcel, now: &str) -> Assessment {
    let history = History::submitted(parcel.plan.draft.submission.expect("a ticket").at, Rank(2));
    Assessment::of(&TERMS, &history, at(now)).expect("an answer")
}

#[test]
fn planners_that_disagree_are_told_apart_from_links_that_were_changed() {
    let assessment = assessed(&golden(), "2026-02-14T18:00:00+08:00");
    let sent = golden().computed(&TERMS, Some(&assessment));
    let compare = |parcel: &Parcel| Agreement::of(parcel, &TERMS, Some(&assessment));
    assert_eq!(sent.dues.len(), 2);
    assert_eq!(compare(&sent), Agreement::Same);
    assert_eq!(compare(&golden()), Agreement::Same);
    let older = Versions {
        policy: "SPT-001.2026-02-06".to_owned(),
        holidays: "cn-2025-12-31".to_owned(),
        zones: "2025b".to_owned(),
    };
    let mut other = sent.clone();
    other.versions = Some(older.clone());
    assert_eq!(compare(&other), Agreement::Same, "other data, same answer");
    other.dues[0].at = at("2026-02-14T20:00:00+08:00");
    let Agreement::Differs { theirs, own, dues } = compare(&other) else {
        panic!("{:?}", compare(&other));
    };
    assert_eq!((theirs, own), (older, Versions::of(&TERMS)));
    let found: Vec<_> = dues
        .iter()
        .map(|due| (due.target, due.theirs, due.own))
        .collect();
    assert_eq!(
        found,
        [(
            0,
            at("2026-02-14T20:00:00+08:00"),
            at("2026-02-14T19:50:00+08:00")
        )]
    );
    for versions in [sent.versions.clone(), None] {
        other.versions = versions;
        assert_eq!(compare(&other), Agreement::Edited);
    }
    let said = |lang, parcel: &Parcel| {
        share::agreement(lang, &compare(parcel), &TERMS, at("2026-02-14T18:00:00Z"))
    };
    assert_eq!(said(Lang::En, &sent), "");
    assert!(
        said(Lang::En, &other).contains("ignored"),
        "{}",
        said(Lang::En, &other)
    );
    other.versions = Some(Versions {
        holidays: "cn-2025-12-31".to_owned(),
        ..Versions::of(&TERMS)
    });
    for (lang, parts) in [
        (
            Lang::Zh,
            [
                "2025-12-31",
                "2026-12-28",
                "20:00",
                "19:50",
                "北京时间",
                "首次响应",
            ],
        ),
        (
            Lang::En,
            [
                "2025-12-31",
                "2026-12-28",
                "20:00",
                "19:50",
                "Beijing time",
                "First response",
            ],
        ),
    ] {
        for part in parts {
            assert!(
                said(lang, &other).contains(part),
                "{part}: {}",
                said(lang, &other)
            );
        }
    }
}

#[test]
fn every_fault_says_what_to_do_in_both_languages() {
    let text = String::from;
    let faults = [
        Fault::NotALink,
        Fault::TooLong { received: 9_000 },
        Fault::MissingEnd { received: 812 },
        Fault::Truncated {
            received: 812,
            expected: Some(1_043),
        },
        Fault::Truncated {
            received: 12,
            expected: None,
        },
        Fault::BadChecksum,
        Fault::UnknownVersion { version: text("2") },
        Fault::Damaged,
        Fault::UnknownKey { key: text("x") },
        Fault::RepeatedKey { key: text("t") },
        Fault::AfterEnd { key: text("p") },
        Fault::MissingTime,
        Fault::UnknownPriority {
            id: text("P9"),
            known: vec![text("P0"), text("P1")],
        },
        Fault::BadValue {
            key: text("t"),
            value: text("soon"),
        },
        Fault::BadValue {
            key: text("r1"),
            value: text("never"),
        },
        Fault::BadValue {
            key: text("r13"),
            value: text("Mars"),
        },
        Fault::BadValue {
            key: text("e"),
            value: text("lost"),
        },
        Fault::BadValue {
            key: text("v"),
            value: text("1"),
        },
        Fault::FileTooLong {
            received: 1_000_000,
        },
        Fault::File(Unreadable::Newer { schema: 9 }),
        read_file("{").expect_err("no file"),
        read_file(r#"{"schema":2,"draft":7}"#).expect_err("no file"),
    ];
    let chinese = |text: &str| {
        text.chars()
            .any(|letter| ('\u{3000}'..='\u{9fff}').contains(&letter))
    };
    for fault in faults {
        let zone = policy().zone;
        let (zh, en) = (
            share::fault(Lang::Zh, zone, &fault),
            share::fault(Lang::En, zone, &fault),
        );
        assert!(zh.ends_with('。') && chinese(&zh), "{zh}");
        assert!(en.ends_with('.') && !chinese(&en), "{en}");
    }
    let truncated = Fault::Truncated {
        received: 812,
        expected: Some(1_043),
    };
    let said = share::fault(Lang::Zh, policy().zone, &truncated);
    assert!(said.contains("812") && said.contains("1043"), "{said}");
}
