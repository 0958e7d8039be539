//! What the answers rest on.

use super::{Lang, check};
use crate::engine::Terms;

/// Through which date the holidays are official; empty where the user answers for them.
#[must_use]
pub fn holidays(lang: Lang, terms: &Terms) -> String {
    let Some(dates) = terms.calendar().official else {
        return String::new();
    };
    let through = dates.through;
    lang.pick(
        format!("中国节假日官方数据至 {through}"),
        format!("Chinese holidays official through {through}"),
    )
}

/// The contract and its version.
#[must_use]
pub fn contract(lang: Lang, terms: &Terms) -> String {
    let policy = terms.policy();
    format!(
        "{} {} · {}",
        check::CONTRACT.say(lang),
        policy.id,
        policy.version
    )
}
