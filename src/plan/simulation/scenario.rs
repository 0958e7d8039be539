//! A scenario, and what it assumes.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

use super::name::{self, Name};
use super::window::MOST_WINDOWS;
use super::{AssumedReadings, CalendarId, MonthlyRule, OwnWindow};
use crate::engine::{Expected, Misread, Node, Rank, Seconds};

/// The longest target that can be assumed: a year.
pub const LONGEST_TARGET: Seconds = 366 * 86_400;
/// The most targets of its own that a scenario has.
const MOST_LENGTHS: usize = 256;

/// A target of the policy for one priority.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TargetKey {
    /// The target's place in the policy, from 0.
    pub target: u8,
    /// The priority.
    pub rank: Rank,
}

/// What a scenario assumes. What is not set follows the contract as the plan reads it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Assumptions {
    /// The calendar.
    pub calendar: CalendarId,
    /// The readings.
    pub readings: AssumedReadings,
    /// How long targets are.
    #[serde(serialize_with = "write_lengths")]
    pub lengths: BTreeMap<TargetKey, Seconds>,
    /// The monthly rule of maintenance: none where it follows the contract.
    pub monthly: Option<Monthly>,
    /// Maintenance that happens once, in the order it was added.
    pub windows: Vec<OwnWindow>,
    /// Whether emergencies suspend the clocks that planned maintenance suspends (R4).
    pub emergencies_suspend: bool,
}

/// What takes the place of the contract's monthly rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Monthly {
    /// No monthly maintenance.
    None,
    /// Another rule.
    Every(MonthlyRule),
}

fn write_lengths<S: Serializer>(
    lengths: &BTreeMap<TargetKey, Seconds>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let lengths = lengths.iter();
    serializer.collect_seq(lengths.map(|(key, seconds)| (key.target, key.rank, *seconds)))
}

fn read_length(node: &Node<'_>) -> Result<(TargetKey, Seconds), Misread> {
    let key = TargetKey {
        target: node.place(0).number()?,
        rank: Rank(node.place(1).number()?),
    };
    let length = node.place(2);
    let seconds: Seconds = length.number()?;
    if !(1..=LONGEST_TARGET).contains(&seconds) {
        return Err(length.misread(Expected::Number));
    }
    Ok((key, seconds))
}

fn read_monthly(node: &Node<'_>) -> Result<Monthly, Misread> {
    match node.key("every").optional(MonthlyRule::read)? {
        Some(rule) => Ok(Monthly::Every(rule)),
        None if node.str() == Ok("none") => Ok(Monthly::None),
        None => Err(node.misread(Expected::OneOf(&["none", "every"]))),
    }
}

impl Assumptions {
    /// Assumptions from their place in a document.
    fn read(node: &Node<'_>) -> Result<Self, Misread> {
        let calendar = node.key("calendar").optional(Node::number)?;
        let lengths = name::list(&node.key("lengths"), MOST_LENGTHS, read_length)?;
        let readings = node.key("readings").optional(AssumedReadings::read)?;
        Ok(Self {
            calendar: calendar.map(CalendarId).unwrap_or_default(),
            readings: readings.unwrap_or_default(),
            lengths: lengths.into_iter().collect(),
            monthly: node.key("monthly").optional(read_monthly)?,
            windows: name::list(&node.key("windows"), MOST_WINDOWS, OwnWindow::read)?,
            emergencies_suspend: name::flag(&node.key("emergenciesSuspend"))?,
        })
    }
}

/// A scenario. The first of a simulation is the base: the plan as it is, which assumes nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Scenario {
    /// What it is called.
    pub name: Name,
    /// Whether it refuses changes.
    pub locked: bool,
    /// What it assumes.
    pub assumptions: Assumptions,
}

impl Scenario {
    /// A scenario from its place in a document.
    pub(super) fn read(node: &Node<'_>) -> Result<Self, Misread> {
        let assumptions = node.key("assumptions").optional(Assumptions::read)?;
        Ok(Self {
            name: Name::read(&node.key("name"))?,
            locked: name::flag(&node.key("locked"))?,
            assumptions: assumptions.unwrap_or_default(),
        })
    }
}
