//! Bytes as letters that every address may hold: base64url without padding (RFC 4648, 5).

/// `bytes` as letters.
pub(super) fn encode(bytes: &[u8]) -> String {
    let mut letters = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let mut bits = chunk
            .iter()
            .fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte));
        bits <<= 8 * (3 - chunk.len());
        for place in 0..=chunk.len() {
            letters.push(letter((bits >> (18 - 6 * place) & 63) as u8));
        }
    }
    letters
}

/// The bytes that `letters` stand for; none where they stand for none.
pub(super) fn decode(letters: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(letters.len() / 4 * 3 + 2);
    for chunk in letters.as_bytes().chunks(4) {
        let mut bits = 0_u32;
        for byte in chunk {
            bits = bits << 6 | u32::from(value(*byte)?);
        }
        bits <<= 6 * (4 - chunk.len());
        let whole = chunk.len().checked_sub(1).filter(|whole| *whole > 0)?;
        let [_, octets @ ..] = bits.to_be_bytes();
        let (kept, spare) = octets.split_at_checked(whole)?;
        // The bits of the last letter that belong to no byte are zero, so that each list of bytes is
        // written one way.
        if spare.iter().any(|byte| *byte != 0) {
            return None;
        }
        bytes.extend_from_slice(kept);
    }
    Some(bytes)
}

const fn letter(value: u8) -> char {
    (match value {
        0..=25 => b'A' + value,
        26..=51 => b'a' + value - 26,
        52..=61 => b'0' + value - 52,
        62 => b'-',
        _ => b'_',
    }) as char
}

const fn value(letter: u8) -> Option<u8> {
    Some(match letter {
        b'A'..=b'Z' => letter - b'A',
        b'a'..=b'z' => letter - b'a' + 26,
        b'0'..=b'9' => letter - b'0' + 52,
        b'-' => 62,
        b'_' => 63,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{decode, encode};

    #[test]
    fn as_the_standard_has_it() {
        for (bytes, letters) in [
            (&b""[..], ""),
            (b"f", "Zg"),
            (b"fo", "Zm8"),
            (b"foo", "Zm9v"),
            (b"foob", "Zm9vYg"),
            (&[0xFB, 0xFF], "-_8"),
        ] {
            assert_eq!(encode(bytes), letters);
            assert_eq!(decode(letters).as_deref(), Some(bytes), "{letters}");
        }
        let all: Vec<u8> = (0..=255).collect();
        assert_eq!(decode(&encode(&all)), Some(all));
    }

    #[test]
    fn what_stands_for_no_bytes_is_refused() {
        for letters in ["Z", "Zm9vY", "Zg==", "Zh", "Zm9", "Z+/9", "中文"] {
            assert_eq!(decode(letters), None, "{letters}");
        }
    }
}
