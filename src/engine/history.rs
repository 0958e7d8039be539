//! A ticket's events in order, free of contradiction.

use super::{Error, Event, EventKind, Instant, Rank, Span};

/// How two events of one ticket contradict each other, or one of them stands alone.
///
/// ```
/// use sla_planner::engine::{Error, Fault, History};
/// assert!(matches!(History::read(&[]), Err(Error::Contradiction { fault: Fault::NotSubmitted, .. })));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fault {
    /// The ticket was never submitted.
    NotSubmitted,
    /// It was submitted twice.
    SubmittedTwice,
    /// Something happened before it was submitted.
    BeforeSubmission,
    /// It was replied to for the first time twice.
    RepliedTwice,
    /// It was confirmed twice.
    ConfirmedTwice,
    /// It was confirmed after it had been resolved.
    ConfirmedAfterResolution,
    /// It was paused while paused.
    PausedWhilePaused,
    /// It was paused after it had been resolved.
    PausedAfterResolution,
    /// It was resumed while not paused.
    ResumedWhileNotPaused,
    /// It was mitigated after it had been resolved.
    MitigatedAfterResolution,
    /// It was mitigated twice.
    MitigatedTwice,
    /// It was resolved twice without being reopened.
    ResolvedTwice,
    /// It was reopened while neither resolved nor mitigated.
    ReopenedWhileOpen,
}

/// Work that ended, and the reopening that took it up again.
///
/// ```
/// use sla_planner::engine::{History, Rank, Round};
/// let history = History::submitted("2026-11-23T10:00:00+08:00".parse()?, Rank(2));
/// assert_eq!(history.rounds, [Round::default()]);
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Round {
    /// When a temporary mitigation was given.
    pub mitigated: Option<Instant>,
    /// When it was resolved.
    pub resolved: Option<Instant>,
    /// When it was reopened after that.
    pub reopened: Option<Instant>,
}

/// A stretch in which work was paused.
///
/// ```
/// use sla_planner::engine::{Instant, Pause};
/// let from: Instant = "2026-11-23T10:00:00+08:00".parse()?;
/// let pause = Pause { from, until: None, reason: "等客户".to_owned() };
/// assert_eq!(pause.span(from.plus(60)?).length(), 60);
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Pause {
    /// From when.
    pub from: Instant,
    /// Until when; none while it lasts.
    pub until: Option<Instant>,
    /// Why.
    pub reason: String,
}

impl Pause {
    /// The paused span; one that still lasts reaches to `now`.
    ///
    /// ```
    /// use sla_planner::engine::{Instant, Pause};
    /// let from: Instant = "2026-11-23T10:00:00+08:00".parse()?;
    /// let pause = Pause { from, until: Some(from.plus(30)?), reason: String::new() };
    /// assert_eq!(pause.span(from.plus(60)?).length(), 30);
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn span(&self, now: Instant) -> Span {
        Span::new(self.from, self.until.unwrap_or(now))
    }
}

/// What happened to a ticket, read from its events.
///
/// ```
/// use sla_planner::engine::{History, Rank};
/// let history = History::submitted("2026-11-23T10:00:00+08:00".parse()?, Rank(2));
/// assert!(history.confirmed.is_none());
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct History {
    /// When it was submitted.
    pub submitted: Instant,
    /// With which priority.
    pub priority: Rank,
    /// Changes of priority, in order.
    pub priority_changes: Vec<(Instant, Rank)>,
    /// When it was first replied to.
    pub first_reply: Option<Instant>,
    /// When the problem was confirmed.
    pub confirmed: Option<Instant>,
    /// Pauses, in order.
    pub pauses: Vec<Pause>,
    /// Rounds of work, in order; at least one, and all but the last were reopened.
    pub rounds: Vec<Round>,
}

impl History {
    /// The history of a ticket with one event: submitted at `at` with `priority`.
    ///
    /// ```
    /// use sla_planner::engine::{History, Rank};
    /// let history = History::submitted("2026-11-23T10:00:00+08:00".parse()?, Rank(2));
    /// assert_eq!(history.priority, Rank(2));
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn submitted(at: Instant, priority: Rank) -> Self {
        Self {
            submitted: at,
            priority,
            priority_changes: Vec::new(),
            first_reply: None,
            confirmed: None,
            pauses: Vec::new(),
            rounds: vec![Round::default()],
        }
    }

