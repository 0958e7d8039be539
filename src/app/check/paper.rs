//! What is printed before and after the explanation, and not shown on a screen.

use leptos::prelude::*;

use crate::app::parts::{field, text};
use crate::app::state::Page;
use crate::text::paper::{self as words, ClockLine, PaperCard};

/// The document around what explains the answer.
#[component]
pub(in crate::app) fn Paper(children: Children) -> AnyView {
    let card = card(Page::get());
    view! {
        <Head card/>
        {children()}
        <Foot card/>
    }
    .into_any()
}

/// Ticket, readings, answers and clocks.
#[component]
fn Head(card: Memo<PaperCard>) -> AnyView {
    let page = Page::get();
    let minute = Memo::new(move |_| {
        let now = page.clock.now();
        now.plus(-(now.epoch() % 60)).unwrap_or(now)
    });
    let as_of = text(move || {
        page.terms
            .with(|terms| words::as_of(page.lang(), terms, minute.get()))
    });
    let answers = move || {
        let answers = card.with(|card| card.answers.clone()).into_iter();
        answers
            .map(|(lang, answer)| view! { <p lang=lang>{answer}</p> }.into_any())
            .collect::<Vec<_>>()
    };
    let levels = move || {
        let levels = card.with(|card| card.levels.clone()).into_iter();
        levels
            .map(|level| view! { <th scope="col">{level}</th> }.into_any())
            .collect::<Vec<_>>()
    };
    let clocks = move || {
        let clocks = card.with(|card| card.clocks.clone()).into_iter();
        clocks.map(clock).collect::<Vec<_>>()
    };
    view! {
        <section class="paper paper-head">
            <p class="paper-title">{field(card, |card| &card.title)}</p>
            <p>{field(card, |card| &card.submitted)} " · " {as_of}</p>
            <ul class="paper-readings">{lines(card, |card| card.readings.clone())}</ul>
            <div class="paper-answers">{answers}</div>
            {paragraphs(card, |card| card.provisional.clone())}
            <table>
                <caption>{page.say(words::CLOCKS)} " " <span class="label">{page.service_name()}</span></caption>
                <thead>
                    <tr>
                        <th scope="col">{page.say(words::TARGET)}</th>
                        {levels}
                        <th scope="col">{page.say(words::STATE)}</th>
                    </tr>
                </thead>
                <tbody>{clocks}</tbody>
            </table>
        </section>
    }
    .into_any()
}

/// Events and versions.
#[component]
fn Foot(card: Memo<PaperCard>) -> AnyView {
    let page = Page::get();
    let events = move || {
        let events = card.with(|card| card.events.clone()).into_iter();
        let row = |[when, what, about]: [String; 3]| {
            view! { <tr><th scope="row">{when}</th><td>{what}</td><td>{about}</td></tr> }.into_any()
        };
        events.map(row).collect::<Vec<_>>()
    };
    view! {
        <section class="paper paper-foot">
            <table>
                <caption>{page.say(words::EVENTS)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{page.say(words::WHEN)}</th>
                        <th scope="col" colspan="2">{page.say(words::WHAT)}</th>
                    </tr>
                </thead>
                <tbody>{events}</tbody>
            </table>
            <p class="paper-versions">{field(card, |card| &card.versions)}</p>
        </section>
    }
    .into_any()
}

fn clock(line: ClockLine) -> AnyView {
    let levels = line.marks.len();
    let marks = line.marks.into_iter();
    let marks: Vec<_> = marks
        .map(|mark| view! { <td>{mark}</td> }.into_any())
        .collect();
    view! {
        <tr>
            <th scope="row"><strong>{line.name}</strong><small>{line.limit}</small></th>
            {marks}
            <td>{line.state}</td>
        </tr>
        <tr>
            <td class="paper-why" colspan=(levels + 2).to_string()>{line.why}</td>
        </tr>
    }
    .into_any()
}

fn lines(card: Memo<PaperCard>, of: fn(&PaperCard) -> Vec<String>) -> AnyView {
    let lines = move || {
        let lines = card.with(of).into_iter();
        lines
            .map(|line| view! { <li>{line}</li> }.into_any())
            .collect::<Vec<_>>()
    };
    lines.into_any()
}

fn paragraphs(card: Memo<PaperCard>, of: fn(&PaperCard) -> Vec<String>) -> AnyView {
    let lines = move || {
        let lines = card.with(of).into_iter();
        lines
            .map(|line| view! { <p>{line}</p> }.into_any())
            .collect::<Vec<_>>()
    };
    lines.into_any()
}

/// The document; empty without an answer. It is made anew where a clock comes to stand otherwise, not by the
/// second.
fn card(page: Page) -> Memo<PaperCard> {
    let states = Memo::new(move |_| {
        let (reader, now) = (page.reader(), page.clock.now());
        page.terms.with(|terms| {
            page.answer.with(|answer| {
                let clocks = answer.one().map(|found| found.clocks.iter());
                let states = clocks.into_iter().flatten();
                states
                    .map(|clock| words::state(&reader, terms, clock, now))
                    .collect::<Vec<_>>()
            })
        })
    });
    let made = move || {
        let history = page.history()?;
        let events = page.plan.with(|plan| {
            let rank = plan.draft.priority?;
            plan.draft.happened(rank)
        })?;
        let (reader, states) = (page.reader(), states.get());
        page.terms.with(|terms| {
            page.answer.with(|answer| {
                let assessment = answer.one()?;
                let made = PaperCard::of(&reader, terms, &history, &events, assessment, states);
                Some(made)
            })
        })
    };
    Memo::new(move |_| made().unwrap_or_default())
}
