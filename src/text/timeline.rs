//! What the timeline says.

use chrono::Datelike;

use super::card::percent;
use super::phrase::phrases;
use super::{
    Lang, Phrase, Reader, check, clock_time, day_of_month, difference, event, ledger, length,
    short_date, short_time, status, zone, zone_name,
};
use crate::engine::{
    Basis, BasisPoints, Clock, Instant, Reason, Seconds, Span, Target, Terms, Zone,
};
use crate::timeline::{Fold, MarkKind, Segment, SegmentState, Tick, Zoom};

phrases! {
    /// The heading.
    TITLE: "时间线", "Timeline";
    /// The row of working time.
    CALENDAR: "日历", "Calendar";
    /// The choice of how much is shown.
    SHOWN: "显示多长", "How much is shown";
    /// A zoom.
    ONE_DAY: "1 天", "1 day";
    /// A zoom.
    THREE_DAYS: "3 天", "3 days";
    /// A zoom.
    ONE_WEEK: "1 周", "1 week";
    /// A zoom.
    ONE_MONTH: "1 个月", "1 month";
    /// A zoom.
    ALL_OF_IT: "全部", "All";
    /// The switch that unfolds what is folded.
    TRUE_SCALE: "真实比例", "True scale";
    /// Shows what lies before.
    EARLIER: "往前", "Earlier";
    /// Shows what lies after.
    LATER: "往后", "Later";
    /// The cursor.
    CURSOR: "时间线上的时刻", "Instant on the timeline";
    /// A start that rests on no event.
    ASSUMED_START: "假定确认", "If confirmed";
    /// A pause begins.
    PAUSE_START: "暂停", "Paused";
    /// A pause ends.
    PAUSE_END: "恢复", "Resumed";
    /// The badge of a day off.
    OFF: "休", "off";
    /// The badge of a make-up day.
    WORKED: "班", "work";
    /// How to move a handle.
    HOW_TO_MOVE: "拖动提交、确认或暂停，答案随之而变；也可以选中后用方向键，一次 15 分钟，按住 Shift 一次 1 分钟。",
        "Drag the submission, the confirmation or a pause, and the answer follows; or select one and use the arrow keys, 15 min a time, with Shift 1 min.";
    /// The keys of the cursor.
    HOW_TO_READ: "方向键移动 15 分钟，Shift 到下一段，Alt 到下一个阈值，+ 和 − 缩放。",
        "Arrow keys move by 15 min, with Shift to the next stretch, with Alt to the next threshold; + and − zoom.";
}

/// What a zoom is called.
#[must_use]
pub const fn zoom(zoom: Zoom) -> Phrase {
    match zoom {
        Zoom::Day => ONE_DAY,
        Zoom::ThreeDays => THREE_DAYS,
        Zoom::Week => ONE_WEEK,
        Zoom::Month => ONE_MONTH,
        Zoom::Fit => ALL_OF_IT,
    }
}

/// What a stretch is: `工作时间`, `holiday (Spring Festival)`.
#[must_use]
pub fn state(lang: Lang, state: &SegmentState) -> String {
    let reason = match state {
        SegmentState::Maintenance { suspends } => {
            let said = ledger::reason(lang, &Reason::Maintenance);
            return match (lang, suspends) {
                (Lang::Zh, true) => format!("{said}（时钟停）"),
                (Lang::Zh, false) => format!("{said}（时钟不停）"),
                (Lang::En, true) => format!("{said} (the clock stops)"),
                (Lang::En, false) => format!("{said} (the clock goes on)"),
            };
        }
        SegmentState::Open => Reason::WorkingTime,
        SegmentState::Night => Reason::OutOfHours,
        SegmentState::Weekend => Reason::DayOff,
        SegmentState::Holiday { name } => Reason::Holiday { name: name.clone() },
        SegmentState::MakeUp { name } => Reason::Dated {
            kind: crate::engine::DatedKind::MakeUp,
            name: name.clone(),
        },
        SegmentState::Special { name } => Reason::Dated {
            kind: crate::engine::DatedKind::Special,
            name: name.clone(),
        },
        SegmentState::Closure { name } => Reason::Closure { name: name.clone() },
        SegmentState::Paused { reason } => Reason::Paused {
            reason: reason.clone(),
        },
        SegmentState::Closed => Reason::Closed,
    };
    ledger::reason(lang, &reason)
}

