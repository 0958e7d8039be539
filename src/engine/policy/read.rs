//! Policies as JSON.

use super::{BasisPoints, Milestone, Notices, Policy, Priority, Target, Threshold};
use crate::engine::{
    Bilingual, Error, Expected, MaintenanceRule, Misread, Node, Readings, WeeklyHours,
};

impl Policy {
    /// A policy from its JSON text.
    ///
    /// # Errors
    /// [`Error::MalformedPolicy`] when it is not a policy, [`Error::ZeroTarget`],
    /// [`Error::MissingTarget`] or [`Error::UnorderedThresholds`] when it contradicts itself.
    ///
    /// ```
    /// use sla_planner::engine::{Error, Policy};
    /// let Err(Error::MalformedPolicy(misread)) = Policy::read("{}") else { panic!() };
    /// assert_eq!(misread.path, "id");
    /// ```
    pub fn read(json: &str) -> Result<Self, Error> {
        let policy = Node::parse(json)
            .and_then(|tree| policy(&Node::whole(&tree)))
            .map_err(Error::MalformedPolicy)?;
        policy.check()?;
        Ok(policy)
    }
}

fn policy(node: &Node<'_>) -> Result<Policy, Misread> {
    Ok(Policy {
        id: node.key("id").text()?,
        version: node.key("version").text()?,
        holds_from: node.key("holdsFrom").date()?,
        name: Bilingual::read(&node.key("name"))?,
        zone: node.key("zone").parsed(Expected::Zone)?,
        holidays: node.key("holidays").optional(|country| country.text())?,
        working_time: WeeklyHours::read(&node.key("workingTime"))?,
        priorities: node.key("priorities").list(priority)?,
        targets: node.key("targets").list(target)?,
        thresholds: node.key("thresholds").list(threshold)?,
        maintenance: node
            .key("maintenance")
            .optional(|rules| rules.list(MaintenanceRule::read))?
            .unwrap_or_default(),
        availability: node
            .key("availability")
            .optional(|share| share.number().map(BasisPoints))?,
        notices: notices(&node.key("notices"))?,
        readings: Readings::read(&node.key("readings"))?,
    })
}

fn priority(node: &Node<'_>) -> Result<Priority, Misread> {
    Ok(Priority {
        id: node.key("id").text()?,
        name: Bilingual::read(&node.key("name"))?,
        definition: Bilingual::read(&node.key("definition"))?,
        clause: node.key("clause").text()?,
        urgent: node.key("urgent").flag()?,
    })
}

fn target(node: &Node<'_>) -> Result<Target, Misread> {
    Ok(Target {
        id: node.key("id").text()?,
        name: Bilingual::read(&node.key("name"))?,
        clause: node.key("clause").text()?,
        start: Milestone::read(&node.key("start"))?,
        stops: node.key("stops").list(Milestone::read)?,
        seconds: node.key("seconds").list(|length| length.number())?,
    })
}

fn threshold(node: &Node<'_>) -> Result<Threshold, Misread> {
    Ok(Threshold {
        share: BasisPoints(node.key("basisPoints").number()?),
        name: Bilingual::read(&node.key("name"))?,
        told: Bilingual::read(&node.key("told"))?,
        clause: node.key("clause").text()?,
    })
}

fn notices(node: &Node<'_>) -> Result<Notices, Misread> {
    Ok(Notices {
        planned_before: node.key("plannedBefore").number()?,
        emergency_before: node.key("emergencyBefore").number()?,
        restored_within: node.key("restoredWithin").number()?,
    })
}

#[cfg(test)]
mod tests {
    use super::{Error, Expected, Policy};

    const SPT_001: &str = include_str!("spt-001.json");

    /// The path that is blamed when `from` in SPT-001 is replaced by `to`.
    fn blamed(from: &str, to: &str) -> (String, Expected) {
        assert!(SPT_001.contains(from), "{from}");
        match Policy::read(&SPT_001.replacen(from, to, 1)) {
            Err(Error::MalformedPolicy(misread)) => (misread.path, misread.expected),
            other => panic!("{from} to {to}: {other:?}"),
        }
    }

    #[test]
    fn names_the_place_that_is_wrong() {
        for (from, to, path, expected) in [
            ("\"zone\": \"Asia/Shanghai\",", "", "zone", Expected::Zone),
            (
                "2026-02-06\",\n  \"name",
                "2026-02-30\",\n  \"name",
                "holdsFrom",
                Expected::Date,
            ),
            (
                "\"mon\": [\"09:00-18:00\"]",
                "\"mon\": [\"9-25\"]",
                "workingTime.mon[0]",
                Expected::Hours,
            ),
            (
                "900, 1800",
                "900, \"1800\"",
                "targets[0].seconds[1]",
                Expected::Number,
            ),
            (
                "\"urgent\": true",
                "\"urgent\": 1",
                "priorities[0].urgent",
                Expected::Flag,
            ),
            (
                "\"weekday\": \"sun\"",
                "\"weekday\": \"so\"",
                "maintenance[0].weekday",
                Expected::Weekday,
            ),
            ("9990", "-1", "availability", Expected::Number),
            (
                "[\"first-reply\", \"resolution\"]",
                "7",
                "targets[0].stops",
                Expected::List,
            ),
            (
                "\"id\": \"P3\"",
                "\"id\": 3",
                "priorities[3].id",
                Expected::Text,
            ),
        ] {
            assert_eq!(blamed(from, to), (path.to_owned(), expected));
        }
        let (path, expected) = blamed("\"nth\": \"second\"", "\"nth\": \"2nd\"");
        assert_eq!(path, "maintenance[0].nth");
        assert!(matches!(expected, Expected::OneOf(keys) if keys.contains(&"second")));
    }

    #[test]
    fn refuses_what_is_no_json() {
        assert!(matches!(
            Policy::read("{"),
            Err(Error::MalformedPolicy(misread)) if misread.expected == Expected::Json
        ));
    }
}
