//! The Simulate view's document: the names of scenarios, calendars, assumptions and steps, and what is refused.

use chrono::Weekday;

use super::phrase::phrases;
use super::{Lang, Phrase, full_time, length, reading, short_weekday, weekday, zone_name};
use crate::engine::{HolidaySet, Hours, Nth, OpenPoint, Policy, Readings, Span, WeeklyHours, Zone};
use crate::plan::simulation::{
    Assumption, BASE, CalendarId, ChangeSubject, MonthlyRule, Name, OwnWindow, Simulation,
    SimulationSubject, TargetKey, Topic, Value, WindowKind,
};

phrases! {
    /// The base.
    AS_IT_IS: "现状", "As it is";
    /// The contract's calendar.
    CONTRACT_CALENDAR: "合同日历", "The contract's calendar";
    /// Whose holidays.
    PLACE: "节假日", "Holidays";
    /// The service zone.
    ZONE: "服务时区", "Service zone";
    /// Weekly hours.
    HOURS: "每周时段", "Weekly hours";
    /// Lunch.
    LUNCH: "午休", "Lunch";
    /// The days that were changed.
    DAYS: "改动的日子", "Changed days";
    /// The monthly rule.
    MONTHLY: "每月维护", "Monthly maintenance";
    /// Emergencies.
    EMERGENCIES: "紧急维护停不停时钟", "Whether emergencies stop the clock";
    /// A planned window.
    PLANNED: "计划维护", "Planned maintenance";
    /// An emergency window.
    EMERGENCY: "紧急维护", "Emergency maintenance";
    /// No holidays are built in.
    NO_HOLIDAYS: "不用内置的", "none built in";
    /// 24x7.
    ALL_HOURS: "7×24", "24x7";
    /// No day is open.
    NEVER: "从不开放", "never open";
    /// Lunch.
    NOON: "12:00–13:00", "12:00-13:00";
    /// No lunch.
    NO_LUNCH: "没有", "none";
    /// No day is changed.
    NO_DAYS: "没有改动", "none";
    /// No monthly maintenance.
    NO_MONTHLY: "没有", "none";
    /// Emergencies suspend.
    SUSPEND: "与计划维护一样", "As planned maintenance does";
    /// Emergencies do not suspend.
    GO_ON: "不停", "They do not";
    /// CN.
    CN: "中国大陆", "Mainland China";
    /// US.
    US: "美国", "United States";
    /// HK.
    HK: "中国香港", "Hong Kong";
    /// SG.
    SG: "新加坡", "Singapore";
    /// JP.
    JP: "日本", "Japan";
    /// DE.
    DE: "德国", "Germany";
    /// GB.
    GB: "英国", "United Kingdom";
    /// IN.
    IN: "印度", "India";
    /// AU.
    AU: "澳大利亚", "Australia";
    /// A step: which scenario is shown.
    SHOWN: "显示的方案", "the variation shown";
    /// A step: a copy.
    DUPLICATE: "复制方案", "copy of a variation";
    /// A step: a name.
    SCENARIO_NAME: "方案名称", "name of a variation";
    /// A step: a lock.
    LOCK: "方案锁定", "lock of a variation";
    /// A step: a reset.
    RESET: "方案复原", "reset of a variation";
    /// A step: a removal.
    REMOVED: "删除方案", "removal of a variation";
    /// A step: the name of a calendar.
    CALENDAR_NAME: "日历名称", "name of a calendar";
    /// A step: the removal of a calendar.
    CALENDAR_REMOVED: "删除日历", "removal of a calendar";
    /// A step: the clock.
    CLOCK: "模拟时钟", "simulated clock";
    /// A step: the whole.
    WHOLE: "整个推演", "the whole simulation";
    /// A step: another calendar.
    CALENDAR: "所用日历", "calendar in use";
    /// A step: imported days.
    IMPORT: "导入的日子", "imported days";
    /// A step: a window.
    WINDOW: "维护窗口", "maintenance window";
}

/// What a scenario is called: `现状`, `方案 1`, `Night shift (copy)`.
#[must_use]
pub fn scenario(lang: Lang, simulation: &Simulation, scenario: usize) -> String {
    if scenario == BASE {
        return AS_IT_IS.say(lang).to_owned();
    }
    let found = simulation.scenarios().get(scenario);
    match found.map(|found| &found.name) {
        Some(name) if !name.text.is_empty() => named(lang, name),
        _ => lang.pick(format!("方案 {scenario}"), format!("Variation {scenario}")),
    }
}

