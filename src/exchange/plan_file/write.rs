//! The lines of a file around its tickets.

use serde::Serialize;

use super::PLAN_FILE;
use crate::engine::Readings;
use crate::plan::{Draft, Plan};

#[derive(Serialize)]
struct Head<'a> {
    file: u32,
    schema: u32,
    readings: &'a Readings,
    draft: &'a Draft,
    views: &'a str,
}

/// The first line: what is in Check, and the saved views of the board as text. Behind it come
/// [`crate::plan::Ticket::write`] for each ticket, each on a line, and [`end`].
///
/// ```
/// use sla_planner::exchange::plan_file::{PlanReader, end, head};
/// use sla_planner::plan::Plan;
/// let file = head(&Plan::default(), "") + &end(0);
/// let mut reader = PlanReader::default();
/// reader.take(file.as_bytes(), &mut |_, _| {}).unwrap();
/// assert_eq!(reader.finish().map(|content| content.plan), Ok(Plan::default()));
/// ```
#[must_use]
pub fn head(plan: &Plan, views: &str) -> String {
    let head = Head {
        file: PLAN_FILE,
        schema: plan.schema,
        readings: &plan.readings,
        draft: &plan.draft,
        views,
    };
    serde_json::to_string(&head).unwrap_or_default() + "\n"
}

/// The last line, with the number of tickets before it.
#[must_use]
pub fn end(tickets: u32) -> String {
    format!("{{\"end\":{tickets}}}\n")
}
