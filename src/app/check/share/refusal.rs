//! Why a link cannot be opened, in the place of what it should have shown.

use leptos::prelude::*;

use super::Sharing;
use crate::app::parts::{If, press, text, whether};
use crate::app::state::{Keeper, Page, Wish};
use crate::text::{check, share as words};

/// The page that is shown instead.
#[component]
pub(in crate::app) fn Refusal(sharing: Sharing) -> AnyView {
    let page = Page::get();
    let why = text(move || {
        let fault = sharing.refused(page);
        fault.map_or(String::new(), |fault| {
            words::fault(page.lang(), page.service(), &fault)
        })
    });
    view! {
        <If when=whether(move || !why.get().is_empty())>
            <section class="section refused" id="refused" role="alert">
                <h1>{page.say(words::REFUSED)}</h1>
                <p>{why}</p>
                <p class="soft">{page.say(words::UNTOUCHED)}</p>
                <p>
                    <button class="key" type="button" on:click=press(|| Keeper::wish(&Wish::Leave))>
                        {page.say(check::BACK_TO_MINE)}
                    </button>
                </p>
            </section>
        </If>
    }
    .into_any()
}
