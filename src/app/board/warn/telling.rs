//! Telling what is crossed: in the line of status, by notifications, by a sound.

use leptos::prelude::*;

use super::{Warnings, sound};
use crate::app::browser::notification::{self, Shown};
use crate::board::alert::{Digest, Notice};
use crate::board::{Board, Crossed};
use crate::engine::Instant;
use crate::plan::Ticket;
use crate::text::warn::{self as words, Named, NoticeText};

impl Warnings {
    /// Tells of what is crossed from now on, and at its time of what has to wait.
    pub(super) fn tell_crossings(self) {
        Effect::new(move |before: Option<()>| {
            let crossed = self.desk.crossings.with(|found| found.crossed.clone());
            // What was crossed before anybody listened is no news.
            if before.is_some() {
                untrack(|| self.hear(&crossed));
            }
        });
        Effect::new(move |_| {
            let now = self.page.clock.now();
            untrack(|| {
                self.speak(now);
                self.notify(&[], now);
            });
        });
    }

    fn hear(self, crossed: &[Crossed]) {
        let now = self.page.clock.now();
        self.pacing
            .update_value(|pacing| pacing.herald.hear(crossed));
        self.speak(now);
        self.notify(crossed, now);
        self.play(crossed, now);
    }

    /// The place of the whole among the thresholds.
    pub(super) fn breach(self) -> usize {
        self.page
            .terms
            .with(|terms| terms.policy().thresholds.len().saturating_sub(1))
    }

    fn speak(self, now: Instant) {
        let breach = self.breach();
        let digest = self
            .pacing
            .try_update_value(|pacing| pacing.herald.speak(now, breach))
            .flatten();
        let Some(digest) = digest else { return };
        let lang = self.page.lang();
        let said = self.desk.with(|board| {
            let found = Found::of(board, digest.first)?;
            let named = found.named(digest.first);
            Some(words::crossed(lang, board.terms(), &digest, &named))
        });
        if let Some(said) = said {
            self.line.set(said);
        }
    }

    fn notify(self, crossed: &[Crossed], now: Instant) {
        if !self.notifies() {
            self.pacing.update_value(|pacing| pacing.notices.forget());
            self.held.set(0);
            return;
        }
        let zone = self.page.settings.viewer();
        let (crossed, silent) = self.page.terms.with(|terms| {
            self.rules.with(|rules| {
                let told = rules.notices.of(crossed, terms.policy());
                (told, rules.silent(zone, now))
            })
        });
        let shown = self.pacing.try_update_value(|pacing| {
            let shown = pacing.notices.hear(&crossed, now, silent);
            (shown, pacing.notices.held())
        });
        let Some((shown, held)) = shown else { return };
        if self.held.get() != held {
            self.held.set(held);
        }
        for notice in shown {
            self.show(&notice, now);
        }
    }

    fn show(self, notice: &Notice, now: Instant) {
        let lang = self.page.lang();
        let (first, again) = match notice {
            Notice::One(crossed) => (*crossed, true),
            Notice::Several { digest, again } => (digest.first, *again),
            Notice::Held(digest) => (digest.first, true),
        };
        let text = self.desk.with(|board| {
            let found = Found::of(board, first)?;
            let (named, terms) = (found.named(first), board.terms());
            Some(match notice {
                Notice::One(_) => words::one(lang, terms, &named, now),
                Notice::Several { digest, .. } if digest.clocks() == 1 => {
                    words::one(lang, terms, &named, now)
                }
                Notice::Several { digest, .. } => {
                    words::several(lang, terms, digest, &named, false)
                }
                Notice::Held(digest) => words::several(lang, terms, digest, &named, true),
            })
        });
        let Some(NoticeText { title, body }) = text else {
            return;
        };
        let tag = tag(notice);
        let ticket = match notice {
            Notice::One(crossed) => Some(crossed.key),
            Notice::Several { digest, .. } | Notice::Held(digest) => {
                (digest.tickets == 1).then_some(first.key)
            }
        };
        leptos::task::spawn_local(async move {
            let shown = Shown {
                title: &title,
                body: &body,
                tag: &tag,
                again,
                lang: lang.tag(),
                ticket,
            };
            notification::show(&shown).await;
        });
    }

    fn play(self, crossed: &[Crossed], now: Instant) {
        let zone = self.page.settings.viewer();
        let (told, volume) = self.page.terms.with(|terms| {
            self.rules.with(|rules| {
                let silent = rules.silent(zone, now);
                let told = rules.sound.of(crossed, terms.policy());
                (if silent { Vec::new() } else { told }, rules.volume)
            })
        });
        let level = self
            .pacing
            .try_update_value(|pacing| pacing.chime.hear(&told, now))
            .flatten();
        if let Some(level) = level {
            sound::play(self.breach(), level, volume);
        }
    }
}

/// One with the same tag takes the place of the other: a clock's at a level, or the one of several.
fn tag(notice: &Notice) -> String {
    match notice {
        Notice::One(Crossed { key, crossing, .. }) => {
            format!("{key}-{}-{}", crossing.target, crossing.threshold)
        }
        Notice::Several { .. } => "several".to_owned(),
        Notice::Held(Digest { .. }) => "held".to_owned(),
    }
}

/// A ticket that is told of.
struct Found {
    ticket: Ticket,
    due: Option<Instant>,
}

impl Found {
    /// The ticket of `crossed`, where it is still there.
    fn of(board: &Board, crossed: Crossed) -> Option<Self> {
        let index = board.tickets().index_of(crossed.key)?;
        let clock = board.clock(index, crossed.crossing.target);
        Some(Self {
            ticket: board.tickets().get(index)?,
            due: clock.filter(|clock| !clock.paused).map(|clock| clock.due),
        })
    }

    fn named(&self, crossed: Crossed) -> Named<'_> {
        Named {
            number: &self.ticket.number,
            title: &self.ticket.title,
            target: crossed.crossing.target,
            level: crossed.crossing.threshold,
            due: self.due,
        }
    }
}
