//! Where the user chooses what they are told.

use leptos::prelude::*;

use super::Warnings;
use super::levels::Levels;
use super::notices::Notifications;
use super::quiet::Quiet;
use super::sound::Sound;
use crate::app::parts::{Dialog, If, press, text, whether};
use crate::text::warn as words;

/// Opens the choices, and says whether anything is told.
#[component]
pub(in crate::app::board) fn Opener(warnings: Warnings) -> AnyView {
    let page = warnings.page;
    let state = text(move || {
        let (zone, now) = (page.settings.viewer(), page.clock.now());
        let (sound, silent) = warnings
            .rules
            .with(|rules| (rules.sound.on, rules.silent(zone, now)));
        let phrase = match (warnings.notifies() || sound, silent) {
            (true, true) => words::SILENT,
            (true, false) => words::ON,
            (false, _) => words::OFF,
        };
        phrase.say(page.lang()).to_owned()
    });
    view! {
        <button class="quiet" type="button" id="open-warnings" on:click=press(move || warnings.open.set(true))>
            {page.say(words::WARNINGS)} " " <span class="soft">{state}</span>
        </button>
    }
    .into_any()
}

/// The choices.
#[component]
pub(in crate::app::board) fn Choices(warnings: Warnings) -> AnyView {
    let page = warnings.page;
    let rules = warnings.rules;
    let tab = whether(move || rules.with(|rules| rules.tab));
    view! {
        <Dialog open=warnings.open id="warnings" title=page.say(words::WARNINGS)>
            <Levels warnings/>
            <p class="soft">{page.say(words::NOBODY_ELSE)}</p>
            <If when=whether(move || warnings.not_kept.get())><p role="alert">{page.say(words::NOT_KEPT)}</p></If>
            <Notifications warnings/>
            <Quiet warnings/>
            <Sound warnings/>
            <section class="told">
                <h3>{page.say(words::TAB)}</h3>
                <label class="switch">
                    <input
                        type="checkbox"
                        id="tab-on"
                        prop:checked=tab
                        on:change:target=move |event| rules.update(|rules| rules.tab = event.target().checked())
                    />
                    {page.say(words::TAB_SHOWS)}
                </label>
            </section>
        </Dialog>
    }
    .into_any()
}
