//! A select whose options are made at once: a table can have hundreds of columns, and each field one.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlOptionElement;

use crate::app::parts::change;

/// A select of `options`, each a value and what it is called; `chosen` is the value in force.
#[component]
pub(super) fn Choice(
    /// Its id.
    #[prop(into)]
    id: String,
    /// What is chosen in it.
    label: Signal<String>,
    /// What can be chosen.
    options: Signal<Vec<(String, String)>>,
    /// What is.
    chosen: Signal<String>,
    /// Chooses a value.
    choose: Callback<String>,
) -> AnyView {
    let select: NodeRef<html::Select> = NodeRef::new();
    Effect::new(move |_| {
        let (Some(select), options) = (select.get(), options.get()) else {
            return;
        };
        select.set_inner_html("");
        for (value, name) in options {
            let option = HtmlOptionElement::new_with_text_and_value(&name, &value);
            if let Ok(option) = option {
                let _ = select.append_child(option.unchecked_ref());
            }
        }
        select.set_value(&chosen.get_untracked());
    });
    Effect::new(move |_| {
        let chosen = chosen.get();
        if let Some(select) = select.get() {
            select.set_value(&chosen);
        }
    });
    let changed = move || {
        if let Some(select) = select.get_untracked() {
            choose.run(select.value());
        }
    };
    view! { <select class="pick" id=id node_ref=select aria-label=label on:change=change(changed)></select> }
        .into_any()
}
