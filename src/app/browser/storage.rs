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

/// Keeps nothing any more whose key begins with `start`, neither for all tabs nor for this one.
pub(in crate::app) fn forget(start: &str) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let both = [window.local_storage(), window.session_storage()];
    for storage in both.into_iter().filter_map(Result::ok).flatten() {
        let keys =
            (0..storage.length().unwrap_or_default()).filter_map(|at| storage.key(at).ok()?);
        for key in keys.collect::<Vec<_>>() {
            if key.starts_with(start) {
                let _ = storage.remove_item(&key);
            }
        }
    }
}
