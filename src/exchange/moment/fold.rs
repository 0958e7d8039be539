//! The many ways to write one character.

/// `text` with full-width characters, typographic dashes and spaces folded to ASCII, letters in lower case,
/// and quotes around it taken off.
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
            '“' | '”' | '‘' | '’' | '「' | '」' => Some('"'),
            '鐘' => Some('钟'),
            '點' => Some('点'),
            '時' => Some('时'),
            '週' => Some('周'),
            '後' => Some('后'),
            '號' => Some('号'),
            '兩' => Some('两'),
            other => Some(other),
        })
        .map(|character| character.to_ascii_lowercase())
        .collect();
    folded
        .trim_matches(|character: char| character.is_whitespace() || "\"'`<>".contains(character))
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn folds_to_plain_text() {
        assert_eq!(fold("２０２６－０２－１４　１７：５０"), "2026-02-14 17:50");
        assert_eq!(fold("\u{feff}“17:50”\u{a0}"), "17:50");
        assert_eq!(fold("Sat 14 Feb"), "sat 14 feb");
    }
}
