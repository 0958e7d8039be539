//! Notifications, for those who are elsewhere.

use super::Digest;
use super::digest::highest;
use crate::board::Crossed;
use crate::engine::{Instant, Seconds};

/// How many notifications may come within [`WITHIN`] before they are one.
const MOST: usize = 3;
/// Within so many seconds.
const WITHIN: Seconds = 60;

/// A notification to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Of one clock, in the place of an earlier one of the same clock and level.
    One(Crossed),
    /// Of several, in the place of an earlier one of several.
    Several {
        /// What they are.
        digest: Digest,
        /// Whether it makes itself heard again: a higher level is among them than in the one it replaces.
        again: bool,
    },
    /// Of what was held back in quiet hours or while notifications were put off.
    Held(Digest),
}

/// Groups notifications: more than three within a minute are one, and none come while they are held back.
///
/// ```
/// use sla_planner::board::alert::{Notice, Notices};
/// use sla_planner::board::{Crossed, Crossing};
/// let now: sla_planner::engine::Instant = "2026-02-24T10:38:00+08:00".parse()?;
/// let crossed = |key| Crossed { index: key, key, crossing: Crossing { at: now, target: 0, threshold: 1 } };
/// let mut notices = Notices::default();
/// assert_eq!(notices.hear(&[crossed(1)], now, false), [Notice::One(crossed(1))]);
/// let several = notices.hear(&[crossed(2), crossed(3), crossed(4)], now, false);
/// assert!(matches!(several.as_slice(), [Notice::Several { again: true, .. }]));
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Notices {
    /// When those were shown that are of one clock.
    shown: Vec<Instant>,
    /// What the last one of several held, and when it was shown.
    several: Option<(Vec<Crossed>, Instant)>,
    held: Vec<Crossed>,
}

impl Notices {
    /// What is to be shown when `crossed` is heard of at `now`; `quiet` holds it back until it is over.
    pub fn hear(&mut self, crossed: &[Crossed], now: Instant, quiet: bool) -> Vec<Notice> {
        if quiet {
            self.held.extend_from_slice(crossed);
            return Vec::new();
        }
        let held = Digest::of(&self.held).map(Notice::Held);
        self.held.clear();
        held.into_iter().chain(self.group(crossed, now)).collect()
    }

    /// Forgets what is held back: nothing is to be shown any more.
    pub fn forget(&mut self) {
        self.held.clear();
    }

    /// How many clocks are held back.
    #[must_use]
    pub fn held(&self) -> usize {
        highest(&self.held).len()
    }

    fn group(&mut self, crossed: &[Crossed], now: Instant) -> Vec<Notice> {
        let crossed = highest(crossed);
        if crossed.is_empty() {
            return Vec::new();
        }
        let recent = |at: &Instant| now.since(*at) < WITHIN;
        self.shown.retain(recent);
        let group = self.several.take().filter(|(_, at)| recent(at));
        if group.is_none() && self.shown.len() + crossed.len() <= MOST {
            self.shown.extend(crossed.iter().map(|_| now));
            return crossed.into_iter().map(Notice::One).collect();
        }
        let mut all = group.map(|(all, _)| all).unwrap_or_default();
        let before = Digest::of(&all).map(|digest| digest.level());
        all.extend(crossed);
        let digest = Digest::of(&all);
        self.several = Some((all, now));
        let several = digest.map(|digest| Notice::Several {
            again: before.is_none_or(|before| digest.level() > before),
            digest,
        });
        several.into_iter().collect()
    }
}
