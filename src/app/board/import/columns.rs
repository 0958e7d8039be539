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

/// The fields that have a column, and behind them those that have none.
#[component]
pub(super) fn Columns() -> AnyView {
    let page = Page::get();
    let importing = Importing::get();
    // Fields stay where they were at first, so that none moves away while it is chosen for.
    let groups: Memo<[Vec<Field>; 2]> = Memo::new(move |_| {
        let fields = importing.preview.with(|preview| {
            let fields = preview.fields.iter().map(|card| card.field);
            fields.collect::<Vec<_>>()
        });
        let guessed = importing.guessed.get();
        let shown = |field: &Field| {
            guessed.contains(field) || matches!(field, Field::Created | Field::Priority)
        };
        let (first, others) = fields.into_iter().partition(shown);
        [first, others]
    });
    let samples = Memo::new(move |_| {
        importing
            .preview
            .with(|preview| preview.samples.len().min(SAMPLES))
    });
    let rows = move |group: usize| {
        views(move || {
            let fields = groups.with(|groups| groups.get(group).cloned());
            let (fields, samples) = (fields.unwrap_or_default(), samples.get());
            let row = |field: Field| view! { <Row field samples/> }.into_any();
            fields.into_iter().map(row).collect()
        })
    };
    let heads = move || {
        let head = |place: usize| {
            let line = text(move || {
                importing.preview.with(|preview| {
                    let sample = preview.samples.get(place);
                    sample.map_or(String::new(), |sample| {
                        words::line(page.lang(), sample.line)
                    })
                })
            });
            view! { <th scope="col">{line}</th> }.into_any()
        };
        (0..samples.get()).map(head).collect::<Vec<_>>()
    };
    let wrongs = move || {
        let wrong = |place: usize| {
            let said = text(move || {
                importing.preview.with(|preview| {
                    let sample = preview.samples.get(place);
                    sample.map_or(String::new(), |sample| {
                        page.lang().of(&sample.wrong).to_owned()
                    })
                })
            });
            view! { <p class="error">{said}</p> }.into_any()
        };
        (0..samples.get()).map(wrong).collect::<Vec<_>>()
    };
    let times_in = text(move || words::times_in(page.lang(), page.service()));
    let header = move || {
        view! {
            <thead>
                <tr>
                    <th scope="col">{page.say(words::FIELD)}</th>
                    <th scope="col">{page.say(words::FROM)}</th>
                    <th scope="col">{page.say(words::WHY)}</th>
                    {heads}
                </tr>
            </thead>
        }
        .into_any()
    };
    view! {
        <div class="scroll">
            <table class="columns" id="intake-columns">
                <caption>
                    <strong>{page.say(words::COLUMNS)}</strong>
                    " "
                    <span class="soft">{times_in}</span>
                </caption>
                {header()}
                <tbody>{rows(0)}</tbody>
            </table>
        </div>
        {wrongs}
        <details class="fold" id="intake-other">
            <summary>{page.say(words::OTHER_FIELDS)}</summary>
            <div class="scroll">
                <table class="columns">
                    {header()}
                    <tbody>{rows(1)}</tbody>
                </table>
            </div>
        </details>
    }
    .into_any()
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
        let line = text(move || {
            importing.preview.with(|preview| {
                let sample = preview.samples.get(place);
                sample.map_or(String::new(), |sample| {
                    words::line(page.lang(), sample.line)
                })
            })
        });
        view! {
            <td>
                <small class="cell">{line}</small>
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