/// What a calendar is called: `合同日历`, `合同日历（改动 1）`, `Shanghai (copy)`.
#[must_use]
pub fn calendar(lang: Lang, simulation: &Simulation, id: CalendarId) -> String {
    let Some(calendar) = simulation.calendar(id) else {
        return CONTRACT_CALENDAR.say(lang).to_owned();
    };
    let number = id.0;
    match &calendar.name {
        Name { text, copied: true } if text.is_empty() => lang.pick(
            format!("合同日历（改动 {number}）"),
            format!("The contract's calendar (changed, {number})"),
        ),
        Name { text, .. } if text.is_empty() => {
            lang.pick(format!("日历 {number}"), format!("Calendar {number}"))
        }
        name => named(lang, name),
    }
}

fn named(lang: Lang, name: &Name) -> String {
    let text = &name.text;
    if name.copied {
        lang.pick(format!("{text}（副本）"), format!("{text} (copy)"))
    } else {
        text.clone()
    }
}

/// What an assumption is about: `节假日`, `P2 首次响应`, `Which clock`.
#[must_use]
pub fn topic(lang: Lang, topic: Topic, policy: &Policy) -> String {
    let phrase = match topic {
        Topic::Place => PLACE,
        Topic::Zone => ZONE,
        Topic::Hours => HOURS,
        Topic::Lunch => LUNCH,
        Topic::Days => DAYS,
        Topic::Point(point) => reading::title(point),
        Topic::Length(key) => return target(lang, key, policy),
        Topic::Monthly => MONTHLY,
        Topic::Emergencies => EMERGENCIES,
        Topic::Window(place) => {
            let number = place + 1;
            return lang.pick(
                format!("单次维护 {number}"),
                format!("Single window {number}"),
            );
        }
    };
    phrase.say(lang).to_owned()
}

fn target(lang: Lang, key: TargetKey, policy: &Policy) -> String {
    let priority = policy.priority(key.rank).map_or("", |one| one.id.as_str());
    let target = policy.targets.get(usize::from(key.target));
    let target = target.map_or("", |target| lang.of(&target.name));
    match lang {
        Lang::Zh => format!("{priority} {target}"),
        Lang::En => format!("{priority} {}", target.to_lowercase()),
    }
}

/// What is assumed about `about`: `中国大陆`, `Mon to Fri 09:00–18:00`, `2 小时`. Times are in `zone`, which is named.
#[must_use]
pub fn value(lang: Lang, about: Topic, value: &Value, zone: Zone) -> String {
    match value {
        Value::Place(None) => NO_HOLIDAYS.say(lang).to_owned(),
        Value::Place(Some(code)) => place(lang, code),
        Value::Zone(zone) => zone_name(lang, *zone),
        Value::Hours(hours) => self::hours(lang, hours),
        Value::Lunch(lunch) => if *lunch { NOON } else { NO_LUNCH }.say(lang).to_owned(),
        Value::Days {
            changed: 0,
            years: 0,
        } => NO_DAYS.say(lang).to_owned(),
        Value::Days { changed, years: 0 } => days(lang, *changed),
        Value::Days { changed, years } => {
            let days = days(lang, *changed);
            let plural = if *years == 1 { "" } else { "s" };
            lang.pick(
                format!("{days}，导入了 {years} 年"),
                format!("{days}, {years} year{plural} imported"),
            )
        }
        Value::Reading(readings) => read(lang, about, *readings),
        Value::Length(seconds) => length(lang, *seconds),
        Value::Monthly(None) => NO_MONTHLY.say(lang).to_owned(),
        Value::Monthly(Some(rule)) => monthly(lang, *rule),
        Value::Emergencies(suspend) => {
            let phrase = if *suspend { SUSPEND } else { GO_ON };
            phrase.say(lang).to_owned()
        }
        Value::Window(window) => self::window(lang, window, zone),
    }
}

fn days(lang: Lang, days: usize) -> String {
    let plural = if days == 1 { "" } else { "s" };
    lang.pick(format!("{days} 天"), format!("{days} day{plural}"))
}

fn read(lang: Lang, about: Topic, readings: Readings) -> String {
    let Topic::Point(point) = about else {
        return String::new();
    };
    match (reading::in_force(point, readings), readings.window_zone) {
        (Some(way), _) => way.name.say(lang).to_owned(),
        (None, Some(zone)) if point == OpenPoint::R13 => zone_name(lang, zone),
        _ => String::new(),
    }
}

/// A place with holidays: `中国大陆`, `Germany, Bavaria`.
#[must_use]
pub fn place(lang: Lang, code: &str) -> String {
    let (country, region) = code.split_once('-').unwrap_or((code, ""));
    let name = match country {
        "CN" => CN,
        "US" => US,
        "HK" => HK,
        "SG" => SG,
        "JP" => JP,
        "DE" => DE,
        "GB" => GB,
        "IN" => IN,
        "AU" => AU,
        _ => return code.to_owned(),
    };
    let name = name.say(lang);
    let mut regions = HolidaySet::regions(country);
    match regions.find(|known| known.code == region) {
        None => name.to_owned(),
        Some(region) => {
            let region = lang.of(&region.name);
            lang.pick(format!("{name}·{region}"), format!("{name}, {region}"))
        }
    }
}

