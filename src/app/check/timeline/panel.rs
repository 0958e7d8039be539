//! A drawing on the page, and what of it moves with time: what is used up, now, and the lit stretch.

use leptos::prelude::*;

use super::frame::Frame;
use super::line::{Drawn, Line};
use super::shape::{Shape, draw};
use super::{tags, track};
use crate::app::parts::{text, views};
use crate::engine::{Basis, Instant};
use crate::text::Urgency;

/// A drawing: of all that is shown, or of the last stretch.
#[component]
pub(super) fn Panel(
    line: Line,
    /// Whether it is of the last stretch.
    inset: bool,
    /// Its id, from which others are made.
    id: &'static str,
    label: Signal<String>,
) -> AnyView {
    let page = line.page;
    // A text made from what is drawn and from the present.
    let timed = move |make: fn(&Drawn, &Frame, Instant) -> Option<String>| {
        text(move || {
            let now = page.clock.now();
            let made = line
                .drawn()
                .and_then(|drawn| make(&drawn, drawn.frame(inset)?, now));
            made.unwrap_or_default()
        })
    };
    let says = text(move || tags::now_label(&page.reader(), page.service(), page.clock.now()));
    let now_says = text(move || {
        let shown = line
            .drawn()
            .and_then(|drawn| drawn.frame(inset)?.along(page.clock.now()));
        if shown.is_some() {
            says.get()
        } else {
            String::new()
        }
    });
    let coordinate = move |get: fn((i32, i32)) -> i32| {
        text(move || {
            let half = tags::half(&says.get());
            let now = page.clock.now();
            let place = line
                .drawn()
                .and_then(|drawn| label_place(drawn.frame(inset)?, now, half));
            place.map_or(0, get).to_string()
        })
    };
    let lit = text(move || {
        let place = line.lit.get();
        let outline = line.drawn().and_then(|drawn| {
            let frame = drawn.frame(inset)?;
            let (from, until) = track::along(&frame.scale, *drawn.ledger.get(place?)?)?;
            let across = (frame.track.0 - 2, frame.track.1 + 2);
            Some(frame.turn.rectangle((from - 1, until + 1), across))
        });
        outline.unwrap_or_default()
    });
    let part = move |get: fn(&Frame) -> &Vec<Shape>| {
        views(move || {
            let drawn = line.drawn();
            let frame = drawn.as_ref().and_then(|drawn| drawn.frame(inset));
            frame.map_or_else(Vec::new, |frame| draw(get(frame)))
        })
    };
    let view_box = text(move || {
        let size = line.drawn().and_then(|drawn| {
            let frame = drawn.frame(inset)?;
            Some((frame.width, frame.height))
        });
        let (width, height) = size.unwrap_or((1, 1));
        format!("0 0 {width} {height}")
    });
    let clip_id = format!("{id}-used");
    view! {
        <svg
            class="drawing"
            id=id
            role="img"
            aria-label=label
            aria-describedby="timeline-description"
            data-state=timed(|drawn, _, now| state(drawn, now))
            viewBox=view_box
        >
            <g>{part(|frame| &frame.under)}</g>
            <clipPath id=clip_id.clone()><path d=timed(used)></path></clipPath>
            <g clip-path=format!("url(#{clip_id})")>{part(|frame| &frame.used)}</g>
            <g>{part(|frame| &frame.over)}</g>
            <path class="lit" d=lit></path>
            <path class="now" d=timed(|_, frame, now| {
                let across = (frame.rows.0 - 4, frame.rows.1 + 6);
                Some(frame.turn.rule(frame.along(now)?, across))
            })></path>
            <text
                class=timed(|_, frame, _| Some(if frame.turn.down { "now end" } else { "now" }.to_owned()))
                x=coordinate(|(x, _)| x)
                y=coordinate(|(_, y)| y)
            >
                {now_says}
            </text>
        </svg>
    }
    .into_any()
}

/// The key of what the clock stands at.
fn state(drawn: &Drawn, now: Instant) -> Option<String> {
    let ticket = &drawn.ticket;
    let status = ticket.clock.status(&ticket.terms, now).ok()?;
    let levels = ticket.terms.policy().thresholds.len();
    Some(Urgency::of(&status, levels).key().to_owned())
}

/// The area of what is used up.
fn used(drawn: &Drawn, frame: &Frame, now: Instant) -> Option<String> {
    let clock = &drawn.ticket.clock;
    let until = clock.stop.unwrap_or(now).min(now);
    let started = clock.basis != Basis::Projected && clock.origin <= until;
    let until = started.then(|| track::place(frame.scale.position(until)))?;
    Some(frame.turn.rectangle((0, until), frame.track))
}

/// Where the label of now stands on the page.
fn label_place(frame: &Frame, now: Instant, half: i32) -> Option<(i32, i32)> {
    let (x, y) = frame.turn.point(frame.along(now)?, frame.now_at);
    Some(if frame.turn.down {
        (x, y + 4)
    } else {
        (x.min(frame.width - half).max(half), y)
    })
}
