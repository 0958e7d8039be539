//! The browser's database: IndexedDB, over the crate `idb`.
//!
//! A transaction ends by itself when nothing of it is under way. So whatever is done within one waits for
//! nothing but its own requests.

use idb::{DatabaseEvent, Factory, KeyRange, ObjectStore, ObjectStoreParams, Query};
use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DomException, Event, IdbDatabase, IdbTransaction};

/// Why the browser does not keep something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::app) enum Refusal {
    /// It keeps nothing for this page.
    Refused,
    /// There is no room.
    Full,
    /// A later version of the page made the database.
    Newer,
    /// The connection is closed.
    Closed,
    /// Something else, by the name of the browser's error.
    Failed(String),
}

impl Refusal {
    fn named(name: &str) -> Self {
        match name {
            "SecurityError" | "NotAllowedError" => Self::Refused,
            "QuotaExceededError" => Self::Full,
            "VersionError" => Self::Newer,
            "InvalidStateError" => Self::Closed,
            _ => Self::Failed(name.to_owned()),
        }
    }

    fn of(value: &JsValue) -> Self {
        let name = Reflect::get(value, &"name".into());
        let name = name.ok().and_then(|name| name.as_string());
        Self::named(&name.unwrap_or_default())
    }
}

impl From<idb::Error> for Refusal {
    fn from(error: idb::Error) -> Self {
        use idb::Error as E;
        match error {
            E::IndexedDbNotFound(_) => Self::Refused,
            E::DomException(exception) => Self::named(&exception.name()),
            E::IndexedDbOpenFailed(value)
            | E::IndexedDbDeleteFailed(value)
            | E::TransactionOpenFailed(value)
            | E::ObjectStoreNotFound(value)
            | E::UpdateFailed(value)
            | E::DeleteFailed(value)
            | E::ClearFailed(value)
            | E::GetFailed(value)
            | E::GetAllKeysFailed(value) => Self::of(&value),
            _ => Self::Failed(String::new()),
        }
    }
}

/// An open database.
pub(in crate::app) struct Database {
    raw: IdbDatabase,
    /// Holds what is called when the connection is lost.
    _listening: idb::Database,
}

/// A change of a database to another version.
pub(in crate::app) struct Upgrade {
    database: idb::Database,
    /// The version that it had; 0 for a new one.
    pub(in crate::app) from: u32,
}

impl Upgrade {
    /// Makes a store for values whose keys are given.
    pub(in crate::app) fn make(&self, store: &str) {
        let _ = self
            .database
            .create_object_store(store, ObjectStoreParams::new());
    }

    /// Makes a store that gives its values keys of its own.
    pub(in crate::app) fn make_numbered(&self, store: &str) {
        let mut params = ObjectStoreParams::new();
        params.auto_increment(true);
        let _ = self.database.create_object_store(store, params);
    }
}

/// What is called when a connection is not to be had, or lost.
pub(in crate::app) struct Told {
    /// Another tab holds an earlier version open.
    pub(in crate::app) blocked: Box<dyn FnOnce()>,
    /// Another tab asks for a later version, and gets it.
    pub(in crate::app) superseded: Box<dyn FnOnce()>,
    /// The browser closed the connection.
    pub(in crate::app) lost: Box<dyn FnOnce()>,
}

impl Database {
    /// Opens the database called `name`, and makes it, or changes it to `version`.
    pub(in crate::app) async fn open(
        name: &str,
        version: u32,
        upgrade: fn(&Upgrade),
        told: Told,
    ) -> Result<Self, Refusal> {
        let mut opening = Factory::new()?.open(name, Some(version))?;
        opening.on_upgrade_needed(move |event| {
            if let (Ok(database), Ok(from)) = (event.database(), event.old_version()) {
                upgrade(&Upgrade { database, from });
            }
        });
        opening.on_blocked(move |_| (told.blocked)());
        let raw: IdbDatabase = opening.await?.into();
        let mut listening = idb::Database::from(raw.clone());
        let closed = raw.clone();
        listening.on_version_change(move |_| {
            closed.close();
            (told.superseded)();
        });
        listening.on_close(move |_| (told.lost)());
        Ok(Self {
            raw,
            _listening: listening,
        })
    }

    /// Opens the database called `name` as it is, to read what can be read.
    pub(in crate::app) async fn open_as_is(name: &str) -> Result<Self, Refusal> {
        let raw: IdbDatabase = Factory::new()?.open(name, None)?.await?.into();
        let listening = idb::Database::from(raw.clone());
        Ok(Self {
            raw,
            _listening: listening,
        })
    }

    /// Whether it has these stores.
    pub(in crate::app) fn has(&self, stores: &[&str]) -> bool {
        let names = self.raw.object_store_names();
        stores.iter().all(|store| names.contains(store))
    }

    /// Deletes the database called `name`.
    pub(in crate::app) async fn delete(name: &str) -> Result<(), Refusal> {
        Factory::new()?.delete(name)?.await?;
        Ok(())
    }

