//! What a user says a day is.

use chrono::NaiveDate;
use serde::Serialize;

use super::hours::{Written, read_day};
use super::name;
use crate::engine::{DayHours, DayKind, Expected, Misread, Node};

/// What a day is, instead of what the calendar says.
///
/// ```
/// use sla_planner::plan::simulation::DayChange;
/// let off = DayChange::Off { name: "店庆".to_owned() };
/// assert_eq!(off.name(), "店庆");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum DayChange {
    /// Closed all day.
    Off {
        /// What the day is called; empty where it has no name.
        name: String,
    },
    /// Open as on a working day, whatever reading R5 says.
    Working {
        /// What the day is called.
        name: String,
    },
    /// A make-up day (调休), as imported: open as on a working day where make-up days count (R5).
    MakeUp {
        /// What the day is called.
        name: String,
    },
    /// Hours of its own, such as half a day.
    Hours {
        /// The hours; closed all day when empty.
        hours: DayHours,
        /// What the day is called.
        name: String,
    },
}

const KEYS: [&str; 4] = ["off", "working", "make-up", "hours"];

impl DayChange {
    /// What the day is called; empty where it has no name.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Off { name }
            | Self::Working { name }
            | Self::MakeUp { name }
            | Self::Hours { name, .. } => name,
        }
    }

    /// The same with a name no longer than it may be.
    #[must_use]
    pub(super) fn cut(self) -> Self {
        let name = name::cut(self.name());
        match self {
            Self::Off { .. } => Self::Off { name },
            Self::Working { .. } => Self::Working { name },
            Self::MakeUp { .. } => Self::MakeUp { name },
            Self::Hours { hours, .. } => Self::Hours { hours, name },
        }
    }

    /// The next in the cycle of a day: off, half a day, as the calendar says. A day that the calendar leaves
    /// closed begins with working. `now` is the change that the day has, `kind` what the calendar says of it.
    ///
    /// ```
    /// use sla_planner::engine::{DayHours, DayKind};
    /// use sla_planner::plan::simulation::DayChange;
    /// let half = DayHours::typed(["09:00-12:00".parse()?])?;
    /// let next = |now: Option<&DayChange>| DayChange::next(now, DayKind::Working, &half);
    /// let off = next(None);
    /// let half_day = next(off.as_ref());
    /// assert!(matches!(half_day, Some(DayChange::Hours { .. })));
    /// assert_eq!(next(half_day.as_ref()), None);
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn next(now: Option<&Self>, kind: DayKind<'_>, half: &DayHours) -> Option<Self> {
        let name = String::new();
        let open = match kind {
            DayKind::AllHours | DayKind::Working => true,
            DayKind::Dated(dated) => !dated.hours.is_closed(),
            DayKind::DayOff | DayKind::Holiday(_) | DayKind::Estimated(_) => false,
        };
        match now {
            None if open => Some(Self::Off { name }),
            None => Some(Self::Working { name }),
            Some(Self::Off { .. } | Self::Working { .. } | Self::MakeUp { .. }) => {
                let hours = half.clone();
                Some(Self::Hours { hours, name })
            }
            Some(Self::Hours { .. }) => None,
        }
    }
}

/// A changed day as it is written.
#[derive(Serialize)]
pub(super) struct Kept<'a> {
    date: NaiveDate,
    kind: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    hours: Option<Vec<Written>>,
}

impl<'a> Kept<'a> {
    pub(super) fn of(date: NaiveDate, change: &'a DayChange) -> Self {
        let [off, working, make_up, hours] = KEYS;
        let kind = match change {
            DayChange::Off { .. } => off,
            DayChange::Working { .. } => working,
            DayChange::MakeUp { .. } => make_up,
            DayChange::Hours { .. } => hours,
        };
        let hours = match change {
            DayChange::Hours { hours, .. } => {
                Some(hours.windows().iter().copied().map(Written).collect())
            }
            _ => None,
        };
        Self {
            date,
            kind,
            name: change.name(),
            hours,
        }
    }
}

/// Reads a changed day.
pub(super) fn read(node: &Node<'_>) -> Result<(NaiveDate, DayChange), Misread> {
    let key = node.key("kind");
    let date = node.key("date");
    let name = name::text(&node.key("name"))?;
    let change = match key.str()? {
        "off" => DayChange::Off { name },
        "working" => DayChange::Working { name },
        "make-up" => DayChange::MakeUp { name },
        "hours" => DayChange::Hours {
            hours: read_day(&node.key("hours"))?,
            name,
        },
        _ => return Err(key.misread(Expected::OneOf(&KEYS))),
    };
    let day = date.date()?;
    if !is_within(day) {
        return Err(date.misread(Expected::Date));
    }
    Ok((day, change))
}

/// Whether `date` is one that the engine knows: of 1970 to 2100.
pub(super) fn is_within(date: NaiveDate) -> bool {
    use chrono::Datelike;
    (1970..=2100).contains(&date.year())
}

#[cfg(test)]
mod tests {
    use super::DayChange;
    use crate::engine::{Bilingual, DatedHours, DatedKind, DayHours, DayKind};

    fn cycle(kind: DayKind<'_>) -> Vec<Option<DayChange>> {
        let half = DayHours::typed(["09:00-12:00".parse().expect("hours")]).expect("one date");
        let mut cycle = vec![None];
        loop {
            let now = cycle.last().and_then(Option::as_ref);
            let next = DayChange::next(now, kind, &half);
            if next.is_none() {
                return cycle;
            }
            cycle.push(next);
        }
    }

    #[test]
    fn a_day_goes_round() {
        let name = String::new;
        let hours = DayHours::typed(["09:00-12:00".parse().expect("hours")]).expect("one date");
        let half = Some(DayChange::Hours {
            hours,
            name: name(),
        });
        let off = Some(DayChange::Off { name: name() });
        let working = Some(DayChange::Working { name: name() });
        let open = vec![None, off, half.clone()];
        let closed = vec![None, working, half];
        let holiday = Bilingual::new("春节", "Spring Festival");
        let make_up = DatedHours {
            kind: DatedKind::MakeUp,
            hours: DayHours::typed(["09:00-18:00".parse().expect("hours")]).expect("one date"),
            name: holiday.clone(),
        };
        assert_eq!(cycle(DayKind::Working), open);
        assert_eq!(cycle(DayKind::Dated(&make_up)), open);
        assert_eq!(cycle(DayKind::DayOff), closed);
        assert_eq!(cycle(DayKind::Holiday(&holiday)), closed);
        assert_eq!(cycle(DayKind::Estimated(&holiday)), closed);
    }
}
