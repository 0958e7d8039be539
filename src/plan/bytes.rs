//! Numbers and texts as bytes, and back. Nothing is allocated that the bytes do not hold.

/// Bytes in the making.
#[derive(Default)]
pub(crate) struct Writer(pub(crate) Vec<u8>);

impl Writer {
    /// A number, seven bits a byte, the lowest first.
    pub(crate) fn number(&mut self, mut number: u64) {
        while number > 0x7F {
            self.0.push((number & 0x7F) as u8 | 0x80);
            number >>= 7;
        }
        self.0.push((number & 0x7F) as u8);
    }

    /// A number that may be negative.
    pub(crate) fn signed(&mut self, number: i64) {
        self.number((number << 1 ^ number >> 63).cast_unsigned());
    }

    /// How many there are.
    pub(crate) fn count(&mut self, count: usize) {
        self.number(count as u64);
    }

    /// A text behind its length.
    pub(crate) fn text(&mut self, text: &str) {
        self.count(text.len());
        self.0.extend_from_slice(text.as_bytes());
    }
}

/// Bytes that are read from their start. What is missing or wrong gives none.
pub(crate) struct Reader<'a>(pub(crate) &'a [u8]);

impl<'a> Reader<'a> {
    /// A byte.
    pub(crate) fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    /// A number.
    pub(crate) fn number(&mut self) -> Option<u64> {
        let mut number = 0;
        for place in (0..63).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7F) << place;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    /// A number that may be negative.
    pub(crate) fn signed(&mut self) -> Option<i64> {
        let number = self.number()?;
        Some((number >> 1).cast_signed() ^ -(number & 1).cast_signed())
    }

    /// A place in a list.
    pub(crate) fn place(&mut self) -> Option<usize> {
        usize::try_from(self.number()?).ok()
    }

    /// How many of something come; each takes at least a byte.
    pub(crate) fn count(&mut self) -> Option<usize> {
        self.place().filter(|count| *count <= self.0.len())
    }

    /// A run of bytes behind its length.
    pub(crate) fn run(&mut self) -> Option<&'a [u8]> {
        let length = self.count()?;
        let (run, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(run)
    }

    /// A text.
    pub(crate) fn text(&mut self) -> Option<&'a str> {
        std::str::from_utf8(self.run()?).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::{Reader, Writer};

    #[test]
    fn numbers_are_read_as_they_were_written() {
        for number in [0, 1, -1, 63, -64, 64, 1 << 40, -(1 << 40), (1 << 61) - 1] {
            let mut writer = Writer::default();
            writer.signed(number);
            let mut reader = Reader(&writer.0);
            assert_eq!(reader.signed(), Some(number));
            assert!(reader.0.is_empty());
        }
    }

    #[test]
    fn nothing_is_taken_that_is_not_there() {
        assert_eq!(Reader(&[]).number(), None);
        assert_eq!(Reader(&[0x80]).number(), None);
        assert_eq!(Reader(&[0xFF; 20]).number(), None);
        assert_eq!(Reader(&[0xFF, 0xFF, 0x7F, 1]).count(), None);
        assert_eq!(Reader(&[3, b'a', b'b']).text(), None);
        assert_eq!(Reader(&[1, 0xFF]).text(), None);
        assert_eq!(Reader(&[2, b'a', b'b']).text(), Some("ab"));
    }
}
