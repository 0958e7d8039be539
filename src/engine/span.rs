//! Half-open stretches of time and dates.

use chrono::NaiveDate;

use super::{Instant, Seconds};

/// The instants `[from, until)`. Empty when `until` is not after `from`.
///
/// ```
/// use sla_planner::engine::{Instant, Span};
/// let (start, end) = (Instant::MIN, Instant::MIN.plus(60)?);
/// assert_eq!(Span::new(start, end).length(), 60);
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first instant inside.
    pub from: Instant,
    /// The first instant after it.
    pub until: Instant,
}

impl Span {
    /// The span `[from, until)`.
    ///
    /// ```
    /// use sla_planner::engine::{Instant, Span};
    /// let (start, end) = (Instant::MIN, Instant::MIN.plus(60)?);
    /// assert_eq!(Span::new(start, end).until, end);
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub const fn new(from: Instant, until: Instant) -> Self {
        Self { from, until }
    }

    /// Whether no instant lies inside.
    ///
    /// ```
    /// use sla_planner::engine::{Instant, Span};
    /// let (start, end) = (Instant::MIN, Instant::MIN.plus(60)?);
    /// assert!(Span::new(end, start).is_empty());
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.until <= self.from
    }

    /// Its length in seconds, 0 when empty.
    ///
    /// ```
    /// use sla_planner::engine::{Instant, Span};
    /// let (start, end) = (Instant::MIN, Instant::MIN.plus(60)?);
    /// assert_eq!(Span::new(end, start).length(), 0);
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn length(self) -> Seconds {
        self.until.since(self.from).max(0)
    }

    /// Whether `at` lies inside.
    ///
    /// ```
    /// use sla_planner::engine::{Instant, Span};
    /// let (start, end) = (Instant::MIN, Instant::MIN.plus(60)?);
    /// assert!(Span::new(start, end).contains(start) && !Span::new(start, end).contains(end));
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn contains(self, at: Instant) -> bool {
        self.from <= at && at < self.until
    }

    /// What both spans hold; possibly empty.
    ///
    /// ```
    /// use sla_planner::engine::{Instant, Span};
    /// let (start, end) = (Instant::MIN, Instant::MIN.plus(60)?);
    /// assert!(Span::new(start, end).clip(Span::new(end, end.plus(1)?)).is_empty());
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn clip(self, other: Self) -> Self {
        Self {
            from: self.from.max(other.from),
            until: self.until.min(other.until),
        }
    }

    /// The same instants as `spans` hold, in order, neither overlapping nor touching nor empty.
    ///
    /// ```
    /// use sla_planner::engine::{Instant, Span};
    /// let at = |seconds| Instant::from_epoch(seconds);
    /// let spans = vec![Span::new(at(5)?, at(9)?), Span::new(at(1)?, at(5)?)];
    /// assert_eq!(Span::unite(spans), [Span::new(at(1)?, at(9)?)]);
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn unite(mut spans: Vec<Self>) -> Vec<Self> {
        spans.retain(|span| !span.is_empty());
        spans.sort_unstable();
        spans.dedup_by(|next, last| {
            let joined = next.from <= last.until;
            if joined {
                last.until = last.until.max(next.until);
            }
            joined
        });
        spans
    }

    /// What of `open` is not in `closed`; both in order, neither overlapping nor touching.
    pub(crate) fn subtract(open: &[Span], closed: &[Span]) -> Vec<Span> {
        let mut left = Vec::with_capacity(open.len() + closed.len());
        let mut closed = closed.iter().copied().peekable();
        for span in open {
            let mut from = span.from;
            while let Some(gap) = closed.peek().copied().filter(|gap| gap.from < span.until) {
                if gap.from > from {
                    left.push(Span::new(from, gap.from));
                }
                from = from.max(gap.until);
                if gap.until > span.until {
                    break;
                }
                closed.next();
            }
            let rest = Span::new(from, span.until);
            if !rest.is_empty() {
                left.push(rest);
            }
        }
        left
    }
}

/// The dates from `from` through `through`, both inside.
///
/// ```
/// use sla_planner::engine::Policy;
/// let official = Policy::spt_001()?.calendar()?.official.unwrap();
/// assert!(official.contains(official.through));
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct DateSpan {
    /// The first date.
    pub from: NaiveDate,
    /// The last date.
    pub through: NaiveDate,
}

impl DateSpan {
    /// Whether `date` lies inside.
    ///
    /// ```
    /// use sla_planner::engine::Policy;
    /// let official = Policy::spt_001()?.calendar()?.official.unwrap();
    /// assert!(!official.contains(official.from.pred_opt().unwrap()));
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn contains(self, date: NaiveDate) -> bool {
        self.from <= date && date <= self.through
    }
}
