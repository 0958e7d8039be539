//! Finding one's way through a JSON text without making anything of it.

use super::super::TableFault;

/// A place in a text, at which a value begins or ends.
#[derive(Clone, Copy, Debug)]
pub(super) struct Start {
    pub(super) at: usize,
    /// Its line, from 1.
    pub(super) line: usize,
}

impl Default for Start {
    fn default() -> Self {
        Self { at: 0, line: 1 }
    }
}

/// A text from some place on.
#[derive(Clone)]
pub(super) struct Scan<'a> {
    text: &'a str,
    start: Start,
}

/// What is done with each member of an object, and its key as written.
type Member<'a, 'b> = &'b mut dyn FnMut(&mut Scan<'a>, &'a str) -> Result<(), TableFault>;
/// What is done with each element of a list.
type Element<'a, 'b> = &'b mut dyn FnMut(&mut Scan<'a>) -> Result<(), TableFault>;

impl<'a> Scan<'a> {
    pub(super) const fn new(text: &'a str, start: Start) -> Self {
        Self { text, start }
    }

    /// Where it is.
    pub(super) const fn start(&self) -> Start {
        self.start
    }

    /// What comes next.
    pub(super) fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.start.at).copied()
    }

    /// Passes what stands between values.
    pub(super) fn space(&mut self) {
        while let Some(byte) = self.byte().filter(u8::is_ascii_whitespace) {
            self.start.line += usize::from(byte == b'\n');
            self.start.at += 1;
        }
    }

    /// Passes the value that comes next.
    pub(super) fn skip(&mut self) -> Result<(), TableFault> {
        // What closes the brackets that are open.
        let mut open = Vec::new();
        loop {
            self.space();
            match self.byte() {
                Some(b'"') => {
                    self.string()?;
                }
                Some(b'{') => open.push(self.passing(b'}')),
                Some(b'[') => open.push(self.passing(b']')),
                Some(byte) if open.last() == Some(&byte) => {
                    self.start.at += 1;
                    open.pop();
                }
                Some(b',' | b':') if !open.is_empty() => self.start.at += 1,
                Some(byte) if is_word(byte) => self.word(),
                _ => return Err(self.broken()),
            }
            if open.is_empty() {
                return Ok(());
            }
        }
    }

    /// Does `each` with the members of the object that comes next; it passes their values.
    pub(super) fn members(&mut self, each: Member<'a, '_>) -> Result<(), TableFault> {
        self.list(b'{', b'}', &mut |scan| {
            let key = scan.string()?;
            scan.space();
            if !scan.take(b':') {
                return Err(scan.broken());
            }
            scan.space();
            each(scan, key)
        })
    }

    /// Does `each` with the elements of the list that comes next, or with the value that does where that is no
    /// list; it passes them.
    pub(super) fn elements(&mut self, each: Element<'a, '_>) -> Result<(), TableFault> {
        if self.byte() == Some(b'[') {
            self.list(b'[', b']', each)
        } else {
            each(self)
        }
    }

    /// The only element of the list that comes next; none where it has none or several.
    pub(super) fn only(&self) -> Result<Option<Self>, TableFault> {
        let mut scan = self.clone();
        let mut only = None;
        if !scan.take(b'[') {
            return Ok(only);
        }
        scan.space();
        if scan.byte() != Some(b']') {
            let element = scan.clone();
            scan.skip()?;
            scan.space();
            only = (scan.byte() == Some(b']')).then_some(element);
        }
        Ok(only)
    }

    fn list(&mut self, opens: u8, closes: u8, each: Element<'a, '_>) -> Result<(), TableFault> {
        if !self.take(opens) {
            return Err(self.broken());
        }
        self.space();
        if self.take(closes) {
            return Ok(());
        }
        loop {
            each(self)?;
            self.space();
            if self.take(closes) {
                return Ok(());
            }
            if !self.take(b',') {
                return Err(self.broken());
            }
            self.space();
        }
    }

    fn take(&mut self, byte: u8) -> bool {
        let is_it = self.byte() == Some(byte);
        self.start.at += usize::from(is_it);
        is_it
    }

    /// Passes a bracket, which `closes` closes.
    const fn passing(&mut self, closes: u8) -> u8 {
        self.start.at += 1;
        closes
    }

    /// A number, or a word such as `null`.
    fn word(&mut self) {
        while self.byte().is_some_and(is_word) {
            self.start.at += 1;
        }
    }

    /// What stands between the quotes that come next, as written.
    fn string(&mut self) -> Result<&'a str, TableFault> {
        let opened = self.clone();
        if !self.take(b'"') {
            return Err(self.broken());
        }
        let start = self.start.at;
        let mut rest = self.text.bytes().enumerate().skip(start);
        while let Some((at, byte)) = rest.next() {
            match byte {
                b'"' => {
                    self.start.at = at + 1;
                    return Ok(self.text.get(start..at).unwrap_or_default());
                }
                b'\\' => {
                    rest.next();
                }
                b'\n' => self.start.line += 1,
                _ => {}
            }
        }
        Err(opened.broken())
    }

    /// That what comes next is not understood.
    fn broken(&self) -> TableFault {
        let before = self.text.get(..self.start.at).unwrap_or_default();
        let line = before.rsplit('\n').next().unwrap_or_default();
        TableFault::BrokenJson {
            line: self.start.line,
            column: line.chars().count() + 1,
        }
    }
}

/// Whether `byte` can be of a number, or of a word such as `null`.
const fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'+' | b'.')
}
