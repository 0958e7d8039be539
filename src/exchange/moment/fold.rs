//! The many ways to write one character.

/// `text` with full-width characters, typographic dashes and spaces folded to ASCII, letters in lower case,
/// traditional characters of times simplified, and quotes and brackets around it taken off.
pub(in crate::exchange) fn fold(text: &str) -> String {
    let folded: String = text
        .chars()
        .filter_map(|character| match character {
            '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' => None,
            '\u{3000}' | '\u{a0}' | '\u{2007}' | '\u{202f}' | '\t' | '\n' | '\r' => Some(' '),
            '\u{2010}'..='\u{2015}' | '\u{2212}' => Some('-'),
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(character) - 0xfee0),
            '。' => Some('.'),
            '、' => Some(','),
            '“' | '”' | '「' | '」' => Some('"'),
            '‘' | '’' => Some('\''),
            '〜' => Some('~'),
            '【' => Some('['),
            '】' => Some(']'),
            other => Some(simplified(other)),
        })
        .map(|character| character.to_ascii_lowercase())
        .collect();
    let text = folded.trim_matches(|character: char| {
        character.is_whitespace() || "\"'`<>,;".contains(character)
    });
    let text = match text.trim_end_matches(['.', '!']) {
        "" => text,
        text => text,
    };
    let text = text
        .strip_prefix('[')
        .and_then(|text| text.strip_suffix(']'))
        .filter(|text| !text.contains('['))
        .unwrap_or(text);
    tight(text)
}

/// Traditional characters of times and their simplified ones.
const TRADITIONAL: &str = "鐘钟點点時时週周後后號号兩两這这個个剛刚禮礼現现間间區区東东";

fn simplified(character: char) -> char {
    let mut pairs = TRADITIONAL.chars();
    while let (Some(traditional), Some(simplified)) = (pairs.next(), pairs.next()) {
        if character == traditional {
            return simplified;
        }
    }
    character
}

/// `text` without the spaces beside Chinese characters, which mean nothing.
fn tight(text: &str) -> String {
    let chinese = |character: char| ('\u{4e00}'..='\u{9fff}').contains(&character);
    let mut tight = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let beside = tight.ends_with(chinese) || {
            while character == ' ' && characters.next_if_eq(&' ').is_some() {}
            characters.peek().is_some_and(|next| chinese(*next))
        };
        if character != ' ' || !beside {
            tight.push(character);
        }
    }
    tight
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn folds_to_plain_text() {
        assert_eq!(fold("２０２６－０２－１４　１７：５０"), "2026-02-14 17:50");
        assert_eq!(fold("\u{feff}“17:50”\u{a0}"), "17:50");
        assert_eq!(fold("Sat 14 Feb"), "sat 14 feb");
        assert_eq!(
            fold("2026 年 2 月 14 日 17 時 50 分"),
            "2026年2月14日17时50分"
        );
        assert_eq!(fold("昨天   17:50  pm"), "昨天17:50 pm");
        assert_eq!(fold("[14/Feb/2026]"), "14/feb/2026");
        assert_eq!(fold("17:50 [UTC]"), "17:50 [utc]");
    }
}
