//! What the browser knows about its user.

use js_sys::{Array, Intl, Object, Reflect};
use wasm_bindgen::JsValue;

use crate::engine::Zone;
use crate::text::Lang;

/// The zone of the user's system, when the browser names one that is known.
pub(in crate::app) fn zone() -> Option<Zone> {
    let format = Intl::DateTimeFormat::new(&Array::new(), &Object::new());
    let options = format.resolved_options();
    let name = Reflect::get(&options, &JsValue::from_str("timeZone")).ok()?;
    name.as_string()?.parse().ok()
}

/// The language the user's browser asks for.
pub(in crate::app) fn lang() -> Lang {
    let wanted: Vec<String> = web_sys::window()
        .map(|window| window.navigator().languages())
        .into_iter()
        .flat_map(|languages| {
            languages
                .iter()
                .filter_map(|tag| tag.as_string())
                .collect::<Vec<_>>()
        })
        .collect();
    Lang::wanted(wanted.iter().map(String::as_str))
}
