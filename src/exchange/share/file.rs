//! A plan as a file, where it is too long for a link.

use serde::Serialize;

use super::{Due, Fault, Parcel, Versions};
use crate::engine::{Expected, Instant, Misread, Node, Readings};
use crate::plan::{Draft, Plan, Unreadable};

/// The most bytes that are read as a file.
pub const LONGEST_FILE: usize = 256 * 1_024;

/// A plan with what was computed from it.
#[derive(Serialize)]
struct File<'a> {
    schema: u32,
    readings: &'a Readings,
    draft: &'a Draft,
    versions: Option<[&'a str; 3]>,
    dues: Vec<(&'a str, Instant)>,
}

/// `parcel` as a file: the document of the plan, and beside it what was computed.
///
/// ```
/// use sla_planner::engine::Policy;
/// use sla_planner::exchange::share::{read, read_file, write_file};
/// let policy = Policy::spt_001()?;
/// let parcel = read("/check?t=2026-02-14T17:50+08:00&end=1", &policy).unwrap();
/// assert_eq!(read_file(&write_file(&parcel)), Ok(parcel));
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[must_use]
pub fn write(parcel: &Parcel) -> String {
    let versions = parcel.versions.as_ref();
    let file = File {
        schema: parcel.plan.schema,
        readings: &parcel.plan.readings,
        draft: &parcel.plan.draft,
        versions: versions.map(|given| [&*given.policy, &*given.holidays, &*given.zones]),
        dues: parcel
            .dues
            .iter()
            .map(|due| (due.target.as_str(), due.at))
            .collect(),
    };
    serde_json::to_string(&file).unwrap_or_default()
}

/// What a file hands on.
///
/// # Errors
/// [`Fault`], when it is too long or holds something else.
pub fn read(text: &str) -> Result<Parcel, Fault> {
    if text.len() > LONGEST_FILE {
        return Err(Fault::FileTooLong {
            received: text.len(),
        });
    }
    if is_whole(text) {
        return Err(Fault::WholePlan);
    }
    let plan = Plan::read(text).map_err(Fault::File)?;
    let damaged = |misread| Fault::File(Unreadable::Damaged(misread));
    let tree = Node::parse(text).map_err(damaged)?;
    let node = Node::whole(&tree);
    let versions = node.key("versions").optional(versions).map_err(damaged)?;
    let dues = node.key("dues").optional(|dues| dues.list(due));
    Ok(Parcel {
        plan,
        versions: versions.flatten(),
        dues: dues.map_err(damaged)?.unwrap_or_default(),
    })
}

/// Whether it is the file of a whole plan, whose first line is a document by itself.
fn is_whole(text: &str) -> bool {
    let tree = Node::parse(text.lines().next().unwrap_or_default()).unwrap_or_default();
    Node::whole(&tree).key("file").number::<u32>().is_ok()
}

fn versions(node: &Node<'_>) -> Result<Option<Versions>, Misread> {
    let part = |place| node.place(place).str();
    Ok(Versions::from_parts(part(0)?, part(1)?, part(2)?))
}

fn due(node: &Node<'_>) -> Result<Due, Misread> {
    Ok(Due {
        target: node.place(0).text()?,
        at: node.place(1).parsed(Expected::Instant)?,
    })
}
