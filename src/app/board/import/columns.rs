//! What the columns of the table mean: each field with its column, why, and a few rows.

use leptos::prelude::*;

use super::importing::Importing;
use super::select::Choice;
use crate::app::parts::{text, views};
use crate::app::state::Page;
use crate::exchange::table::Field;
use crate::text::Lang;
use crate::text::import::{self as words, FieldCard, Preview, SampleCell};

/// How many rows are shown.
const SAMPLES: usize = 3;

/// The fields that had a column at first, and the two that a ticket needs.
#[component]
pub(super) fn Columns() -> AnyView {
    let page = Page::get();
    let importing = Importing::get();
    let times_in = text(move || words::times_in(page.lang(), page.service()));
    let wrongs = move || {
        views(move || {
            importing.preview.with(|preview| {
                let wrongs = preview
                    .samples
                    .iter()
                    .map(|sample| page.lang().of(&sample.wrong));
                let wrongs = wrongs.filter(|wrong| !wrong.is_empty()).map(str::to_owned);
                wrongs
                    .map(|wrong| view! { <p class="soft">{wrong}</p> }.into_any())
                    .collect()
            })
        })
    };
    view! {
        <div class="scroll">
            <table class="columns" id="intake-columns">
                <caption>
                    <strong>{page.say(words::COLUMNS)}</strong>
                    " "
                    <span class="soft">{times_in}</span>
                </caption>
                <Fields guessed=true/>
            </table>
        </div>
        {wrongs()}
    }
    .into_any()
}

/// The fields that no column was found for.
#[component]
pub(super) fn OtherFields() -> AnyView {
    let page = Page::get();
    view! {
        <details class="fold" id="intake-other">
            <summary>{page.say(words::OTHER_FIELDS)}</summary>
            <div class="scroll">
                <table class="columns">
                    <Fields guessed=false/>
                </table>
            </div>
        </details>
    }
    .into_any()
}

/// The head of the table and its rows: of the fields that had a column at first, or of the others. So none
/// moves away while it is chosen for.
#[component]
fn Fields(guessed: bool) -> AnyView {
    let page = Page::get();
    let importing = Importing::get();
    let fields = Memo::new(move |_| {
        let known = importing.guessed.get();
        let wanted = |field: &Field| {
            let needed = matches!(field, Field::Created | Field::Priority);
            (known.contains(field) || needed) == guessed
        };
        importing.preview.with(|preview| {
            let fields = preview.fields.iter().map(|card| card.field);
            fields.filter(wanted).collect::<Vec<_>>()
        })
    });
    let samples = Memo::new(move |_| {
        importing
            .preview
            .with(|preview| preview.samples.len().min(SAMPLES))
    });
    let rows = views(move || {
        let samples = samples.get();
        let row = |field: Field| view! { <Row field samples/> }.into_any();
        fields.get().into_iter().map(row).collect()
    });
    let heads = views(move || {
        let head =
            |place: usize| view! { <th scope="col">{line(page, importing, place)}</th> }.into_any();
        (0..samples.get()).map(head).collect()
    });
    view! {
        <thead>
            <tr>
                <th scope="col">{page.say(words::FIELD)}</th>
                <th scope="col">{page.say(words::FROM)}</th>
                <th scope="col">{page.say(words::WHY)}</th>
                {heads}
            </tr>
        </thead>
        <tbody>{rows}</tbody>
    }
    .into_any()
}

/// The line of a sample.
fn line(page: Page, importing: Importing, place: usize) -> Signal<String> {
    text(move || {
        importing.preview.with(|preview| {
            let sample = preview.samples.get(place);
            sample.map_or(String::new(), |sample| {
                words::line(page.lang(), sample.line)
            })
        })
    })
}

#[component]
fn Row(field: Field, samples: usize) -> AnyView {
    let page = Page::get();
    let importing = Importing::get();
    let card = move |of: fn(&FieldCard, Lang) -> String| {
        text(move || {
            importing.preview.with(|preview| {
                let card = preview.fields.iter().find(|card| card.field == field);
                card.map_or(String::new(), |card| of(card, page.lang()))
            })
        })
    };
    let name = card(|card, lang| lang.of(&card.name).to_owned());
    let options = Memo::new(move |_| {
        let headers = importing.preview.with(|preview| preview.headers.clone());
        let none = words::NO_COLUMN.say(page.lang()).to_owned();
        let columns = (0..headers.len())
            .map(|column| (column.to_string(), words::column_option(&headers, column)));
        let options = std::iter::once((String::new(), none)).chain(columns);
        options.collect::<Vec<_>>()
    });
    let chosen = card(|card, _| {
        card.column
            .map_or(String::new(), |column| column.to_string())
    });
    let choose = Callback::new(move |value: String| {
        importing.choose(|choices| choices.set_column(field, value.parse().ok()));
    });
    let id = format!("column-{}", field.key());
    let cells = (0..samples).map(|place| {
        let cell = move |of: fn(&SampleCell, Lang) -> String| {
            text(move || {
                importing.preview.with(|preview| {
                    let cell = cell(preview, place, field);
                    cell.map_or(String::new(), |cell| of(cell, page.lang()))
                })
            })
        };
        view! {
            <td>
                <small class="cell">{line(page, importing, place)}</small>
                <span class="written">{cell(|cell, _| cell.written.clone())}</span>
                <small>{cell(|cell, lang| lang.of(&cell.understood).to_owned())}</small>
            </td>
        }
        .into_any()
    });
    view! {
        <tr data-field=field.key()>
            <th scope="row">{name}</th>
            <td><Choice id label=name options=options.into() chosen choose/></td>
            <td class="soft">{card(|card, lang| lang.of(&card.why).to_owned())}</td>
            {cells.collect::<Vec<_>>()}
        </tr>
    }
    .into_any()
}

fn cell(preview: &Preview, place: usize, field: Field) -> Option<&SampleCell> {
    let cells = preview.samples.get(place)?.cells.iter();
    cells.into_iter().find(|cell| cell.field == field)
}
