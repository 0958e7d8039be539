//! Help desks whose rules are known.

use super::{Habit, Way};
use crate::engine::{
    AtClosing, ClockReading, PerTarget, PriorityChange, Readings, Reopening, ResolutionStart,
};

/// A help desk whose rules are known from its source or its own tests. On which hours it counts is up to who
/// sets it up.
///
/// ```
/// use sla_planner::engine::HelpDesk;
/// assert_eq!(HelpDesk::ALL.len(), 4);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HelpDesk {
    /// Zammad: from the creation, a target used up at closing is due at the next opening; pauses are cut to
    /// the minute.
    Zammad,
    /// GLPI: from the creation, due at the next opening, without make-up days.
    Glpi,
    /// Frappe Helpdesk: from the creation, due at closing, without make-up days.
    Frappe,
    /// Chatwoot: from the creation, due at closing, without holidays and without pauses.
    Chatwoot,
}

impl HelpDesk {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Zammad, Self::Glpi, Self::Frappe, Self::Chatwoot];

    /// How it comes by a due time where it counts on `clock`; points it has no rule for are read as
    /// `current` reads them. `habits` are those that can show on this ticket.
    pub(super) fn way(self, current: Readings, clock: ClockReading, habits: &[Habit]) -> Way {
        let next_opening = matches!(self, Self::Zammad | Self::Glpi);
        let readings = Readings {
            clock,
            resolution_start: ResolutionStart::Submission,
            // None is known to stop for maintenance.
            maintenance_suspends: PerTarget::default(),
            make_up_days: current.make_up_days && !matches!(self, Self::Glpi | Self::Frappe),
            pauses: PerTarget {
                response: false,
                resolution: !matches!(self, Self::Chatwoot),
            },
            priority_change: PriorityChange::Recompute,
            reopening: Reopening::Resume,
            at_closing: if next_opening {
                AtClosing::NextOpening
            } else {
                AtClosing::Closing
            },
            ..current
        };
        let own = match self {
            Self::Zammad => Some(Habit::PausesToTheMinute),
            Self::Chatwoot => Some(Habit::NoHolidays),
            Self::Glpi | Self::Frappe => None,
        };
        let own = own.filter(|habit| habits.contains(habit) && habit.shows_on(clock));
        Way {
            readings,
            habits: own.into_iter().collect(),
        }
    }
}
