//! Planned maintenance: when windows lie (§2.1.1).

use super::{Expected, Instant, Misread, Node, Span, Zone};

mod monthly;

pub use monthly::{MonthlyWindow, Nth};

/// Planned maintenance: every month, or once.
///
/// ```
/// use sla_planner::engine::{MaintenanceRule, Policy};
/// assert!(matches!(Policy::spt_001()?.maintenance[0], MaintenanceRule::Monthly(_)));
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MaintenanceRule {
    /// On a certain weekday of each month.
    Monthly(MonthlyWindow),
    /// Once.
    Dated(Span),
}

impl MaintenanceRule {
    /// A rule from its place in a document: a monthly one has `nth`, a dated one `from` and `until`.
    pub(crate) fn read(node: &Node<'_>) -> Result<Self, Misread> {
        let from = |from: &Node<'_>| from.parsed::<Instant>(Expected::Instant);
        match node.key("from").optional(from)? {
            None => MonthlyWindow::read(node).map(Self::Monthly),
            Some(from) => {
                let until = node.key("until").parsed(Expected::Instant)?;
                Ok(Self::Dated(Span::new(from, until)))
            }
        }
    }

    /// Its windows that touch `within`, in order.
    ///
    /// ```
    /// use sla_planner::engine::{MaintenanceRule, Span};
    /// let window = Span::new("2026-12-12T18:00:00Z".parse()?, "2026-12-12T22:00:00Z".parse()?);
    /// let year = Span::new("2026-01-01T00:00:00Z".parse()?, "2027-01-01T00:00:00Z".parse()?);
    /// assert_eq!(MaintenanceRule::Dated(window).windows(year), [window]);
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn windows(&self, within: Span) -> Vec<Span> {
        match self {
            Self::Monthly(rule) => rule.windows(within),
            Self::Dated(span) => {
                let touches = !span.clip(within).is_empty();
                touches.then_some(*span).into_iter().collect()
            }
        }
    }

    /// The windows of all `rules` that touch `within`, united.
    ///
    /// ```
    /// use sla_planner::engine::{MaintenanceRule, Policy, Span};
    /// let year = Span::new("2025-12-31T16:00:00Z".parse()?, "2026-12-31T16:00:00Z".parse()?);
    /// let windows = MaintenanceRule::all(&Policy::spt_001()?.maintenance, year);
    /// assert_eq!(windows.len(), 12);
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn all(rules: &[Self], within: Span) -> Vec<Span> {
        let mut windows = Vec::new();
        for rule in rules {
            windows.extend(rule.windows(within));
        }
        Span::unite(windows)
    }

    /// The same rule by the clock of `zone` (R13); dated windows are instants already.
    ///
    /// ```
    /// use sla_planner::engine::{MaintenanceRule, Policy, Span};
    /// let rule = Policy::spt_001()?.maintenance[0].in_zone("UTC".parse()?);
    /// let december = Span::new("2026-12-01T00:00:00Z".parse()?, "2027-01-01T00:00:00Z".parse()?);
    /// assert_eq!(rule.windows(december)[0].from.to_string(), "2026-12-13T02:00:00Z");
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub const fn in_zone(self, zone: Zone) -> Self {
        match self {
            Self::Monthly(rule) => Self::Monthly(MonthlyWindow { zone, ..rule }),
            Self::Dated(_) => self,
        }
    }
}
