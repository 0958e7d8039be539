//! Both languages: nothing missing, nothing mixed, and the figures that people read.

use sla_planner::engine::{
    Error, Event, EventKind, History, HoursFault, Motion, Policy, Rank, Reason, Seconds, Status,
    Verdict, Zone,
};
use sla_planner::exchange::moment::{self, Context, DateSystem};
use sla_planner::text::{
    Lang, Phrase, calendar, check, comparison, countdown, counted, difference, echo, error, event,
    holiday_import, import, ledger, length, out, page, paper, point, reading, rehearsal, share,
    sheet, shift, simulation, status, store, summary, table, timeline, wall_clock, warn, year,
    zone, zone_name,
};

fn is_chinese(character: char) -> bool {
    matches!(character, '\u{3000}'..='\u{303f}' | '\u{4e00}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}')
}

fn phrases() -> impl Iterator<Item = (&'static str, Phrase)> {
    let all = [
        calendar::ALL,
        check::ALL,
        comparison::ALL,
        difference::ALL,
        event::ALL,
        holiday_import::ALL,
        import::ALL,
        ledger::words::ALL,
        out::ALL,
        page::ALL,
        paper::ALL,
        point::ALL,
        reading::ALL,
        rehearsal::ALL,
        share::ALL,
        sheet::ALL,
        shift::ALL,
        simulation::ALL,
        status::ALL,
        store::ALL,
        summary::ALL,
        table::ALL,
        timeline::ALL,
        warn::ALL,
        year::ALL,
        zone::ALL,
    ];
    all.into_iter().flatten().copied()
}

#[test]
fn each_phrase_is_in_its_language() {
    let mut seen = 0;
    for (name, phrase) in phrases() {
        assert!(!phrase.zh.trim().is_empty(), "{name} has no Chinese");
        assert!(!phrase.en.trim().is_empty(), "{name} has no English");
        assert!(!phrase.en.chars().any(is_chinese), "{name}: {}", phrase.en);
        assert_ne!(phrase.zh, phrase.en, "{name}");
        seen += 1;
    }
    assert!(seen > 80, "{seen} phrases");
}

#[test]
fn sentences_end_alike_in_both_languages() {
    for (name, phrase) in phrases() {
        let ends = |text: &str, stops: &[char]| text.ends_with(stops);
        assert_eq!(
            ends(phrase.zh, &['。', '？']),
            ends(phrase.en, &['.', '?']),
            "{name}: {} / {}",
            phrase.zh,
            phrase.en
        );
    }
}

#[test]
fn the_policy_is_in_both_languages() {
    let policy = Policy::spt_001().expect("the policy is whole");
    let names = policy
        .priorities
        .iter()
        .flat_map(|priority| [&priority.name, &priority.definition])
        .chain(policy.targets.iter().map(|target| &target.name))
        .chain(
            policy
                .thresholds
                .iter()
                .flat_map(|threshold| [&threshold.name, &threshold.told]),
        );
    for name in names {
        assert!(name.zh.chars().any(is_chinese), "{}", name.zh);
        assert!(
            !name.en.is_empty() && !name.en.chars().any(is_chinese),
            "{}",
            name.en
        );
    }
}

