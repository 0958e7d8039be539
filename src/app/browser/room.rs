//! How much the browser keeps for the page, and whether it may throw that away.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// What the storage manager answers; pages that are not served securely have none.
async fn ask(method: &str) -> Option<JsValue> {
    let navigator: JsValue = web_sys::window()?.navigator().into();
    let manager = Reflect::get(&navigator, &"storage".into()).ok()?;
    let method: Function = Reflect::get(&manager, &method.into())
        .ok()?
        .dyn_into()
        .ok()?;
    let asked: Promise = method.call0(&manager).ok()?.dyn_into().ok()?;
    JsFuture::from(asked).await.ok()
}

/// Asks the browser not to throw away what it keeps for the page when it runs out of room.
pub(in crate::app) async fn persist() {
    let _ = ask("persist").await;
}

/// How many bytes are kept, by the browser's estimate.
pub(in crate::app) async fn used() -> Option<f64> {
    let estimate = ask("estimate").await?;
    Reflect::get(&estimate, &"usage".into()).ok()?.as_f64()
}
