//! Tickets compared under several scenarios: what stands in the cells.

use super::phrase::phrases;
use super::{Lang, column_time, difference, length, shift};
use crate::engine::{Instant, Seconds, Zone};
use crate::simulate::{Figure, TargetSummary};

phrases! {
    /// The mode that shows when targets are due.
    VALUE: "到期时间", "Due";
    /// The mode that shows by how much that differs.
    DIFFERENCE: "相差", "Difference";
    /// The mode that shows the same as a share.
    PERCENT: "相差 %", "Difference in %";
    /// Shows only tickets that some scenario changes.
    ONLY_CHANGED: "只看有变化的", "Only what changes";
    /// The most moved first.
    WIDEST: "变化最大的在前", "The widest difference first";
    /// Nothing moved.
    SAME: "不变", "same";
    /// A cell of a ticket that cannot be judged.
    UNKNOWN: "算不出", "not known";
    /// How many promises are broken.
    BREACHES: "违约", "Breaches";
    /// The worst overrun.
    WORST: "最严重超时", "Worst overrun";
    /// The median of the differences.
    MEDIAN: "相差的中位数", "Median difference";
}

/// What a cell shows. Times are in `zone`, which the head of the table names.
#[must_use]
pub fn figure(lang: Lang, figure: Option<Figure>, zone: Zone, now: Instant) -> String {
    match figure {
        None => UNKNOWN.say(lang).to_owned(),
        Some(Figure::Due(at)) => column_time(lang, at, zone, now),
        Some(Figure::Shift(0) | Figure::Share(0)) => SAME.say(lang).to_owned(),
        Some(Figure::Shift(later)) => {
            let sign = if later > 0 { '+' } else { '−' };
            format!("{sign}{}", difference(lang, later))
        }
        Some(Figure::Share(share)) => percent(share),
    }
}

/// Hundredths of a percent with their sign: `+12.5 %`.
fn percent(hundredths: i64) -> String {
    let sign = if hundredths > 0 { '+' } else { '−' };
    let (whole, rest) = (hundredths.abs() / 100, hundredths.abs() % 100);
    let rest = match (rest, rest % 10) {
        (0, _) => String::new(),
        (_, 0) => format!(".{}", rest / 10),
        _ => format!(".{rest:02}"),
    };
    format!("{sign}{whole}{rest}\u{a0}%")
}

/// What a scenario comes to for one target, held against the first: how many breaches and how many more or fewer,
/// how many are due earlier and later.
#[must_use]
pub fn summary(lang: Lang, target: &TargetSummary, base: &TargetSummary) -> String {
    let count = target.breaches();
    let more = count.abs_diff(base.breaches());
    let (earlier, later) = (target.earlier, target.later);
    let (zh, en) = match count.cmp(&base.breaches()) {
        std::cmp::Ordering::Less => (format!("（少 {more}）"), format!(" ({more} fewer)")),
        std::cmp::Ordering::Equal => (String::new(), String::new()),
        std::cmp::Ordering::Greater => (format!("（多 {more}）"), format!(" ({more} more)")),
    };
    let breaches = lang.pick(format!("违约 {count}{zh}"), format!("{count} breached{en}"));
    let moved = lang.pick(
        format!("{later} 单更晚、{earlier} 单更早"),
        format!("{later} later, {earlier} earlier"),
    );
    let median = target.median_shift.map(|median| median_of(lang, median));
    let parts = [Some(breaches), Some(moved), median];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    parts.join(lang.pick("；", "; "))
}

fn median_of(lang: Lang, median: Seconds) -> String {
    let moved = shift::moved(lang, median);
    lang.pick(format!("中位数{moved}"), format!("median {moved}"))
}

/// The worst overrun: `SPT-1042，超时 5 分钟（计时）`.
#[must_use]
pub fn worst(lang: Lang, number: &str, counted: Seconds) -> String {
    let over = length(lang, counted);
    lang.pick(
        format!("{number}，超时 {over}（计时时间）"),
        format!("{number}, over by {over} of counted time"),
    )
}
