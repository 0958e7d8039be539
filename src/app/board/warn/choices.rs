//! Where the user chooses what they are told.

use leptos::prelude::*;

use super::Warnings;
use super::levels::Levels;
use super::notices::Notifications;
use super::quiet::Quiet;
use super::sound::Sound;
use crate::app::parts::{Dialog, If, Switch, press, text, whether};
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
    let set = Callback::new(move |on| rules.update(|rules| rules.tab = on));
    view! {
        <Dialog open=warnings.open id="warnings" title=page.say(words::WARNINGS)>
            <Levels warnings/>
            <p class="soft">{page.say(words::NOBODY_ELSE)}</p>
            <If when=whether(move || warnings.not_kept.get())><p role="alert">{page.say(words::NOT_KEPT)}</p></If>
            <Notifications warnings/>
            <Quiet warnings/>
            <Sound warnings/>
            <section class="alerting">
                <h3>{page.say(words::TAB)}</h3>
                <Switch id="tab-on" label=page.say(words::TAB_SHOWS) on=tab set/>
            </section>
        </Dialog>
    }
    .into_any()
}
