//! Names and queries without case, accents, widths and punctuation.

use crate::exchange::moment::fold as fold_width;

/// `text` in plain small letters, its words a space apart.
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for character in fold_width(text).chars() {
        let plain = match character {
            '\'' | '"' | '’' | 'ʻ' | 'ʼ' | '\u{300}'..='\u{36f}' => continue,
            'À'..='ſ' => latin(character),
            'Ạ'..='ặ' => 'a',
            'Ẹ'..='ệ' => 'e',
            'Ỉ'..='ị' => 'i',
            'Ọ'..='ợ' | 'Ơ' | 'ơ' => 'o',
            'Ụ'..='ự' | 'Ư' | 'ư' => 'u',
            'Ỳ'..='ỹ' => 'y',
            _ if character.is_alphanumeric() => character,
            _ => ' ',
        };
        if plain != ' ' || !(folded.is_empty() || folded.ends_with(' ')) {
            folded.push(plain);
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// A letter of Latin-1 or Latin Extended-A without its accent.
fn latin(letter: char) -> char {
    const PLAIN: &str = "aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty\
         aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll\
         lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
    let place = u32::from(letter) - u32::from('À');
    let plain = usize::try_from(place)
        .ok()
        .and_then(|place| PLAIN.as_bytes().get(place));
    plain.copied().map_or(letter, char::from)
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn folds_to_plain_words() {
        for (text, folded) in [
            ("São Paulo", "sao paulo"),
            ("SA\u{303}O  PAULO", "sao paulo"),
            ("Ａｓｉａ／Ｓｈａｎｇｈａｉ", "asia shanghai"),
            ("St. John’s", "st johns"),
            ("Côte d'Ivoire", "cote divoire"),
            ("Türkiye", "turkiye"),
            ("İstanbul", "istanbul"),
            ("KRAKÓW", "krakow"),
            ("Łódź, Žižkov", "lodz zizkov"),
            ("Hồ Chí Minh", "ho chi minh"),
            ("迪蒙·迪维尔", "迪蒙 迪维尔"),
            (" America/Port-au-Prince ", "america port au prince"),
            ("+-·", ""),
        ] {
            assert_eq!(fold(text), folded, "{text}");
        }
    }
}
