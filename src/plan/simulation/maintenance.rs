//! The maintenance to come in a scenario: what it does, and when its notice must go out.

use super::{OwnWindow, Premises, WindowKind};
use crate::engine::{Instant, MaintenanceRule, Notice, PerTarget, Seconds, Span, Standing};

/// How many windows are told.
pub const TOLD: usize = 12;

/// How far ahead windows are looked for: a fifth Sunday comes four times a year.
const AHEAD: Seconds = 4 * 366 * 86_400;

/// Where a window comes from.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum WindowSource {
    /// The monthly rule.
    Monthly,
    /// A date in the contract.
    Contract,
    /// A window of the scenario's own, by its place.
    Own {
        /// Its place.
        window: usize,
        /// What it is called; empty where it has no name.
        name: String,
    },
}

/// A window of maintenance to come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MaintenanceWindow {
    /// When.
    pub span: Span,
    /// Whether it is planned.
    pub kind: WindowKind,
    /// Where it comes from.
    pub source: WindowSource,
    /// Which clocks it suspends (R4).
    pub suspends: PerTarget,
    /// Whether it counts against availability (R3); an emergency always does.
    pub is_downtime: bool,
    /// The notice that must go out before it.
    pub notice: Notice,
    /// The instant by which it must; none before 1970.
    pub deadline: Option<Instant>,
}

impl Premises {
    /// The next twelve windows of maintenance that are not over at `after`, in order.
    ///
    /// ```
    /// use sla_planner::engine::{Policy, Readings};
    /// use sla_planner::plan::simulation::{Baseline, Premises};
    /// let baseline = Baseline { policy: Policy::spt_001()?.into(), readings: Readings::default() };
    /// let windows = Premises::of(&baseline).maintenance("2026-11-24T16:00:00+08:00".parse()?);
    /// assert_eq!(windows.len(), 12);
    /// assert_eq!(windows[0].span.from, "2026-12-13T02:00:00+08:00".parse()?);
    /// assert_eq!(windows[0].deadline, Some("2026-12-10T02:00:00+08:00".parse()?));
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn maintenance(&self, after: Instant) -> Vec<MaintenanceWindow> {
        let until = after.plus(AHEAD).unwrap_or(Instant::MAX);
        let ahead = Span::new(after, until);
        let mut found = Vec::new();
        let own = |rule: &MaintenanceRule| {
            let mut windows = self.windows.iter();
            windows.any(|window| MaintenanceRule::Dated(window.span) == *rule)
        };
        for rule in self.readings.maintenance(&self.policy) {
            let source = match rule {
                MaintenanceRule::Monthly(_) => WindowSource::Monthly,
                MaintenanceRule::Dated(_) if own(&rule) => continue,
                MaintenanceRule::Dated(_) => WindowSource::Contract,
            };
            for span in rule.windows(ahead) {
                found.push(self.window(span, WindowKind::Planned, source.clone()));
            }
        }
        for (window, OwnWindow { name, kind, span }) in self.windows.iter().enumerate() {
            if after < span.until {
                let name = name.clone();
                let source = WindowSource::Own { window, name };
                found.push(self.window(*span, *kind, source));
            }
        }
        found.sort_by_key(|window| window.span);
        found.truncate(TOLD);
        found
    }

    fn window(&self, span: Span, kind: WindowKind, source: WindowSource) -> MaintenanceWindow {
        let planned = kind == WindowKind::Planned;
        let notice = if planned {
            Notice::Planned { opens: span.from }
        } else {
            Notice::Emergency { begins: span.from }
        };
        let suspends = if planned || self.emergencies_suspend {
            self.readings.maintenance_suspends
        } else {
            PerTarget::default()
        };
        MaintenanceWindow {
            span,
            kind,
            source,
            suspends,
            is_downtime: !planned || self.readings.maintenance_is_downtime,
            notice,
            deadline: notice.deadline(self.policy.notices, self.readings),
        }
    }

    /// How the notice of a window stands when it goes out at `sent`.
    #[must_use]
    pub fn standing(&self, window: &MaintenanceWindow, sent: Instant) -> Standing {
        let notices = self.policy.notices;
        window.notice.standing(notices, self.readings, sent)
    }
}
