//! How the database is laid out, in each of its versions.

use crate::app::browser::database::Upgrade;

/// The version of the database. Each change of it, and of a ticket's record, makes it one more; what it was
/// before is changed by [`upgrade`]. `tests/e2e/kept` makes a database of each version there was.
pub(super) const VERSION: u32 = 1;

/// The database.
pub(super) const NAME: &str = "sla-planner";
/// The key in local storage of its name, where it has another because the first could not be opened.
pub(super) const NAMED: &str = "sla-planner.database";

/// Blocks of tickets, under their places.
pub(super) const TICKETS: &str = "tickets";
/// The rest, under names.
pub(super) const META: &str = "meta";
/// Records that cannot be read, as they are.
pub(super) const ASIDE: &str = "aside";

/// The next key of a ticket.
pub(super) const NEXT: &str = "next";
/// The saved views.
pub(super) const VIEWS: &str = "views";
/// The name of a database that could not be opened.
pub(super) const UNOPENED: &str = "unopened";
/// An import that was begun.
pub(super) const IMPORT: &str = "import";

/// Brings a database from the version that it has to [`VERSION`].
pub(super) fn upgrade(upgrade: &Upgrade) {
    if upgrade.from < 1 {
        upgrade.make(TICKETS);
        upgrade.make(META);
        upgrade.make_numbered(ASIDE);
    }
}

/// The database that takes the place of one that cannot be opened.
pub(super) fn after(name: &str) -> String {
    let count = name
        .strip_prefix(NAME)
        .and_then(|rest| rest.strip_prefix('-'));
    let count: u32 = count.and_then(|count| count.parse().ok()).unwrap_or(1);
    format!("{NAME}-{}", count.saturating_add(1))
}
