//! The zones as `build.rs` packs them.

use std::sync::OnceLock;

use crate::engine::Instant;

include!(concat!(env!("OUT_DIR"), "/zones.rs"));

static PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/zones.bin"));

/// The unit of times in a packed list, in seconds.
const UNIT: u32 = 900;

/// From `at` on the offset is `offset` seconds east of UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Change {
    pub(super) at: Instant,
    pub(super) offset: i64,
}

/// The place of the zone called `name` among all of them.
pub(super) fn place(name: &str) -> Option<u16> {
    let place = NAMES.binary_search_by_key(&name, |(zone, _)| zone).ok()?;
    u16::try_from(place).ok()
}

/// The name of the zone at `place`.
pub(super) fn name(place: u16) -> &'static str {
    NAMES.get(usize::from(place)).map_or("", |(name, _)| name)
}

/// All names, sorted.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    NAMES.iter().map(|(name, _)| *name)
}

/// The changes of the zone at `place`, in order; the first is in 1970. Unpacked when first asked for.
pub(super) fn changes(place: u16) -> &'static [Change] {
    static UNPACKED: [OnceLock<Vec<Change>>; MOST] = [const { OnceLock::new() }; MOST];
    const MOST: usize = NAMES.len();
    let unpack = || {
        let start = NAMES
            .get(usize::from(place))
            .map(|(_, start)| *start as usize);
        start.and_then(unpack).unwrap_or_default()
    };
    match UNPACKED.get(usize::from(place)) {
        Some(kept) => kept.get_or_init(unpack),
        None => &[],
    }
}

/// The list that is packed at `start`; none when it is damaged.
fn unpack(start: usize) -> Option<Vec<Change>> {
    let mut bytes = PACKED.get(start..)?;
    let length = take(&mut bytes).map(u16::from_le_bytes)?;
    let mut bytes = bytes.get(..usize::from(length))?;
    let [count] = take(&mut bytes)?;
    let offsets: Option<Vec<i64>> = (0..count)
        .map(|_| take(&mut bytes).map(i32::from_le_bytes).map(i64::from))
        .collect();
    let offsets = offsets?;
    let mut changes = Vec::new();
    let mut second: u32 = 0;
    while !bytes.is_empty() {
        let since = match u16::from_le_bytes(take(&mut bytes)?) {
            u16::MAX => u32::from_le_bytes(take(&mut bytes)?),
            units => u32::from(units) * UNIT,
        };
        second += since;
        let [place] = take(&mut bytes)?;
        changes.push(Change {
            at: Instant::saturating(second.into()),
            offset: *offsets.get(usize::from(place))?,
        });
    }
    Some(changes)
}

fn take<const N: usize>(bytes: &mut &[u8]) -> Option<[u8; N]> {
    let (taken, rest) = bytes.split_first_chunk()?;
    *bytes = rest;
    Some(*taken)
}
