//! Where the details stand, and what is said while they are not there.

use leptos::prelude::*;

use crate::app::parts::{If, press, whether};
use crate::app::state::{Answer, Coming, Page};
use crate::text::check as words;

/// The place of the details. Their program is fetched with the first answer, or to say why there is none.
#[component]
pub(super) fn DetailsPlace() -> AnyView {
    let page = Page::get();
    Effect::new(move |_| {
        if page.answer.with(Answer::is_to_explain) {
            page.details.fetch();
        }
    });
    let coming = move |state| whether(move || page.details.coming() == state);
    view! {
        <If when=coming(Coming::Fetched)>
            <p class="soft">{page.say(words::DETAILS_COMING)}</p>
        </If>
        <If when=coming(Coming::Failed)>
            <div class="notice" role="alert">
                <p>{page.say(words::DETAILS_FAILED)}</p>
                <button class="key" type="button" on:click=press(move || page.details.fetch())>
                    {page.say(words::TRY_AGAIN)}
                </button>
            </div>
        </If>
        <div class="details" id="details"></div>
    }
    .into_any()
}
