//! Views that were saved: an order and filters under a name.

use leptos::prelude::*;

use super::store::Store;
use crate::app::parts::{If, press, text, views, whether};
use crate::app::state::Page;
use crate::board::{Filter, Order, View};
use crate::text::board as words;

/// The longest name of a view, in characters.
const LONGEST_NAME: usize = 40;

/// Choosing a view, saving the present one, removing one.
#[component]
pub(super) fn Views(
    /// What is shown.
    filter: RwSignal<Filter>,
    /// In which order.
    order: RwSignal<Order>,
) -> AnyView {
    let page = Page::get();
    let store = Store::get();
    let saved = Memo::new(move |_| View::read_all(&store.views()).unwrap_or_default());
    let naming = RwSignal::new(false);
    let name = RwSignal::new(String::new());
    let current = Memo::new(move |_| {
        let (filter, order) = (filter.get(), order.get());
        saved.with(|saved| {
            let same = |view: &View| view.filter == filter && view.order == order;
            saved
                .iter()
                .find(|view| same(view))
                .map(|view| view.name.clone())
        })
    });
    let plain = whether(move || filter.with(Filter::is_empty) && order.get() == Order::default());
    let choose = move |event| {
        let chosen = event_target_value(&event);
        let view =
            saved.with_untracked(|saved| saved.iter().find(|view| view.name == chosen).cloned());
        let view = view.unwrap_or_default();
        filter.set(view.filter);
        order.set(view.order);
    };
    let save = move || {
        let called: String = name
            .get_untracked()
            .trim()
            .chars()
            .take(LONGEST_NAME)
            .collect();
        if called.is_empty() {
            return;
        }
        let mut all = saved.get_untracked();
        all.retain(|view| view.name != called);
        all.push(View {
            name: called,
            order: order.get_untracked(),
            filter: filter.get_untracked(),
        });
        store.set_views(View::write_all(&all));
        naming.set(false);
        name.set(String::new());
    };
    let remove = move || {
        let mut all = saved.get_untracked();
        let gone = current.get_untracked();
        all.retain(|view| Some(&view.name) != gone.as_ref());
        store.set_views(View::write_all(&all));
    };
    let options = move || {
        views(move || {
            let option = |view: View| {
                let chosen = whether({
                    let name = view.name.clone();
                    move || current.with(|current| current.as_ref() == Some(&name))
                });
                view! { <option value=view.name.clone() selected=chosen>{view.name.clone()}</option> }
                .into_any()
            };
            saved.get().into_iter().map(option).collect()
        })
    };
    let some = whether(move || saved.with(|saved| !saved.is_empty()));
    let own = whether(move || !plain.get() && current.with(Option::is_none));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        save();
    };
    view! {
        <div class="views-saved">
            <If when=some>
                <label>
                    <span class="unseen">{page.say(words::VIEWS)}</span>
                    <select class="quiet" id="view" on:change=choose>
                        <option value="" selected=plain>{page.say(words::ALL_TICKETS)}</option>
                        {options()}
                    </select>
                </label>
            </If>
            <If when=whether(move || own.get() && !naming.get())>
                <button class="quiet" type="button" id="save-view" on:click=press(move || naming.set(true))>{page.say(words::SAVE_VIEW)}</button>
            </If>
            <If when=whether(move || naming.get())>
                <form class="naming" on:submit=submit>
                    <input
                        type="text"
                        id="view-name"
                        autocomplete="off"
                        aria-label=page.say(words::VIEW_NAME)
                        placeholder=page.say(words::VIEW_NAME)
                        prop:value=text(move || name.get())
                        on:input=move |event| name.set(event_target_value(&event))
                    />
                    <button class="key" type="submit">{page.say(words::SAVE_VIEW)}</button>
                </form>
            </If>
            <If when=whether(move || current.with(Option::is_some))>
                <button class="quiet" type="button" id="remove-view" on:click=press(remove)>{page.say(words::REMOVE_VIEW)}</button>
            </If>
        </div>
    }
    .into_any()
}
