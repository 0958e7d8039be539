//! The timeline: what each stretch of time is, what the clock has used up, and what moving an event does.

use leptos::ev;
use leptos::prelude::*;

mod across;
mod axis;
mod cursor;
mod down;
mod drag;
mod frame;
mod legend;
mod line;
mod moving;
mod panel;
mod patterns;
mod shape;
mod tags;
mod tools;
mod track;

use crate::app::browser::{document, size};
use crate::app::parts::{If, pointer, text, whether};
use crate::engine::Instant;
use crate::text::timeline as words;
use crate::timeline::Handle;
use cursor::Cursor;
use drag::Tags;
use line::Line;
pub(super) use moving::moved;
use panel::Panel;

/// The timeline of the clock of `target`.
#[component]
pub(super) fn Timeline(
    /// The target, by its place in the policy.
    target: Signal<usize>,
    /// The stretch of the ledger until due that is lit, here and in its table.
    lit: RwSignal<Option<usize>>,
    /// Moves an event of the ticket.
    moved: Callback<(Handle, Instant)>,
) -> AnyView {
    let line = Line::new(target, lit, moved);
    let page = line.page;
    let described = move |get: fn((String, String)) -> String| {
        text(move || {
            let described = line.drawn().map(|drawn| {
                let (ticket, shown) = (&drawn.ticket, drawn.scene.scale.window());
                words::described(&page.reader(), &ticket.terms, &ticket.clock, shown)
            });
            described.map(get).unwrap_or_default()
        })
    };
    let changes = text(move || {
        let shown = line.drawn().map(|drawn| drawn.scene.scale.window());
        let zones = [page.settings.viewer(), page.typing_zone(), page.service()];
        let said =
            shown.map(|shown| words::clock_changes(page.lang(), &zones, shown, page.clock.read()));
        said.unwrap_or_default().join(" ")
    });
    let readout = cursor::readout(line);
    let inset = whether(move || line.drawn().is_some_and(|drawn| drawn.inset.is_some()));
    let magnified = text(move || {
        page.terms
            .with(|terms| words::magnified(page.lang(), terms))
    });
    view! {
        <div class="section timeline" role="group" aria-labelledby="timeline-title">
            <patterns::Patterns/>
            <div class="timeline-head">
                <h3 id="timeline-title">{page.say(words::TITLE)}</h3>
                <tools::Tools line/>
            </div>
            <p class="soft" id="timeline-changes">{changes}</p>
            <p class="unseen" id="timeline-description">{described(|(_, said)| said)}</p>
            <Ruler line/>
            <Stage line>
                <Panel line inset=false id="timeline-drawing" label=described(|(name, _)| name)/>
                <Tags line/>
                <Cursor line readout/>
            </Stage>
            <p class="readout" id="timeline-readout">{readout}</p>
            <If when=inset>
                <figure class="inset">
                    <figcaption class="label">{magnified}</figcaption>
                    <Panel line inset=true id="timeline-inset" label=magnified/>
                </figure>
            </If>
            <legend::Legend line/>
            <p class="label" id="timeline-move">{page.say(words::HOW_TO_MOVE)}</p>
            <p class="label" id="timeline-keys">{page.say(words::HOW_TO_READ)}</p>
        </div>
    }
    .into_any()
}

/// How wide the timeline is on paper, in sixteenths of a letter: 182 mm of A4 in letters of 10 pt.
const PAPER: i32 = 826;

/// Measures how wide the timeline can be, in the letters of the page: it is a letter high.
#[component]
fn Ruler(line: Line) -> AnyView {
    let ruler = NodeRef::<leptos::html::Div>::new();
    let watch = StoredValue::new_local(None);
    Effect::new(move |_| {
        let Some(ruler) = ruler.get() else { return };
        let watching = size::watch(&ruler, move |width, height| {
            let _ = line.width.try_set(width * 16 / height.max(1));
        });
        watch.set_value(watching);
    });
    // Nothing is measured while the page is printed.
    let on_screen = StoredValue::new(PAPER);
    let before = window_event_listener(ev::beforeprint, move |_| {
        on_screen.set_value(line.width.get_untracked());
        line.width.set(PAPER);
    });
    let after = window_event_listener(ev::afterprint, move |_| {
        line.width.set(on_screen.get_value());
    });
    on_cleanup(move || {
        before.remove();
        after.remove();
    });
    view! { <div class="ruler" node_ref=ruler></div> }.into_any()
}

/// Where the pointer lights what it is over and puts the cursor.
#[component]
fn Stage(line: Line, children: Children) -> AnyView {
    let part = move |get: fn(&frame::Frame) -> i32| {
        text(move || {
            line.drawn()
                .map_or(1, |drawn| get(&drawn.frame))
                .to_string()
        })
    };
    let at = move |event: &ev::PointerEvent| -> Option<Instant> {
        let drawn = line.drawn_now()?;
        let place = drag::pointed(&drawn, event)?;
        let scale = &drawn.scene.scale;
        (0.0..=scale.length())
            .contains(&place)
            .then(|| scale.instant(place))
    };
    let put = move |event: &ev::PointerEvent| {
        if let Some(at) = at(event) {
            event.prevent_default();
            line.put(at);
            document::focus(cursor::ID);
        }
    };
    view! {
        <div
            class="stage"
            style:--width=part(|frame| frame.width)
            style:--height=part(|frame| frame.height)
            on:pointermove=pointer(move |event| line.light(at(event)))
            on:pointerleave=pointer(move |_| line.light(None))
            on:pointerdown=pointer(put)
        >
            {children()}
        </div>
    }
    .into_any()
}
