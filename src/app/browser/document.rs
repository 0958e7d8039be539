//! The document around the page.

use wasm_bindgen::prelude::*;
use web_sys::{
    Document, Element, EventTarget, HtmlDialogElement, HtmlElement, KeyboardEvent,
    ScrollIntoViewOptions, ScrollLogicalPosition, Window,
};

fn window() -> Option<Window> {
    web_sys::window()
}

/// The document.
pub(in crate::app) fn document() -> Option<Document> {
    window()?.document()
}

fn root() -> Option<Element> {
    document()?.document_element()
}

/// Where the program whose place is called `id` is mounted.
pub(in crate::app) fn mount_point(id: &str) -> HtmlElement {
    document()
        .and_then(|document| document.get_element_by_id(id))
        .and_then(|element| element.dyn_into().ok())
        .or_else(|| document()?.body())
        .expect("a page has a body")
}

/// Takes the static page away.
pub(in crate::app) fn clear_shell() {
    if let Some(shell) = document().and_then(|document| document.get_element_by_id("shell")) {
        shell.remove();
    }
}

/// Sets the language of the document.
pub(in crate::app) fn set_lang(tag: &str) {
    if let Some(root) = root() {
        let _ = root.set_attribute("lang", tag);
    }
}

/// Sets the theme: `auto`, `light` or `dark`.
pub(in crate::app) fn set_theme(theme: &str) {
    if let Some(root) = root() {
        let _ = root.set_attribute("data-theme", theme);
    }
}

/// Sets the title of the tab.
pub(in crate::app) fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Whether nobody can see the page.
pub(in crate::app) fn is_hidden() -> bool {
    document().is_some_and(|document| document.hidden())
}

/// What stands after `#` in the address; empty where nothing does.
pub(in crate::app) fn fragment() -> String {
    let hash = window().and_then(|window| window.location().hash().ok());
    hash.unwrap_or_default().trim_start_matches('#').to_owned()
}

/// Goes to a place of the page.
pub(in crate::app) fn go(fragment: &str) {
    if let Some(window) = window() {
        let _ = window.location().set_hash(fragment);
    }
}

/// The address of the page without what stands after `#`.
pub(in crate::app) fn address() -> String {
    let address = window().and_then(|window| window.location().href().ok());
    let address = address.unwrap_or_default();
    address.split('#').next().unwrap_or_default().to_owned()
}

/// Takes a link out of the address, without a step back to it.
pub(in crate::app) fn forget_fragment() {
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some("#/check"));
    }
}

/// Loads the page anew.
pub(in crate::app) fn reload() {
    if let Some(window) = window() {
        let _ = window.location().reload();
    }
}

/// Opens the browser's print dialog.
pub(in crate::app) fn print() {
    if let Some(window) = window() {
        let _ = window.print();
    }
}

/// Scrolls as far as is needed to see the element with this id.
pub(in crate::app) fn show(id: &str) {
    if let Some(element) = document().and_then(|document| document.get_element_by_id(id)) {
        element.scroll_into_view_with_bool(false);
    }
}

/// Whether a dialog is open.
pub(in crate::app) fn in_dialog() -> bool {
    open_dialog().is_some()
}

/// The id of the dialog that was opened last of those that are open; none where none is.
pub(in crate::app) fn dialog() -> Option<String> {
    let open = document()?.query_selector_all("dialog[open]").ok()?;
    let last: Element = open.get(open.length().checked_sub(1)?)?.dyn_into().ok()?;
    Some(last.id())
}

fn open_dialog() -> Option<Element> {
    document()?.query_selector("dialog[open]").ok().flatten()
}

/// Closes whatever dialogs are open.
pub(in crate::app) fn close_dialogs() {
    while let Some(Ok(dialog)) = open_dialog().map(JsCast::dyn_into::<HtmlDialogElement>) {
        dialog.close();
    }
}

/// Puts the focus on the element with this id, when there is one.
pub(in crate::app) fn focus(id: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// A length of an element's style, in whole pixels; none where the style has none.
pub(in crate::app) fn length(element: &Element, property: &str) -> usize {
    let style = window().and_then(|window| window.get_computed_style(element).ok().flatten());
    let value = style.and_then(|style| style.get_property_value(property).ok());
    let digits = value
        .as_deref()
        .and_then(|value| value.split(['.', 'p']).next());
    digits.and_then(|digits| digits.parse().ok()).unwrap_or(0)
}

/// Presses the element with this id, when there is one.
pub(in crate::app) fn press(id: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        element.click();
    }
}

/// Scrolls the list around the element with this id just so far that it is seen.
pub(in crate::app) fn reveal(id: &str) {
    if let Some(element) = document().and_then(|document| document.get_element_by_id(id)) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Calls `then` whenever the page may have slept or the clock may have changed: when it is shown, focused,
/// restored or online again. Listens for as long as the page lives.
pub(in crate::app) fn on_return(then: impl Fn() + 'static) {
    let then = Closure::<dyn Fn()>::new(then);
    listen(
        document().map(Into::into),
        "visibilitychange",
        then.as_ref(),
    );
    for event in ["focus", "pageshow", "online", "resume"] {
        listen(window().map(Into::into), event, then.as_ref());
    }
    then.forget();
}

/// Calls `then` whenever another fragment comes into the address. Listens for as long as the page lives.
pub(in crate::app) fn on_fragment(then: impl Fn() + 'static) {
    let then = Closure::<dyn Fn()>::new(then);
    listen(window().map(Into::into), "hashchange", then.as_ref());
    then.forget();
}

/// Calls `then` with every key that is pressed. Listens for as long as the page lives.
pub(in crate::app) fn on_key(then: impl Fn(KeyboardEvent) + 'static) {
    let then = Closure::<dyn Fn(KeyboardEvent)>::new(then);
    listen(window().map(Into::into), "keydown", then.as_ref());
    then.forget();
}

/// The same, before anything else hears of it.
pub(in crate::app) fn on_key_first(then: impl Fn(&KeyboardEvent) + 'static) {
    let then = Closure::<dyn Fn(KeyboardEvent)>::new(move |event| then(&event));
    if let Some(window) = window() {
        let listener = then.as_ref().unchecked_ref();
        let _ = window.add_event_listener_with_callback_and_bool("keydown", listener, true);
    }
    then.forget();
}

/// The address of the script of the program called `name`, as the boot script knows it.
pub(in crate::app) fn program(name: &str) -> Option<String> {
    let boot = document()?.get_element_by_id("boot")?;
    let file = boot.get_attribute(&format!("data-{name}"))?;
    Some(format!("{file}.js"))
}

/// Which view is shown: `check`, or one that is a program of its own.
pub(in crate::app) fn view() -> String {
    let view = root().and_then(|root| root.get_attribute("data-view"));
    view.unwrap_or_default()
}

fn listen(target: Option<EventTarget>, event: &str, then: &JsValue) {
    if let Some(target) = target {
        let _ = target.add_event_listener_with_callback(event, then.unchecked_ref());
    }
}