#[test]
fn errors_carry_what_is_wrong_in_both_languages() {
    let beijing: Zone = "Asia/Shanghai".parse().expect("a zone");
    let wrong = |text: &str, json: &str| match Policy::read(json) {
        Err(found) => {
            let (zh, en) = (
                error(Lang::Zh, beijing, &found),
                error(Lang::En, beijing, &found),
            );
            assert!(zh.contains(text), "{zh}");
            assert!(en.contains(text), "{en}");
            assert!(zh.ends_with('。'), "{zh}");
            assert!(en.ends_with('.') && !en.chars().any(is_chinese), "{en}");
        }
        Ok(_) => panic!("{json} is no policy"),
    };
    wrong("id", "{}");
    wrong(
        "zone",
        &spt_001(r#""zone": "Asia/Shanghai","#, r#""zone": "Asia/Peking","#),
    );
    wrong(
        "Asia/Peking",
        &spt_001(r#""zone": "Asia/Shanghai","#, r#""zone": "Asia/Peking","#),
    );
    wrong("25:00", &spt_001("09:00-18:00", "09:00-25:00"));
    wrong("P1", &spt_001("[900, 1800,", "[900, 0,"));
    wrong(
        "80 %",
        &spt_001("\"basisPoints\": 9000", "\"basisPoints\": 8000"),
    );
    let hours = Error::MalformedHours {
        text: "18:00-18:00".to_owned(),
        fault: HoursFault::Empty,
    };
    assert_eq!(
        error(Lang::En, beijing, &hours),
        "Hours \"18:00-18:00\": they begin when they end; write 00:00-24:00 for a whole day."
    );
}

#[test]
fn contradictions_name_the_events_and_their_zone() {
    let beijing: Zone = "Asia/Shanghai".parse().expect("a zone");
    let event = |at: &str, kind| Event::new(at.parse().expect("an instant"), kind);
    let priority = Rank(2);
    let events = [
        event(
            "2026-02-14T17:50:00+08:00",
            EventKind::Submitted { priority },
        ),
        event("2026-02-13T10:00:00+08:00", EventKind::Confirmed),
    ];
    let found = History::read(&events).expect_err("a contradiction");
    assert_eq!(
        error(Lang::Zh, beijing, &found),
        "事件互相矛盾：事件早于提交（确认问题 2026年2月13日 星期五 10:00，提交 2026年2月14日 星期六 17:50，北京时间）。请更正或删去其中之一。"
    );
    assert!(error(Lang::En, beijing, &found).contains("17:50; Beijing time)"));
}

#[test]
fn a_pause_without_a_reason_has_no_empty_brackets() {
    let paused = |reason: &str| Reason::Paused {
        reason: reason.to_owned(),
    };
    assert_eq!(ledger::reason(Lang::Zh, &paused(" ")), "暂停");
    assert_eq!(ledger::reason(Lang::En, &paused("")), "paused");
    assert_eq!(ledger::reason(Lang::Zh, &paused("等")), "暂停（等）");
}

fn spt_001(from: &str, to: &str) -> String {
    let policy = include_str!("../src/engine/policy/spt-001.json");
    assert!(policy.contains(from), "{from}");
    policy.replacen(from, to, 1)
}

#[test]
fn what_is_unclear_is_said_in_both_languages() {
    let beijing: Zone = "Asia/Shanghai".parse().expect("a zone");
    let now = "2026-11-23T11:00:00+08:00".parse().expect("an instant");
    let context = Context {
        now,
        zone: beijing,
        date_order: None,
        date_system: DateSystem::From1900,
    };
    // A text of each kind, what must be named of it, and what to do about it.
    let kinds: &[(&str, &[&str], &str)] = &[
        ("", &["2026-02-14 17:50"], "2026-02-14 17:50"),
        ("hello", &["hello"], "2026-02-14 17:50"),
        ("17:50 UTC+25", &["utc+25"], "Asia/Shanghai"),
        (
            "17:50+09:00 Asia/Shanghai",
            &["+09:00", "asia/shanghai"],
            "",
        ),
        ("Fri 2026-02-14 17:50", &["2026", "14"], ""),
        ("next Friday 9:00", &["27", "2026", "4"], ""),
        ("17:50 ~", &["~"], "2026-02-14 17:50"),
        ("9:00 - 10:00", &[], ""),
        ("3 o'clock", &["3", "03:00"], "15:00"),
        ("2026-02-14 上午12:30", &["12", "00:00"], "12:00"),
        ("2026-W07-6", &[], "2026-02-14 17:50"),
        ("腊月二十七", &[], "2026-02-14 17:50"),
        ("2026-02-30 10:00", &[], ""),
        ("2101-01-02 10:00", &["1970"], "2100"),
        ("2026-02-14", &["2026", "14"], "17:50"),
        ("02/03/2026", &[], ""),
        ("02/03/04", &[], ""),
        ("02/03/2026 10:00", &[], ""),
        ("02/03/04 10:00", &[], ""),
        ("2026-02-14 17:50 CST", &[], ""),
        ("2026-11-01 01:30 America/New_York", &[], ""),
        ("2026-03-08 02:30 America/New_York", &[], ""),
    ];
    let mut seen = std::collections::HashSet::new();
    for (text, named, mend) in kinds {
        let found = moment::read(text, &context).expect_err(text);
        seen.insert(std::mem::discriminant(&found));
        let said = [Lang::Zh, Lang::En].map(|lang| echo::unclear(lang, beijing, &found));
        for said in &said {
            for part in named.iter().chain([mend]) {
                assert!(said.contains(part), "{text:?}: no {part} in {said}");
            }
        }
        let [zh, en] = said;
        assert!(zh.ends_with(['。', '？']), "{zh}");
        assert!(en.ends_with(['.', '?']), "{en}");
        assert!(zh.chars().any(is_chinese), "{zh}");
        assert!(
            !en.chars().any(is_chinese) || text.chars().any(is_chinese),
            "{en}"
        );
    }
    assert_eq!(seen.len(), 16, "a kind is missing, or twice");
}

#[test]
fn a_serial_number_is_said_in_both_languages() {
    for system in [DateSystem::From1900, DateSystem::From1904] {
        let year = if system == DateSystem::From1900 {
            "1900"
        } else {
            "1904"
        };
        for lang in [Lang::Zh, Lang::En] {
            assert!(echo::serial(lang, system).contains(year));
            assert!(echo::read_by(lang, system).contains(year));
        }
        assert!(!echo::serial(Lang::En, system).chars().any(is_chinese));
        assert!(!echo::read_by(Lang::En, system).chars().any(is_chinese));
        assert!(echo::serial(Lang::Zh, system).ends_with('。'));
    }
}

#[test]
fn every_zone_has_a_name_in_both_languages() {
    for name in Zone::names() {
        let zone: Zone = name.parse().expect("a name the engine gave");
        let (zh, en) = (zone_name(Lang::Zh, zone), zone_name(Lang::En, zone));
        assert!(!zh.is_empty() && !en.is_empty(), "{name}");
        assert!(!en.chars().any(is_chinese), "{name}: {en}");
    }
    let named = |name: &str| {
        let zone: Zone = name.parse().expect("a zone");
        (zone_name(Lang::Zh, zone), zone_name(Lang::En, zone))
    };
    assert_eq!(
        named("Asia/Shanghai"),
        ("北京时间".to_owned(), "Beijing time".to_owned())
    );
    assert_eq!(
        named("America/New_York"),
        ("纽约时间".to_owned(), "New York time".to_owned())
    );
}

#[test]
fn lengths() {
    const DAY: Seconds = 86_400;
    assert_eq!(counted(0), "00:00");
    assert_eq!(counted(59), "00:59");
    assert_eq!(counted(3_600), "1:00:00");
    assert_eq!(counted(-61), "01:01");
    assert_eq!(counted(2 * DAY), "48:00:00");
    assert_eq!(wall_clock(Lang::Zh, DAY - 1), "23:59:59");
    assert_eq!(wall_clock(Lang::Zh, DAY), "1\u{a0}天 0\u{a0}小时");
    assert_eq!(wall_clock(Lang::En, 100 * DAY - 1), "99\u{a0}d 23\u{a0}h");
    assert_eq!(wall_clock(Lang::En, 100 * DAY), "100\u{a0}d");
    assert_eq!(length(Lang::En, 5_400), "1 h 30 min");
    assert_eq!(length(Lang::Zh, 0), "0 秒");
    assert_eq!(difference(Lang::En, 9 * DAY + 15 * 3_600), "9 d 15 h");
    assert_eq!(difference(Lang::Zh, -600), "10 分钟");
}

/// What a countdown of `status` is called.
fn label(motion: Motion, verdict: Option<Verdict>, left: Seconds, counted_time: bool) -> Phrase {
    let status = Status {
        motion,
        verdict,
        level: None,
        elapsed: 0,
        counted_left: left,
        wall_left: left,
        share: Default::default(),
    };
    countdown::shown(Lang::En, &status, counted_time, true).label
}

#[test]
fn countdowns_say_what_they_count() {
    let open = Some(Verdict::Open);
    assert_eq!(label(Motion::Running, open, 60, true), check::LEFT_WORKING);
    assert_eq!(label(Motion::OutOfHours, open, 60, false), check::LEFT_WALL);
    assert_eq!(
        label(Motion::Running, Some(Verdict::Overdue), -60, true),
        check::OVER_WORKING
    );
    assert_eq!(
        label(Motion::Stopped, Some(Verdict::Missed), -60, false),
        check::OVER_WALL
    );
    assert_eq!(
        label(Motion::Stopped, Some(Verdict::Met), 60, true),
        check::SPARE_WORKING
    );
    assert_eq!(label(Motion::NotStarted, None, 60, false), check::LEFT_WALL);
    assert_eq!(
        label(Motion::NotStarted, None, -60, false),
        check::PROJECTED_PASSED
    );
}
