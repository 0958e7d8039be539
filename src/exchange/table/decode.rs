//! Bytes to text.

use super::{LARGEST, TableFault};

/// How the bytes of a table are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// UTF-8, or text that was pasted.
    Utf8,
    /// UTF-16 with a byte order mark.
    Utf16,
    /// GB18030, which holds GBK and GB2312.
    Gb18030,
    /// Windows-1252, for western languages.
    Windows1252,
}

/// Decodes GB18030, strictly: none where a byte does not fit. Its tables are large, and every browser has them.
pub type Gb18030 = fn(&[u8]) -> Option<String>;

/// How workbooks begin, new and old.
const WORKBOOKS: [&[u8]; 2] = [b"PK\x03\x04", b"\xd0\xcf\x11\xe0"];

/// The characters of Windows-1252 from 0x80 to 0x9f; those that are none are NUL.
const WINDOWS_1252: [char; 32] = [
    '€', '\0', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\0', 'Ž', '\0', '\0', '‘',
    '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\0', 'ž', 'Ÿ',
];

/// The text in `bytes`, and how it was written.
pub(in crate::exchange) fn decode(
    bytes: Vec<u8>,
    gb18030: Gb18030,
) -> Result<(String, Encoding), TableFault> {
    if bytes.len() > LARGEST {
        return Err(TableFault::TooLarge { bytes: bytes.len() });
    }
    if WORKBOOKS.iter().any(|start| bytes.starts_with(start)) {
        return Err(TableFault::NotText);
    }
    let (text, encoding) = match bytes.as_slice() {
        [0xff, 0xfe, rest @ ..] => (utf_16(rest, u16::from_le_bytes)?, Encoding::Utf16),
        [0xfe, 0xff, rest @ ..] => (utf_16(rest, u16::from_be_bytes)?, Encoding::Utf16),
        _ => match String::from_utf8(bytes) {
            Ok(text) => (text, Encoding::Utf8),
            Err(error) => {
                let read = error.utf8_error().valid_up_to();
                let bytes = error.as_bytes();
                legacy(bytes, gb18030)
                    .ok_or_else(|| unknown(bytes.get(..read).unwrap_or_default()))?
            }
        },
    };
    if text.contains('\0') {
        return Err(TableFault::NotText);
    }
    Ok((text, encoding))
}

fn utf_16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, TableFault> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let units = pairs.iter().map(|pair| unit(*pair));
    let mut text = String::with_capacity(bytes.len());
    for character in char::decode_utf16(units) {
        text.push(character.map_err(|_| unknown(text.as_bytes()))?);
    }
    if rest.is_empty() {
        Ok(text)
    } else {
        Err(unknown(text.as_bytes()))
    }
}

/// Text that is no UTF-8. Western text has its letters beyond ASCII one by one, Chinese text has them in rows.
fn legacy(bytes: &[u8], gb18030: Gb18030) -> Option<(String, Encoding)> {
    let ascii = |byte: Option<u8>| byte.is_none_or(|byte| byte.is_ascii());
    let (mut beyond, mut alone) = (0_usize, 0_usize);
    let mut before = None;
    let mut rest = bytes.iter().copied().peekable();
    while let Some(byte) = rest.next() {
        if !byte.is_ascii() {
            beyond += 1;
            alone += usize::from(ascii(before) && ascii(rest.peek().copied()));
        }
        before = Some(byte);
    }
    let western = || windows_1252(bytes).map(|text| (text, Encoding::Windows1252));
    let chinese = || gb18030(bytes).map(|text| (text, Encoding::Gb18030));
    if alone * 2 > beyond {
        western().or_else(chinese)
    } else {
        chinese().or_else(western)
    }
}

fn windows_1252(bytes: &[u8]) -> Option<String> {
    let character = |byte: &u8| match byte {
        0x80..=0x9f => WINDOWS_1252
            .get(usize::from(byte - 0x80))
            .copied()
            .filter(|character| *character != '\0'),
        other => Some(char::from(*other)),
    };
    bytes.iter().map(character).collect()
}

/// That what comes behind `read` is not understood.
fn unknown(read: &[u8]) -> TableFault {
    let lines = read.iter().filter(|byte| **byte == b'\n').count();
    let behind = read.iter().rev().take_while(|byte| **byte != b'\n').count();
    TableFault::UnknownEncoding {
        line: lines + 1,
        byte: behind + 1,
    }
}
