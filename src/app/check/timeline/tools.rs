//! How much is shown, and at what scale.

use leptos::prelude::*;

use super::line::Line;
use crate::app::parts::{If, Segment, Switch, press, whether};
use crate::engine::Instant;
use crate::text::timeline as words;
use crate::timeline::Zoom;

/// The row of tools.
#[component]
pub(super) fn Tools(line: Line) -> AnyView {
    let page = line.page;
    let zooms = Zoom::ALL.map(|zoom| {
        let label = page.say(words::zoom(zoom));
        let chosen = whether(move || line.zoom.get() == zoom);
        let choose = Callback::new(move |()| line.show_as(zoom));
        view! { <Segment name="zoom" value=zoom.key() label chosen choose/> }
    });
    let part = whether(move || line.zoom.get() != Zoom::Fit);
    view! {
        <div class="tools">
            <fieldset>
                <legend class="unseen">{page.say(words::SHOWN)}</legend>
                <div class="segments">{zooms}</div>
            </fieldset>
            <If when=part>
                <button class="quiet" type="button" on:click=press(move || pan(line, false))>{page.say(words::EARLIER)}</button>
                <button class="quiet" type="button" on:click=press(move || pan(line, true))>{page.say(words::LATER)}</button>
            </If>
            <If when=whether(move || line.folds())>
                <Switch
                    id="true-scale"
                    label=page.say(words::TRUE_SCALE)
                    on=line.unfolded.into()
                    set=Callback::new(move |on| line.unfolded.set(on))
                />
            </If>
        </div>
    }
    .into_any()
}

/// Shows what lies before or after, by half of what is shown.
fn pan(line: Line, on: bool) {
    let to = || -> Option<Instant> {
        let drawn = line.drawn_now()?;
        let (window, bounds) = (drawn.scene.scale.window(), drawn.scene.bounds);
        let half = window.length() / 2;
        let middle = window.from.plus(half).ok()?;
        let to = middle.plus(if on { half } else { -half }).ok()?;
        Some(to.max(bounds.from).min(bounds.until))
    };
    line.centre.set(to());
}

impl Line {
    /// Shows as much as `zoom` says, around the cursor.
    pub(super) fn show_as(self, zoom: Zoom) {
        self.centre.set(untrack(|| self.cursor()));
        self.zoom.set(zoom);
    }
}
