//! The rows that are not simply taken: bad ones, those that are no tickets, conflicts, and what to note.

use leptos::prelude::*;

use super::importing::Importing;
use crate::app::parts::{If, press, text, views, whether};
use crate::app::state::Page;
use crate::text::import::{self as words, BadCard};
use crate::text::{Lang, Phrase};

/// All of them.
#[component]
pub(super) fn Rows() -> AnyView {
    let page = Page::get();
    let importing = Importing::get();
    let outcome = importing.outcome;
    let cautions = move |lang: Lang| {
        outcome.with(|outcome| {
            let cut = outcome
                .may_be_cut
                .then(|| crate::text::table::MAY_BE_CUT.say(lang).to_owned());
            let cautions = outcome.cautions.iter();
            let cautions = cautions
                .map(|caution| words::caution_rows(lang, lang.of(&caution.what), caution.rows));
            cut.into_iter().chain(cautions).collect::<Vec<_>>()
        })
    };
    let skips = move |lang: Lang| {
        outcome.with(|outcome| {
            let skips = outcome.skips.iter();
            let mut lines: Vec<String> = skips.map(|skip| lang.of(skip).to_owned()).collect();
            if lines.len() < outcome.skipped {
                lines.push(words::first_rows(lang, lines.len(), outcome.skipped));
            }
            lines
        })
    };
    let conflicts = move |lang: Lang| {
        importing.conflicts.with(|conflicts| {
            let lines = conflicts.iter();
            lines
                .map(|(line, number, why)| words::conflict(lang, *line, number, lang.of(why)))
                .collect::<Vec<_>>()
        })
    };
    let list = move |id: &'static str, name: Phrase, lines: Signal<Vec<String>>| {
        let some = whether(move || lines.with(|lines| !lines.is_empty()));
        let items = move || {
            views(move || {
                let lines = lines.get().into_iter();
                lines
                    .map(|line| view! { <li>{line}</li> }.into_any())
                    .collect()
            })
        };
        view! {
            <If when=some>
                <details class="fold" id=id>
                    <summary>{page.say(name)}</summary>
                    <ul class="told">{items()}</ul>
                </details>
            </If>
        }
        .into_any()
    };
    view! {
        <Bad/>
        {list("intake-conflicts", words::CONFLICTS, Signal::derive(move || conflicts(page.lang())))}
        {list("intake-cautions", words::CAUTIONS, Signal::derive(move || cautions(page.lang())))}
        {list("intake-skipped", words::SKIPPED_ROWS, Signal::derive(move || skips(page.lang())))}
    }
    .into_any()
}

/// The bad rows, and the button that saves them.
#[component]
fn Bad() -> AnyView {
    let page = Page::get();
    let importing = Importing::get();
    let outcome = importing.outcome;
    let some = whether(move || outcome.with(|outcome| outcome.bad > 0));
    let rest = text(move || {
        outcome.with(|outcome| {
            let shown = outcome.bad_rows.len();
            if shown < outcome.bad {
                words::first_of_many(page.lang(), shown, outcome.bad)
            } else {
                String::new()
            }
        })
    });
    let rows = move || {
        views(move || {
            let lang = page.lang();
            outcome.with(|outcome| {
                outcome
                    .bad_rows
                    .iter()
                    .map(|row| bad(page, lang, row))
                    .collect()
            })
        })
    };
    view! {
        <If when=some>
            <section class="bad-rows" id="intake-bad" aria-labelledby="intake-bad-title">
                <h3 id="intake-bad-title">{page.say(words::BAD_ROWS)}</h3>
                <p>
                    <button class="key" type="button" id="save-bad" on:click=press(move || importing.save_bad())>
                        {page.say(words::SAVE_BAD)}
                    </button>
                    " "
                    <span class="soft">{rest}</span>
                </p>
                <table class="bad">
                    <thead>
                        <tr>
                            <th scope="col">{page.say(words::BAD_LINE)}</th>
                            <th scope="col">{page.say(words::BAD_COLUMN)}</th>
                            <th scope="col">{page.say(words::BAD_VALUE)}</th>
                            <th scope="col">{page.say(words::BAD_REASON)}</th>
                            <th scope="col">{page.say(words::BAD_MEND)}</th>
                        </tr>
                    </thead>
                    <tbody>{rows()}</tbody>
                </table>
            </section>
        </If>
    }
    .into_any()
}

fn bad(page: Page, lang: Lang, row: &BadCard) -> AnyView {
    let label =
        |phrase: Phrase| view! { <small class="cell">{page.say(phrase)}</small> }.into_any();
    view! {
        <tr>
            <th scope="row">{label(words::BAD_LINE)} {row.line.to_string()}</th>
            <td>{label(words::BAD_COLUMN)} {lang.of(&row.column).to_owned()}</td>
            <td class="written">{label(words::BAD_VALUE)} {row.value.clone()}</td>
            <td>{lang.of(&row.reason).to_owned()}</td>
            <td>{lang.of(&row.mend).to_owned()}</td>
        </tr>
    }
    .into_any()
}
