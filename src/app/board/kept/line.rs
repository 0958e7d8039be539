//! The line that says whether everything is kept, and what to do where it is not.

use leptos::prelude::*;

use super::Keep;
use super::export::SaveFile;
use crate::app::board::store::{Keeping, Trouble};
use crate::app::browser::document;
use crate::app::parts::{If, press, text, whether};
use crate::app::state::Page;
use crate::text::store as words;
use crate::text::{Lang, Phrase};

/// The line: that everything is kept, or that it is not.
#[component]
pub(super) fn Line() -> AnyView {
    let page = Page::get();
    let store = Keep::get().store;
    let state = Signal::derive(move || match store.keeping() {
        Keeping::Opening(_) => "opening",
        Keeping::Kept => "kept",
        Keeping::Writing(_) => "writing",
        Keeping::Not(_) => "not",
    });
    let said = text(move || said(page.lang(), &store.keeping()));
    view! { <span class="soft" id="kept" data-state=state>{said}</span> }.into_any()
}

fn said(lang: Lang, keeping: &Keeping) -> String {
    match keeping {
        Keeping::Opening(percent) => words::opening(lang, *percent),
        Keeping::Kept => words::KEPT.say(lang).to_owned(),
        Keeping::Writing(percent) => words::writing(lang, *percent),
        Keeping::Not(_) => words::NOT_KEPT.say(lang).to_owned(),
    }
}

/// How far the reading or writing of much has come, and what is wrong with keeping.
#[component]
pub(super) fn Progress() -> AnyView {
    let page = Page::get();
    let store = Keep::get().store;
    let moving =
        whether(move || matches!(store.keeping(), Keeping::Opening(_) | Keeping::Writing(_)));
    let progress = text(move || said(page.lang(), &store.keeping()));
    let trouble = Memo::new(move |_| match store.keeping() {
        Keeping::Not(trouble) => Some(trouble),
        _ => None,
    });
    let why = text(move || {
        trouble.with(|trouble| {
            trouble
                .as_ref()
                .map_or(String::new(), |it| why(page.lang(), it))
        })
    });
    let unkept = text(move || match store.unkept() {
        0 => String::new(),
        count => words::unkept(page.lang(), count),
    });
    let reload = whether(move || {
        trouble.with(|trouble| matches!(trouble, Some(Trouble::Newer | Trouble::Superseded)))
    });
    let retry = whether(move || {
        trouble.with(|trouble| {
            matches!(
                trouble,
                Some(Trouble::Refused | Trouble::Full | Trouble::Failed(_))
            )
        })
    });
    view! {
        <If when=moving>
            <p class="soft">{progress}</p>
        </If>
        <div class="notices" role="alert">
            <If when=whether(move || trouble.with(Option::is_some))>
                <div class="notice" id="not-kept">
                    <p>{why} " " {unkept}</p>
                    <p class="hand-on">
                        <If when=retry>
                            <button class="key" type="button" id="retry" on:click=press(move || store.retry())>
                                {page.say(words::RETRY)}
                            </button>
                        </If>
                        <If when=reload>
                            <button class="key" type="button" on:click=press(document::reload)>
                                {page.say(words::RELOAD)}
                            </button>
                        </If>
                        <SaveFile/>
                    </p>
                </div>
            </If>
        </div>
    }
    .into_any()
}

/// What is wrong, and what to do.
fn why(lang: Lang, trouble: &Trouble) -> String {
    let say = |phrase: Phrase| phrase.say(lang).to_owned();
    match trouble {
        Trouble::Refused => say(words::REFUSED),
        Trouble::Full => say(words::FULL),
        Trouble::Newer => say(words::NEWER),
        Trouble::Blocked => say(words::BLOCKED),
        Trouble::Superseded => say(words::SUPERSEDED),
        Trouble::Failed(name) => words::failed(lang, name),
    }
}
