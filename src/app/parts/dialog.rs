//! A dialog over the page.

use leptos::html;
use leptos::prelude::*;

use super::press;
use crate::app::state::Page;
use crate::text::page as words;

/// A modal dialog, there while `open` holds. Escape and its close button close it; the focus goes back to
/// where it was, as the browser does for native dialogs.
#[component]
pub(in crate::app) fn Dialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// Its id, before which nothing else on the page begins with it.
    id: &'static str,
    /// What it is called.
    title: Signal<String>,
    children: ChildrenFn,
) -> AnyView {
    let page = Page::get();
    let dialog: NodeRef<html::Dialog> = NodeRef::new();
    Effect::new(move |_| {
        let (Some(element), open) = (dialog.get(), open.get()) else {
            return;
        };
        if open && !element.open() {
            let _ = element.show_modal();
        } else if !open && element.open() {
            element.close();
        }
    });
    // It is told after the fact, and may be open again by then.
    let closed = move || {
        if dialog
            .get_untracked()
            .is_some_and(|element| !element.open())
        {
            open.set(false);
        }
    };
    let named = format!("{id}-title");
    let content = move || open.get().then(|| children());
    view! {
        <dialog class="dialog" id=id node_ref=dialog aria-labelledby=named.clone() on:close=move |_| closed()>
            <div class="dialog-head">
                <h2 id=named.clone()>{title}</h2>
                <button class="quiet" type="button" on:click=press(move || open.set(false))>{page.say(words::CLOSE)}</button>
            </div>
            {content}
        </dialog>
    }
    .into_any()
}
