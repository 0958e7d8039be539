//! What the browser keeps between visits.

use web_sys::Storage;

/// The browser keeps nothing: storage is refused, or full.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) struct Refused;

fn storage() -> Result<Storage, Refused> {
    web_sys::window()
        .and_then(|window| window.local_storage().ok().flatten())
        .ok_or(Refused)
}

/// What is kept under `key`.
pub(in crate::app) fn read(key: &str) -> Result<Option<String>, Refused> {
    storage()?.get_item(key).map_err(|_| Refused)
}

/// Keeps `text` under `key`.
pub(in crate::app) fn write(key: &str, text: &str) -> Result<(), Refused> {
    storage()?.set_item(key, text).map_err(|_| Refused)
}
