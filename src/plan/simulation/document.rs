//! The document of the Simulate view, and how it is read back.

use std::sync::Arc;

use serde::{Serialize, Serializer};

use super::name;
use super::{CalendarId, OwnCalendar, Scenario, SimulatedClock};
use crate::engine::{Expected, Misread, Node};
use crate::plan::Unreadable;

/// The version of the document's shape.
pub const SIMULATION_SCHEMA: u32 = 1;
/// The most scenarios, the base among them.
pub const MOST_SCENARIOS: usize = 4;
/// The most calendars of the user's own.
pub const MOST_CALENDARS: usize = 16;

/// The place of the base among the scenarios.
pub const BASE: usize = 0;

/// All that a user entered in the Simulate view.
///
/// ```
/// use sla_planner::plan::simulation::Simulation;
/// let simulation = Simulation::default();
/// assert_eq!(Simulation::read(&simulation.write()), Ok(simulation));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Simulation {
    pub(super) schema: u32,
    #[serde(serialize_with = "write_calendars")]
    pub(super) calendars: Vec<Arc<OwnCalendar>>,
    /// The base first.
    #[serde(rename = "variations", serialize_with = "write_variations")]
    pub(super) scenarios: Vec<Scenario>,
    pub(super) active: usize,
    /// The clock that the page goes by.
    pub clock: SimulatedClock,
}

fn write_calendars<S: Serializer>(
    calendars: &[Arc<OwnCalendar>],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(calendars.iter().map(|calendar| &**calendar))
}

fn write_variations<S: Serializer>(
    scenarios: &[Scenario],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(scenarios.iter().skip(1))
}

impl Default for Simulation {
    fn default() -> Self {
        Self {
            schema: SIMULATION_SCHEMA,
            calendars: Vec::new(),
            scenarios: vec![Scenario::default()],
            active: BASE,
            clock: SimulatedClock::default(),
        }
    }
}

impl Simulation {
    /// The calendars of the user's own; the contract's is not among them.
    #[must_use]
    pub fn calendars(&self) -> &[Arc<OwnCalendar>] {
        &self.calendars
    }

    /// The calendar of the user's own that is called so; none for the contract's.
    #[must_use]
    pub fn calendar(&self, id: CalendarId) -> Option<&Arc<OwnCalendar>> {
        self.calendars.iter().find(|calendar| calendar.id == id)
    }

    /// The scenarios, the base first.
    #[must_use]
    pub fn scenarios(&self) -> &[Scenario] {
        &self.scenarios
    }

    /// The place of the scenario that is shown.
    #[must_use]
    pub const fn active(&self) -> usize {
        self.active
    }

    /// Whether anything is entered at all, the clock apart.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.calendars.is_empty() && self.scenarios.len() <= 1
    }

    /// The document as text.
    #[must_use]
    pub fn write(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// A document from its text.
    ///
    /// # Errors
    /// [`Unreadable`], when it is damaged or of a later schema.
    pub fn read(text: &str) -> Result<Self, Unreadable> {
        let damaged = Unreadable::Damaged;
        let tree = Node::parse(text).map_err(damaged)?;
        let node = Node::whole(&tree);
        let schema = node.key("schema").number().map_err(damaged)?;
        match schema {
            SIMULATION_SCHEMA => Self::of(&node).map_err(damaged),
            0 => Err(damaged(node.key("schema").misread(Expected::Number))),
            _ => Err(Unreadable::Newer { schema }),
        }
    }

    /// A document of this schema from its place in a text. What is missing has its default.
    ///
    /// # Errors
    /// [`Misread`], where it is damaged.
    pub fn of(node: &Node<'_>) -> Result<Self, Misread> {
        let calendars = node.key("calendars");
        let variations = node.key("variations");
        let active = node.key("active");
        let mut simulation = Self {
            calendars: Vec::new(),
            active: active.optional(Node::number)?.unwrap_or(BASE),
            clock: node
                .key("clock")
                .optional(SimulatedClock::read)?
                .unwrap_or_default(),
            ..Self::default()
        };
        let read = name::list(&calendars, MOST_CALENDARS, OwnCalendar::read)?;
        for (place, calendar) in read.into_iter().enumerate() {
            if simulation.calendar(calendar.id).is_some() {
                let calendar = calendars.place(place);
                return Err(calendar.key("id").misread(Expected::Number));
            }
            simulation.calendars.push(Arc::new(calendar));
        }
        let read = name::list(&variations, MOST_SCENARIOS - 1, Scenario::read)?;
        for (place, scenario) in read.into_iter().enumerate() {
            let id = scenario.assumptions.calendar;
            if id != CalendarId::CONTRACT && simulation.calendar(id).is_none() {
                let variation = variations.place(place);
                let assumptions = variation.key("assumptions");
                return Err(assumptions.key("calendar").misread(Expected::Number));
            }
            simulation.scenarios.push(scenario);
        }
        if simulation.active >= simulation.scenarios.len() {
            return Err(active.misread(Expected::Number));
        }
        Ok(simulation)
    }
}

