//! The keyboard map.

use leptos::prelude::*;

use crate::app::parts::{Dialog, Switch, whether};
use crate::app::state::{Keeper, Page, Wish};
use crate::text::{Command, page as words};

/// Every key and what it does; keys of one letter can be switched off (WCAG 2.1.4).
#[component]
pub(in crate::app) fn Help(open: RwSignal<bool>) -> AnyView {
    let page = Page::get();
    let rows = move || {
        let lang = page.lang();
        page.terms.with(|terms| {
            let policy = terms.policy();
            let keyed = Command::all(policy).filter(|command| !command.shortcut(lang).is_empty());
            let row = |command: Command| {
                view! {
                    <tr>
                        <th scope="row"><kbd>{command.shortcut(lang)}</kbd></th>
                        <td>{command.name(lang, policy)}</td>
                    </tr>
                }
                .into_any()
            };
            keyed.map(row).collect::<Vec<_>>()
        })
    };
    let rows = StoredValue::new_local(rows);
    let keys = whether(move || page.settings.keys());
    let set = Callback::new(|on| Keeper::wish(&Wish::Keys(on)));
    view! {
        <Dialog open id="help" title=page.say(words::HELP)>
            <p>{page.say(words::HELP_ABOUT)}</p>
            <Switch id="keys" label=page.say(words::KEYS_ON) on=keys set/>
            <table class="map">
                <caption class="unseen">{page.say(words::HELP)}</caption>
                <thead>
                    <tr><th scope="col">{page.say(words::KEY)}</th><th scope="col">{page.say(words::DOES)}</th></tr>
                </thead>
                <tbody>{move || rows.with_value(|rows| rows())}</tbody>
            </table>
            <p class="soft">{page.say(words::HELP_FIELDS)}</p>
        </Dialog>
    }
    .into_any()
}