    /// Closes the connection.
    pub(in crate::app) fn close(&self) {
        self.raw.close();
    }

    /// Begins to read.
    pub(in crate::app) fn read(&self, stores: &[&str]) -> Result<Transaction, Refusal> {
        self.begin(stores, "readonly")
    }

    /// Begins to write. What is written is on the disk when [`Transaction::done`] says so, where the browser
    /// can tell.
    pub(in crate::app) fn write(&self, stores: &[&str]) -> Result<Transaction, Refusal> {
        self.begin(stores, "readwrite")
    }

    fn begin(&self, stores: &[&str], mode: &str) -> Result<Transaction, Refusal> {
        let refused = |error: JsValue| Refusal::of(&error);
        let names: Array = stores
            .iter()
            .map(|store| JsValue::from_str(store))
            .collect();
        let options = Object::new();
        Reflect::set(&options, &"durability".into(), &"strict".into()).map_err(refused)?;
        // As a function: the bindings do not know the third argument yet.
        let begin: Function = Reflect::get(&self.raw, &"transaction".into())
            .map_err(refused)?
            .unchecked_into();
        let raw: IdbTransaction = begin
            .call3(&self.raw, &names, &mode.into(), &options)
            .map_err(refused)?
            .unchecked_into();
        let ended = Promise::new(&mut |resolve, _| {
            raw.set_oncomplete(Some(&resolve));
            raw.set_onabort(Some(&resolve));
        });
        Ok(Transaction { raw, ended })
    }
}

/// Reading or writing that is done whole or not at all.
pub(in crate::app) struct Transaction {
    raw: IdbTransaction,
    ended: Promise,
}

impl Transaction {
    fn store(&self, name: &str) -> Result<ObjectStore, Refusal> {
        Ok(idb::Transaction::from(self.raw.clone()).object_store(name)?)
    }

    /// The value under `key`; undefined where there is none.
    pub(in crate::app) async fn get(&self, store: &str, key: &JsValue) -> Result<JsValue, Refusal> {
        let found = self.store(store)?.get(key.clone())?.await?;
        Ok(found.unwrap_or(JsValue::UNDEFINED))
    }

    /// All keys, in their order.
    pub(in crate::app) async fn keys(&self, store: &str) -> Result<Vec<JsValue>, Refusal> {
        Ok(self.store(store)?.get_all_keys(None, None)?.await?)
    }

    /// The values whose keys lie between two, these included, in the order of the keys.
    pub(in crate::app) async fn between(
        &self,
        store: &str,
        first: &JsValue,
        last: &JsValue,
    ) -> Result<Vec<JsValue>, Refusal> {
        let range = KeyRange::bound(first, last, None, None)?;
        let query = Query::KeyRange(range);
        Ok(self.store(store)?.get_all(Some(query), None)?.await?)
    }

    /// All values, in the order of their keys.
    pub(in crate::app) async fn all(&self, store: &str) -> Result<Vec<JsValue>, Refusal> {
        Ok(self.store(store)?.get_all(None, None)?.await?)
    }

    /// Writes `value` under `key`, or under one of the store's own; it does not wait until it is written.
    pub(in crate::app) fn put(
        &self,
        store: &str,
        key: Option<&JsValue>,
        value: &JsValue,
    ) -> Result<(), Refusal> {
        self.store(store)?.put(value, key)?;
        Ok(())
    }

    /// Deletes what is under `key`; it does not wait until that is done.
    pub(in crate::app) fn delete(&self, store: &str, key: &JsValue) -> Result<(), Refusal> {
        self.store(store)?.delete(key.clone())?;
        Ok(())
    }

    /// Deletes everything; it does not wait until that is done.
    pub(in crate::app) fn clear(&self, store: &str) -> Result<(), Refusal> {
        self.store(store)?.clear()?;
        Ok(())
    }

    /// Undoes everything.
    pub(in crate::app) fn abort(&self) {
        let _ = self.raw.abort();
    }

    /// Waits until everything is written.
    pub(in crate::app) async fn done(self) -> Result<(), Refusal> {
        let event = JsFuture::from(self.ended).await;
        let completed = event
            .ok()
            .and_then(|event| event.dyn_into::<Event>().ok())
            .is_some_and(|event| event.type_() == "complete");
        if completed {
            return Ok(());
        }
        let error: Option<DomException> = self.raw.error();
        Err(error.map_or(Refusal::Closed, |error| Refusal::named(&error.name())))
    }
}

/// `bytes` as a value.
pub(in crate::app) fn value(bytes: &[u8]) -> JsValue {
    Uint8Array::from(bytes).into()
}

/// The bytes of a value; none where it is something else.
pub(in crate::app) fn bytes(value: &JsValue) -> Option<Vec<u8>> {
    let array = value.dyn_ref::<Uint8Array>()?;
    Some(array.to_vec())
}