    /// Reads `events`, in whatever order they come.
    ///
    /// # Errors
    /// [`Error::Contradiction`] naming the two events that contradict each other.
    ///
    /// ```
    /// use sla_planner::engine::{Event, EventKind, History, Rank};
    /// let submitted = EventKind::Submitted { priority: Rank(2) };
    /// let events = vec![
    ///     Event::new("2026-02-14T18:30:00+08:00".parse()?, EventKind::FirstReply),
    ///     Event::new("2026-02-14T17:50:00+08:00".parse()?, submitted),
    /// ];
    /// assert!(History::read(&events)?.first_reply.is_some());
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    pub fn read(events: &[Event]) -> Result<Self, Error> {
        // They are few, and mostly in order already.
        let mut ordered: Vec<&Event> = Vec::with_capacity(events.len());
        for event in events {
            let place = ordered.partition_point(|earlier| *earlier <= event);
            ordered.insert(place, event);
        }
        let Some(submission) = ordered
            .iter()
            .find(|event| matches!(event.kind, EventKind::Submitted { .. }))
        else {
            return Err(contradiction(
                Fault::NotSubmitted,
                ordered.first().copied(),
                None,
            ));
        };
        let EventKind::Submitted { priority } = submission.kind else {
            return Err(contradiction(Fault::NotSubmitted, None, None));
        };
        let mut reader = Reader {
            submission,
            history: Self::submitted(submission.at, priority),
            last: Last::default(),
        };
        for event in ordered {
            reader.take(event)?;
        }
        Ok(reader.history)
    }
}

/// The last events of their kind, to name in a contradiction.
#[derive(Default)]
struct Last<'a> {
    first_reply: Option<&'a Event>,
    confirmed: Option<&'a Event>,
    paused: Option<&'a Event>,
    mitigated: Option<&'a Event>,
    resolved: Option<&'a Event>,
}

struct Reader<'a> {
    submission: &'a Event,
    history: History,
    last: Last<'a>,
}

impl<'a> Reader<'a> {
    fn take(&mut self, event: &'a Event) -> Result<(), Error> {
        let fault = |fault, other| Err(contradiction(fault, Some(event), other));
        let is_submission = std::ptr::eq(event, self.submission);
        if event < self.submission {
            return fault(Fault::BeforeSubmission, Some(self.submission));
        }
        let resolved = self.last.resolved;
        let round = self.history.rounds.last_mut();
        match &event.kind {
            EventKind::Submitted { .. } if is_submission => {}
            EventKind::Submitted { .. } => {
                return fault(Fault::SubmittedTwice, Some(self.submission));
            }
            EventKind::PriorityChanged { to } => {
                self.history.priority_changes.push((event.at, *to))
            }
            EventKind::FirstReply => {
                if self.last.first_reply.is_some() {
                    return fault(Fault::RepliedTwice, self.last.first_reply);
                }
                self.last.first_reply = Some(event);
                self.history.first_reply = Some(event.at);
            }
            EventKind::Confirmed => {
                if self.last.confirmed.is_some() {
                    return fault(Fault::ConfirmedTwice, self.last.confirmed);
                }
                if resolved.is_some() {
                    return fault(Fault::ConfirmedAfterResolution, resolved);
                }
                self.last.confirmed = Some(event);
                self.history.confirmed = Some(event.at);
            }
            EventKind::Paused { reason } => {
                if self.last.paused.is_some() {
                    return fault(Fault::PausedWhilePaused, self.last.paused);
                }
                if resolved.is_some() {
                    return fault(Fault::PausedAfterResolution, resolved);
                }
                self.last.paused = Some(event);
                self.history.pauses.push(Pause {
                    from: event.at,
                    until: None,
                    reason: reason.clone(),
                });
            }
            EventKind::Resumed => {
                if self.last.paused.is_none() {
                    return fault(Fault::ResumedWhileNotPaused, resolved);
                }
                self.end_pause(event.at);
            }
            EventKind::Mitigated => {
                if resolved.is_some() {
                    return fault(Fault::MitigatedAfterResolution, resolved);
                }
                if self.last.mitigated.is_some() {
                    return fault(Fault::MitigatedTwice, self.last.mitigated);
                }
                self.last.mitigated = Some(event);
                if let Some(round) = round {
                    round.mitigated = Some(event.at);
                }
            }
            EventKind::Resolved => {
                if resolved.is_some() {
                    return fault(Fault::ResolvedTwice, resolved);
                }
                self.last.resolved = Some(event);
                if let Some(round) = round {
                    round.resolved = Some(event.at);
                }
                self.end_pause(event.at);
            }
            EventKind::Reopened => {
                if resolved.is_none() && self.last.mitigated.is_none() {
                    return fault(Fault::ReopenedWhileOpen, None);
                }
                self.last.resolved = None;
                self.last.mitigated = None;
                if let Some(round) = round {
                    round.reopened = Some(event.at);
                }
                self.history.rounds.push(Round::default());
            }
        }
        Ok(())
    }

    fn end_pause(&mut self, at: Instant) {
        if self.last.paused.take().is_some()
            && let Some(pause) = self.history.pauses.last_mut()
        {
            pause.until = Some(at);
        }
    }
}

fn contradiction(fault: Fault, event: Option<&Event>, other: Option<&Event>) -> Error {
    Error::Contradiction {
        fault,
        event: event.cloned().map(Box::new),
        other: other.cloned().map(Box::new),
    }
}
