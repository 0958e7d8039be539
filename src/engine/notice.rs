//! When a notice must go out, and whether it did (§3.1.1).

use super::{EmergencyNotice, Instant, Notices, Readings, RestorationFrom, Seconds};

/// Something customers must be told of.
///
/// ```
/// use sla_planner::engine::{Notice, Policy, Readings};
/// let notice = Notice::Interruption { discovered: "2026-11-23T12:00:00+08:00".parse()? };
/// assert_eq!(notice.deadline(Policy::spt_001()?.notices, Readings::default()), None);
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Notice {
    /// Planned maintenance.
    Planned {
        /// When its window opens.
        opens: Instant,
    },
    /// Emergency maintenance.
    Emergency {
        /// When it begins.
        begins: Instant,
    },
    /// Service is back.
    Restoration {
        /// When it was restored.
        restored: Instant,
        /// When full restoration was confirmed.
        confirmed: Option<Instant>,
    },
    /// Service was interrupted.
    Interruption {
        /// When that was discovered.
        discovered: Instant,
    },
}

/// How a notice stands.
///
/// ```
/// use sla_planner::engine::{Instant, Notice, Policy, Readings, Standing};
/// let discovered: Instant = "2026-11-23T12:00:00+08:00".parse()?;
/// let sent = discovered.plus(180)?;
/// let standing = Notice::Interruption { discovered }.standing(Policy::spt_001()?.notices, Readings::default(), sent);
/// assert_eq!(standing, Standing::Delay { after: 180 });
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    /// It went out in time, with so much to spare.
    InTime {
        /// How much.
        spare: Seconds,
    },
    /// It went out late.
    Late {
        /// By how much.
        by: Seconds,
    },
    /// It is recorded, not judged (R14): it went out so long before the maintenance; negative after it.
    Recorded {
        /// How long before.
        ahead: Seconds,
    },
    /// It is due at once: how long it took since the discovery, without a verdict.
    Delay {
        /// How long.
        after: Seconds,
    },
    /// Its time does not run yet: full restoration is not confirmed (R15).
    NotYet,
}

impl Notice {
    /// The instant by which it must go out; none for an interruption, which is due at once, and while its
    /// time does not run yet (R15).
    ///
    /// ```
    /// use sla_planner::engine::{Notice, Policy, Readings};
    /// let policy = Policy::spt_001()?;
    /// let notice = Notice::Planned { opens: "2026-12-13T02:00:00+08:00".parse()? };
    /// let deadline = notice.deadline(policy.notices, Readings::default());
    /// assert_eq!(deadline, Some("2026-12-10T02:00:00+08:00".parse()?));
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn deadline(self, notices: Notices, readings: Readings) -> Option<Instant> {
        match self {
            Self::Planned { opens } => opens.plus(-notices.planned_before).ok(),
            Self::Emergency { begins } => begins.plus(-notices.emergency_before).ok(),
            Self::Restoration {
                restored,
                confirmed,
            } => {
                let from = match readings.restoration_from {
                    RestorationFrom::Restoration => Some(restored),
                    RestorationFrom::Confirmation => confirmed,
                };
                from?.plus(notices.restored_within).ok()
            }
            Self::Interruption { .. } => None,
        }
    }

    /// How it stands when it goes out at `sent`.
    ///
    /// ```
    /// use sla_planner::engine::{Notice, Policy, Readings, Standing};
    /// let policy = Policy::spt_001()?;
    /// let notice = Notice::Emergency { begins: "2026-11-23T12:00:00+08:00".parse()? };
    /// let sent = "2026-11-23T11:20:00+08:00".parse()?;
    /// let standing = notice.standing(policy.notices, Readings::default(), sent);
    /// assert_eq!(standing, Standing::Late { by: 80 * 60 });
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn standing(self, notices: Notices, readings: Readings, sent: Instant) -> Standing {
        let recorded = readings.emergency_notice == EmergencyNotice::Recorded;
        match (self, self.deadline(notices, readings)) {
            (Self::Interruption { discovered }, _) => Standing::Delay {
                after: sent.since(discovered),
            },
            (Self::Emergency { begins }, _) if recorded => Standing::Recorded {
                ahead: begins.since(sent),
            },
            (_, None) => Standing::NotYet,
            (_, Some(deadline)) if sent <= deadline => Standing::InTime {
                spare: deadline.since(sent),
            },
            (_, Some(deadline)) => Standing::Late {
                by: sent.since(deadline),
            },
        }
    }
}