/// What a stretch is called where there is little room: `春节 休`, `off hours`; nothing for open time.
#[must_use]
pub fn badge(lang: Lang, state: &SegmentState) -> String {
    let (zh, en) = match state {
        SegmentState::Open => ("", ""),
        SegmentState::Night => ("下班", "off hours"),
        SegmentState::Weekend => ("周末", "weekend"),
        SegmentState::Maintenance { .. } => ("维护", "maintenance"),
        SegmentState::Paused { .. } => ("暂停", "paused"),
        SegmentState::Closed => ("已解决", "resolved"),
        SegmentState::Holiday { name } => {
            return format!("{} {}", lang.of(name), OFF.say(lang))
                .trim_start()
                .to_owned();
        }
        SegmentState::MakeUp { name } => {
            return format!("{} {}", lang.of(name), WORKED.say(lang))
                .trim_start()
                .to_owned();
        }
        SegmentState::Special { name } if lang.of(name).is_empty() => ("特别时段", "special hours"),
        SegmentState::Special { name } | SegmentState::Closure { name } => {
            return lang.of(name).to_owned();
        }
    };
    lang.pick(zh, en).to_owned()
}

/// What a kind of stretch is called, whatever the name of the day.
#[must_use]
pub fn kind(lang: Lang, state: &SegmentState) -> String {
    let (zh, en) = match state {
        SegmentState::Open => ("工作时间", "working time"),
        SegmentState::Holiday { .. } => ("节假日（休）", "holiday (off)"),
        SegmentState::MakeUp { .. } => ("调休上班（班）", "make-up day (work)"),
        SegmentState::Special { .. } => ("特别时段", "special hours"),
        SegmentState::Closure { .. } => ("停业", "closed"),
        _ => return badge(lang, state),
    };
    lang.pick(zh, en).to_owned()
}

/// What is folded away: `春节 休 · 9 天`, `off hours · 15 h`. Beyond a day whole hours are enough.
#[must_use]
pub fn fold(lang: Lang, fold: &Fold) -> String {
    const HOUR: Seconds = 3_600;
    let rounded = if fold.length >= 24 * HOUR {
        (fold.length + HOUR / 2) / HOUR * HOUR
    } else {
        (fold.length + 30) / 60 * 60
    };
    format!(
        "{} · {}",
        badge(lang, &fold.lead),
        difference(lang, rounded)
    )
}

/// What a mark is called: `提交`, `80 % Early warning`.
#[must_use]
pub fn mark(lang: Lang, terms: &Terms, clock: &Clock, kind: MarkKind) -> String {
    let phrase = match kind {
        MarkKind::Submitted => event::SUBMITTED,
        MarkKind::Confirmed => event::CONFIRMED,
        MarkKind::Assumed => ASSUMED_START,
        MarkKind::Replied => event::REPLIED,
        MarkKind::PauseStart(_) => PAUSE_START,
        MarkKind::PauseEnd(_) => PAUSE_END,
        MarkKind::Stopped => status::STOPPED,
        MarkKind::Due if clock.basis == Basis::Projected => check::DUE_PROJECTED,
        MarkKind::Due => check::DUE,
        MarkKind::Threshold(level) => {
            let card = super::card::LevelCard::of_policy(lang, terms, level);
            return card.name;
        }
    };
    phrase.say(lang).to_owned()
}

/// A mark with its time in the service zone first, as on its tag, then the date and the zone.
#[must_use]
pub fn mark_in_full(reader: &Reader, service: Zone, name: &str, at: Instant) -> String {
    let Reader { lang, now, .. } = *reader;
    let local = service.local(at);
    let date = short_date(lang, local.date(), service.local(now).year());
    let (time, zone) = (clock_time(local), zone_name(lang, service));
    lang.pick(
        format!("{time} {name}，{date}，{zone}"),
        format!("{time} {name}, {date}, {zone}"),
    )
}

