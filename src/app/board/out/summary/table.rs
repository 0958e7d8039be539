//! The figures of a target, a row for each priority.

use leptos::prelude::*;

use crate::app::parts::{Shape, press};
use crate::app::state::Page;
use crate::text::summary::{self as words, SHAPES, SummaryRow, TargetTable};
use crate::text::{Lang, Phrase};

/// The columns of counts.
const COUNTS: [Phrase; 6] = [
    words::TICKETS,
    words::MET,
    words::MISSED,
    words::OVERDUE,
    words::OPEN,
    words::NOT_JUDGED,
];

/// The figures of one target.
pub(super) fn table(page: Page, target: TargetTable, open: Callback<u32>) -> AnyView {
    let lang = page.lang();
    let heads = COUNTS.into_iter().zip(SHAPES).map(|(head, key)| {
        let shape = key.map(|key| view! { <Shape name=Signal::stored(key)/> });
        view! {
            <th scope="col" class="number">
                <span class="mark" data-state=key>{shape}<span>{head.say(lang)}</span></span>
            </th>
        }
        .into_any()
    });
    let heads = heads.collect::<Vec<_>>();
    let rows: Vec<AnyView> = target
        .rows
        .into_iter()
        .map(|line| row(lang, line, open))
        .collect();
    view! {
        <table class="promises">
            <caption>{target.name} " " <span class="clause">{target.clause}</span></caption>
            <thead>
                <tr>
                    <th scope="col">{words::PRIORITY.say(lang)}</th>
                    {heads}
                    <th scope="col" class="number">{words::SHARE.say(lang)}</th>
                    <th scope="col">{words::WORST.say(lang)}</th>
                    <th scope="col">{words::MEDIAN.say(lang)}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn row(lang: Lang, line: SummaryRow, open: Callback<u32>) -> AnyView {
    let counts = COUNTS.into_iter().zip(line.counts);
    let counts = counts.map(|(head, count)| {
        view! { <td class="number"><small class="cell">{head.say(lang)}</small>{count}</td> }
            .into_any()
    });
    let counts = counts.collect::<Vec<_>>();
    let ticket = line.worst_key.map(|key| {
        view! {
            <button class="quiet ticket-link" type="button" on:click=press(move || open.run(key))>{line.worst_ticket.clone()}</button>
            <span class="printed">{line.worst_ticket}</span>
        }
    });
    view! {
        <tr>
            <th scope="row">{line.name}</th>
            {counts}
            <td class="number"><small class="cell">{words::SHARE.say(lang)}</small><strong>{line.share}</strong></td>
            <td><small class="cell">{words::WORST.say(lang)}</small>{line.worst} " " {ticket}</td>
            <td><small class="cell">{words::MEDIAN.say(lang)}</small>{line.median}</td>
        </tr>
    }
    .into_any()
}
