//! What is handed on: the link of the ticket shown.

use leptos::prelude::*;

use crate::app::browser::{clipboard, document, send};
use crate::app::parts::{If, Switch, press, text, whether};
use crate::app::state::Page;
use crate::exchange::share::{Parcel, TooLong, percent_encode, write, write_file};
use crate::text::{Phrase, share as words};

/// What can be handed on.
#[derive(Clone, Default, PartialEq)]
struct Written {
    /// The link; empty without one.
    link: String,
    /// How many characters a link would have that is too long; 0 where it is not.
    too_long: usize,
    /// The file; empty without a ticket.
    file: String,
}

/// The plan shown as it is handed on.
fn parcel(page: Page, with_reasons: bool) -> Option<Parcel> {
    page.terms.with(|terms| {
        let policy = terms.policy();
        let parcel = page
            .plan
            .with(|plan| Parcel::of(plan, policy, with_reasons))?;
        Some(
            page.answer
                .with(|answer| parcel.computed(terms, answer.one())),
        )
    })
}

fn written(page: Page, with_reasons: bool) -> Written {
    let Some(parcel) = parcel(page, with_reasons) else {
        return Written::default();
    };
    let link = page
        .terms
        .with(|terms| write(&parcel, terms.policy(), &document::address()));
    let file = write_file(&parcel);
    match link {
        Ok(link) => Written {
            link,
            too_long: 0,
            file,
        },
        Err(TooLong { characters }) => Written {
            link: String::new(),
            too_long: characters,
            file,
        },
    }
}

/// The link, ways to hand it on, and what is in it; a file where it is too long.
#[component]
pub(super) fn Content() -> AnyView {
    let page = Page::get();
    let reasons = RwSignal::new(false);
    let written = Memo::new(move |_| written(page, reasons.get()));
    let ticket = whether(move || written.with(|written| !written.file.is_empty()));
    let linked = whether(move || written.with(|written| !written.link.is_empty()));
    let long = whether(move || written.with(|written| written.too_long > 0));
    let paused = whether(move || parcel(page, true).is_some_and(|parcel| parcel.has_reasons()));
    let too_long =
        text(move || words::too_long(page.lang(), written.with(|written| written.too_long)));
    let file = text(move || {
        let text = written.with(|written| percent_encode(&written.file));
        format!("data:application/json;charset=utf-8,{text}")
    });
    view! {
        <If when=whether(move || !ticket.get())>
            <p>{page.say(words::NO_TICKET)}</p>
        </If>
        <If when=linked>
            <Link link=text(move || written.with(|written| written.link.clone()))/>
        </If>
        <If when=long>
            <p class="notice" id="share-too-long">{too_long}</p>
        </If>
        <If when=ticket>
            <If when=paused>
                <Switch id="share-reasons" label=page.say(words::REASONS) on=reasons.into() set=Callback::new(move |on| reasons.set(on))/>
            </If>
            <p class="soft">{page.say(words::INCLUDES)}</p>
            <p class="soft">{page.say(words::PRIVACY)}</p>
            <p>
                <a class="key" id="share-file" download="ticket.slaplan" href=file>{page.say(words::SAVE)}</a>
            </p>
        </If>
    }
    .into_any()
}

/// The link in a field from which it can be copied, and keys that hand it on.
#[component]
fn Link(link: Signal<String>) -> AnyView {
    let page = Page::get();
    let said: RwSignal<Option<Phrase>> = RwSignal::new(None);
    let length = text(move || words::length(page.lang(), link.with(|link| link.chars().count())));
    let copy = move || {
        let link = link.get_untracked();
        leptos::task::spawn_local(async move {
            let done = clipboard::copy(&link).await;
            // The dialog may be closed by now.
            let _ = said.try_set(Some(if done {
                words::COPIED
            } else {
                words::NOT_COPIED
            }));
        });
    };
    let send = move || {
        let title = page.lang().pick("SLA 工单", "SLA ticket");
        send::send(title, &link.get_untracked());
    };
    let said = text(move || {
        let said = said.get();
        said.map_or("", |phrase| phrase.say(page.lang())).to_owned()
    });
    view! {
        <label class="label" for="share-link">{page.say(words::LINK)}</label>
        <textarea id="share-link" class="link" rows="4" readonly spellcheck="false" prop:value=link aria-describedby="share-length"></textarea>
        <p class="soft" id="share-length">{length}</p>
        <p class="hand-on">
            <button class="key" type="button" id="share-copy" on:click=press(copy)>{page.say(words::COPY)}</button>
            <If when=Signal::stored(send::possible())>
                <button class="key" type="button" id="share-send" on:click=press(send)>{page.say(words::SEND)}</button>
            </If>
            <span class="soft" id="share-said" role="status">{said}</span>
        </p>
    }
    .into_any()
}
