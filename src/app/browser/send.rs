//! Handing a link to another program of the device.

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

fn share() -> Option<(JsValue, Function)> {
    let navigator: JsValue = web_sys::window()?.navigator().into();
    let share = Reflect::get(&navigator, &"share".into()).ok()?;
    Some((navigator, share.dyn_into().ok()?))
}

/// Whether the browser can.
pub(in crate::app) fn possible() -> bool {
    share().is_some()
}

/// Lets the user hand on `link`, or not.
pub(in crate::app) fn send(title: &str, link: &str) {
    let content = Object::new();
    for (key, value) in [("title", title), ("url", link)] {
        let _ = Reflect::set(&content, &key.into(), &value.into());
    }
    let Some((navigator, share)) = share() else {
        return;
    };
    let asked = share.call1(&navigator, &content);
    if let Some(asked) = asked
        .ok()
        .and_then(|asked| asked.dyn_into::<Promise>().ok())
    {
        leptos::task::spawn_local(async move {
            // Whoever changes their mind breaks nothing.
            let _ = JsFuture::from(asked).await;
        });
    }
}
