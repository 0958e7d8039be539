//! What an answer was computed from.

use crate::engine::{TZDB_VERSION, Terms};

/// What an answer was computed from. Compared as a whole, shown part by part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Versions {
    /// The policy and its version, such as `SPT-001.2026-02-06`.
    pub policy: String,
    /// Whose holidays, and through which date they are official, such as `cn-2026-12-28`.
    pub holidays: String,
    /// The release of the time zone database, such as `2026f`.
    pub zones: String,
}

/// The longest that a part may be, in bytes.
const LONGEST: usize = 60;

impl Versions {
    /// Those of this planner under `terms`.
    #[must_use]
    pub fn of(terms: &Terms) -> Self {
        let policy = terms.policy();
        let country = policy.holidays.as_deref().unwrap_or("none");
        let official = terms.calendar().official;
        let through = official.map_or_else(String::new, |dates| format!("-{}", dates.through));
        Self {
            policy: format!("{}.{}", policy.id, policy.version),
            holidays: format!("{}{through}", country.to_lowercase()),
            zones: TZDB_VERSION.to_owned(),
        }
    }

    /// Through which date the holidays are official, as it was said.
    #[must_use]
    pub fn holidays_through(&self) -> &str {
        self.holidays
            .split_once('-')
            .map_or("", |(_, through)| through)
    }

    /// As it stands in a link: `SPT-001.2026-02-06_cn-2026-12-28_tz-2026f`.
    pub(super) fn write(&self) -> String {
        format!("{}_{}_tz-{}", self.policy, self.holidays, self.zones)
    }

    /// From how it stands in a link.
    pub(super) fn read(text: &str) -> Option<Self> {
        let mut parts = text.rsplitn(3, '_');
        let zones = parts.next()?.strip_prefix("tz-")?;
        let holidays = parts.next()?;
        Self::from_parts(parts.next()?, holidays, zones)
    }

    /// From its parts; none where one is missing or too long.
    pub(super) fn from_parts(policy: &str, holidays: &str, zones: &str) -> Option<Self> {
        let fits = |part: &str| !part.is_empty() && part.len() <= LONGEST;
        let all = [policy, holidays, zones];
        all.into_iter().all(fits).then(|| Self {
            policy: policy.to_owned(),
            holidays: holidays.to_owned(),
            zones: zones.to_owned(),
        })
    }
}
