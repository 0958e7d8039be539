//! The bar at the top: where one is, what time it is, language and theme.

use chrono::Datelike;
use leptos::prelude::*;

use super::{Segment, press, text, whether};
use crate::app::command;
use crate::app::state::{Keeper, Pace, Page, Theme};
use crate::plan::Subject;
use crate::text::{
    Command, Lang, Phrase, check, page as words, short_date, step, whole_clock_time, zone_name,
};

/// The bar at the top.
#[component]
pub(in crate::app) fn Header() -> AnyView {
    view! {
        <header class="bar">
            <div class="clock-now">
                <Now/>
                <Paces/>
            </div>
            <div class="settings">
                <Steps/>
                <Languages/>
                <Themes/>
            </div>
        </header>
    }
    .into_any()
}

/// The present in the service zone.
#[component]
fn Now() -> AnyView {
    let page = Page::get();
    let time = text(move || {
        let local = page.service().local(page.clock.now());
        let date = short_date(page.lang(), local.date(), local.year());
        format!("{date} {}", whole_clock_time(local))
    });
    let zone = text(move || zone_name(page.lang(), page.service()));
    view! {
        <p class="now">
            <time datetime=text(move || page.clock.now().to_string())>{time}</time>
            " "
            <span class="soft">{zone}</span>
        </p>
    }
    .into_any()
}

/// How often times are shown anew; moving text can be held (WCAG 2.2.2).
#[component]
fn Paces() -> AnyView {
    let page = Page::get();
    let paces = [
        (Pace::Second, words::EVERY_SECOND),
        (Pace::Minute, words::EVERY_MINUTE),
        (Pace::Held, words::HELD),
    ];
    let segments = paces.map(|(pace, name)| {
        let label = page.say(name);
        let chosen = whether(move || page.clock.pace() == pace);
        let choose = Callback::new(move |()| page.clock.set_pace(pace));
        view! { <Segment name="tick" value=pace.key() label chosen choose/> }
    });
    view! {
        <fieldset class="tick">
            <legend class="unseen">{page.say(words::REFRESH)}</legend>
            <div class="segments">{segments}</div>
        </fieldset>
    }
    .into_any()
}

/// Taking the last step back, doing it again, and everything else by name.
#[component]
fn Steps() -> AnyView {
    let page = Page::get();
    let key = move |command: Command, phrase: Phrase, of: fn(Keeper) -> Option<Subject>| {
        let subject = Memo::new(move |_| of(page.keeper));
        let label = text(move || {
            let about = subject.with(|subject| {
                subject
                    .as_ref()
                    .map(|subject| step::about(page.lang(), subject))
            });
            let name = phrase.say(page.lang());
            let colon = page.lang().colon();
            about.map_or_else(|| name.to_owned(), |about| format!("{name}{colon}{about}"))
        });
        view! {
            <button
                class="quiet"
                type="button"
                data-command=command.key()
                aria-label=label
                title=label
                disabled=whether(move || subject.with(Option::is_none))
                on:click=press(move || command::run(page, command))
            >
                {page.say(phrase)}
            </button>
        }
        .into_any()
    };
    view! {
        <div class="steps">
            {key(Command::Undo, check::UNDO, Keeper::undoable)}
            {key(Command::Redo, check::REDO, Keeper::redoable)}
            <button class="quiet" type="button" data-command="palette" on:click=press(move || command::run(page, Command::Palette))>
                {page.say(check::COMMANDS)}
            </button>
        </div>
    }
    .into_any()
}

#[component]
fn Languages() -> AnyView {
    let page = Page::get();
    let segments = [(Lang::Zh, "中文"), (Lang::En, "English")].map(|(lang, label)| {
        let chosen = whether(move || page.lang() == lang);
        let choose = Callback::new(move |()| page.settings.set_lang(lang));
        view! { <Segment name="lang" value=lang.tag() label=label.to_owned() lang=lang.tag() chosen choose/> }
    });
    view! {
        <fieldset class="language">
            <legend class="unseen">{page.say(words::LANGUAGE)}</legend>
            <div class="segments">{segments}</div>
        </fieldset>
    }
    .into_any()
}

#[component]
fn Themes() -> AnyView {
    let page = Page::get();
    let choose = move |event| {
        let value = event_target_value(&event);
        let theme = Theme::ALL.into_iter().find(|theme| theme.key() == value);
        page.settings.set_theme(theme.unwrap_or_default());
    };
    let options = Theme::ALL.map(|theme| {
        let chosen = whether(move || page.settings.theme() == theme);
        view! { <option value=theme.key() selected=chosen>{page.say(theme.name())}</option> }
    });
    view! {
        <label class="theme">
            <span class="unseen">{page.say(words::THEME)}</span>
            <select class="quiet" name="theme" on:change=choose>{options}</select>
        </label>
    }
    .into_any()
}