#[cfg(test)]
mod tests {
    use super::Simulation;
    use crate::engine::{Expected, Misread};
    use crate::plan::Unreadable;

    fn damaged(text: &str) -> Misread {
        match Simulation::read(text) {
            Err(Unreadable::Damaged(misread)) => misread,
            other => panic!("{text}: {other:?}"),
        }
    }

    #[test]
    fn later_and_damaged_documents_are_told_apart() {
        let newer = Simulation::read(r#"{"schema":2,"variations":7}"#);
        assert_eq!(newer, Err(Unreadable::Newer { schema: 2 }));
        for (text, path) in [
            ("{", "1:1"),
            ("[]", "schema"),
            (r#"{"schema":0}"#, "schema"),
            (r#"{"schema":1,"active":1}"#, "active"),
            (
                r#"{"schema":1,"clock":{"speed":0,"from":"2026-02-14T10:00:00Z","since":"2026-02-14T10:00:00Z"}}"#,
                "clock.speed",
            ),
            (
                r#"{"schema":1,"calendars":[{"id":0,"zone":"UTC","hours":"always"}]}"#,
                "calendars[0].id",
            ),
            (
                r#"{"schema":1,"calendars":[{"id":1,"zone":"UTC","hours":"never"}]}"#,
                "calendars[0].hours",
            ),
            (
                r#"{"schema":1,"calendars":[{"id":1,"zone":"UTC","place":"XX"}]}"#,
                "calendars[0].place",
            ),
            (
                r#"{"schema":1,"calendars":[{"id":1,"zone":"UTC","hours":"always"},{"id":1,"zone":"UTC","hours":"always"}]}"#,
                "calendars[1].id",
            ),
            (
                r#"{"schema":1,"calendars":[{"id":1,"zone":"UTC","days":[{"date":"2026-02-14","kind":"lost"}]}]}"#,
                "calendars[0].days[0].kind",
            ),
            (
                r#"{"schema":1,"calendars":[{"id":1,"zone":"UTC","days":[{"date":"1815-06-18","kind":"off"}]}]}"#,
                "calendars[0].days[0].date",
            ),
            (
                r#"{"schema":1,"variations":[{"assumptions":{"calendar":3}}]}"#,
                "variations[0].assumptions.calendar",
            ),
            (
                r#"{"schema":1,"variations":[{"assumptions":{"lengths":[[0,0,0]]}}]}"#,
                "variations[0].assumptions.lengths[0][2]",
            ),
            (
                r#"{"schema":1,"variations":[{"assumptions":{"monthly":"weekly"}}]}"#,
                "variations[0].assumptions.monthly",
            ),
            (
                r#"{"schema":1,"variations":[{"assumptions":{"windows":[{"kind":"planned","from":"2026-02-14T10:00:00Z","until":"2026-02-14T10:00:00Z"}]}}]}"#,
                "variations[0].assumptions.windows[0].until",
            ),
        ] {
            assert_eq!(damaged(text).path, path, "{text}");
        }
        let many = r#"{"schema":1,"variations":[{},{},{},{}]}"#;
        assert_eq!(damaged(many).expected, Expected::AtMost(3));
    }

    #[test]
    fn what_is_missing_has_its_default() {
        assert_eq!(
            Simulation::read(r#"{"schema":1}"#),
            Ok(Simulation::default())
        );
        let one = Simulation::read(r#"{"schema":1,"variations":[{}],"active":1}"#);
        let one = one.expect("a simulation");
        assert_eq!(one.scenarios().len(), 2);
        assert_eq!(one.scenarios().first(), one.scenarios().last());
        assert_eq!(Simulation::read(&one.write()), Ok(one));
    }
}
