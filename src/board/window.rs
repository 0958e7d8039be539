//! Which rows of a long list are there.

use std::ops::Range;

/// Rows above and below those that are seen, so that scrolling a little shows no gap.
const AROUND: usize = 6;

/// A list of rows of one height, of which only some are there: those in sight and a few around them.
///
/// ```
/// use sla_planner::board::Window;
/// let window = Window { height: 600, row: 60, rows: 100_000 };
/// assert_eq!(window.rows_at(0), 0..16);
/// assert_eq!(window.rows_at(60_000), 994..1_016);
/// assert_eq!(window.capacity(), 23);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Window {
    /// The height of what is seen, in pixels.
    pub height: usize,
    /// The height of a row.
    pub row: usize,
    /// How many rows there are.
    pub rows: usize,
}

impl Window {
    /// The most rows that are there at once.
    #[must_use]
    pub fn capacity(self) -> usize {
        self.height.div_ceil(self.row.max(1)) + 1 + 2 * AROUND
    }

    /// How many rows are seen whole.
    #[must_use]
    pub fn page(self) -> usize {
        (self.height / self.row.max(1)).max(1)
    }

    /// The rows that are there when the list is scrolled by so many pixels, or as far as it can be.
    #[must_use]
    pub fn rows_at(self, scrolled: usize) -> Range<usize> {
        let row = self.row.max(1);
        let scrolled = scrolled.min((self.rows * row).saturating_sub(self.height));
        let first = scrolled / row;
        let end = (scrolled + self.height).div_ceil(row);
        let end = end.saturating_add(AROUND).min(self.rows);
        first.saturating_sub(AROUND)..end
    }

    /// By how much the list is scrolled so that `place` is seen whole, when it was scrolled by `scrolled`.
    #[must_use]
    pub fn reveal(self, place: usize, scrolled: usize) -> usize {
        let top = place * self.row;
        let lowest = (top + self.row).saturating_sub(self.height);
        scrolled.clamp(lowest.min(top), top)
    }
}

#[cfg(test)]
mod tests {
    use super::Window;

    const WINDOW: Window = Window {
        height: 590,
        row: 60,
        rows: 1_000,
    };

    #[test]
    fn never_more_rows_than_there_is_room_for() {
        for scrolled in (0..60_000).step_by(7) {
            let rows = WINDOW.rows_at(scrolled);
            assert!(rows.len() <= WINDOW.capacity(), "{scrolled}: {rows:?}");
            let (top, bottom) = (scrolled / 60, (scrolled + 589) / 60);
            assert!(rows.contains(&top.min(999)) || top > 999, "{scrolled}");
            assert!(rows.contains(&bottom.min(999)), "{scrolled}");
        }
    }

    #[test]
    fn scrolls_no_further_than_is_needed() {
        assert_eq!(WINDOW.reveal(0, 0), 0);
        assert_eq!(WINDOW.reveal(9, 0), 10);
        assert_eq!(WINDOW.reveal(5, 0), 0);
        assert_eq!(WINDOW.reveal(2, 300), 120);
        let low = Window {
            height: 30,
            ..WINDOW
        };
        assert_eq!(low.reveal(3, 0), 180, "a row that is higher than the view");
    }

    #[test]
    fn empty_and_tiny_lists() {
        let none = Window { rows: 0, ..WINDOW };
        assert_eq!(none.rows_at(0), 0..0);
        assert_eq!(none.rows_at(10_000), 0..0);
        let few = Window { rows: 3, ..WINDOW };
        assert_eq!(few.rows_at(10_000), 0..3, "the list has become shorter");
        assert_eq!(Window::default().rows_at(0), 0..0);
    }
}
