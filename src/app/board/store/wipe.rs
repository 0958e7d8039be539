//! Deleting everything that this browser keeps of the planner, at the user's command.

use super::Store;
use super::shape::{ASIDE, META, NAME, TICKETS, after};
use crate::app::browser::database::{Database, Refusal};
use crate::app::browser::{document, storage};

/// What the planner's keys in the browser's storage begin with.
const KEYS: &str = "sla-planner.";
/// The key by which other tabs hear of it; `public/boot.js` listens.
const CLEARED: &str = "sla-planner.cleared";

impl Store {
    /// Deletes everything, and begins anew, in all tabs.
    pub(in crate::app) async fn wipe(self) -> Result<(), Refusal> {
        let inner = self.inner();
        let name = inner.name.borrow().clone();
        if let Some(database) = self.database() {
            let writing = database.write(&[TICKETS, META, ASIDE])?;
            for store in [TICKETS, META, ASIDE] {
                writing.clear(store)?;
            }
            writing.done().await?;
        }
        // Those that could not be opened, and one of which nothing can be kept.
        let mut other = NAME.to_owned();
        while !name.is_empty() && other != name {
            let _ = Database::delete(&other).await;
            other = after(&other);
        }
        if self.database().is_none() {
            let _ = Database::delete(&other).await;
        }
        storage::forget(KEYS);
        let _ = storage::write(CLEARED, "1");
        storage::forget(KEYS);
        document::reload();
        Ok(())
    }
}