/// What stands at a tick: the date where it is shown, where it is `narrow` without its weekday, and the time
/// of day unless that is where the date begins.
#[must_use]
pub fn tick(lang: Lang, tick: &Tick, this_year: i32, narrow: bool) -> (String, String) {
    let date = tick.local.date();
    let date = match (tick.dated, narrow) {
        (false, _) => String::new(),
        (true, true) => day_of_month(lang, date),
        (true, false) => short_date(lang, date, this_year),
    };
    let begins = tick.dated && tick.local.time() == chrono::NaiveTime::MIN;
    let time = if begins {
        String::new()
    } else {
        clock_time(tick.local)
    };
    (date, time)
}

/// What is known of one instant: when it is in both zones, what the calendar and the clock do there, how
/// much has been counted.
#[must_use]
pub fn readout(
    reader: &Reader,
    terms: &Terms,
    clock: &Clock,
    at: Instant,
    calendar: &Segment,
    segment: &Segment,
) -> String {
    let lang = reader.lang;
    let when = reader.both_times(at, terms.policy().zone);
    let own = matches!(
        segment.state,
        SegmentState::Paused { .. }
            | SegmentState::Closed
            | SegmentState::Closure { .. }
            | SegmentState::Maintenance { .. }
    );
    let what = state(lang, if own { &segment.state } else { &calendar.state });
    let all_hours = !terms.on_working_time(clock.target, clock.rank);
    let served = match (all_hours && !own, calendar.open) {
        (false, _) => "",
        (true, true) => lang.pick("，服务台处理", ", served by the desk"),
        (true, false) => lang.pick("，值班处理", ", served on call"),
    };
    let counts = if at < clock.origin {
        lang.pick("还没开始计时", "the clock has not started")
    } else if clock.stop.is_some_and(|stop| stop <= at) {
        lang.pick("计时已停止", "the clock has stopped")
    } else if segment.counted {
        lang.pick("计入", "counted")
    } else {
        lang.pick("不计入", "not counted")
    };
    let counted = segment.counted_by(at);
    let share = BasisPoints::share(counted, clock.seconds).unwrap_or_default();
    let (so_far, share) = (length(lang, counted), percent(share));
    lang.pick(
        format!("{when}：{what}{served}，{counts}；已计 {so_far}，{share}。"),
        format!("{when}: {what}{served}, {counts}; {so_far} so far, {share}."),
    )
}

/// The name and the description of the drawing of `clock`.
#[must_use]
pub fn described(reader: &Reader, terms: &Terms, clock: &Clock, shown: Span) -> (String, String) {
    let Reader { lang, now, .. } = *reader;
    let zone = terms.policy().zone;
    let target: Option<&Target> = terms.policy().targets.get(clock.target);
    let name = target.map_or("", |target| lang.of(&target.name));
    let said = |at| short_time(lang, at, zone, now);
    let (from, until, due) = (said(shown.from), said(shown.until), said(clock.due));
    let (label, zone) = (
        mark(lang, terms, clock, MarkKind::Due),
        zone_name(lang, zone),
    );
    lang.pick(
        (
            format!("{name}的时间线"),
            format!("从{from}到{until}，{label} {due}（{zone}）。每一段的说明见明细表。"),
        ),
        (
            format!("{name}: timeline"),
            format!("From {from} to {until}; {label} {due} ({zone}). The ledger tells it stretch by stretch."),
        ),
    )
}

/// What the magnified last stretch is called: `放大 80 % 到 100 %`.
#[must_use]
pub fn magnified(lang: Lang, terms: &Terms) -> String {
    let first = terms.policy().thresholds.first();
    let share = first.map_or(0, |first| first.share.0 / 100);
    lang.pick(
        format!("放大：{share} % 到 100 %"),
        format!("Magnified: {share} % to 100 %"),
    )
}

/// The changes of the clocks of `zones` within `span`, each once.
#[must_use]
pub fn clock_changes(lang: Lang, zones: &[Zone], span: Span, now: Instant) -> Vec<String> {
    let mut said: Vec<String> = Vec::new();
    for zone in zones {
        let mut from = span.from;
        while let Some(at) = zone.next_transition(from, span.until) {
            let before = at.plus(-1).unwrap_or(at);
            let changes = zone.offset(before) != zone.offset(at);
            let change = zone::change(lang, *zone, from, at, now).filter(|_| changes);
            said.extend(change.filter(|change| !said.contains(change)));
            from = at;
        }
    }
    said
}
