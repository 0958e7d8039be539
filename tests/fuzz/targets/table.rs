//! Any bytes as a table: a fault that can be told in both languages, or rows that are all counted, each bad one
//! with a reason that can be told; read piece by piece they are the same.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use sla_planner::engine::{Instant, Policy};
use sla_planner::exchange::table::{Given, Import, LikelyZone, Mapping, Table};
use sla_planner::text::{Lang, table as text};

static POLICY: LazyLock<Policy> = LazyLock::new(|| Policy::spt_001().expect("the policy is whole"));

/// Decodes nothing: the browser's own decoder is not under test.
fn no_gb18030(_: &[u8]) -> Option<String> {
    None
}

fuzz_target!(|bytes: &[u8]| {
    let table = match Table::read(bytes.to_vec(), no_gb18030) {
        Ok(table) => table,
        Err(fault) => {
            for lang in Lang::ALL {
                assert!(!text::fault(lang, &fault).is_empty());
            }
            return;
        }
    };
    let mapping = Mapping::guess(&table, &POLICY);
    LikelyZone::find(&table, &mapping, &[]);
    let given = Given {
        now: Instant::MAX,
        zone: Some(POLICY.zone),
        reply_confirms: true,
        no_priority: POLICY.ranks().last(),
    };
    let whole = Import::rows(&table, &mapping, &POLICY, &given);
    assert_eq!(whole.total(), table.len() + table.before().count());
    for row in &whole.bad {
        for lang in Lang::ALL {
            assert!(!text::bad_row(lang, POLICY.zone, table.headers(), row).is_empty());
        }
    }
    let mut pieces = Import::default();
    for start in (0..table.len().max(1)).step_by(3) {
        pieces.take(&table, &mapping, &POLICY, &given, start..start + 3);
    }
    pieces.finish(&table);
    assert_eq!(pieces, whole);
});
