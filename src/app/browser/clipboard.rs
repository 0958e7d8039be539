//! The clipboard.

use wasm_bindgen_futures::JsFuture;

/// Puts `text` on the clipboard; whether the browser let it.
pub(in crate::app) async fn copy(text: &str) -> bool {
    let Some(window) = web_sys::window() else {
        return false;
    };
    let navigator = window.navigator();
    let clipboard = js_sys::Reflect::get(&navigator, &"clipboard".into());
    // Pages that are not served securely have none.
    if clipboard.is_ok_and(|clipboard| clipboard.is_undefined()) {
        return false;
    }
    JsFuture::from(navigator.clipboard().write_text(text))
        .await
        .is_ok()
}
