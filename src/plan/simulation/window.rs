//! Maintenance as a scenario has it.

use chrono::Weekday;
use serde::{Serialize, Serializer};

use super::name;
use crate::engine::{
    Expected, Instant, MaintenanceRule, Misread, MonthlyWindow, Node, Nth, Policy, Span,
    TypedHours, Zone, keyed,
};

/// The most windows of its own that a scenario has.
pub const MOST_WINDOWS: usize = 60;

/// Whether maintenance was planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WindowKind {
    /// Planned.
    Planned,
    /// An emergency.
    Emergency,
}

keyed!(WindowKind: Planned = "planned", Emergency = "emergency");

/// Maintenance that happens once.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct OwnWindow {
    /// What it is called; empty where it has no name.
    pub name: String,
    /// Whether it was planned.
    pub kind: WindowKind,
    /// When.
    pub span: Span,
}

#[derive(Serialize)]
struct Kept<'a> {
    name: &'a str,
    kind: WindowKind,
    from: Instant,
    until: Instant,
}

impl Serialize for OwnWindow {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { name, kind, span } = self;
        let kept = Kept {
            name,
            kind: *kind,
            from: span.from,
            until: span.until,
        };
        kept.serialize(serializer)
    }
}

impl OwnWindow {
    /// A window from its place in a document.
    pub(super) fn read(node: &Node<'_>) -> Result<Self, Misread> {
        let until = node.key("until");
        let span = Span::new(
            node.key("from").parsed(Expected::Instant)?,
            until.parsed(Expected::Instant)?,
        );
        if span.is_empty() {
            return Err(until.misread(Expected::Instant));
        }
        Ok(Self {
            name: name::text(&node.key("name"))?,
            kind: WindowKind::read(&node.key("kind"))?,
            span,
        })
    }
}

/// A monthly rule of a scenario's own, in the zone in which reading R13 has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct MonthlyRule {
    /// Which one of the month.
    pub nth: Nth,
    /// Of which day of the week.
    pub weekday: Weekday,
    /// From when to when; over midnight when it closes before it opens.
    pub hours: TypedHours,
}

#[derive(Serialize)]
struct KeptRule {
    nth: Nth,
    weekday: Weekday,
    hours: String,
}

impl Serialize for MonthlyRule {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let kept = KeptRule {
            nth: self.nth,
            weekday: self.weekday,
            hours: self.hours.to_string(),
        };
        kept.serialize(serializer)
    }
}

impl MonthlyRule {
    /// The monthly rule of `policy`; none where it has none.
    #[must_use]
    pub fn of(policy: &Policy) -> Option<Self> {
        policy.maintenance.iter().find_map(|rule| match rule {
            MaintenanceRule::Monthly(MonthlyWindow {
                nth,
                weekday,
                hours,
                ..
            }) => Some(Self {
                nth: *nth,
                weekday: *weekday,
                hours: *hours,
            }),
            MaintenanceRule::Dated(_) => None,
        })
    }

    /// The engine's rule, by the clock of `zone`.
    #[must_use]
    pub const fn in_zone(self, zone: Zone) -> MaintenanceRule {
        MaintenanceRule::Monthly(MonthlyWindow {
            nth: self.nth,
            weekday: self.weekday,
            hours: self.hours,
            zone,
        })
    }

    /// A rule from its place in a document.
    pub(super) fn read(node: &Node<'_>) -> Result<Self, Misread> {
        Ok(Self {
            nth: Nth::read(&node.key("nth"))?,
            weekday: node.key("weekday").parsed(Expected::Weekday)?,
            hours: node.key("hours").parsed(Expected::Hours)?,
        })
    }
}
