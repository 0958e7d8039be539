//! Adding what happened: as of now in one key, or at a time.

use leptos::prelude::*;

use crate::app::check::moment_field::MomentField;
use crate::app::command;
use crate::app::parts::{If, press, text, whether};
use crate::app::state::Page;
use crate::engine::{EventKind, Instant, Rank};
use crate::plan::{Edit, event_key};
use crate::text::{Lang, event as words};

/// Every kind of event, each as it is added by itself.
fn kinds(lang: Lang) -> Vec<EventKind> {
    vec![
        EventKind::FirstReply,
        EventKind::Confirmed,
        EventKind::Paused {
            reason: words::WAITING_FOR_CUSTOMER.say(lang).to_owned(),
        },
        EventKind::Resumed,
        EventKind::Mitigated,
        EventKind::Resolved,
        EventKind::Reopened,
    ]
}

/// Every change to another priority.
fn changes(page: Page) -> Vec<EventKind> {
    page.terms.with(|terms| {
        let ranks = terms.policy().ranks();
        ranks.map(|to| EventKind::PriorityChanged { to }).collect()
    })
}

/// What stands for `kind` in a list: `paused`, `priority-changed-0`.
fn value(kind: &EventKind) -> String {
    match kind {
        EventKind::PriorityChanged { to } => format!("{}-{}", event_key(kind), to.0),
        _ => event_key(kind).to_owned(),
    }
}

/// A button for each thing that can happen now.
#[component]
pub(super) fn AddNow() -> AnyView {
    let page = Page::get();
    let possible = Memo::new(move |_| {
        let now = page.clock.now();
        page.plan.with(|plan| {
            let possible = plan.draft.possible(kinds(page.lang()), now);
            possible.iter().map(event_key).collect::<Vec<_>>()
        })
    });
    let buttons = move || {
        let possible = possible.get();
        let shown = kinds(page.lang()).into_iter();
        let shown = shown.filter(|kind| possible.contains(&event_key(kind)));
        let button = |kind: EventKind| {
            let label = words::now(&kind);
            let id = format!("now-{}", event_key(&kind));
            view! {
                <button class="key" type="button" id=id on:click=press(move || command::happen(page, kind.clone()))>
                    {page.say(label)}
                </button>
            }
            .into_any()
        };
        shown.map(button).collect::<Vec<_>>()
    };
    view! {
        <div class="add-now">
            {buttons}
            <ChangePriority/>
        </div>
    }
    .into_any()
}

/// A list of the priorities it can be changed to now.
#[component]
fn ChangePriority() -> AnyView {
    let page = Page::get();
    let current = Signal::derive(move || {
        page.answer
            .with(|answer| answer.one().map(|found| found.rank))
    });
    let options = changes(page)
        .into_iter()
        .map(|kind| {
            let EventKind::PriorityChanged { to: Rank(place) } = kind else {
                return ().into_any();
            };
            let name = text(move || {
                page.terms
                    .with(|terms| words::about(page.lang(), terms.policy(), &kind))
            });
            let same = whether(move || current.get() == Some(Rank(place)));
            view! { <option value=place.to_string() disabled=same>{name}</option> }.into_any()
        })
        .collect_view();
    let choose =
        move |event: leptos::ev::Targeted<leptos::ev::Event, web_sys::HtmlSelectElement>| {
            let select = event.target();
            if let Ok(place) = select.value().parse() {
                command::happen(page, EventKind::PriorityChanged { to: Rank(place) });
            }
            select.set_value("");
        };
    view! {
        <select class="key" id="now-priority-changed" aria-label=page.say(words::PRIORITY_NOW) on:change:target=choose>
            <option value="" selected=true>{page.say(words::PRIORITY_NOW)}</option>
            {options}
        </select>
    }
    .into_any()
}

/// Opens a kind and a time for something that happened then.
#[component]
pub(super) fn AddAtATime() -> AnyView {
    let page = Page::get();
    let asking = RwSignal::new(false);
    let chosen = RwSignal::new(value(&EventKind::FirstReply));
    let all = move || {
        let lang = page.lang();
        let mut all = kinds(lang);
        all.extend(changes(page));
        all
    };
    let options = move || {
        let name = |kind: &EventKind| {
            let about = page
                .terms
                .with(|terms| words::about(page.lang(), terms.policy(), kind));
            let name = words::name(kind).say(page.lang());
            match kind {
                EventKind::PriorityChanged { .. } => format!("{name} {about}"),
                _ => name.to_owned(),
            }
        };
        let option = |kind: &EventKind| {
            let value = value(kind);
            let selected = chosen.with_untracked(|chosen| *chosen == value);
            view! { <option value=value selected=selected>{name(kind)}</option> }.into_any()
        };
        all().iter().map(option).collect::<Vec<_>>()
    };
    let keep = Callback::new(move |at: Instant| {
        let wanted = chosen.get_untracked();
        let mut all = untrack(all).into_iter();
        if let Some(kind) = all.find(|kind| value(kind) == wanted) {
            page.edit(Edit::Add { at, kind });
            page.clock.refresh();
        }
        asking.set(false);
    });
    let close = Callback::new(move |()| asking.set(false));
    view! {
        <div class="add-at">
            <If when=whether(move || !asking.get())>
                <button class="quiet" type="button" id="add-at" aria-expanded="false" on:click=press(move || asking.set(true))>
                    {page.say(words::AT_A_TIME)}
                </button>
            </If>
            <If when=asking.into()>
                <select
                    class="key"
                    id="add-kind"
                    aria-label=page.say(words::WHAT)
                    on:change:target=move |event| chosen.set(event.target().value())
                >
                    {options}
                </select>
                <MomentField id="add-moment".to_owned() label=page.say(words::WHEN) keep cancel=close/>
            </If>
        </div>
    }
    .into_any()
}
