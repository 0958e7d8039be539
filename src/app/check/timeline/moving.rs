//! What moving a handle does to the plan.

use crate::app::state::Page;
use crate::engine::{Event, EventKind, Instant};
use crate::plan::{Draft, Edit, Submission};
use crate::text::echo;
use crate::timeline::Handle;

/// Moves what `handle` stands for to `at`.
pub(in crate::app::check) fn moved(page: Page, handle: Handle, at: Instant) {
    let zone = leptos::prelude::untrack(|| page.typing_zone());
    let edit = leptos::prelude::WithUntracked::with_untracked(&page.plan, |plan| {
        let draft = &plan.draft;
        match handle {
            Handle::Submission => Some(Edit::Typed {
                text: echo::typed(zone.local(at)),
                zone: draft.zone,
                submission: Some(Submission {
                    at,
                    zone_written: false,
                    filled_in: false,
                    cut: false,
                }),
                priority: None,
            }),
            Handle::Confirmation => {
                let kind = EventKind::Confirmed;
                let known = numbered(draft, |event| event.kind == kind).first().copied();
                Some(
                    known.map_or(Edit::Add { at, kind }, |sequence| Edit::Retime {
                        sequence,
                        at,
                    }),
                )
            }
            Handle::PauseStart(place) => {
                pause(draft, place).map(|(sequence, _)| Edit::Retime { sequence, at })
            }
            Handle::PauseEnd(place) => {
                let end = pause(draft, place).and_then(|(_, end)| end);
                end.map(|sequence| Edit::Retime { sequence, at })
            }
        }
    });
    if let Some(edit) = edit {
        page.edit(edit);
    }
}

/// The sequence numbers of the events that `is`, in order of time.
fn numbered(draft: &Draft, is: impl Fn(&Event) -> bool) -> Vec<u32> {
    let mut events: Vec<&Event> = draft.events.iter().filter(|event| is(event)).collect();
    events.sort();
    events.iter().filter_map(|event| event.sequence).collect()
}

/// The sequence numbers of a pause's beginning and its end, by its place in the history.
fn pause(draft: &Draft, place: usize) -> Option<(u32, Option<u32>)> {
    let pauses = numbered(draft, |event| {
        matches!(event.kind, EventKind::Paused { .. })
    });
    let start = *pauses.get(place)?;
    let begun = draft.event(start)?;
    let ends = numbered(draft, |event| {
        event.kind == EventKind::Resumed && event > begun
    });
    Some((start, ends.first().copied()))
}
