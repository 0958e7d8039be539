//! What is pasted into the page, or dropped onto it, outside of fields.

use js_sys::{Function, JsString, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{ClipboardEvent, DataTransfer, DragEvent, Element, EventTarget, File};

/// What was brought.
pub(in crate::app) enum Brought {
    /// A text. It may be very long, so it stays where the browser has it.
    Text(JsString),
    /// A file.
    File(File),
    /// Several files.
    Several,
    /// Nothing that can be read.
    Nothing,
}

/// Calls `then` with what is pasted outside of fields. Listens for as long as the page lives.
pub(in crate::app) fn on_paste(then: impl Fn(Brought) + 'static) {
    listen("paste", move |event: ClipboardEvent| {
        if !is_field(event.target()) {
            event.prevent_default();
            then(brought(event.clipboard_data()));
        }
    });
}

/// What is pasted with `event`.
pub(in crate::app) fn pasted(event: &ClipboardEvent) -> Brought {
    brought(event.clipboard_data())
}

/// Calls `over` when something that can be dropped comes over the page or leaves it, and `then` with what is
/// dropped; neither while `wanted` does not hold. Listens for as long as the page lives.
pub(in crate::app) fn on_drop(
    wanted: impl Fn() -> bool + Clone + 'static,
    over: impl Fn(bool) + Clone + 'static,
    then: impl Fn(Brought) + 'static,
) {
    let (is_wanted, is_over) = (wanted.clone(), over.clone());
    // Without this the browser would open the file in the place of the page.
    let hover = move |event: DragEvent| {
        if is_wanted() && !is_field(event.target()) {
            event.prevent_default();
            is_over(true);
        }
    };
    listen("dragenter", hover.clone());
    listen("dragover", hover);
    let left = over.clone();
    listen("dragleave", move |event: DragEvent| {
        // Outside the window nothing is entered.
        if event.related_target().is_none() {
            left(false);
        }
    });
    listen("drop", move |event: DragEvent| {
        over(false);
        if wanted() && !is_field(event.target()) {
            event.prevent_default();
            then(brought(event.data_transfer()));
        }
    });
}

fn listen<Event: wasm_bindgen::convert::FromWasmAbi + 'static>(
    name: &str,
    then: impl Fn(Event) + 'static,
) {
    let then = Closure::<dyn Fn(Event)>::new(then);
    if let Some(document) = super::document::document() {
        let listener = then.as_ref().unchecked_ref();
        let _ = document.add_event_listener_with_callback(name, listener);
    }
    then.forget();
}

fn brought(data: Option<DataTransfer>) -> Brought {
    let Some(data) = data else {
        return Brought::Nothing;
    };
    let files = data.files();
    if let Some(files) = files.filter(|files| files.length() > 0) {
        return match files.get(0) {
            Some(file) if files.length() == 1 => Brought::File(file),
            _ => Brought::Several,
        };
    }
    match plain_text(&data) {
        Some(text) if text.trim().length() > 0 => Brought::Text(text),
        _ => Brought::Nothing,
    }
}

/// The text in `data`, not copied into the program.
fn plain_text(data: &DataTransfer) -> Option<JsString> {
    let get: Function = Reflect::get(data, &"getData".into())
        .ok()?
        .dyn_into()
        .ok()?;
    get.call1(data, &"text/plain".into()).ok()?.dyn_into().ok()
}

/// Whether text can be entered into `target`.
fn is_field(target: Option<EventTarget>) -> bool {
    let element = target.and_then(|target| target.dyn_into::<Element>().ok());
    let fields =
        "input:not([type=checkbox], [type=radio], [type=file]), textarea, [contenteditable]";
    element.is_some_and(|element| element.closest(fields).ok().flatten().is_some())
}