/// Weekly hours: `周一至周五 09:00-12:00、13:00-18:00`, days with the same hours together.
#[must_use]
pub fn hours(lang: Lang, hours: &Hours) -> String {
    match hours {
        Hours::Always => ALL_HOURS.say(lang).to_owned(),
        Hours::Weekly(week) => weekly(lang, week),
    }
}

fn weekly(lang: Lang, week: &WeeklyHours) -> String {
    let mut parts: Vec<String> = Vec::new();
    let mut first = Weekday::Mon;
    loop {
        let hours = week.day(first);
        let mut last = first;
        while last != Weekday::Sun && week.day(last.succ()) == hours {
            last = last.succ();
        }
        if !hours.is_closed() {
            let (from, through) = (short_weekday(lang, first), short_weekday(lang, last));
            let days = match (first == last, lang) {
                (true, _) => from.to_owned(),
                (false, Lang::Zh) => format!("{from}至{through}"),
                (false, Lang::En) => format!("{from} to {through}"),
            };
            let windows: Vec<String> = hours.windows().iter().map(ToString::to_string).collect();
            parts.push(format!("{days} {}", windows.join(lang.pick("、", ", "))));
        }
        if last == Weekday::Sun {
            break;
        }
        first = last.succ();
    }
    if parts.is_empty() {
        return NEVER.say(lang).to_owned();
    }
    parts.join(lang.pick("；", "; "))
}

/// A monthly rule: `每月第二个星期日 02:00-06:00`. In which zone, reading R13 says.
#[must_use]
pub fn monthly(lang: Lang, rule: MonthlyRule) -> String {
    let (zh, en) = match rule.nth {
        Nth::First => ("第一个", "first"),
        Nth::Second => ("第二个", "second"),
        Nth::Third => ("第三个", "third"),
        Nth::Fourth => ("第四个", "fourth"),
        Nth::Fifth => ("第五个", "fifth"),
        Nth::Last => ("最后一个", "last"),
    };
    let (day, hours) = (weekday(lang, rule.weekday), rule.hours.to_string());
    lang.pick(
        format!("每月{zh}{day} {hours}"),
        format!("{en} {day} of each month {hours}"),
    )
}

/// A window that happens once: its name or its kind, and when.
#[must_use]
pub fn window(lang: Lang, window: &OwnWindow, zone: Zone) -> String {
    let kind = kind(window.kind).say(lang);
    let when = span(lang, window.span, zone);
    let name = match window.name.as_str() {
        "" => kind.to_owned(),
        name => lang.pick(format!("{name}（{kind}）"), format!("{name} ({kind})")),
    };
    lang.pick(format!("{name}，{when}"), format!("{name}, {when}"))
}

/// Whether maintenance is planned.
#[must_use]
pub const fn kind(kind: WindowKind) -> Phrase {
    match kind {
        WindowKind::Planned => PLANNED,
        WindowKind::Emergency => EMERGENCY,
    }
}

fn span(lang: Lang, span: Span, zone: Zone) -> String {
    let (from, until) = (
        full_time(lang, span.from, zone),
        full_time(lang, span.until, zone),
    );
    let zone = zone_name(lang, zone);
    lang.pick(
        format!("{from} 至 {until}（{zone}）"),
        format!("{from} to {until} ({zone})"),
    )
}

/// An assumption with its value: `午休：没有`.
#[must_use]
pub fn told(lang: Lang, assumption: &Assumption, policy: &Policy) -> String {
    let about = topic(lang, assumption.topic, policy);
    let value = value(lang, assumption.topic, &assumption.value, policy.zone);
    format!("{about}{}{value}", lang.colon())
}

/// A deviation from the contract, for print: `午休：12:00–13:00（合同：没有）`.
#[must_use]
pub fn deviation(lang: Lang, assumption: &Assumption, policy: &Policy) -> String {
    let told = told(lang, assumption, policy);
    let Some(contract) = &assumption.contract else {
        return lang.pick(
            format!("{told}（合同没有）"),
            format!("{told} (not in the contract)"),
        );
    };
    let contract = value(lang, assumption.topic, contract, policy.zone);
    lang.pick(
        format!("{told}（合同：{contract}）"),
        format!("{told} (the contract: {contract})"),
    )
}

