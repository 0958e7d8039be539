//! Files that the system hands to the page, where that is installed as a program.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

/// Calls `then` with each file that the page is started with, for as long as it lives.
pub(in crate::app) fn files(then: impl Fn(File) + Copy + 'static) {
    let heard = Closure::<dyn Fn(JsValue)>::new(move |launched: JsValue| {
        let handles = Reflect::get(&launched, &"files".into()).map(|files| Array::from(&files));
        for handle in handles.iter().flat_map(Array::iter) {
            leptos::task::spawn_local(async move {
                if let Some(file) = file(&handle).await {
                    then(file);
                }
            });
        }
    });
    let listened = || {
        let window: JsValue = web_sys::window()?.into();
        let queue = Reflect::get(&window, &"launchQueue".into()).ok()?;
        let listen: Function = Reflect::get(&queue, &"setConsumer".into())
            .ok()?
            .dyn_into()
            .ok()?;
        listen.call1(&queue, heard.as_ref()).ok()
    };
    if listened().is_some() {
        heard.forget();
    }
}

async fn file(handle: &JsValue) -> Option<File> {
    let get: Function = Reflect::get(handle, &"getFile".into())
        .ok()?
        .dyn_into()
        .ok()?;
    let asked: Promise = get.call0(handle).ok()?.dyn_into().ok()?;
    JsFuture::from(asked).await.ok()?.dyn_into().ok()
}
