//! The cursor: a slider along time, and what it says.

use leptos::ev;
use leptos::prelude::*;

use super::frame::Frame;
use super::line::Line;
use crate::app::parts::{focus, keys, text};
use crate::engine::{Instant, Span};
use crate::text::timeline as words;
use crate::timeline::{Segment, Step, Way};

/// Its id.
pub(super) const ID: &str = "timeline-cursor";

/// What is known of the instant under the cursor.
pub(super) fn readout(line: Line) -> Signal<String> {
    text(move || {
        let said = || {
            let at = line.cursor()?;
            let drawn = line.drawn()?;
            let (terms, clock) = (&drawn.ticket.terms, &drawn.ticket.clock);
            let instant = Span::new(at, at.plus(1).ok()?);
            let calendar = Segment::of_calendar(terms, clock.target, instant);
            let segment = Segment::at(&drawn.scene.segments, at)?;
            let reader = line.page.reader();
            Some(words::readout(
                &reader,
                terms,
                clock,
                at,
                calendar.first()?,
                segment,
            ))
        };
        said().unwrap_or_default()
    })
}

/// The slider.
#[component]
pub(super) fn Cursor(line: Line, readout: Signal<String>) -> AnyView {
    let page = line.page;
    let part = move |get: fn(&Frame, Instant) -> Option<i32>| {
        text(move || {
            let part = line.cursor().and_then(|at| get(&line.drawn()?.frame, at));
            part.unwrap_or(0).to_string()
        })
    };
    // In minutes since the beginning.
    let minutes = move |get: fn(Span, Instant) -> Instant| {
        text(move || {
            let minutes = line.cursor().and_then(|at| {
                let bounds = line.drawn()?.scene.bounds;
                Some(get(bounds, at).since(bounds.from) / 60)
            });
            minutes.unwrap_or(0).to_string()
        })
    };
    let turned = text(move || {
        let down = line.drawn().is_some_and(|drawn| drawn.scene.down);
        if down { "vertical" } else { "horizontal" }.to_owned()
    });
    view! {
        <div
            class="cursor"
            id=ID
            role="slider"
            tabindex="0"
            aria-label=page.say(words::CURSOR)
            aria-orientation=turned
            aria-valuemin="0"
            aria-valuemax=minutes(|bounds, _| bounds.until)
            aria-valuenow=minutes(|_, at| at)
            aria-valuetext=readout
            aria-describedby="timeline-keys"
            style:--x=part(|frame, at| Some(frame.turn.point(frame.along(at)?, frame.rows.0).0))
            style:--y=part(|frame, at| Some(frame.turn.point(frame.along(at)?, frame.rows.0).1))
            style:--deep=part(|frame, _| Some(frame.rows.1 - frame.rows.0))
            on:keydown=keys(move |event| press(line, event))
            on:focus=focus(move || light(line))
            on:blur=focus(move || line.light(None))
        ></div>
    }
    .into_any()
}

fn light(line: Line) {
    line.light(untrack(|| line.cursor()));
}

/// Does what the key says; whether it says anything.
fn press(line: Line, event: &ev::KeyboardEvent) -> bool {
    let Some(drawn) = line.drawn_now() else {
        return false;
    };
    let scene = &drawn.scene;
    let key = event.key();
    let way = match key.as_str() {
        "ArrowLeft" => Some(Way::Back),
        "ArrowRight" => Some(Way::On),
        "ArrowUp" if scene.down => Some(Way::Back),
        "ArrowDown" if scene.down => Some(Way::On),
        _ => None,
    };
    let step = match (key.as_str(), way) {
        ("Home", _) => Step::Home,
        ("End", _) => Step::End,
        ("+" | "=", _) => return zoom(line, true),
        ("-" | "−", _) => return zoom(line, false),
        (_, Some(way)) if event.shift_key() => Step::Segment(way),
        (_, Some(way)) if event.alt_key() => Step::Level(way),
        (_, Some(way)) => Step::Quarter(way),
        _ => return false,
    };
    let within = match step {
        Step::Home | Step::End => scene.scale.window(),
        _ => scene.bounds,
    };
    if let Some(at) = untrack(|| line.cursor()) {
        let to = step.apply(at, within, &scene.segments, &drawn.ticket.marks);
        line.put(to);
        line.light(Some(to));
    }
    true
}

/// Shows less or more, around the cursor.
fn zoom(line: Line, closer: bool) -> bool {
    if let Some(extent) = line.extent() {
        line.show_as(line.zoom.get_untracked().next(closer, extent));
    }
    true
}
