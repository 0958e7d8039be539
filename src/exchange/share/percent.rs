//! Any text by letters that every address may hold.

/// `text` with everything as `%E4` that is neither a letter, a digit, nor one of `-._~:+/`.
///
/// ```
/// use sla_planner::exchange::share::percent_encode;
/// assert_eq!(percent_encode("2026-02-14T17:50 等"), "2026-02-14T17:50%20%E7%AD%89");
/// ```
#[must_use]
pub fn encode(text: &str) -> String {
    let mut letters = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~:+/".contains(&byte) {
            letters.push(char::from(byte));
        } else {
            letters.push('%');
            letters.extend([byte >> 4, byte & 15].map(digit));
        }
    }
    letters
}

const fn digit(value: u8) -> char {
    (if value < 10 {
        b'0' + value
    } else {
        b'A' + value - 10
    }) as char
}

/// The text that `letters` stand for; none where they stand for none.
pub(super) fn decode(letters: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(letters.len());
    let mut rest = letters.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(if byte == b'%' {
            value(rest.next()?)? << 4 | value(rest.next()?)?
        } else {
            byte
        });
    }
    String::from_utf8(bytes).ok()
}

fn value(digit: u8) -> Option<u8> {
    char::from(digit)
        .to_digit(16)
        .and_then(|value| u8::try_from(value).ok())
}

#[cfg(test)]
mod tests {
    use super::{decode, encode};

    #[test]
    fn every_text_comes_back() {
        let text: String = ('\0'..'\u{3000}').chain(['中', '😀']).collect();
        assert_eq!(decode(&encode(&text)), Some(text));
    }

    #[test]
    fn what_stands_for_no_text_is_refused() {
        for letters in ["%", "%4", "%G0", "%+1", "%FF", "%C3%28", "%ED%A0%80"] {
            assert_eq!(decode(letters), None, "{letters}");
        }
        assert_eq!(decode("%e7%AD%89").as_deref(), Some("等"));
    }
}
