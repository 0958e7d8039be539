//! The bar at the top: where one is, what time it is, language and theme.

use leptos::prelude::*;

use super::{Segment, iso};
use crate::app::state::{Pace, Page, Theme};
use crate::text::{Lang, check, clock_time, page as words, short_date, zone_name};

/// The bar at the top.
#[component]
pub(in crate::app) fn Header() -> impl IntoView {
    let page = Page::get();
    view! {
        <header class="bar">
            <p class="brand">"SLA Planner"</p>
            <p class="view">{page.say(check::VIEW)}</p>
            <div class="clock-now">
                <Now/>
                <Paces/>
            </div>
            <div class="settings">
                <Languages/>
                <Themes/>
            </div>
        </header>
    }
}

/// The present in the service zone.
#[component]
fn Now() -> impl IntoView {
    let page = Page::get();
    let local = Memo::new(move |_| page.service().local(page.clock.now()));
    let date = Memo::new(move |_| {
        let date = local.get().date();
        short_date(page.lang(), date, chrono::Datelike::year(&date))
    });
    let time = move || {
        let time = clock_time(local.get());
        if time.len() == 5 {
            format!("{time}:00")
        } else {
            time
        }
    };
    view! {
        <p class="now">
            <time datetime=move || iso(page.clock.now())>{date} " " {time}</time>
            " "
            <span class="soft">{move || zone_name(page.lang(), page.service())}</span>
        </p>
    }
}

/// How often times are shown anew; moving text can be held (WCAG 2.2.2).
#[component]
fn Paces() -> impl IntoView {
    let page = Page::get();
    let paces = [
        (Pace::Second, "second", words::EVERY_SECOND),
        (Pace::Minute, "minute", words::EVERY_MINUTE),
        (Pace::Held, "held", words::HELD),
    ];
    let segments = paces.map(|(pace, value, name)| {
        view! {
            <Segment
                name="tick"
                value=value
                label=Signal::derive(page.say(name))
                chosen=Signal::derive(move || page.clock.pace() == pace)
                choose=move || page.clock.set_pace(pace)
            />
        }
    });
    view! {
        <fieldset class="tick">
            <legend class="unseen">{page.say(words::REFRESH)}</legend>
            <div class="segments">{segments}</div>
        </fieldset>
    }
}

#[component]
fn Languages() -> impl IntoView {
    let page = Page::get();
    let segments = [(Lang::Zh, "中文"), (Lang::En, "English")].map(|(lang, name)| {
        view! {
            <Segment
                name="lang"
                value=lang.tag()
                label=name
                lang=lang.tag()
                chosen=Signal::derive(move || page.lang() == lang)
                choose=move || page.settings.set_lang(lang)
            />
        }
    });
    view! {
        <fieldset class="language">
            <legend class="unseen">{page.say(words::LANGUAGE)}</legend>
            <div class="segments">{segments}</div>
        </fieldset>
    }
}

#[component]
fn Themes() -> impl IntoView {
    let page = Page::get();
    let choose = move |event| {
        let value = event_target_value(&event);
        let theme = Theme::ALL.into_iter().find(|theme| theme.key() == value);
        page.settings.set_theme(theme.unwrap_or_default());
    };
    let options = Theme::ALL.map(|theme| {
        view! {
            <option value=theme.key() selected=move || page.settings.theme() == theme>
                {page.say(theme.name())}
            </option>
        }
    });
    view! {
        <label class="theme">
            <span class="unseen">{page.say(words::THEME)}</span>
            <select class="quiet" name="theme" on:change=choose>{options}</select>
        </label>
    }
}
