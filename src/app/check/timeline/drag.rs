//! The tags beside the rows; those of events that can be moved are handles.

use leptos::ev;
use leptos::prelude::*;

use super::line::{Drag, Drawn, Line, Scene};
use super::tags::Tag;
use super::track;
use crate::app::browser::pointer as pointing;
use crate::app::parts::{focus, keys, pointer, text, views, whether};
use crate::engine::{Instant, Seconds};
use crate::timeline::{Handle, MarkKind, Segment, Step};

/// What is dragged goes to an edge that is this near.
const REACH: f64 = 6.0;
/// By how much an arrow key moves with Shift.
const MINUTE: Seconds = 60;

/// All tags.
#[component]
pub(super) fn Tags(line: Line) -> AnyView {
    // An element stays what it is while what it stands for overtakes another.
    let ranks = Memo::new(move |_| {
        let drawn = line.drawn()?;
        let mut ranks: Vec<u32> = Vec::new();
        for tag in &drawn.frame.tags {
            let rank = rank(tag.kind);
            let place = ranks.partition_point(|other| *other < rank);
            ranks.insert(place, rank);
        }
        Some(ranks)
    });
    views(move || {
        let ranks = ranks.get().unwrap_or_default().into_iter();
        ranks
            .map(|rank| view! { <TagAt line rank/> }.into_any())
            .collect()
    })
}

/// The place of a tag among all tags.
fn rank(kind: MarkKind) -> u32 {
    let pause = |place: usize| u32::try_from(2 * place).unwrap_or(u32::MAX - 7);
    match kind {
        MarkKind::Submitted => 0,
        MarkKind::Confirmed | MarkKind::Assumed => 1,
        MarkKind::Replied => 2,
        MarkKind::Stopped => 3,
        MarkKind::Threshold(_) | MarkKind::Due => 4,
        MarkKind::PauseStart(place) => 5 + pause(place),
        MarkKind::PauseEnd(place) => 6 + pause(place),
    }
}

#[component]
fn TagAt(line: Line, rank: u32) -> AnyView {
    let part = move |get: fn(&Tag) -> String| {
        text(move || {
            line.drawn()
                .and_then(|drawn| found(&drawn, rank).map(get))
                .unwrap_or_default()
        })
    };
    let (x, y) = (part(|tag| tag.x.to_string()), part(|tag| tag.y.to_string()));
    let said = part(|tag| tag.text.clone());
    let kind = part(|tag| key(tag.kind).to_owned());
    let movable = matches!(rank, 0 | 1 | 5..);
    if !movable {
        return view! { <p class="tag" data-kind=kind style:--x=x style:--y=y>{said}</p> }
            .into_any();
    }
    let handle = move || found(&*line.drawn_now()?, rank)?.kind.handle();
    let end = move || {
        line.drag.set(None);
        line.page.keeper.end_stroke();
    };
    view! {
        <button
            class="tag handle"
            type="button"
            data-kind=kind
            aria-label=part(|tag| tag.spoken.clone())
            aria-describedby="timeline-move"
            style:--x=x
            style:--y=y
            disabled=whether(move || line.page.keeper.visiting())
            on:keydown=keys(move |event| press(line, handle(), event))
            on:pointerdown=pointer(move |event| take(line, handle(), event))
            on:pointermove=pointer(move |event| drag(line, event))
            on:pointerup=pointer(move |_| end())
            on:pointercancel=pointer(move |_| end())
            on:blur=focus(end)
        >
            {said}
        </button>
    }
    .into_any()
}

fn found(drawn: &Drawn, rank: u32) -> Option<&Tag> {
    drawn
        .frame
        .tags
        .iter()
        .find(|tag| self::rank(tag.kind) == rank)
}

/// Its key in style sheets and tests.
const fn key(kind: MarkKind) -> &'static str {
    match kind {
        MarkKind::Submitted => "submitted",
        MarkKind::Confirmed => "confirmed",
        MarkKind::Assumed => "assumed",
        MarkKind::Replied => "replied",
        MarkKind::Stopped => "stopped",
        MarkKind::Threshold(_) | MarkKind::Due => "due",
        MarkKind::PauseStart(_) => "pause-start",
        MarkKind::PauseEnd(_) => "pause-end",
    }
}

/// Where the pointer is along time.
pub(super) fn pointed(drawn: &Drawn, event: &ev::PointerEvent) -> Option<f64> {
    let (x, y) = pointing::place(event, ".stage")?;
    let frame = &drawn.frame;
    let (share, length) = if frame.turn.down {
        (y, frame.height)
    } else {
        (x, frame.width)
    };
    Some(share * f64::from(length) - f64::from(frame.turn.from))
}

fn take(line: Line, handle: Option<Handle>, event: &ev::PointerEvent) {
    pointing::capture(event);
    let drag = || {
        let (handle, drawn) = (handle?, line.drawn_now()?);
        let Scene { scale, folds, .. } = &drawn.scene;
        Some(Drag {
            handle,
            off: pointed(&drawn, event)? - scale.position(drawn.stands(handle)?),
            scale: scale.clone(),
            folds: folds.clone(),
        })
    };
    line.drag.set(drag());
}

fn drag(line: Line, event: &ev::PointerEvent) {
    let to = || {
        let (drag, drawn) = (line.drag.get_untracked()?, line.drawn_now()?);
        let Drag {
            handle, off, scale, ..
        } = drag;
        let here = pointed(&drawn, event)? - off;
        let stands = drawn.stands(handle)?;
        if track::place(here) == track::place(scale.position(stands)) {
            return None;
        }
        let edges = edges(&drawn.scene.calendar, scale.window().from);
        let at = scale.snap(scale.instant(here), &edges, REACH);
        (at != stands).then_some((handle, at))
    };
    if let Some((handle, at)) = to() {
        line.shift(handle, at);
    }
}

/// Where working time begins and ends.
fn edges(calendar: &[Segment], from: Instant) -> Vec<Instant> {
    let edges = calendar.iter().map(|segment| segment.span.from);
    edges.filter(|edge| *edge > from).collect()
}

/// Moves the handle as the key says; whether it says anything.
fn press(line: Line, handle: Option<Handle>, event: &ev::KeyboardEvent) -> bool {
    let by = if event.shift_key() {
        MINUTE
    } else {
        Step::QUARTER
    };
    let by = match event.key().as_str() {
        "ArrowLeft" | "ArrowUp" => -by,
        "ArrowRight" | "ArrowDown" => by,
        _ => return false,
    };
    let to = || {
        let handle = handle?;
        let at = line.drawn_now()?.stands(handle)?;
        Some((handle, at.plus(by).ok()?))
    };
    if let Some((handle, to)) = to() {
        line.shift(handle, to);
    }
    true
}
