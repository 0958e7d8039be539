//! What happened: replied, confirmed, resolved, now or at a time.

use leptos::prelude::*;

use super::question::{Choices, Pick};
use crate::app::browser::document;
use crate::app::parts::{If, Moment, press, text, whether};
use crate::app::state::Page;
use crate::engine::Instant;
use crate::exchange::moment::{Context, DateSystem, Unclear, read};
use crate::plan::Mark;
use crate::text::card::Times;
use crate::text::{Phrase, check as words, echo, full_time, zone_name};

/// The events of the ticket.
#[component]
pub(super) fn Events() -> AnyView {
    let page = Page::get();
    let submitted = Signal::derive(move || {
        page.plan
            .with(|plan| plan.draft.submission.map(|found| found.at))
    });
    let marks = Mark::ALL.map(|mark| view! { <MarkRow mark/> });
    view! {
        <section class="section" aria-labelledby="events-title">
            <h2 id="events-title">{page.say(words::EVENTS)}</h2>
            <ol class="events">
                <li class="event">
                    <h3>{page.say(words::SUBMITTED)}</h3>
                    <div class="event-do"><p><At at=submitted/></p></div>
                </li>
                {marks}
            </ol>
        </section>
    }
    .into_any()
}

/// An instant as it is shown.
#[component]
fn At(at: Signal<Option<Instant>>) -> AnyView {
    let page = Page::get();
    let part = move |get: fn(Times) -> String| {
        text(move || {
            let times = at
                .get()
                .map(|at| Times::of(&page.reader(), page.service(), at));
            get(times.unwrap_or_default())
        })
    };
    view! { <Moment iso=part(|times| times.iso) service=part(|times| times.service) reader=part(|times| times.reader)/> }
        .into_any()
}

const fn names(mark: Mark) -> (Phrase, Phrase, &'static str) {
    match mark {
        Mark::Replied => (words::REPLIED, words::REPLIED_NOW, "replied"),
        Mark::Confirmed => (words::CONFIRMED, words::CONFIRMED_NOW, "confirmed"),
        Mark::Resolved => (words::RESOLVED, words::RESOLVED_NOW, "resolved"),
    }
}

/// One thing that may have happened: marked, being asked about, or neither.
#[component]
fn MarkRow(mark: Mark) -> AnyView {
    let page = Page::get();
    let (name, happened_now, key) = names(mark);
    let marked = Signal::derive(move || page.plan.with(|plan| plan.draft.marked(mark)));
    let asking = RwSignal::new(false);
    let keep = Callback::new(move |at: Option<Instant>| {
        page.clock.refresh();
        page.plan.update(|plan| plan.draft.set_mark(mark, at));
        asking.set(false);
    });
    let ask = move || {
        asking.set(true);
        request_animation_frame(move || document::focus(&format!("{key}-at")));
    };
    view! {
        <li class="event" id=format!("event-{key}")>
            <h3>{page.say(name)}</h3>
            <div class="event-do">
                <If when=whether(move || marked.get().is_some())>
                    <p><At at=marked/></p>
                    <button class="quiet" type="button" on:click=press(move || keep.run(None))>
                        {page.say(words::TAKE_BACK)}
                    </button>
                </If>
                <If when=whether(move || marked.get().is_none() && !asking.get())>
                    <button class="key" type="button" on:click=press(move || keep.run(Some(page.clock.read())))>
                        {page.say(happened_now)}
                    </button>
                    <button class="quiet" type="button" aria-expanded="false" on:click=press(ask)>
                        {page.say(words::AT_A_TIME)}
                    </button>
                </If>
                <If when=whether(move || marked.get().is_none() && asking.get())>
                    <AtATime key name keep asking/>
                </If>
            </div>
        </li>
    }
    .into_any()
}

/// A field for the time at which it happened.
#[component]
fn AtATime(
    key: &'static str,
    name: Phrase,
    keep: Callback<Option<Instant>>,
    asking: RwSignal<bool>,
) -> AnyView {
    let page = Page::get();
    let typed = RwSignal::new(String::new());
    let order = RwSignal::new(None);
    let understood = Memo::new(move |_| {
        let context = Context {
            now: page.clock.read(),
            zone: page.typing_zone(),
            date_order: order.get(),
            date_system: DateSystem::default(),
        };
        read(&typed.get(), &context)
    });
    let said = text(move || {
        let lang = page.lang();
        understood.with(|understood| match understood {
            Ok(moment) => {
                let service = page.service();
                format!(
                    "{} {}",
                    full_time(lang, moment.at, service),
                    zone_name(lang, service)
                )
            }
            Err(unclear) => echo::unclear(lang, page.typing_zone(), unclear),
        })
    });
    let wrong = Signal::derive(move || {
        let fine = understood.with(|understood| matches!(understood, Ok(_) | Err(Unclear::Empty)));
        (!fine).then_some("true")
    });
    let submit = move || {
        if let Ok(moment) = understood.get_untracked() {
            keep.run(Some(moment.at));
        }
    };
    let unclear = Signal::derive(move || understood.get().err());
    let choose = Callback::new(move |pick| match pick {
        Pick::Choice(choice) => keep.run(Some(choice.moment.at)),
        Pick::Order(chosen) => order.set(Some(chosen)),
    });
    let label = text(move || {
        format!(
            "{}, {}",
            name.say(page.lang()),
            words::AT_A_TIME.say(page.lang())
        )
    });
    let pressed = move |event: leptos::ev::KeyboardEvent| match event.key().as_str() {
        // Enter that ends an input method's composition is not meant for the page.
        "Enter" if !event.is_composing() && event.key_code() != 229 => {
            event.prevent_default();
            submit();
        }
        "Escape" => asking.set(false),
        _ => {}
    };
    view! {
        <input
            id=format!("{key}-at")
            type="text"
            autocomplete="off"
            spellcheck="false"
            maxlength="200"
            aria-label=label
            aria-describedby=format!("{key}-echo")
            aria-invalid=wrong
            prop:value=typed
            on:input:target=move |event| typed.set(event.target().value())
            on:keydown=pressed
        />
        <button
            class="key"
            type="button"
            disabled=whether(move || understood.with(Result::is_err))
            on:click=press(submit
        )>
            {page.say(words::KEEP)}
        </button>
        <button class="quiet" type="button" on:click=press(move || asking.set(false))>{page.say(words::CANCEL)}</button>
        <Choices unclear choose/>
        <p class="soft" id=format!("{key}-echo")>{said}</p>
    }
    .into_any()
}
