//! Walking along folded text.

/// What is left of a text, and the steps to take along it. A step that does not fit takes nothing.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scan<'a> {
    rest: &'a str,
}

/// A whole number as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Digits {
    pub(super) value: u32,
    pub(super) length: usize,
}

impl<'a> Scan<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { rest: text }
    }

    pub(super) fn rest(&self) -> &'a str {
        self.rest
    }

    pub(super) fn is_done(&self) -> bool {
        self.rest.is_empty()
    }

    pub(super) fn starts_with_letter(&self) -> bool {
        self.rest
            .starts_with(|first: char| first.is_ascii_alphabetic())
    }

    pub(super) fn starts_with_digit(&self) -> bool {
        self.rest.starts_with(|first: char| first.is_ascii_digit())
    }

    /// Skips spaces and commas.
    pub(super) fn space(&mut self) {
        self.rest = self.rest.trim_start_matches([' ', ',']);
    }

    /// Takes `text`.
    pub(super) fn take(&mut self, text: &str) -> bool {
        match self.rest.strip_prefix(text) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    /// Takes the first of `texts` that comes next.
    pub(super) fn take_any<T: Copy>(&mut self, texts: &[(&str, T)]) -> Option<T> {
        texts
            .iter()
            .find(|(text, _)| self.take(text))
            .map(|&(_, meaning)| meaning)
    }

    /// Takes one of `characters`.
    pub(super) fn one_of(&mut self, characters: &str) -> Option<char> {
        let next = self
            .rest
            .chars()
            .next()
            .filter(|next| characters.contains(*next))?;
        self.rest = self.rest.get(next.len_utf8()..)?;
        Some(next)
    }

    /// Takes one to `most` ASCII digits.
    pub(super) fn digits(&mut self, most: usize) -> Option<Digits> {
        let length = self.rest.bytes().take_while(u8::is_ascii_digit).count();
        if length == 0 || length > most {
            return None;
        }
        let (digits, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        Some(Digits {
            value: digits.parse().ok()?,
            length,
        })
    }

    /// Takes letters, those of European languages among them.
    pub(super) fn word(&mut self) -> Option<&'a str> {
        let rest = self.rest.trim_start_matches(|letter: char| {
            letter.is_ascii_lowercase() || ('à'..='ÿ').contains(&letter)
        });
        let word = self
            .rest
            .strip_suffix(rest)
            .filter(|word| !word.is_empty())?;
        self.rest = rest;
        Some(word)
    }

    /// Tries `step`; takes nothing when it gives nothing.
    pub(super) fn attempt<T>(&mut self, step: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let before = *self;
        let result = step(self);
        if result.is_none() {
            *self = before;
        }
        result
    }
}
