//! Texts between the programs of the page, as events of the document.

use wasm_bindgen::prelude::*;
use web_sys::{CustomEvent, CustomEventInit};

use super::document::document;

/// Tells `text` under `name` to every program that listens, before this returns.
pub(in crate::app) fn tell(name: &str, text: &str) {
    let init = CustomEventInit::new();
    init.set_detail(&JsValue::from_str(text));
    if let (Some(document), Ok(event)) = (
        document(),
        CustomEvent::new_with_event_init_dict(name, &init),
    ) {
        let _ = document.dispatch_event(&event);
    }
}

/// Calls `then` with every text that is told under `name`, for as long as the page lives.
pub(in crate::app) fn listen(name: &str, then: impl Fn(String) + 'static) {
    let heard = move |event: CustomEvent| then(event.detail().as_string().unwrap_or_default());
    let closure = Closure::<dyn Fn(CustomEvent)>::new(heard);
    if let Some(document) = document() {
        let listener = closure.as_ref().unchecked_ref();
        let _ = document.add_event_listener_with_callback(name, listener);
    }
    closure.forget();
}
