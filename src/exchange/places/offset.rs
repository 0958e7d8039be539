//! Offsets as people look for them.

use crate::exchange::moment::{fold, offset_seconds, to_digits};

/// The seconds east of UTC that `query` asks for: `+8`, `UTC-5`, `gmt +5:30`, `东八区`.
pub(super) fn offset(query: &str) -> Option<i64> {
    let text = fold(query);
    let text = text
        .strip_prefix("utc")
        .or_else(|| text.strip_prefix("gmt"))
        .unwrap_or(&text);
    offset_seconds(text.trim_start()).or_else(|| belt(text))
}

/// `东八区`, `西5区`, `东八时区`.
fn belt(text: &str) -> Option<i64> {
    let text = text.strip_suffix('区')?;
    let text = text.strip_suffix('时').unwrap_or(text);
    let (east, hours) = match text.strip_prefix('东') {
        Some(hours) => (true, hours),
        None => (false, text.strip_prefix('西')?),
    };
    let hours: i64 = to_digits(hours).ok()?.parse().ok()?;
    (0..=14)
        .contains(&hours)
        .then_some(if east { hours } else { -hours } * 3_600)
}

#[cfg(test)]
mod tests {
    use super::offset;

    #[test]
    fn offsets_are_read() {
        for (query, hundredths) in [
            ("+8", Some(800)),
            ("+08:00", Some(800)),
            ("UTC+8", Some(800)),
            ("ｕｔｃ＋８", Some(800)),
            ("utc -5", Some(-500)),
            ("UTC−5", Some(-500)),
            ("gmt+5:30", Some(550)),
            ("+0545", Some(575)),
            ("-3:30", Some(-350)),
            ("+0", Some(0)),
            ("东八区", Some(800)),
            ("西5区", Some(-500)),
            ("东十二时区", Some(1200)),
            ("东区", None),
            ("utc", None),
            ("utc+", None),
            ("8", None),
            ("+99", None),
            ("guinea-bissau", None),
            ("", None),
        ] {
            assert_eq!(
                offset(query),
                hundredths.map(|found: i64| found * 36),
                "{query}"
            );
        }
    }
}
