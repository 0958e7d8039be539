//! The 99.9 % and what it allows; maintenance windows; notices.

use chrono::NaiveDate;
use sla_planner::engine::{
    Availability, EmergencyNotice, Instant, MaintenanceRule, MonthlyWindow, Notice, Nth, Outage,
    Period, Policy, Readings, RestorationFrom, Seconds, Share, Span, Standing, YearLength, Zone,
};

const HOUR: Seconds = 3_600;

fn at(beijing: &str) -> Instant {
    let seconds = if beijing.len() == 16 { ":00" } else { "" };
    let text = format!("{}{seconds}+08:00", beijing.replace(' ', "T"));
    text.parse().expect("a time in a test")
}

fn policy() -> Policy {
    Policy::spt_001().expect("the policy is whole")
}

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date in a test")
}

fn zone(name: &str) -> Zone {
    name.parse().expect("a zone in a test")
}

fn period(period: Period, around: &str) -> Span {
    period
        .around(date(around), policy().zone)
        .expect("in range")
}

fn outage(from: &str, until: &str) -> Outage {
    Outage {
        from: at(from),
        until: Some(at(until)),
    }
}

fn found(within: Span, outages: &[Outage], now: Instant) -> Availability {
    Availability::of(&policy(), Readings::default(), within, outages, now).expect("it is promised")
}

#[test]
fn periods() {
    let cases = [
        (
            Period::Day,
            "2026-11-23",
            "2026-11-23 00:00",
            "2026-11-24 00:00",
        ),
        (
            Period::Week,
            "2026-11-29",
            "2026-11-23 00:00",
            "2026-11-30 00:00",
        ),
        (
            Period::Month,
            "2024-02-29",
            "2024-02-01 00:00",
            "2024-03-01 00:00",
        ),
        (
            Period::Quarter,
            "2026-11-23",
            "2026-10-01 00:00",
            "2027-01-01 00:00",
        ),
        (
            Period::Year,
            "2026-11-23",
            "2026-01-01 00:00",
            "2027-01-01 00:00",
        ),
    ];
    for (kind, around, from, until) in cases {
        assert_eq!(
            period(kind, around),
            Span::new(at(from), at(until)),
            "{kind:?}"
        );
    }
    // A day that begins an hour late, and one of 23 hours.
    let beirut = zone("Asia/Beirut");
    let late = Period::Day
        .around(date("2024-03-31"), beirut)
        .expect("in range");
    assert_eq!(late.length(), 23 * HOUR);
    assert_eq!(late.from.to_string(), "2024-03-30T22:00:00Z");
    assert!(Period::Year.around(date("1969-06-01"), beirut).is_err());
}

#[test]
fn the_budget_of_a_year() {
    let year = period(Period::Year, "2026-06-01");
    let whole = found(year, &[], year.until);
    assert_eq!((whole.length, whole.budget), (8_760 * HOUR, 31_536));
    assert_eq!(whole.windows.len(), 12);
    // 48 h of windows: 99.452 % before any fault.
    assert_eq!(whole.ceiling.of(100_000), 99_452);
    assert_eq!(whole.planned_excluded.share.of(10_000), 10_000);

    let leap = period(Period::Year, "2028-06-01");
    assert_eq!(found(leap, &[], leap.until).budget, 31_622);
    let readings = Readings {
        year_length: YearLength::Days365,
        ..Readings::default()
    };
    let read = Availability::of(&policy(), readings, leap, &[], leap.until).expect("promised");
    assert_eq!((read.length, read.budget), (8_760 * HOUR, 31_536));
    assert_eq!(read.all_counted.share.of(10_000), 10_000);
    let both = Span::new(leap.from, period(Period::Year, "2029-06-01").until);
    let read = Availability::of(&policy(), readings, both, &[], both.until).expect("promised");
    assert_eq!(read.length, both.length());
    let month = period(Period::Month, "2028-02-01");
    let read = Availability::of(&policy(), readings, month, &[], month.until).expect("promised");
    assert_eq!(read.length, 29 * 24 * HOUR);
}

#[test]
fn outages_are_united_and_clipped() {
    let november = period(Period::Month, "2026-11-23");
    let outages = [
        outage("2026-11-10 10:30", "2026-11-10 11:30"),
        outage("2026-11-10 10:00", "2026-11-10 11:00"),
        outage("2026-10-31 23:00", "2026-11-01 00:10"),
        outage("2026-11-20 00:00", "2026-11-20 00:00"),
    ];
    let found = found(november, &outages, at("2026-11-23 00:00"));
    assert_eq!(found.all_counted.used, 90 * 60 + 600);
    assert_eq!(found.budget, 2_592);
    assert_eq!(found.all_counted.left, 2_592 - 6_000);
    let share = found.all_counted.share;
    assert_eq!((share.part, share.whole), (2_592_000 - 6_000, 2_592_000));
    // 43 min 12 s: ten minutes on the 1st, the rest 33 min 12 s into the outage of the 10th.
    assert_eq!(found.all_counted.used_up, Some(at("2026-11-10 10:33:12")));
    assert_eq!(found.all_counted.runs_out, None);
}

