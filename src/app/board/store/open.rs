//! Opening what is kept, and reading all of it.

use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::memory::UNKEPT;
use super::shape::{
    ASIDE, IMPORT, META, NAME, NAMED, NEXT, TICKETS, UNOPENED, VERSION, VIEWS, after, upgrade,
};
use super::{Found, Interrupted, Keeping, Store, Trouble};
use crate::app::browser::database::{self, Database, Refusal};
use crate::app::browser::{storage, turn::turn};
use crate::engine::Node;
use crate::plan::TicketBlock;

/// How many blocks are read at a time.
const AT_ONCE: usize = 8;
/// How many databases that cannot be opened are left behind before it is given up.
const MOST_UNOPENED: usize = 3;

impl Store {
    /// Opens what is kept, tells all of it, and then what other tabs changed meanwhile.
    pub(super) async fn begin(self) {
        self.keeping.set(Keeping::Opening(0));
        if let Some(database) = self.reopen().await {
            match self.load(&database).await {
                Ok(()) => self.keeping.set(Keeping::Kept),
                Err(refusal) => self.give_up(refusal.into()),
            }
        }
        self.ready.set(true);
        let heard = self.inner().heard.take();
        for text in heard {
            self.hear(text);
        }
    }

    /// Opens the database. One that cannot be opened is left as it is, and another takes its place.
    pub(super) async fn reopen(self) -> Option<Rc<Database>> {
        let kept = storage::read(NAMED).ok().flatten();
        let mut name = kept.unwrap_or_else(|| NAME.to_owned());
        for _ in 0..MOST_UNOPENED {
            let mut opened = self.connect(&name).await;
            if matches!(opened, Err(Refusal::Failed(_))) {
                // It may have been a moment.
                turn().await;
                opened = self.connect(&name).await;
            }
            match opened {
                Ok(database) => {
                    let database = Rc::new(database);
                    let inner = self.inner();
                    inner.name.replace(name);
                    inner.database.replace(Some(database.clone()));
                    return Some(database);
                }
                Err(Refusal::Failed(_)) => {
                    let next = after(&name);
                    let _ = storage::write(NAMED, &next);
                    self.found.update(|found| found.unopened = name);
                    name = next;
                }
                // Browsers that keep nothing in private windows say that the state is invalid.
                Err(Refusal::Closed) => {
                    self.give_up(Trouble::Refused);
                    return None;
                }
                Err(refusal) => {
                    self.inner().name.replace(name);
                    self.give_up(refusal.into());
                    return None;
                }
            }
        }
        self.give_up(Trouble::Refused);
        None
    }

    async fn connect(self, name: &str) -> Result<Database, Refusal> {
        let told = database::Told {
            blocked: Box::new(move || self.keeping.set(Keeping::Not(Trouble::Blocked))),
            superseded: Box::new(move || self.give_up(Trouble::Superseded)),
            lost: Box::new(move || self.give_up(Trouble::Failed(String::new()))),
        };
        let database = Database::open(name, VERSION, upgrade, told).await?;
        if database.has(&[TICKETS, META, ASIDE]) {
            Ok(database)
        } else {
            database.close();
            Err(Refusal::Failed("NotFoundError".to_owned()))
        }
    }

    /// Reads everything, and tells the tickets.
    pub(super) async fn load(self, database: &Database) -> Result<(), Refusal> {
        let reading = database.read(&[TICKETS, META, ASIDE])?;
        self.views
            .set(text(&reading.get(META, &VIEWS.into()).await?));
        let note = text(&reading.get(META, &IMPORT.into()).await?);
        let unopened = text(&reading.get(META, &UNOPENED.into()).await?);
        let next = number(&reading.get(META, &NEXT.into()).await?).unwrap_or(1);
        let aside = reading.keys(ASIDE).await?.len();
        let places = reading.keys(TICKETS).await?;
        let mut damaged: Vec<JsValue> = Vec::new();
        let mut highest = 0;
        let mut read = 0;
        for some in places.chunks(AT_ONCE) {
            let (Some(first), Some(last)) = (some.first(), some.last()) else {
                continue;
            };
            let values = reading.between(TICKETS, first, last).await?;
            let mut tickets = Vec::new();
            for (place, value) in some.iter().zip(values) {
                let block = number(place).zip(database::bytes(&value));
                let Some(block) = block.map(|(place, kept)| TicketBlock::read(place, &kept)) else {
                    damaged.push(place.clone());
                    continue;
                };
                let mut whole = !block.has_strays();
                for (key, ticket) in block.tickets() {
                    match ticket {
                        Ok(ticket) => tickets.push(ticket),
                        Err(_) => whole = false,
                    }
                    if key < UNKEPT {
                        highest = highest.max(key);
                    }
                }
                if !whole {
                    damaged.push(place.clone());
                }
            }
            self.show(&tickets, &[]);
            read += some.len();
            self.keeping
                .set(Keeping::Opening(percent(read, places.len())));
        }
        self.found.update(|found| {
            found.interrupted = interrupted(&note);
            found.aside = u32::try_from(aside).unwrap_or(u32::MAX);
            if found.unopened.is_empty() {
                found.unopened = unopened.clone();
            }
        });
        let unopened_now = self.found.with_untracked(|found| found.unopened.clone());
        let new_name = (unopened_now != unopened).then_some(unopened_now);
        let behind = next <= highest;
        if !damaged.is_empty() || !note.is_empty() || new_name.is_some() || behind {
            let next = behind.then(|| highest.saturating_add(1));
            self.mend(database, damaged, &note, new_name, next).await?;
        }
        self.inner().loaded.set(true);
        Ok(())
    }

