//! When nothing is to disturb.

use leptos::prelude::*;

use super::Warnings;
use crate::app::parts::{If, Switch, press, text, whether};
use crate::board::alert::QuietHours;
use crate::text::Phrase;
use crate::text::warn as words;

/// Quiet hours, and putting off all that disturbs for a while.
#[component]
pub(super) fn Quiet(warnings: Warnings) -> AnyView {
    let page = warnings.page;
    let rules = warnings.rules;
    let on = whether(move || rules.with(|rules| rules.quiet));
    let zone = text(move || words::quiet_zone(page.lang(), page.settings.viewer()));
    let until = Memo::new(move |_| {
        let (zone, now) = (page.settings.viewer(), page.clock.now());
        rules.with(|rules| rules.silent_until(zone, now))
    });
    let silent = whether(move || until.get().is_some());
    let snoozed = whether(move || {
        let now = page.clock.now();
        rules.with(|rules| rules.snoozed.is_some_and(|until| now < until))
    });
    let said = text(move || {
        let Some(until) = until.get() else {
            return String::new();
        };
        let (zone, held) = (page.settings.viewer(), warnings.held.get());
        words::silent_until(page.lang(), zone, until, page.clock.read(), held)
    });
    let snooze = move |minutes: i64| {
        let until = page.clock.read().plus(minutes * 60).ok();
        rules.update(|rules| rules.snoozed = until);
    };
    let key = move |minutes, phrase: Phrase| {
        let id = format!("snooze-{minutes}");
        view! { <button class="key" type="button" id=id on:click=press(move || snooze(minutes))>{page.say(phrase)}</button> }
            .into_any()
    };
    let set = Callback::new(move |on| rules.update(|rules| rules.quiet = on));
    let end = move || rules.update(|rules| rules.snoozed = None);
    view! {
        <section class="alerting">
            <h3>{page.say(words::QUIET)}</h3>
            <div class="periods">
                <Switch id="quiet-on" label=page.say(words::QUIET) on set/>
                <TimeOfDay warnings first=true/>
                <TimeOfDay warnings first=false/>
                <span class="label">{zone}</span>
            </div>
            <p class="soft">{page.say(words::QUIET_WHY)}</p>
            <div class="periods">
                {key(15, words::SNOOZE_15)}
                {key(60, words::SNOOZE_60)}
                <If when=snoozed>
                    <button class="key" type="button" id="snooze-end" on:click=press(end)>{page.say(words::SNOOZE_END)}</button>
                </If>
            </div>
            <If when=silent><p id="silent">{said}</p></If>
        </section>
    }
    .into_any()
}

/// When the quiet hours begin, or end.
#[component]
fn TimeOfDay(warnings: Warnings, first: bool) -> AnyView {
    let page = warnings.page;
    let rules = warnings.rules;
    let (id, label) = if first {
        ("quiet-from", words::QUIET_FROM)
    } else {
        ("quiet-until", words::QUIET_UNTIL)
    };
    let value = text(move || {
        let hours = rules.with(|rules| rules.hours);
        QuietHours::written(if first { hours.from } else { hours.until })
    });
    let choose = move |event| {
        if let Some(minute) = QuietHours::minute(&event_target_value(&event)) {
            rules.update(|rules| {
                if first {
                    rules.hours.from = minute;
                } else {
                    rules.hours.until = minute;
                }
            });
        }
    };
    view! {
        <label>
            {page.say(label)} " "
            <input class="date" type="time" id=id prop:value=value on:change=choose/>
        </label>
    }
    .into_any()
}
