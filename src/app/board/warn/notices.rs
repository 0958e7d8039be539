//! The switch of notifications, and what they cannot do.

use leptos::prelude::*;

use super::Warnings;
use crate::app::board::out::save_calendar;
use crate::app::browser::notification::{self, Permission};
use crate::app::parts::{If, press, text, whether};
use crate::text::warn as words;

/// The switch, what happens when it is pressed, and what notifications cannot do.
#[component]
pub(super) fn Notifications(warnings: Warnings) -> AnyView {
    let page = warnings.page;
    let on = whether(move || warnings.notifies());
    let possible = whether(move || {
        !on.get()
            && matches!(
                warnings.permission.get(),
                Permission::Unasked | Permission::Granted
            )
    });
    let unasked = whether(move || warnings.permission.get() == Permission::Unasked);
    let said = text(move || {
        let phrase = match (warnings.permission.get(), on.get()) {
            (Permission::Unsupported, _) => words::UNSUPPORTED,
            (Permission::Denied, _) => words::DENIED,
            (_, true) => words::NOTICES_ON,
            (_, false) => words::NOTICES_OFF,
        };
        phrase.say(page.lang()).to_owned()
    });
    let switch_on = move || {
        // Asked while the press is handled: browsers want that.
        let asked = notification::ask();
        leptos::task::spawn_local(async move {
            let permission = notification::answered(asked).await;
            warnings.permission.set(permission);
            let on = permission == Permission::Granted;
            warnings.rules.update(|rules| rules.notices.on = on);
        });
    };
    let switch_off = move || warnings.rules.update(|rules| rules.notices.on = false);
    view! {
        <section class="told">
            <h3>{page.say(words::NOTICES)}</h3>
            <p id="notices-state" role="status">{said}</p>
            <If when=possible>
                <button class="key" type="button" id="notify-on" aria-describedby="notices-why" on:click=press(switch_on)>
                    {page.say(words::NOTIFY_ME)}
                </button>
                <If when=unasked><p class="soft" id="notices-why">{page.say(words::WILL_ASK)}</p></If>
            </If>
            <If when=on>
                <button class="key" type="button" id="notify-off" on:click=press(switch_off)>{page.say(words::NOTIFY_ME_NOT)}</button>
            </If>
            <p class="soft">{page.say(words::LIMITS)}</p>
            <p>
                {page.say(words::RELIABLE)} " "
                <button class="key" type="button" id="warn-calendar" on:click=press(move || save_calendar(warnings.out))>
                    {page.say(words::CALENDAR)}
                </button>
            </p>
        </section>
    }
    .into_any()
}
