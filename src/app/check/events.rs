//! What happened: replied, confirmed, resolved, now or at a time.

use leptos::prelude::*;

use super::super::parts::Moment;
use crate::app::browser::document;
use crate::app::state::Page;
use crate::engine::Instant;
use crate::exchange::moment::{Context, Unclear, read};
use crate::plan::Mark;
use crate::text::{Phrase, check as words, echo, full_time, zone_name};

/// The events of the ticket.
#[component]
pub(super) fn Events() -> impl IntoView {
    let page = Page::get();
    let submitted = Signal::derive(move || {
        let submission = page.plan.with(|plan| plan.draft.submission);
        submission.map_or(Instant::MIN, |submission| submission.at)
    });
    let marks = Mark::ALL.map(|mark| view! { <MarkRow mark/> });
    view! {
        <section class="section" aria-labelledby="events-title">
            <h2 id="events-title">{page.say(words::EVENTS)}</h2>
            <ol class="events">
                <li class="event">
                    <h3>{page.say(words::SUBMITTED)}</h3>
                    <div class="event-do"><p><Moment at=submitted/></p></div>
                </li>
                {marks}
            </ol>
        </section>
    }
}

const fn names(mark: Mark) -> (Phrase, Phrase, &'static str) {
    match mark {
        Mark::Replied => (words::REPLIED, words::REPLIED_NOW, "replied"),
        Mark::Confirmed => (words::CONFIRMED, words::CONFIRMED_NOW, "confirmed"),
        Mark::Resolved => (words::RESOLVED, words::RESOLVED_NOW, "resolved"),
    }
}

/// One thing that may have happened.
#[component]
fn MarkRow(mark: Mark) -> impl IntoView {
    let page = Page::get();
    let (name, happened_now, key) = names(mark);
    let marked = Memo::new(move |_| page.plan.with(|plan| plan.draft.marked(mark)));
    let asking = RwSignal::new(false);
    let set = move |at: Option<Instant>| {
        page.plan.update(|plan| plan.draft.set_mark(mark, at));
        asking.set(false);
    };
    let at = Signal::derive(move || marked.get().unwrap_or(Instant::MIN));
    view! {
        <li class="event" id=format!("event-{key}")>
            <h3>{page.say(name)}</h3>
            <div class="event-do">
                <Show
                    when=move || marked.get().is_some()
                    fallback=move || {
                        view! {
                            <Show
                                when=move || asking.get()
                                fallback=move || {
                                    view! {
                                        <button class="key" type="button" on:click=move |_| set(Some(page.clock.read()))>
                                            {page.say(happened_now)}
                                        </button>
                                        <button
                                            class="quiet"
                                            type="button"
                                            aria-expanded="false"
                                            on:click=move |_| {
                                                asking.set(true);
                                                focus_later(format!("{key}-at"));
                                            }
                                        >
                                            {page.say(words::AT_A_TIME)}
                                        </button>
                                    }
                                }
                            >
                                <AtATime key name keep=Callback::new(set) cancel=Callback::new(move |()| asking.set(false))/>
                            </Show>
                        }
                    }
                >
                    <p><Moment at/></p>
                    <button class="quiet" type="button" on:click=move |_| set(None)>{page.say(words::TAKE_BACK)}</button>
                </Show>
            </div>
        </li>
    }
}

/// Focuses a field once it is there.
fn focus_later(id: String) {
    request_animation_frame(move || document::focus(&id));
}

/// A field for the time at which it happened.
#[component]
fn AtATime(
    key: &'static str,
    name: Phrase,
    keep: Callback<Option<Instant>>,
    cancel: Callback<()>,
) -> impl IntoView {
    let page = Page::get();
    let text = RwSignal::new(String::new());
    let zone = move || {
        page.plan
            .with(|plan| plan.draft.zone)
            .unwrap_or(page.service())
    };
    let understood = Memo::new(move |_| {
        let context = Context {
            now: page.clock.read(),
            zone: zone(),
            date_order: None,
        };
        read(&text.get(), &context)
    });
    let said = move || {
        understood.with(|understood| match understood {
            Ok(moment) => {
                let (lang, service) = (page.lang(), page.service());
                format!(
                    "{} {}",
                    full_time(lang, moment.at, service),
                    zone_name(lang, service)
                )
            }
            Err(unclear) => echo::unclear(page.lang(), zone(), unclear),
        })
    };
    let faulty =
        move || understood.with(|understood| !matches!(understood, Ok(_) | Err(Unclear::Empty)));
    let submit = move || {
        if let Ok(moment) = understood.get_untracked() {
            keep.run(Some(moment.at));
        }
    };
    let choices = move || {
        let choices = understood.with(|understood| match understood {
            Err(Unclear::Which(choices)) => choices.clone(),
            _ => Vec::new(),
        });
        choices
            .into_iter()
            .map(|choice| {
                let label = move || echo::choice(page.lang(), zone(), &choice);
                view! {
                    <button class="key" type="button" on:click=move |_| keep.run(Some(choice.moment.at))>{label}</button>
                }
            })
            .collect_view()
    };
    let label = move || {
        format!(
            "{}, {}",
            name.say(page.lang()),
            words::AT_A_TIME.say(page.lang())
        )
    };
    let pressed = move |event: leptos::ev::KeyboardEvent| match event.key().as_str() {
        // Enter that ends an input method's composition is not meant for the page.
        "Enter" if !event.is_composing() && event.key_code() != 229 => {
            event.prevent_default();
            submit();
        }
        "Escape" => cancel.run(()),
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
            aria-invalid=move || faulty().then_some("true")
            prop:value=text
            on:input:target=move |event| text.set(event.target().value())
            on:keydown=pressed
        />
        <button
            class="key"
            type="button"
            disabled=move || understood.with(|understood| understood.is_err())
            on:click=move |_| submit()
        >
            {page.say(words::KEEP)}
        </button>
        <button class="quiet" type="button" on:click=move |_| cancel.run(())>{page.say(words::CANCEL)}</button>
        {choices}
        <p class="soft" id=format!("{key}-echo")>{said}</p>
    }
}
