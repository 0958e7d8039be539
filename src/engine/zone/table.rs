//! The zones as `build.rs` packs them.

use std::sync::OnceLock;

use crate::engine::Instant;

/// The names, sorted, a line each.
static NAMES: &str = include_str!(concat!(env!("OUT_DIR"), "/zones.txt"));

/// For each name where its list starts behind these starts; then the lists, each after its length.
static PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/zones.bin"));

/// How many names there are.
const COUNT: usize = {
    let mut count = 0;
    let mut left = NAMES.as_bytes();
    while let [byte, rest @ ..] = left {
        count += (*byte == b'\n') as usize;
        left = rest;
    }
    count
};

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
    let place = names().position(|zone| zone == name)?;
    u16::try_from(place).ok()
}

/// The name of the zone at `place`.
pub(super) fn name(place: u16) -> &'static str {
    names().nth(place.into()).unwrap_or_default()
}

/// All names, sorted.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    NAMES.lines()
}

/// The changes of the zone at `place`, in order; the first is in 1970. Unpacked when first asked for.
pub(super) fn changes(place: u16) -> &'static [Change] {
    static UNPACKED: [OnceLock<Vec<Change>>; COUNT] = [const { OnceLock::new() }; COUNT];
    let place = usize::from(place);
    let unpacked = || unpack(place).unwrap_or_default();
    match UNPACKED.get(place) {
        Some(kept) => kept.get_or_init(unpacked),
        None => &[],
    }
}

/// The list of the zone at `place`; none when it is damaged.
fn unpack(place: usize) -> Option<Vec<Change>> {
    let (starts, lists) = PACKED.split_at_checked(COUNT * 4)?;
    let mut start = starts.get(place * 4..)?;
    let start = u32::from_le_bytes(take(&mut start)?) as usize;
    let mut bytes = lists.get(start..)?;
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
