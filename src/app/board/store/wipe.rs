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
    /// Deletes everything, and begins anew, in all tabs. Where a database cannot be deleted, nothing is.
    pub(in crate::app) async fn wipe(self) -> Result<(), Refusal> {
        let name = self.inner().name.borrow().clone();
        // Those that could not be opened, and one of which nothing can be kept.
        let mut other = NAME.to_owned();
        while !name.is_empty() && other != name {
            delete(&other).await?;
            other = after(&other);
        }
        match self.database() {
            None => delete(&other).await?,
            Some(database) => {
                let writing = database.write(&[TICKETS, META, ASIDE])?;
                for store in [TICKETS, META, ASIDE] {
                    writing.clear(store)?;
                }
                writing.done().await?;
            }
        }
        storage::forget(KEYS);
        let _ = storage::write(CLEARED, "1");
        storage::forget(KEYS);
        document::reload();
        Ok(())
    }
}

/// Deletes a database. A browser that keeps none has nothing to delete.
async fn delete(name: &str) -> Result<(), Refusal> {
    match Database::delete(name).await {
        Err(Refusal::Refused) => Ok(()),
        deleted => deleted,
    }
}
