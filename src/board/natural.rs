//! The order of numbers and keys as people count: `SPT-9` before `SPT-10`.

use std::cmp::Ordering;

/// The byte before digits: after signs, before letters.
const DIGITS: u8 = b'0';
/// The most digits whose count fits into that byte.
const FEW: usize = 14;

/// Text as bytes whose order is the natural one: letters small, and before digits how many there are, so that
/// they compare by their value.
pub(super) struct Natural<'a> {
    rest: &'a [u8],
    /// Digits that are being given.
    digits: &'a [u8],
    /// The count of many digits, which has a byte of its own.
    many: Option<u8>,
}

impl<'a> Natural<'a> {
    pub(super) const fn new(text: &'a [u8]) -> Self {
        Self {
            rest: text,
            digits: &[],
            many: None,
        }
    }
}

impl Iterator for Natural<'_> {
    type Item = u8;

    fn next(&mut self) -> Option<u8> {
        if let Some(count) = self.many.take() {
            return Some(count);
        }
        match self.digits {
            [] => {}
            [last] => {
                let byte = (last - b'0') << 4;
                self.digits = &[];
                return Some(byte);
            }
            [one, two, rest @ ..] => {
                self.digits = rest;
                return Some((one - b'0') << 4 | (two - b'0'));
            }
        }
        let (first, rest) = self.rest.split_first()?;
        if !first.is_ascii_digit() {
            self.rest = rest;
            return Some(first.to_ascii_lowercase());
        }
        let end = self.rest.iter().position(|byte| !byte.is_ascii_digit());
        let (digits, rest) = self.rest.split_at(end.unwrap_or(self.rest.len()));
        let zeros = digits.iter().take_while(|digit| **digit == b'0').count();
        self.rest = rest;
        self.digits = digits.get(zeros..).unwrap_or_default();
        let count = self.digits.len();
        if count > FEW {
            self.many = Some(u8::try_from(count).unwrap_or(u8::MAX));
        }
        u8::try_from(count.min(FEW + 1))
            .ok()
            .map(|count| DIGITS + count)
    }
}

/// How one text compares with another; texts that count the same compare by their bytes.
pub(super) fn compare(one: &[u8], other: &[u8]) -> Ordering {
    Natural::new(one)
        .cmp(Natural::new(other))
        .then_with(|| one.cmp(other))
}

/// Eight bytes of the natural order of `text`, behind the first `skip`.
pub(super) fn prefix(text: &[u8], skip: usize) -> u64 {
    let mut bytes = Natural::new(text).skip(skip);
    (0..8).fold(0, |prefix, _| {
        prefix << 8 | u64::from(bytes.next().unwrap_or(0))
    })
}

/// How many bytes of their natural order two texts share, up to `most`.
pub(super) fn shared(one: &[u8], other: &[u8], most: usize) -> usize {
    let pairs = Natural::new(one).zip(Natural::new(other)).take(most);
    pairs.take_while(|(one, other)| one == other).count()
}

#[cfg(test)]
mod tests {
    use super::{compare, prefix, shared};

    #[test]
    fn digits_count_by_their_value() {
        let ordered = [
            "",
            "#7",
            "-1",
            "7",
            "8",
            "10",
            "010",
            "99999999999999",
            "100000000000000",
            "2000000000000000",
            "10000000000000000",
            "A-1",
            "a-1",
            "a-2",
            "A-10",
            "b",
            "SPT-9",
            "SPT-10",
            "SPT-10a",
            "SPT-10-2",
            "SPT-10-11",
            "SPT-100",
            "工单9",
            "工单10",
        ];
        let mut shuffled = ordered;
        shuffled.reverse();
        shuffled.sort_by(|one, other| compare(one.as_bytes(), other.as_bytes()));
        let expected = [
            "",
            "#7",
            "-1",
            "7",
            "8",
            "010",
            "10",
            "99999999999999",
            "100000000000000",
            "2000000000000000",
            "10000000000000000",
            "A-1",
            "a-1",
            "a-2",
            "A-10",
            "b",
            "SPT-9",
            "SPT-10",
            "SPT-10-2",
            "SPT-10-11",
            "SPT-10a",
            "SPT-100",
            "工单9",
            "工单10",
        ];
        assert_eq!(shuffled, expected);
    }

    #[test]
    fn prefixes_have_the_order_of_what_they_begin() {
        let texts = [
            "SPT-9",
            "SPT-10",
            "SPT-123456",
            "SPT-1234567",
            "INC0010001",
            "7",
            "",
        ];
        for one in texts {
            for other in texts {
                let (one, other) = (one.as_bytes(), other.as_bytes());
                let by_prefix = prefix(one, 0).cmp(&prefix(other, 0));
                assert!(by_prefix.is_eq() || by_prefix == compare(one, other));
            }
        }
        assert_eq!(shared(b"SPT-12", b"spt-13", 99), 5);
        assert_eq!(shared(b"SPT-12", b"spt-13", 2), 2);
        assert_eq!(prefix(b"SPT-12", 5) >> 56, 0x12);
    }
}
