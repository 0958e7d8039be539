//! Being woken when something is next to be told, while the page's own clock does not go.

use leptos::prelude::*;

use super::Warnings;
use crate::app::browser::{alarm, document, time};
use crate::app::state::Pace;
use crate::engine::Instant;

pub(super) use alarm::Alarm;

/// The shortest wait, in milliseconds: what is due already is told with the next wake.
const SHORTEST: i64 = 1_000;

impl Warnings {
    /// Wakes the page at the next crossing while it is in the background, or while its clock shows only minutes or
    /// is held. Waking reads the clock once, which is followed by all else.
    pub(super) fn wake(self) {
        let wake = move || {
            self.page.clock.refresh();
            self.set_alarm();
        };
        self.alarm.set_value(Alarm::new(wake));
        document::on_return(move || self.set_alarm());
        Effect::new(move |_| {
            // Whatever changes can change what comes next.
            let _ = (self.page.clock.pace(), self.page.clock.now());
            self.desk.counts.track();
            self.rules.track();
            untrack(|| self.set_alarm());
        });
    }

    fn set_alarm(self) {
        let ticks = self.page.clock.pace_now() == Pace::Second && !document::is_hidden();
        if ticks {
            return;
        }
        if let Some(at) = untrack(|| self.next()) {
            let wait = at.epoch() * 1_000 - time::whole_milliseconds();
            self.alarm.with_value(|alarm| {
                if let Some(alarm) = alarm {
                    alarm.set(wait.max(SHORTEST));
                }
            });
        }
    }

    /// When something is next to be told: a crossing, what waits in the line, or the end of the silence.
    fn next(self) -> Option<Instant> {
        let now = self.page.clock.read();
        let crossing = self
            .desk
            .with(|board| board.next_of_all())
            .map(|(_, crossing)| crossing.at);
        let breach = self.breach();
        let line = self.pacing.with_value(|pacing| pacing.herald.due(breach));
        let zone = self.page.settings.viewer();
        let silence = self.rules.with(|rules| rules.silent_until(zone, now));
        [crossing, line, silence].into_iter().flatten().min()
    }
}
