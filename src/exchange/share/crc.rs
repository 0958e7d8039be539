//! The checksum of packed links: CRC-32 as ISO 3309 has it.

/// The checksum of `bytes`, bit by bit: links are short.
pub(super) fn crc32(bytes: &[u8]) -> u32 {
    let step = |crc: u32, _| (crc >> 1) ^ (0xEDB8_8320 & (crc & 1).wrapping_neg());
    let next = |crc: u32, byte: &u8| (0..8).fold(crc ^ u32::from(*byte), step);
    !bytes.iter().fold(!0, next)
}

#[cfg(test)]
mod tests {
    use super::crc32;

    #[test]
    fn the_standard_checks() {
        assert_eq!(crc32(b""), 0);
        assert_eq!(crc32(b"123456789"), 0xCBF4_3926);
    }
}
