//! Times told from now: `2h ago`, `半小时前`, `in 30 min`, `T-30m`.

use super::scan::Scan;

/// Seconds from now, when the whole of `text` tells a distance from now.
pub(super) fn distance(text: &str) -> Option<i64> {
    if matches!(text, "now" | "just now" | "现在" | "刚才" | "刚刚" | "此刻") {
        return Some(0);
    }
    let mut scan = Scan::new(text);
    let sign = if scan.take("t-") {
        Some(-1)
    } else if scan.take("t+") || scan.take("in ") {
        Some(1)
    } else {
        None
    };
    let length = length(&mut scan)?;
    scan.space();
    let sign = match sign {
        Some(sign) => sign,
        None => scan.take_any(&[
            ("ago", -1),
            ("以前", -1),
            ("之前", -1),
            ("前", -1),
            ("以后", 1),
            ("之后", 1),
            ("后", 1),
            ("from now", 1),
            ("later", 1),
        ])?,
    };
    scan.is_done().then_some(sign * length)
}

/// One amount or several: `1h30m`, `1小时30分钟`, `half an hour`, `半小时`.
fn length(scan: &mut Scan<'_>) -> Option<i64> {
    let mut total: i64 = 0;
    let mut any = false;
    while let Some(seconds) = scan.attempt(amount) {
        total = total.checked_add(seconds)?;
        any = true;
        scan.space();
        scan.take("and ");
    }
    any.then_some(total)
}

fn amount(scan: &mut Scan<'_>) -> Option<i64> {
    scan.space();
    if scan.take("half an hour")
        || scan.take("半小时")
        || scan.take("半个小时")
        || scan.take("半个钟头")
    {
        return Some(1_800);
    }
    let (number, half) = if let Some(digits) = scan.digits(6) {
        let half = scan
            .attempt(|scan| scan.take("个半").then_some(()))
            .is_some()
            || scan.take(".5");
        (i64::from(digits.value), half)
    } else {
        scan.take_any(&[("an ", ()), ("a ", ()), ("one ", ())])?;
        (1, false)
    };
    scan.space();
    scan.take("个");
    let unit = unit(scan)?;
    Some(number * unit + if half { unit / 2 } else { 0 })
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
        ("days", 86_400),
        ("day", 86_400),
        ("d", 86_400),
        ("weeks", 604_800),
        ("week", 604_800),
        ("w", 604_800),
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
        ("小时", 3_600),
        ("钟头", 3_600),
        ("天", 86_400),
        ("日", 86_400),
        ("周", 604_800),
        ("星期", 604_800),
    ])
}
