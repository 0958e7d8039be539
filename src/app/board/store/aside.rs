//! What cannot be read, for the user to save as a file.

use wasm_bindgen::JsValue;

use super::Store;
use super::shape::{ASIDE, TICKETS};
use crate::app::browser::database::{self, Database, Refusal};
use crate::plan::{Ticket, Unreadable};

/// How many blocks are read at a time.
const AT_ONCE: usize = 8;

impl Store {
    /// The records that were set aside, as they are.
    pub(in crate::app) async fn aside(self) -> Vec<String> {
        let Some(database) = self.database() else {
            return Vec::new();
        };
        let read = async {
            let reading = database.read(&[ASIDE])?;
            reading.all(ASIDE).await
        };
        let records: Vec<JsValue> = read.await.unwrap_or_default();
        records.iter().map(as_text).collect()
    }

    /// The lines of tickets that can be read in the database called `name`.
    pub(in crate::app) async fn readable(self, name: &str) -> Vec<String> {
        lines(name).await.unwrap_or_default()
    }
}

async fn lines(name: &str) -> Result<Vec<String>, Refusal> {
    let database = Database::open_as_is(name).await?;
    let reading = database.read(&[TICKETS])?;
    let places = reading.keys(TICKETS).await?;
    let mut found = Vec::new();
    for some in places.chunks(AT_ONCE) {
        let (Some(first), Some(last)) = (some.first(), some.last()) else {
            continue;
        };
        for value in reading.between(TICKETS, first, last).await? {
            let kept = as_text(&value);
            // What a later planner wrote is no damage.
            let readable = |line: &&str| !matches!(Ticket::read(line), Err(Unreadable::Damaged(_)));
            found.extend(kept.lines().filter(readable).map(str::to_owned));
        }
    }
    database.close();
    Ok(found)
}

/// Whatever is kept, as text.
fn as_text(value: &JsValue) -> String {
    match database::bytes(value) {
        Some(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
        None => js_sys::JSON::stringify(value).map_or(String::new(), String::from),
    }
}
