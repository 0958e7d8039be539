//! The levels: who is told at each, and whether the user is.

use leptos::prelude::*;

use super::Warnings;
use crate::app::parts::{Shape, field, text, whether, word};
use crate::app::state::Page;
use crate::board::alert::{Rules, Told};
use crate::engine::BasisPoints;
use crate::text::card::LevelCard;
use crate::text::warn as words;
use crate::text::{Phrase, check};

/// A table of the levels, each with its switches.
#[component]
pub(super) fn Levels(warnings: Warnings) -> AnyView {
    let page = warnings.page;
    let shares: Vec<BasisPoints> = page.terms.with_untracked(|terms| {
        let thresholds = terms.policy().thresholds.iter();
        thresholds.map(|threshold| threshold.share).collect()
    });
    let rows = shares.into_iter().enumerate().map(|(level, share)| {
        view! {
            <tr>
                {level_cells(page, level)}
                <td class="number">{tick(warnings, level, share, words::NOTICES, |rules| &mut rules.notices)}</td>
                <td class="number">{tick(warnings, level, share, words::SOUND, |rules| &mut rules.sound)}</td>
            </tr>
        }
        .into_any()
    });
    let rows = rows.collect::<Vec<_>>();
    view! {
        <table class="stops levels">
            <caption class="unseen">{page.say(words::LEVELS)}</caption>
            <thead>
                <tr>
                    <th scope="col">{page.say(check::THRESHOLD)}</th>
                    <th scope="col">{page.say(check::TOLD)}</th>
                    <th scope="col" class="number">{page.say(words::NOTICES)}</th>
                    <th scope="col" class="number">{page.say(words::SOUND)}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

/// The first two cells of a level: its name, and who is told.
pub(super) fn level_cells(page: Page, level: usize) -> AnyView {
    let card = Memo::new(move |_| {
        page.terms
            .with(|terms| LevelCard::of_policy(page.lang(), terms, level))
    });
    let told = text(move || {
        page.terms
            .with(|terms| words::told(page.lang(), terms.policy(), level))
    });
    let key = word(card, |card| card.key);
    view! {
        <th scope="row">
            <span class="mark" data-state=key>
                <Shape name=key/>
                <span>{field(card, |card| &card.name)}</span>
            </span>
        </th>
        <td>{told}</td>
    }
    .into_any()
}

/// Whether something is told at a level.
fn tick(
    warnings: Warnings,
    level: usize,
    share: BasisPoints,
    what: Phrase,
    of: fn(&mut Rules) -> &mut Told,
) -> AnyView {
    let (page, rules) = (warnings.page, warnings.rules);
    let told = whether(move || {
        let mut rules = rules.get();
        of(&mut rules).at(share)
    });
    let name = text(move || {
        page.terms
            .with(|terms| words::at_level(page.lang(), terms.policy(), level, what))
    });
    view! {
        <label class="tick-box">
            <small class="cell">{page.say(what)}</small>
            <input
                type="checkbox"
                aria-label=name
                prop:checked=told
                on:change:target=move |event| {
                    let told = event.target().checked();
                    rules.update(|rules| of(rules).set(share, told));
                }
            />
        </label>
    }
    .into_any()
}
