//! Answers that rest on holidays not yet official.

use super::{Lang, short_time, zone_name};
use crate::engine::{Clock, Instant, Terms};

/// What is provisional about when `clock` is due, both ways; none when nothing is.
#[must_use]
pub fn provisional(lang: Lang, terms: &Terms, clock: &Clock, now: Instant) -> Option<String> {
    let provisional = clock.provisional?;
    let target = terms.policy().targets.get(clock.target)?;
    let zone = terms.policy().zone;
    let name = lang.of(&target.name);
    let first = provisional.first_unknown;
    let said = |at| short_time(lang, at, zone, now);
    let (plain, less) = (said(clock.due), said(provisional.less_estimated));
    let zone = zone_name(lang, zone);
    Some(lang.pick(
        format!(
            "{name}涉及 {first} 起尚未公布的节假日：只按每周工作时间算为 {plain}，再扣除推算的法定假日为 {less}（{zone}）。两者都不是上下限。"
        ),
        format!(
            "{name} touches dates from {first} on whose holidays are not announced: {plain} by weekly hours alone, {less} less the estimated statutory days ({zone}). Neither is a bound."
        ),
    ))
}