    /// Sets aside what cannot be read, and puts right what is wrong beside the tickets.
    async fn mend(
        self,
        database: &Database,
        damaged: Vec<JsValue>,
        note: &str,
        unopened: Option<String>,
        next: Option<u32>,
    ) -> Result<(), Refusal> {
        let writing = database.write(&[TICKETS, META, ASIDE])?;
        let mut set_aside = 0;
        for place in damaged {
            let value = writing.get(TICKETS, &place).await?;
            let block = number(&place).zip(database::bytes(&value));
            let Some((number, kept)) = block else {
                if !value.is_undefined() {
                    writing.put(ASIDE, None, &value)?;
                    writing.delete(TICKETS, &place)?;
                    set_aside += 1;
                }
                continue;
            };
            let mut block = TicketBlock::read(number, &kept);
            let lines = block.take_damaged();
            for line in &lines {
                writing.put(ASIDE, None, &database::value(line))?;
                set_aside += 1;
            }
            if !lines.is_empty() {
                put(&writing, &block)?;
            }
        }
        if !note.is_empty() && text(&writing.get(META, &IMPORT.into()).await?) == note {
            writing.delete(META, &IMPORT.into())?;
        }
        if let Some(unopened) = unopened {
            writing.put(META, Some(&UNOPENED.into()), &unopened.into())?;
        }
        if let Some(next) = next {
            writing.put(META, Some(&NEXT.into()), &next.into())?;
        }
        writing.done().await?;
        self.found.update(|found| {
            found.damaged += set_aside;
            found.aside += set_aside;
        });
        Ok(())
    }

    /// Takes note that what was found was read by the user: it goes when that is written, so that it does not come
    /// back with a reload. Where it cannot be written it goes until then.
    pub(in crate::app) fn dismiss(self) {
        let unopened = self
            .found
            .with_untracked(|found| !found.unopened.is_empty());
        let database = self.database().filter(|_| unopened);
        leptos::task::spawn_local(async move {
            if let Some(Ok(writing)) = database.map(|database| database.write(&[META])) {
                let _ = writing.delete(META, &UNOPENED.into());
                let _ = writing.done().await;
            }
            self.found.update(|found| {
                *found = Found {
                    aside: found.aside,
                    ..Found::default()
                };
            });
        });
    }
}

/// Writes a block; one in which nothing is kept is deleted.
pub(super) fn put(writing: &database::Transaction, block: &TicketBlock) -> Result<(), Refusal> {
    let place = block.number().into();
    if block.is_empty() {
        writing.delete(TICKETS, &place)
    } else {
        writing.put(TICKETS, Some(&place), &database::value(&block.write()))
    }
}

/// How many per cent `part` is of `whole`.
#[expect(clippy::cast_possible_truncation, reason = "at most 100")]
pub(in crate::app) const fn percent(part: usize, whole: usize) -> u8 {
    match (part * 100).checked_div(whole) {
        Some(percent) if percent < 100 => percent as u8,
        _ => 100,
    }
}

/// The text that is kept; empty where there is none.
pub(super) fn text(value: &JsValue) -> String {
    value.as_string().unwrap_or_default()
}

/// The whole number that is kept.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "it is a whole number that fits"
)]
pub(super) fn number(value: &JsValue) -> Option<u32> {
    let number = value.as_f64()?;
    let fits = number.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&number);
    fits.then_some(number as u32)
}

/// The import that a note tells of.
fn interrupted(note: &str) -> Option<Interrupted> {
    let tree = Node::parse(note).ok()?;
    let node = Node::whole(&tree);
    Some(Interrupted {
        tickets: node.key("tickets").number().ok()?,
        source: node.key("source").text().ok()?,
    })
}
