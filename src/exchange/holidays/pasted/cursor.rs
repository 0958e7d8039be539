//! A place in a folded text.

/// `text` with full-width characters, dashes and spaces as in ASCII.
pub(in crate::exchange::holidays) fn folded(text: &str) -> String {
    let fold = |character: char| match character {
        '\u{3000}' | '\u{a0}' | '\u{2007}' | '\u{202f}' | '\t' => ' ',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '\u{301c}' => '~',
        '【' => '[',
        '】' => ']',
        '\u{ff01}'..='\u{ff5e}' => {
            char::from_u32(u32::from(character) - 0xfee0).unwrap_or(character)
        }
        other => other,
    };
    text.chars().map(fold).collect()
}

/// What is left of a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cursor<'a>(pub(super) &'a str);

impl<'a> Cursor<'a> {
    pub(super) fn first(&self) -> Option<char> {
        self.0.chars().next()
    }

    pub(super) fn take(&mut self, word: &str) -> bool {
        let rest = self.0.strip_prefix(word);
        self.0 = rest.unwrap_or(self.0);
        rest.is_some()
    }

    pub(super) fn take_one(&mut self, of: &str) -> Option<char> {
        let first = self.first().filter(|first| of.contains(*first))?;
        self.0 = self.0.get(first.len_utf8()..)?;
        Some(first)
    }

    pub(super) fn skip(&mut self, of: &[char]) {
        self.0 = self.0.trim_start_matches(of);
    }

    /// A number of at most `most` digits with no digit behind it, and how many it has.
    pub(super) fn number(&mut self, most: usize) -> Option<(u32, usize)> {
        let digits = self.0.bytes().take(most + 1);
        let length = digits.take_while(u8::is_ascii_digit).count();
        if length == 0 || length > most {
            return None;
        }
        let (digits, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some((digits.parse().ok()?, length))
    }

    /// A word of ASCII letters, at most of twelve.
    pub(super) fn word(&mut self) -> Option<&'a str> {
        let letters = self.0.bytes().take(13);
        let length = letters.take_while(u8::is_ascii_alphabetic).count();
        let (word, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        (1..=12).contains(&length).then_some(word)
    }

    /// What `read` gives; nothing is taken where it gives nothing.
    pub(super) fn attempt<T>(&mut self, read: &dyn Fn(&mut Self) -> Option<T>) -> Option<T> {
        let mut at = *self;
        let found = read(&mut at)?;
        *self = at;
        Some(found)
    }
}
