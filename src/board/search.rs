//! Words in the numbers and titles of tickets, whatever their case and width.

/// Words to be found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Words(Vec<Vec<u8>>);

impl Words {
    /// The words of a text.
    pub(super) fn of(text: &str) -> Self {
        let mut folded = Vec::new();
        fold(text.as_bytes(), &mut folded);
        let words = folded.split(|byte| *byte == b' ');
        let words = words.filter(|word| !word.is_empty());
        Self(words.map(<[u8]>::to_vec).collect())
    }

    /// Whether there are none, so that everything is found.
    pub(super) const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether all of them stand in the number or the title. `folded` is room to work in.
    pub(super) fn stand_in(&self, number: &[u8], title: &[u8], folded: &mut Vec<u8>) -> bool {
        folded.clear();
        fold(number, folded);
        // No word goes over the end of a line.
        folded.push(b'\n');
        fold(title, folded);
        self.0.iter().all(|word| contains(folded, word))
    }

    /// Whether whatever has these words has those of `other` too.
    pub(super) fn narrow(&self, other: &Self) -> bool {
        let mut wider = other.0.iter();
        wider.all(|word| self.0.iter().any(|longer| contains(longer, word)))
    }
}

/// Adds small letters of ordinary width; white space as spaces.
fn fold(text: &[u8], folded: &mut Vec<u8>) {
    let mut rest = text;
    while let Some((first, after)) = rest.split_first() {
        match first {
            b'A'..=b'Z' => {
                folded.push(first | 0x20);
                rest = after;
            }
            b'\t' | b'\n' | b'\r' => {
                folded.push(b' ');
                rest = after;
            }
            0..=0x7F => {
                folded.push(*first);
                rest = after;
            }
            // Chinese and Korean characters, which have no case.
            0xE4..=0xE9 | 0xEB..=0xED => {
                let (letter, after) = rest.split_at(rest.len().min(3));
                folded.extend_from_slice(letter);
                rest = after;
            }
            _ => rest = fold_letter(rest, folded),
        }
    }
}

/// Adds the letter with which `rest` begins; gives what comes after it.
fn fold_letter<'a>(rest: &'a [u8], folded: &mut Vec<u8>) -> &'a [u8] {
    let length = match rest.first() {
        Some(0xC0..=0xDF) => 2,
        Some(0xE0..=0xEF) => 3,
        _ => 4,
    };
    let (letter, after) = rest.split_at(rest.len().min(length));
    let Some(letter) = std::str::from_utf8(letter)
        .ok()
        .and_then(|text| text.chars().next())
    else {
        folded.extend_from_slice(letter);
        return after;
    };
    let narrow = match letter {
        '\u{3000}' | '\u{A0}' => ' ',
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(letter) - 0xFEE0).unwrap_or(letter),
        letter => letter,
    };
    let mut bytes = [0; 4];
    for small in narrow.to_lowercase() {
        folded.extend_from_slice(small.encode_utf8(&mut bytes).as_bytes());
    }
    after
}

fn contains(text: &[u8], word: &[u8]) -> bool {
    let Some((first, tail)) = word.split_first() else {
        return true;
    };
    let mut rest = text;
    while let Some(place) = rest.iter().position(|byte| byte == first) {
        rest = rest.get(place + 1..).unwrap_or_default();
        if rest.starts_with(tail) {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::Words;

    fn finds(words: &str, number: &str, title: &str) -> bool {
        let words = Words::of(words);
        words.stand_in(number.as_bytes(), title.as_bytes(), &mut Vec::new())
    }

    #[test]
    fn case_and_width_do_not_matter() {
        for (words, number, title) in [
            ("", "", ""),
            ("spt-9", "SPT-9", ""),
            ("SPT-9", "ｓｐｔ－９", ""),
            ("ＬＯＧＩＮ", "", "Login is slow"),
            ("登录", "", "无法登录 500"),
            ("登录　500", "", "无法登录 500"),
            ("500 登", "500", "无法登录"),
            ("straße", "", "STRAßE"),
            ("ärger", "", "ÄRGER"),
            ("привет", "", "ПРИВЕТ"),
            ("😀", "", "smile 😀"),
            ("\u{A0}slow\t", "", "Login is slow"),
        ] {
            assert!(finds(words, number, title), "{words} in {number} {title}");
        }
    }

    #[test]
    fn every_word_is_needed() {
        for (words, number, title) in [
            ("login 501", "SPT-500", "Login"),
            ("9l", "SPT-9", "Login"),
            ("登陆", "", "无法登录"),
            ("aab", "", "aaac aac ab"),
            ("x", "", ""),
        ] {
            assert!(!finds(words, number, title), "{words} in {number} {title}");
        }
    }

    #[test]
    fn longer_words_are_narrower() {
        let narrow = |one: &str, other: &str| Words::of(one).narrow(&Words::of(other));
        assert!(narrow("log", "lo"));
        assert!(narrow("login 500", "gi"));
        assert!(narrow("log", ""));
        assert!(!narrow("lo", "log"));
        assert!(!narrow("lo", "lo 5"));
    }
}