#[test]
fn planned_maintenance_is_counted_both_ways() {
    let november = period(Period::Month, "2026-11-23");
    // The second Sunday's window, overrun by ten minutes.
    let outages = [outage("2026-11-08 02:00", "2026-11-08 06:10")];
    let found = found(november, &outages, november.until);
    assert_eq!(
        found.windows,
        [Span::new(at("2026-11-08 02:00"), at("2026-11-08 06:00"))]
    );
    assert_eq!(found.planned_excluded.used, 600);
    assert_eq!(found.all_counted.used, 250 * 60);
    assert_eq!(found.in_force(), &found.planned_excluded);
    let readings = Readings {
        maintenance_is_downtime: true,
        ..Readings::default()
    };
    let read = Availability::of(&policy(), readings, november, &outages, november.until)
        .expect("it is promised");
    assert_eq!(read.in_force().used, 250 * 60);
}

#[test]
fn at_this_rate() {
    let november = period(Period::Month, "2026-11-23");
    let outages = [outage("2026-11-05 10:00", "2026-11-05 10:20")];
    // 20 minutes in ten days: 43 min 12 s last 21.6 days.
    let found = found(november, &outages, at("2026-11-11 00:00"));
    assert_eq!(found.all_counted.runs_out, Some(at("2026-11-22 14:24")));
    // Half the budget in half the month lasts to its very end.
    let half = [outage("2026-11-05 10:00", "2026-11-05 10:21:36")];
    let found = self::found(november, &half, at("2026-11-16 00:00"));
    assert_eq!(
        (found.all_counted.left, found.all_counted.runs_out),
        (1_296, None)
    );
    let later = self::found(november, &outages, at("2026-11-25 00:00"));
    assert_eq!(later.all_counted.runs_out, None);
    // An outage that goes on counts up to now.
    let ongoing = Outage {
        from: at("2026-11-10 23:30"),
        until: None,
    };
    let found = self::found(november, &[ongoing], at("2026-11-11 00:00"));
    assert_eq!(found.all_counted.used, 30 * 60);
    let before = self::found(november, &outages, at("2026-10-01 00:00"));
    assert_eq!(
        (before.all_counted.used, before.all_counted.runs_out),
        (0, None)
    );
}

#[test]
fn shares_are_exact_and_rounded_down() {
    let share = |part, whole| Share { part, whole };
    assert_eq!(share(1, 3).of(10_000), 3_333);
    assert_eq!(share(999_999, 1_000_000).of(10_000), 9_999);
    assert_eq!(share(5, 5).of(100), 100);
    assert_eq!(share(-5, 5).of(100), 0);
    assert_eq!(share(0, 0).of(100), 100);
    let century = 100 * 366 * 24 * HOUR;
    assert_eq!(share(century - 1, century).of(1_000_000), 999_999);
}

fn monthly(nth: Nth, weekday: chrono::Weekday, hours: &str, name: &str) -> MonthlyWindow {
    MonthlyWindow {
        nth,
        weekday,
        hours: hours.parse().expect("hours in a test"),
        zone: zone(name),
    }
}

#[test]
fn monthly_windows() {
    use chrono::Weekday::{Fri, Sun};
    let month = |rule: MonthlyWindow, year, month| {
        let window = rule.window(year, month).expect("in range");
        window.map(|window| (window.from.to_string(), window.length()))
    };
    let is = |utc: &str, hours| Some((utc.to_owned(), hours * HOUR));
    let shanghai = monthly(Nth::Second, Sun, "02:00-06:00", "Asia/Shanghai");
    assert_eq!(month(shanghai, 2026, 2), is("2026-02-07T18:00:00Z", 4));
    assert_eq!(month(shanghai, 2026, 11), is("2026-11-07T18:00:00Z", 4));
    // The clock skips 02:00 to 03:00 on the second Sunday of March, and shows 01:00 twice in November.
    let new_york = monthly(Nth::Second, Sun, "02:00-06:00", "America/New_York");
    assert_eq!(month(new_york, 2026, 3), is("2026-03-08T07:00:00Z", 3));
    let first = monthly(Nth::First, Sun, "00:00-06:00", "America/New_York");
    assert_eq!(month(first, 2026, 11), is("2026-11-01T04:00:00Z", 7));
    let fifth = monthly(Nth::Fifth, Fri, "22:00-02:00", "UTC");
    assert_eq!(month(fifth, 2026, 2), None);
    assert_eq!(month(fifth, 2026, 1), is("2026-01-30T22:00:00Z", 4));
    let last = monthly(Nth::Last, Fri, "22:00-02:00", "UTC");
    assert_eq!(month(last, 2026, 2), is("2026-02-27T22:00:00Z", 4));
    // Samoa had no 30 December 2011, the fifth Friday.
    let apia = monthly(Nth::Fifth, Fri, "02:00-06:00", "Pacific/Apia");
    assert_eq!(month(apia, 2011, 12), None);
}

