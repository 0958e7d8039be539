//! Times told from now: `2h ago`, `半小时前`, `in 30 min`, `T-30m`.

use super::scan::Scan;

const DAY: i64 = 86_400;

/// Seconds from now, when the whole of `text` tells a distance from now. Whole days are none: `3天前` is a
/// date without a time of day.
pub(super) fn distance(text: &str) -> Option<i64> {
    const NOW: &[&str] = &[
        "now",
        "just now",
        "right now",
        "现在",
        "此刻",
        "当前",
        "刚才",
        "刚刚",
    ];
    if NOW.contains(&text) {
        return Some(0);
    }
    let mut scan = Scan::new(text);
    let exact = scan.attempt(|scan| {
        scan.take_any(&[("t", ()), ("now", ())]);
        scan.space();
        scan.take_any(&[("-", -1), ("+", 1)])
    });
    let sign = exact.or_else(|| scan.take("in ").then_some(1));
    let length = length(&mut scan)?;
    scan.space();
    let sign = match sign {
        Some(sign) => sign,
        None => scan.take_any(SIDES)?,
    };
    let told = scan.is_done() && (exact.is_some() || !length.whole_days);
    told.then_some(sign * length.seconds)
}

/// Takes a distance of whole days: `3天前`, `2 days ago`, `in a week`.
pub(super) fn days(scan: &mut Scan<'_>) -> Option<i64> {
    let sign = scan.take("in ").then_some(1);
    let length = length(scan).filter(|length| length.whole_days)?;
    scan.space();
    let sign = match sign {
        Some(sign) => sign,
        None => scan.take_any(SIDES)?,
    };
    Some(sign * (length.seconds / DAY))
}

const SIDES: &[(&str, i64)] = &[
    ("ago", -1),
    ("以前", -1),
    ("之前", -1),
    ("前", -1),
    ("以后", 1),
    ("之后", 1),
    ("后", 1),
    ("from now", 1),
];

#[derive(Clone, Copy, Debug)]
struct Length {
    seconds: i64,
    /// Whether it is told in days and weeks alone.
    whole_days: bool,
}

/// One amount or several: `1h30m`, `1小时30分钟`, `half an hour`, `半小时`.
fn length(scan: &mut Scan<'_>) -> Option<Length> {
    let mut total = amount(scan)?;
    loop {
        let before = *scan;
        scan.space();
        scan.take("and ");
        let Some(next) = scan.attempt(amount) else {
            *scan = before;
            return Some(total);
        };
        total.seconds = total.seconds.checked_add(next.seconds)?;
        total.whole_days &= next.whole_days;
    }
}

fn amount(scan: &mut Scan<'_>) -> Option<Length> {
    const HALVES: &[(&str, i64)] = &[
        ("half an hour", 1_800),
        ("half hour", 1_800),
        ("半小时", 1_800),
        ("半个小时", 1_800),
        ("半个钟头", 1_800),
        ("半分钟", 30),
    ];
    if let Some(seconds) = scan.take_any(HALVES) {
        return Some(Length {
            seconds,
            whole_days: false,
        });
    }
    // In thousandths.
    let number = match scan.digits(6) {
        Some(digits) => i64::from(digits.value) * 1_000 + thousandths(scan),
        None => {
            scan.take_any(&[("an ", ()), ("a ", ()), ("one ", ())])?;
            1_000
        }
    };
    scan.space();
    scan.take("个");
    let half = scan.take("半");
    let unit = unit(scan)?;
    let half = half || scan.take(" and a half");
    let thousandths = number.checked_add(if half { 500 } else { 0 })?;
    let seconds = thousandths.checked_mul(unit)?;
    // 0.3333 h is no whole number of seconds, and nobody means it.
    (seconds % 1_000 == 0).then_some(Length {
        seconds: seconds / 1_000,
        whole_days: unit >= DAY && seconds % (DAY * 1_000) == 0,
    })
}

/// Takes up to three decimals; what they are in thousandths.
fn thousandths(scan: &mut Scan<'_>) -> i64 {
    let decimals = scan.attempt(|scan| {
        scan.take(".").then_some(())?;
        let digits = scan.digits(3)?;
        let scale = [100, 10, 1].get(digits.length - 1).copied()?;
        Some(i64::from(digits.value) * scale)
    });
    decimals.unwrap_or(0)
}

fn unit(scan: &mut Scan<'_>) -> Option<i64> {
    const WORDS: &[(&str, i64)] = &[
        ("seconds", 1),
        ("second", 1),
        ("secs", 1),
        ("sec", 1),
        ("s", 1),
        ("minutes", 60),
        ("minute", 60),
        ("mins", 60),
        ("min", 60),
        ("m", 60),
        ("hours", 3_600),
        ("hour", 3_600),
        ("hrs", 3_600),
        ("hr", 3_600),
        ("h", 3_600),
        ("days", DAY),
        ("day", DAY),
        ("d", DAY),
        ("weeks", 7 * DAY),
        ("week", 7 * DAY),
        ("w", 7 * DAY),
    ];
    if let Some(word) = scan.attempt(Scan::word) {
        // `1h30m ago` and `2hago` differ: a unit is a whole word.
        return WORDS
            .iter()
            .find(|(name, _)| *name == word)
            .map(|&(_, unit)| unit);
    }
    scan.take_any(&[
        ("秒钟", 1),
        ("秒", 1),
        ("分钟", 60),
        ("分", 60),
        ("刻钟", 900),
        ("小时", 3_600),
        ("钟头", 3_600),
        ("天", DAY),
        ("日", DAY),
        ("周", 7 * DAY),
        ("星期", 7 * DAY),
        ("礼拜", 7 * DAY),
    ])
}
