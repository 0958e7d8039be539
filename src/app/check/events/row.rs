//! One thing that happened.

use leptos::prelude::*;

use crate::app::check::moment_field::MomentField;
use crate::app::parts::{At, If, press, text, whether};
use crate::app::state::Page;
use crate::engine::{Event, EventKind};
use crate::plan::{Edit, LONGEST_REASON, event_key};
use crate::text::{echo, event as words};

/// The event with this sequence number; 0 is the submission, which is changed where it is typed.
#[component]
pub(super) fn Row(sequence: u32) -> AnyView {
    let page = Page::get();
    let event = Memo::new(move |_| {
        page.plan.with(|plan| {
            if sequence > 0 {
                return plan.draft.event(sequence).cloned();
            }
            let happened = plan.draft.happened(plan.draft.priority?)?;
            happened.into_iter().next()
        })
    });
    let of = move |read: fn(Page, &Event) -> String| {
        text(move || {
            event.with(|event| {
                event
                    .as_ref()
                    .map_or(String::new(), |event| read(page, event))
            })
        })
    };
    let name = of(|page, event| words::name(&event.kind).say(page.lang()).to_owned());
    let about = of(|page, event| {
        page.terms
            .with(|terms| words::about(page.lang(), terms.policy(), &event.kind))
    });
    let paused = whether(move || {
        event.with(|event| {
            let kind = event.as_ref().map(|event| &event.kind);
            matches!(kind, Some(EventKind::Paused { .. }))
        })
    });
    let at = Signal::derive(move || event.with(|event| event.as_ref().map(|event| event.at)));
    let asking = RwSignal::new(false);
    let close = Callback::new(move |()| asking.set(false));
    let keep = Callback::new(move |at| {
        page.edit(Edit::Retime { sequence, at });
        page.keeper.end_stroke();
        asking.set(false);
    });
    let label = text(move || {
        let lang = page.lang();
        let (name, what) = (name.get(), words::CHANGE_TIME.say(lang));
        format!("{name}{}{what}", lang.colon())
    });
    let named = move |phrase: crate::text::Phrase| {
        text(move || {
            let lang = page.lang();
            let when = at
                .get()
                .map_or(String::new(), |at| echo::zoned(lang, at, page.service()));
            format!("{}{}{} {when}", phrase.say(lang), lang.colon(), name.get())
        })
    };
    let own = sequence > 0;
    let reword = Callback::new(move |reason| {
        let kind = EventKind::Paused { reason };
        page.edit(Edit::Rephrase { sequence, kind });
        page.keeper.end_stroke();
    });
    let open = whether(move || own && !asking.get() && !page.keeper.visiting());
    view! {
        <li class="event" data-kind=of(|_, event| event_key(&event.kind).to_owned())>
            <h3>{name}</h3>
            <p><At at/></p>
            <div class="event-do">
                <If when=whether(move || !paused.get())><p class="soft">{about}</p></If>
                <If when=whether(move || own && paused.get())>
                    <Reason value=about reword/>
                </If>
                <If when=open>
                    <button class="quiet" type="button" aria-label=named(words::CHANGE_TIME) on:click=press(move || asking.set(true))>
                        {page.say(words::CHANGE_TIME)}
                    </button>
                    <button class="quiet" type="button" aria-label=named(words::REMOVE) on:click=press(move || page.edit(Edit::Remove { sequence }))>
                        {page.say(words::REMOVE)}
                    </button>
                </If>
                <If when=asking.into()>
                    <MomentField id=format!("event-{sequence}-at") label keep cancel=close/>
                </If>
            </div>
        </li>
    }
    .into_any()
}

/// Why it was paused: one of the usual reasons or any other.
#[component]
fn Reason(value: Signal<String>, reword: Callback<String>) -> AnyView {
    let page = Page::get();
    view! {
        <input
            class="reason"
            type="text"
            list="reasons"
            maxlength=LONGEST_REASON.to_string()
            aria-label=page.say(words::REASON)
            disabled=Signal::derive(move || page.keeper.visiting())
            prop:value=value
            on:change:target=move |event| reword.run(event.target().value())
        />
    }
    .into_any()
}
