//! Letting the browser do something else in between.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::MessageChannel;

/// Goes on in a task of its own, after input and painting that wait. A message rather than a timer: timers
/// that call each other are held back by 4 ms.
pub(in crate::app) async fn turn() {
    let Ok(channel) = MessageChannel::new() else {
        return;
    };
    let resolved = Rc::new(RefCell::new(None));
    let promise = Promise::new(&mut |resolve, _| *resolved.borrow_mut() = Some(resolve));
    let come = Closure::once_into_js(move || {
        if let Some(resolve) = resolved.borrow_mut().take() {
            let _ = resolve.call0(&JsValue::NULL);
        }
    });
    channel.port1().set_onmessage(come.dyn_ref());
    let _ = channel.port2().post_message(&JsValue::NULL);
    let _ = JsFuture::from(promise).await;
    channel.port1().close();
}
