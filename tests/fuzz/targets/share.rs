//! Any text as a link and as a file: a fault that can be told in both languages, or a ticket that both forms
//! hand on as it is; and no link is read once its tail is cut off.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use sla_planner::engine::Policy;
use sla_planner::exchange::share::{Fault, pack, read, read_file, spell, write_file};
use sla_planner::text::{Lang, share};

static POLICY: LazyLock<Policy> = LazyLock::new(|| Policy::spt_001().expect("the policy is whole"));

fn told(fault: &Fault) {
    for lang in Lang::ALL {
        assert!(!share::fault(lang, POLICY.zone, fault).is_empty());
    }
}

fuzz_target!(|text: &str| {
    match read(text, &POLICY) {
        Ok(parcel) => {
            let packed = pack(&parcel, &POLICY);
            if packed.len() <= 4_000 {
                assert_eq!(read(&packed, &POLICY).as_ref(), Ok(&parcel));
            }
            let spelled = spell(&parcel, &POLICY);
            let cut = &spelled[..spelled.len() - 1];
            assert!(matches!(
                read(cut, &POLICY),
                Err(Fault::MissingEnd { .. } | Fault::TooLong { .. })
            ));
            assert_eq!(read_file(&write_file(&parcel)), Ok(parcel));
        }
        Err(fault) => told(&fault),
    }
    if let Err(fault) = read_file(text) {
        told(&fault);
    }
});
