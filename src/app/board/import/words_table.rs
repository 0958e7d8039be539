//! The words for priorities and statuses, and what they stand for.

use leptos::prelude::*;

use super::importing::Importing;
use super::select::Choice;
use crate::app::parts::{If, text, views, whether};
use crate::app::state::Page;
use crate::engine::Rank;
use crate::exchange::table::StatusClass;
use crate::text::import::{self as words, Preview};
use crate::text::{Phrase, board::grouped, table};

/// How many words are shown; the rest are rare.
const SHOWN: usize = 60;

/// Which words are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Priority,
    Status,
}

/// A word as it is shown.
#[derive(Clone, Debug, Default, PartialEq)]
struct Word {
    word: String,
    rows: usize,
    /// The value of what it stands for; empty where that is not known.
    meaning: String,
    why: crate::engine::Bilingual,
}

impl Kind {
    /// The words, those first of which it is not known what they stand for.
    fn words(self, preview: &Preview) -> Vec<Word> {
        match self {
            // Those without any are asked for by themselves.
            Self::Priority => {
                let words = preview.priorities.iter();
                let words = words.filter(|word| !word.word.is_empty()).map(|word| Word {
                    word: word.word.clone(),
                    rows: word.rows,
                    meaning: word
                        .meaning
                        .map_or(String::new(), |rank| rank.0.to_string()),
                    why: word.why.clone(),
                });
                words.collect()
            }
            Self::Status => {
                let words = preview.statuses.iter();
                let words = words.filter(|word| !word.word.is_empty()).map(|word| Word {
                    word: word.word.clone(),
                    rows: word.rows,
                    meaning: word.meaning.map_or(String::new(), |class| {
                        let place = StatusClass::ALL.iter().position(|known| *known == class);
                        place.unwrap_or_default().to_string()
                    }),
                    why: word.why.clone(),
                });
                words.collect()
            }
        }
    }

    const fn id(self) -> &'static str {
        match self {
            Self::Priority => "intake-priorities",
            Self::Status => "intake-statuses",
        }
    }

    const fn name(self) -> Phrase {
        match self {
            Self::Priority => words::PRIORITIES,
            Self::Status => words::STATUSES,
        }
    }

    /// What its words can stand for.
    fn meanings(self, page: Page) -> Vec<(String, String)> {
        match self {
            Self::Priority => super::asks::priorities(page),
            Self::Status => {
                let classes = StatusClass::ALL.into_iter().enumerate();
                classes
                    .map(|(place, class)| {
                        let name = table::status(class).say(page.lang());
                        (place.to_string(), name.to_owned())
                    })
                    .collect()
            }
        }
    }

    fn choose(self, importing: Importing, word: String, value: &str) {
        let Ok(place) = value.parse::<u8>() else {
            return;
        };
        importing.choose(|choices| match self {
            Self::Priority => choices.set_priority(word, Rank(place)),
            Self::Status => {
                if let Some(class) = StatusClass::ALL.get(usize::from(place)) {
                    choices.set_status(word, *class);
                }
            }
        });
    }
}

/// The words for priorities; open while some are not known.
#[component]
pub(super) fn Priorities() -> AnyView {
    view! { <Words kind=Kind::Priority/> }.into_any()
}

/// The words for statuses.
#[component]
pub(super) fn Statuses() -> AnyView {
    view! { <Words kind=Kind::Status/> }.into_any()
}

#[component]
fn Words(kind: Kind) -> AnyView {
    let page = Page::get();
    let importing = Importing::get();
    let all = Memo::new(move |_| importing.preview.with(|preview| kind.words(preview)));
    // The words stay in their order while they are chosen for.
    let order = Memo::new(move |_| {
        all.with(|all| all.iter().map(|word| word.word.clone()).collect::<Vec<_>>())
    });
    let unknown = Memo::new(move |_| {
        all.with(|all| all.iter().filter(|word| word.meaning.is_empty()).count())
    });
    let some = whether(move || order.with(|order| !order.is_empty()));
    let rows = move || {
        views(move || {
            let count = order.with(Vec::len).min(SHOWN);
            (0..count)
                .map(|place| view! { <WordRow kind place all/> }.into_any())
                .collect()
        })
    };
    let rest = text(move || {
        let count = order.with(Vec::len);
        if count > SHOWN {
            words::first_words(page.lang(), SHOWN, count)
        } else {
            String::new()
        }
    });
    let heading = text(move || {
        let name = kind.name().say(page.lang());
        match unknown.get() {
            0 => name.to_owned(),
            count => words::unknown(page.lang(), name, count),
        }
    });
    let open = whether(move || kind == Kind::Priority && unknown.get() > 0);
    let reasoned = Signal::stored(kind == Kind::Priority);
    let why = text(move || match kind {
        Kind::Priority => String::new(),
        Kind::Status => words::STATUSES_WHY.say(page.lang()).to_owned(),
    });
    view! {
        <If when=some>
            <details class="fold" id=kind.id() open=open.get_untracked()>
                <summary>{heading}</summary>
                <p class="soft">{why}</p>
                <table class="words">
                    <thead>
                        <tr>
                            <th scope="col">{page.say(words::WORD)}</th>
                            <th scope="col">{page.say(words::ROWS)}</th>
                            <th scope="col">{page.say(words::MEANS)}</th>
                            <If when=reasoned><th scope="col">{page.say(words::WHY)}</th></If>
                        </tr>
                    </thead>
                    <tbody>{rows()}</tbody>
                </table>
                <p class="soft">{rest}</p>
            </details>
        </If>
    }
    .into_any()
}

#[component]
fn WordRow(kind: Kind, place: usize, all: Memo<Vec<Word>>) -> AnyView {
    let page = Page::get();
    let importing = Importing::get();
    let word = Memo::new(move |_| all.with(|all| all.get(place).cloned().unwrap_or_default()));
    let options = Signal::derive(move || {
        let choose = (String::new(), words::CHOOSE.say(page.lang()).to_owned());
        let unknown = word.with(|word| word.meaning.is_empty());
        let first = unknown.then_some(choose).into_iter();
        first.chain(kind.meanings(page)).collect::<Vec<_>>()
    });
    let choose = Callback::new(move |value: String| {
        let word = word.with_untracked(|word| word.word.clone());
        kind.choose(importing, word, &value);
    });
    let name = text(move || word.with(|word| word.word.clone()));
    let chosen = text(move || word.with(|word| word.meaning.clone()));
    let why = text(move || word.with(|word| page.lang().of(&word.why).to_owned()));
    let unknown = Signal::derive(move || word.with(|word| word.meaning.is_empty()).then_some(""));
    view! {
        <tr data-unknown=unknown>
            <th scope="row">{name}</th>
            <td>{text(move || word.with(|word| grouped(word.rows)))}</td>
            <td><Choice id=format!("{}-{place}", kind.id()) label=name options chosen choose/></td>
            <If when=Signal::stored(kind == Kind::Priority)><td class="soft">{why}</td></If>
        </tr>
    }
    .into_any()
}
