//! Lines of a calendar file, folded ones joined.

use std::borrow::Cow;

/// As many bytes of a line as are kept.
const LONGEST: usize = 8_192;

/// A line, with what was folded.
pub(super) struct Line<'a> {
    /// Where it begins, from 1.
    pub(super) number: u32,
    pub(super) text: Cow<'a, str>,
    /// Whether something at its end was left out.
    pub(super) cut: bool,
}

pub(super) struct Lines<'a> {
    rest: &'a str,
    number: u32,
}

impl<'a> Lines<'a> {
    pub(super) const fn new(text: &'a str) -> Self {
        Self {
            rest: text,
            number: 0,
        }
    }

    pub(super) fn next(&mut self) -> Option<Line<'a>> {
        if self.rest.is_empty() {
            return None;
        }
        let first = self.physical();
        let mut line = Line {
            number: self.number,
            cut: first.len() > LONGEST,
            text: Cow::Borrowed(within(first, LONGEST)),
        };
        while self.rest.starts_with([' ', '\t']) {
            let more = self.physical().get(1..).unwrap_or_default();
            let room = LONGEST.saturating_sub(line.text.len());
            line.cut |= more.len() > room;
            let more = within(more, room);
            if !more.is_empty() {
                line.text.to_mut().push_str(more);
            }
        }
        Some(line)
    }

    fn physical(&mut self) -> &'a str {
        self.number = self.number.saturating_add(1);
        let (line, rest) = self.rest.split_once('\n').unwrap_or((self.rest, ""));
        self.rest = rest;
        line.trim_end_matches('\r')
    }
}

/// At most the first `most` bytes of `text`, in whole characters.
fn within(text: &str, most: usize) -> &str {
    let mut end = most.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

/// The bytes of a calendar file with folds moved behind the character they split: lines are folded by bytes.
pub(in crate::exchange::holidays) fn whole_characters(bytes: Vec<u8>) -> Vec<u8> {
    let bom = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
    if !bom.starts_with(b"BEGIN:") || std::str::from_utf8(&bytes).is_ok() {
        return bytes;
    }
    let mut whole = Vec::with_capacity(bytes.len());
    let mut rest = bytes.as_slice();
    while let Some((byte, behind)) = rest.split_first() {
        let fold = [b"\r\n ".as_slice(), b"\r\n\t", b"\n ", b"\n\t"]
            .into_iter()
            .find(|fold| rest.starts_with(fold));
        let Some(fold) = fold else {
            whole.push(*byte);
            rest = behind;
            continue;
        };
        rest = rest.get(fold.len()..).unwrap_or_default();
        let split = rest.iter().take_while(|byte| **byte & 0xc0 == 0x80).count();
        let (ending, behind) = rest.split_at_checked(split).unwrap_or((&[], rest));
        whole.extend_from_slice(ending);
        whole.extend_from_slice(fold);
        rest = behind;
    }
    whole
}