/// What a step is about, for taking it back: `P2 首次响应`, `imported days`.
#[must_use]
pub fn step(lang: Lang, subject: SimulationSubject, policy: &Policy) -> String {
    let phrase = match subject {
        SimulationSubject::Shown => SHOWN,
        SimulationSubject::Assumption(_, change) => return changed(lang, change, policy),
        SimulationSubject::Duplicate => DUPLICATE,
        SimulationSubject::Name(_) => SCENARIO_NAME,
        SimulationSubject::Lock => LOCK,
        SimulationSubject::Reset => RESET,
        SimulationSubject::Removed => REMOVED,
        SimulationSubject::CalendarName(_) => CALENDAR_NAME,
        SimulationSubject::CalendarRemoved => CALENDAR_REMOVED,
        SimulationSubject::Clock => CLOCK,
        SimulationSubject::Whole => WHOLE,
    };
    phrase.say(lang).to_owned()
}

fn changed(lang: Lang, change: ChangeSubject, policy: &Policy) -> String {
    let about = |about| topic(lang, about, policy);
    match change {
        ChangeSubject::Calendar => CALENDAR.say(lang).to_owned(),
        ChangeSubject::Days => about(Topic::Days),
        ChangeSubject::Import => IMPORT.say(lang).to_owned(),
        ChangeSubject::Hours => about(Topic::Hours),
        ChangeSubject::Zone => about(Topic::Zone),
        ChangeSubject::Place => about(Topic::Place),
        ChangeSubject::Point(point) => about(Topic::Point(point)),
        ChangeSubject::Length(key) => about(Topic::Length(key)),
        ChangeSubject::Monthly => about(Topic::Monthly),
        ChangeSubject::Emergencies => about(Topic::Emergencies),
        ChangeSubject::Window(None) => WINDOW.say(lang).to_owned(),
        ChangeSubject::Window(Some(place)) => about(Topic::Window(place)),
    }
}

#[cfg(test)]
mod tests {
    use super::{deviation, hours, monthly, place};
    use crate::engine::{Hours, OpenPoint, Policy, Readings};
    use crate::plan::simulation::{
        BASE, Baseline, Change, MonthlyRule, Simulation, SimulationEdit, Topic, next_way,
    };
    use crate::text::{Lang, reading};

    #[test]
    fn weekly_hours_are_told_by_runs_of_days() {
        let policy = Policy::spt_001().expect("whole");
        let mut week = policy.working_time.clone();
        week.add(chrono::Weekday::Sat, "22:00-02:00".parse().expect("hours"));
        let week = Hours::Weekly(week);
        assert_eq!(
            hours(Lang::Zh, &week),
            "周一至周五 09:00-18:00；周六 22:00-24:00；周日 00:00-02:00"
        );
        assert_eq!(
            hours(Lang::En, &week),
            "Mon to Fri 09:00-18:00; Sat 22:00-24:00; Sun 00:00-02:00"
        );
        let rule = MonthlyRule::of(&policy).expect("a rule");
        assert_eq!(monthly(Lang::Zh, rule), "每月第二个星期日 02:00-06:00");
        assert_eq!(
            monthly(Lang::En, rule),
            "second Sunday of each month 02:00-06:00"
        );
    }

    #[test]
    fn places_have_their_names() {
        assert_eq!(place(Lang::Zh, "DE-BY"), "德国·巴伐利亚");
        assert_eq!(place(Lang::En, "GB"), "United Kingdom");
        for country in crate::engine::HolidaySet::countries() {
            assert_ne!(place(Lang::En, country), country);
        }
    }

    #[test]
    fn a_flip_goes_through_all_ways_that_are_offered() {
        for point in OpenPoint::ALL {
            let mut readings = Readings::default();
            let mut keys = Vec::new();
            for _ in reading::alternatives(point) {
                let way = reading::in_force(point, readings).expect("it is offered");
                keys.push(way.key);
                readings = next_way(point, readings);
            }
            keys.sort_unstable();
            keys.dedup();
            assert_eq!(keys.len(), reading::alternatives(point).len(), "{point:?}");
            assert_eq!(readings, Readings::default(), "{point:?}");
        }
    }

    #[test]
    fn deviations_name_what_the_contract_says() {
        let baseline = Baseline {
            policy: Policy::spt_001().expect("whole").into(),
            readings: Readings::default(),
        };
        let mut simulation = Simulation::default();
        let all = simulation.assumptions(BASE, &baseline);
        let lunch = all.into_iter().find(|one| one.topic == Topic::Lunch);
        let change: Change = lunch.and_then(|lunch| lunch.flip).expect("a flip");
        let edit = SimulationEdit::Assume {
            scenario: BASE,
            change,
        };
        simulation
            .apply(edit, &baseline.policy)
            .expect("there is room");
        let deviations = simulation.deviations(1, &baseline);
        let told = |lang| {
            let told = deviations
                .iter()
                .map(|one| deviation(lang, one, &baseline.policy));
            told.collect::<Vec<String>>()
        };
        assert_eq!(told(Lang::Zh), ["午休：12:00–13:00（合同：没有）"]);
        assert_eq!(told(Lang::En), ["Lunch: 12:00-13:00 (the contract: none)"]);
    }
}
