//! How the typed time was understood.

use leptos::prelude::*;

use super::time_field::Field;
use crate::app::parts::{If, press, text, whether};
use crate::app::state::Page;
use crate::engine::Zone;
use crate::exchange::moment::{DateSystem, Unclear, caution};
use crate::text::{Lang, echo, zone_name};

/// Date, weekday, zone, kind of day, time to closing; and the viewer's zone in one key where it differs.
#[component]
pub(super) fn Echo(field: Field) -> AnyView {
    let page = Page::get();
    let parts = move || {
        let (submission, zone) = page
            .plan
            .with(|plan| (plan.draft.submission, plan.draft.zone));
        let Some(submission) = submission else {
            return Vec::new();
        };
        let typed_in = zone.filter(|_| !submission.zone_written);
        page.terms
            .with(|terms| echo::parts(page.lang(), terms, submission.at, typed_in))
    };
    let spans = move || {
        let spans = parts()
            .into_iter()
            .map(|part| view! { <span>{part}</span> }.into_any());
        spans.collect::<Vec<_>>()
    };
    let hint = text(move || {
        field.unclear.with(|unclear| match unclear {
            Some(empty @ Unclear::Empty) => echo::unclear(page.lang(), page.typing_zone(), empty),
            _ => String::new(),
        })
    });
    let cautious = text(move || {
        let submission = page.plan.with(|plan| plan.draft.submission);
        let found = submission.and_then(|submission| caution(submission.at, page.clock.now()));
        found
            .map_or("", |found| echo::caution(page.lang(), found))
            .to_owned()
    });
    view! {
        <p class="parts">{spans}</p>
        <p class="soft">{hint}</p>
        <p class="soft">{cautious}</p>
        <OtherZone field/>
        <OtherSystem field/>
    }
    .into_any()
}

/// Says that a number is read as a spreadsheet's, and offers the other date system.
#[component]
fn OtherSystem(field: Field) -> AnyView {
    let page = Page::get();
    let said = move |say: fn(Lang, DateSystem) -> &'static str| {
        text(move || {
            field
                .serial
                .get()
                .map_or("", |system| say(page.lang(), system))
                .to_owned()
        })
    };
    view! {
        <If when=whether(move || field.serial.get().is_some())>
            <p class="soft">{said(echo::serial)}</p>
            <button class="key" type="button" id="date-system" on:click=press(move || field.other_system())>
                {said(|lang, system| echo::read_by(lang, system.other()))}
            </button>
        </If>
    }
    .into_any()
}

/// Offers the viewer's zone for a time without one, and the way back.
#[component]
fn OtherZone(field: Field) -> AnyView {
    let page = Page::get();
    let other = move || -> Option<Zone> {
        let submission = page.plan.with(|plan| plan.draft.submission)?;
        let (service, viewer, current) =
            (page.service(), page.settings.viewer(), page.typing_zone());
        let other = if current == service { viewer } else { service };
        let differs = other.offset(submission.at) != current.offset(submission.at);
        (differs && !submission.zone_written).then_some(other)
    };
    let label = text(move || {
        let name = other()
            .map(|zone| zone_name(page.lang(), zone))
            .unwrap_or_default();
        page.lang()
            .pick(format!("改按{name}"), format!("Read as {name}"))
    });
    let switch = move || {
        let service = untrack(|| page.service());
        field.read_in(untrack(other).filter(|zone| *zone != service));
    };
    view! {
        <If when=whether(move || other().is_some())>
            <button class="key" type="button" on:click=press(switch)>{label}</button>
        </If>
    }
    .into_any()
}
