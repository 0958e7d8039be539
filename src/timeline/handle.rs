//! What can be dragged.

use crate::engine::{History, Instant};

/// What can be moved on a timeline, and moves the answer with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Handle {
    /// When the ticket was submitted.
    Submission,
    /// When the problem was confirmed.
    Confirmation,
    /// Where a pause begins, by its place in the history.
    PauseStart(usize),
    /// Where a pause ends.
    PauseEnd(usize),
}

impl Handle {
    /// `at`, or the nearest instant to which it can be moved without contradicting the rest of `history`;
    /// none when there is no room.
    ///
    /// ```
    /// use sla_planner::engine::{History, Policy, Rank};
    /// use sla_planner::timeline::Handle;
    /// let mut history = History::submitted("2026-11-23T10:00:00+08:00".parse()?, Rank(0));
    /// history.confirmed = Some("2026-11-23T10:10:00+08:00".parse()?);
    /// let late = "2026-11-23T12:00:00+08:00".parse()?;
    /// assert_eq!(Handle::Submission.clamp(&history, late), Some("2026-11-23T10:09:59+08:00".parse()?));
    /// assert_eq!(Handle::Confirmation.clamp(&history, late), Some(late));
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn clamp(self, history: &History, at: Instant) -> Option<Instant> {
        let (after, before) = self.between(history);
        let first = after.map_or(Instant::MIN, |after| Instant::saturating(after.epoch() + 1));
        let last = before.map_or(Instant::MAX, |before| {
            Instant::saturating(before.epoch() - 1)
        });
        (first <= last).then(|| at.clamp(first, last))
    }

    /// The events between which it must stay.
    fn between(self, history: &History) -> (Option<Instant>, Option<Instant>) {
        let submitted = Some(history.submitted);
        let resolved = history.rounds.first().and_then(|round| round.resolved);
        let pause = |place: usize| history.pauses.get(place);
        let ended = |place: usize| pause(place)?.until;
        match self {
            Self::Submission => (None, first_event(history)),
            Self::Confirmation => (submitted, resolved),
            Self::PauseStart(place) => {
                let before = place.checked_sub(1).and_then(ended).max(submitted);
                (
                    before.max(reopened_before(
                        history,
                        pause(place).map(|pause| pause.from),
                    )),
                    ended(place),
                )
            }
            Self::PauseEnd(place) => {
                let from = pause(place).map(|pause| pause.from);
                let next = pause(place + 1).map(|pause| pause.from);
                let resolved = resolved_after(history, from);
                let before = [next, resolved].into_iter().flatten().min();
                (from, before)
            }
        }
    }
}

/// The first event after the submission.
fn first_event(history: &History) -> Option<Instant> {
    let rounds = history.rounds.iter();
    let changes = history.priority_changes.iter();
    [history.first_reply, history.confirmed]
        .into_iter()
        .chain(changes.map(|(at, _)| Some(*at)))
        .chain(history.pauses.iter().map(|pause| Some(pause.from)))
        .chain(rounds.flat_map(|round| [round.mitigated, round.resolved]))
        .flatten()
        .min()
}

/// The last reopening before `at`.
fn reopened_before(history: &History, at: Option<Instant>) -> Option<Instant> {
    let reopened = history.rounds.iter().filter_map(|round| round.reopened);
    reopened.filter(|reopened| Some(*reopened) <= at).max()
}

/// The first resolution from `at` on.
fn resolved_after(history: &History, at: Option<Instant>) -> Option<Instant> {
    let resolved = history.rounds.iter().filter_map(|round| round.resolved);
    resolved.filter(|resolved| Some(*resolved) >= at).min()
}