#[test]
fn windows_over_a_month_end_are_found_from_either_side() {
    let rule = monthly(Nth::Last, chrono::Weekday::Sat, "22:00-06:00", "UTC");
    let span = |from: &str, until: &str| {
        Span::new(
            from.parse().expect("an instant"),
            until.parse().expect("an instant"),
        )
    };
    // Saturday 31 January 2026, 22:00, to Sunday 1 February.
    let window = span("2026-01-31T22:00:00Z", "2026-02-01T06:00:00Z");
    let february = span("2026-02-01T00:00:00Z", "2026-02-02T00:00:00Z");
    assert_eq!(rule.windows(february), [window]);
    let january = span("2026-01-31T00:00:00Z", "2026-01-31T23:00:00Z");
    assert_eq!(rule.windows(january), [window]);
    assert_eq!(
        rule.windows(span("2026-02-01T06:00:00Z", "2026-02-02T00:00:00Z")),
        []
    );
    let zoned = MaintenanceRule::Monthly(rule).in_zone(zone("Asia/Shanghai"));
    assert_eq!(
        zoned.windows(january),
        [span("2026-01-31T14:00:00Z", "2026-01-31T22:00:00Z")]
    );
    let twice = [
        MaintenanceRule::Monthly(rule),
        MaintenanceRule::Dated(span("2026-02-01T05:00:00Z", "2026-02-01T08:00:00Z")),
    ];
    let united = span("2026-01-31T22:00:00Z", "2026-02-01T08:00:00Z");
    assert_eq!(MaintenanceRule::all(&twice, february), [united]);
}

#[test]
fn notices() {
    let (notices, readings) = (policy().notices, Readings::default());
    let planned = Notice::Planned {
        opens: at("2026-12-13 02:00"),
    };
    let standing = |notice: Notice, sent: &str| notice.standing(notices, readings, at(sent));
    let in_time = |spare| Standing::InTime { spare };
    assert_eq!(standing(planned, "2026-12-10 02:00"), in_time(0));
    assert_eq!(
        standing(planned, "2026-12-10 02:00:01"),
        Standing::Late { by: 1 }
    );
    assert_eq!(standing(planned, "2026-12-09 02:00"), in_time(24 * HOUR));

    let emergency = Notice::Emergency {
        begins: at("2026-11-23 12:00"),
    };
    assert_eq!(
        standing(emergency, "2026-11-23 11:20"),
        Standing::Late { by: 80 * 60 }
    );
    let recorded = Readings {
        emergency_notice: EmergencyNotice::Recorded,
        ..readings
    };
    let sent = at("2026-11-23 11:20");
    assert_eq!(
        emergency.standing(notices, recorded, sent),
        Standing::Recorded { ahead: 40 * 60 }
    );

    let restored = at("2026-11-23 12:00");
    let restoration = |confirmed| Notice::Restoration {
        restored,
        confirmed,
    };
    let confirmed = Some(at("2026-11-23 12:10"));
    assert_eq!(
        restoration(None).deadline(notices, readings),
        Some(at("2026-11-23 12:30"))
    );
    let from_confirmation = Readings {
        restoration_from: RestorationFrom::Confirmation,
        ..readings
    };
    assert_eq!(
        restoration(confirmed).deadline(notices, from_confirmation),
        Some(at("2026-11-23 12:40"))
    );
    assert_eq!(
        restoration(None).standing(notices, from_confirmation, restored),
        Standing::NotYet
    );

    let interruption = Notice::Interruption {
        discovered: at("2026-11-23 12:00"),
    };
    assert_eq!(interruption.deadline(notices, readings), None);
    assert_eq!(
        standing(interruption, "2026-11-23 12:03"),
        Standing::Delay { after: 180 }
    );
}
