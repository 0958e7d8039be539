//! What a print of the answer says.

use sla_planner::engine::{
    Assessment, ClockReading, Event, EventKind, History, Instant, PerTarget, Policy, Rank,
    Readings, Schedule, Terms,
};
use sla_planner::text::paper::{PaperCard, as_of, state};
use sla_planner::text::{Lang, Reader};

fn at(beijing: &str) -> Instant {
    let text = format!("{}:00+08:00", beijing.replace(' ', "T"));
    text.parse().expect("a time in a test")
}

/// The document of the ticket of 14 February with `events`, and as of when it stands.
fn paper(lang: Lang, readings: Readings, events: &[Event], now: &str) -> (PaperCard, String) {
    let policy = Policy::spt_001().expect("the policy is whole");
    let schedule = Schedule::new(policy.calendar().expect("the calendar is whole"));
    let terms = Terms::new(policy.into(), schedule.into(), readings).expect("it holds");
    let priority = Rank(2);
    let mut all = vec![Event::new(
        at("2026-02-14 17:50"),
        EventKind::Submitted { priority },
    )];
    all.extend_from_slice(events);
    let history = History::read(&all).expect("a history in a test");
    let now = at(now);
    let assessment = Assessment::of(&terms, &history, now).expect("it is assessed");
    let zone = terms.policy().zone;
    let reader = Reader { lang, zone, now };
    let states = assessment.clocks.iter();
    let states = states.map(|clock| state(&reader, &terms, clock, now));
    let card = PaperCard::of(
        &reader,
        &terms,
        &history,
        &all,
        &assessment,
        states.collect(),
    );
    (card, as_of(lang, &terms, now))
}

fn working_time() -> Readings {
    Readings {
        clock: ClockReading::WorkingTime,
        ..Readings::default()
    }
}

#[test]
fn the_golden_ticket() {
    let (card, as_of) = paper(Lang::Zh, working_time(), &[], "2026-02-24 10:44");
    assert_eq!(as_of, "截至 2026年2月24日 星期二 10:44（北京时间）");
    assert_eq!(card.title, "SPT-001 P2（中）工单的到期时间");
    assert_eq!(
        card.readings,
        [
            "R1 (§1.2.1) 按哪个时钟：工作时间",
            "其余都按合同默认的读法。"
        ]
    );
    let languages: Vec<&str> = card.answers.iter().map(|(lang, _)| *lang).collect();
    assert_eq!(languages, ["zh-CN", "en"]);
    assert!(
        card.answers[1]
            .1
            .contains("First response by Tue 24 Feb, 10:50")
    );
    let response = &card.clocks[0];
    assert_eq!(
        response.marks,
        [
            "2月24日（周二）10:26",
            "2月24日（周二）10:38",
            "2月24日（周二）10:44",
            "2月24日（周二）10:50"
        ]
    );
    assert_eq!(response.state, "紧急，计时中");
    assert_eq!(card.clocks[1].state, "预计，未开始");
    assert!(response.why.contains("节假日（春节）"), "{}", response.why);
    assert!(card.clocks[1].why.contains("09:50用完"));
    assert_eq!(card.events.len(), 1);
    assert_eq!(card.levels[3], "100 % 违约");
    assert_eq!(card.provisional, [""; 0]);
}

#[test]
fn every_deviation_is_told_and_nothing_else() {
    let readings = Readings {
        make_up_days: false,
        pauses: PerTarget::default(),
        ..Readings::default()
    };
    let (card, _) = paper(Lang::En, readings, &[], "2026-02-14 18:00");
    assert_eq!(
        card.readings,
        [
            "R1 (§1.2.1) Which clock: 24x7",
            "R5 (§1.2.1) Whether make-up days count: They are not",
            "R7 (§1.2.1) Whether pauses stop the clock: Neither clock",
            "All else is read as the contract has it by default."
        ]
    );
}

#[test]
fn events_are_in_their_order_with_what_they_are_about() {
    let reason = "Waiting".to_owned();
    let events = [
        Event::new(at("2026-02-24 10:00"), EventKind::Paused { reason }),
        Event::new(at("2026-02-24 09:30"), EventKind::FirstReply),
    ];
    let (card, _) = paper(Lang::En, working_time(), &events, "2026-02-24 11:00");
    let told: Vec<[&str; 2]> = card
        .events
        .iter()
        .map(|[_, what, about]| [what.as_str(), about.as_str()])
        .collect();
    assert_eq!(
        told,
        [
            ["Submitted", "P2 Medium"],
            ["First reply", ""],
            ["Paused", "Waiting"]
        ]
    );
    assert_eq!(card.clocks[0].state, "Met, stopped Tue 24 Feb, 09:30");
}
