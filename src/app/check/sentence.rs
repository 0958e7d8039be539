//! The answer as one sentence that can be copied.

use leptos::prelude::*;

use crate::app::browser::clipboard;
use crate::app::parts::{press, text};
use crate::app::state::Page;
use crate::text::{answer, check as words};

/// The sentence and its copy button.
#[component]
pub(super) fn Sentence() -> AnyView {
    let page = Page::get();
    let sentence = Memo::new(move |_| {
        let submitted = page.plan.with(|plan| plan.draft.submission);
        page.terms.with(|terms| {
            page.answer.with(|found| match (found.one(), submitted) {
                (Some(assessment), Some(submission)) => {
                    answer(&page.reader(), terms, assessment, submission.at)
                }
                _ => String::new(),
            })
        })
    });
    let copied: RwSignal<Option<bool>> = RwSignal::new(None);
    Effect::new(move |_| {
        sentence.track();
        copied.set(None);
    });
    let copy = move || {
        let text = sentence.get_untracked();
        leptos::task::spawn_local(async move {
            let done = clipboard::copy(&text).await;
            let _ = copied.try_set(Some(done));
        });
    };
    let outcome = text(move || {
        let phrase = match copied.get() {
            None => return String::new(),
            Some(true) => words::COPIED,
            Some(false) => words::NOT_COPIED,
        };
        phrase.say(page.lang()).to_owned()
    });
    view! {
        <div class="saying">
            <p class="sentence" id="sentence">{sentence}</p>
            <p>
                <button class="key" type="button" on:click=press(copy)>{page.say(words::COPY)}</button>
                " "
                <span class="soft" role="status">{outcome}</span>
            </p>
        </div>
    }
    .into_any()
}
