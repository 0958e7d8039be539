//! Packs the time zones: chrono-tz's table, corrected, as lists of changes of the offset from 1970 to 2100.
//!
//! chrono-tz itself would be a quarter of the download (51 kB brotli); packed, the same zones are a fifth of
//! that, and a calendar is compiled along a list of changes instead of by probing.

use std::collections::BTreeMap;
use std::path::Path;

use chrono::{DateTime, Offset, TimeZone};
use chrono_tz::Tz;

#[path = "src/engine/zone/corrections.rs"]
mod corrections;

use corrections::{CORRECTIONS, Truth};

/// 2100-01-01T00:00:00Z, where chrono-tz's table ends.
const TABLE_END: i64 = 4_102_444_800;
/// The last second of 2100, where the engine's ends.
const END: i64 = 4_133_980_799;
/// From 2094 to 2100: both years begin on a Friday and have 365 days, and rules are the same every year.
const SAME_YEAR: i64 = 2_191 * 86_400;
/// How far apart offsets are probed for changes. `tests/zones.rs` holds the changes found to another
/// database's.
const PROBE: i64 = 5 * 86_400;
/// The unit of times in a packed list, in seconds.
const UNIT: i64 = 900;

fn table_offset(tz: Tz, second: i64) -> i32 {
    let second = if second < TABLE_END {
        second
    } else {
        second - SAME_YEAR
    };
    let utc = DateTime::from_timestamp(second, 0)
        .expect("within the table")
        .naive_utc();
    tz.offset_from_utc_datetime(&utc).fix().local_minus_utc()
}

fn offset(tz: Tz, second: i64) -> i32 {
    let corrections = CORRECTIONS.iter().find(|(name, _)| *name == tz.name());
    let correction = corrections.and_then(|(_, rows)| {
        rows.iter()
            .find(|row| i64::from(row.from) <= second && second < i64::from(row.until))
    });
    match correction.map(|row| &row.truth) {
        Some(Truth::Fixed(seconds)) => *seconds,
        Some(Truth::Like(name)) => table_offset(name.parse().expect("a zone's name"), second),
        None => table_offset(tz, second),
    }
}

/// When the offset changes, and to what.
fn changes(tz: Tz) -> Vec<(i64, i32)> {
    let mut changes = vec![(0, offset(tz, 0))];
    let (mut from, mut current) = (0, offset(tz, 0));
    while from < END {
        let (mut same, mut other) = (from, (from + PROBE).min(END));
        if offset(tz, other) == current {
            from = other;
            continue;
        }
        while other - same > 1 {
            let middle = same + (other - same) / 2;
            if offset(tz, middle) == current {
                same = middle;
            } else {
                other = middle;
            }
        }
        (from, current) = (other, offset(tz, other));
        changes.push((from, current));
    }
    changes
}

/// The list in bytes: the number of offsets, the offsets; then for each change the time since the one
/// before in units, or `0xffff` and the time in seconds, and the place of its offset.
fn pack(changes: &[(i64, i32)]) -> Vec<u8> {
    let mut offsets: Vec<i32> = changes.iter().map(|(_, offset)| *offset).collect();
    offsets.sort_unstable();
    offsets.dedup();
    let mut packed = vec![u8::try_from(offsets.len()).expect("few offsets")];
    for offset in &offsets {
        packed.extend(offset.to_le_bytes());
    }
    let mut last = 0;
    for (second, offset) in changes {
        let since = second - last;
        last = *second;
        match u16::try_from(since / UNIT) {
            Ok(units) if since % UNIT == 0 && units < u16::MAX => {
                packed.extend(units.to_le_bytes())
            }
            _ => {
                packed.extend(u16::MAX.to_le_bytes());
                packed.extend(
                    u32::try_from(since)
                        .expect("within the table")
                        .to_le_bytes(),
                );
            }
        }
        let place = offsets.binary_search(offset).expect("among the offsets");
        packed.push(u8::try_from(place).expect("few offsets"));
    }
    packed
}

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/engine/zone/corrections.rs");
    let mut zones: Vec<Tz> = chrono_tz::TZ_VARIANTS.to_vec();
    zones.sort_unstable_by_key(|zone| zone.name());
    let mut lists: BTreeMap<Vec<u8>, usize> = BTreeMap::new();
    let mut packed = Vec::new();
    let mut names = String::new();
    let mut starts = Vec::new();
    for zone in &zones {
        let list = pack(&changes(*zone));
        let start = *lists.entry(list).or_insert_with_key(|list| {
            let start = packed.len();
            packed.extend(
                u16::try_from(list.len())
                    .expect("a short list")
                    .to_le_bytes(),
            );
            packed.extend(list);
            start
        });
        names.push_str(zone.name());
        names.push('\n');
        starts.extend(u32::try_from(start).expect("a short table").to_le_bytes());
    }
    starts.extend(&packed);
    let out = std::env::var_os("OUT_DIR").expect("cargo says where to write");
    std::fs::write(Path::new(&out).join("zones.bin"), &starts).expect("the zones can be written");
    std::fs::write(Path::new(&out).join("zones.txt"), names).expect("the names can be written");
}
