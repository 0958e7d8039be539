//! The clock that the page goes by: the real one, or one that is set.

use serde::Serialize;

use crate::engine::{Expected, Instant, Misread, Node};

/// The fastest that time goes.
pub const FASTEST: u16 = 3_600;

/// The speeds to choose from.
pub const SPEEDS: [u16; 9] = [1, 2, 5, 10, 30, 60, 300, 900, FASTEST];

/// The longest text of a clock that is repeated in an error.
const LONGEST_TOLD: usize = 40;

/// The clock that the page goes by. All it does takes the real instant, as it has none of its own.
///
/// ```
/// use sla_planner::plan::simulation::SimulatedClock;
/// let real = "2026-11-24T08:00:00Z".parse()?;
/// let set = "2026-02-14T09:50:00Z".parse()?;
/// let clock = SimulatedClock::default().set(set, real).play(real).at_speed(60, real);
/// assert_eq!(clock.now(real.plus(10)?), set.plus(600)?);
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(untagged)]
pub enum SimulatedClock {
    /// The real one.
    #[default]
    Real,
    /// It stands still.
    Frozen {
        /// Where.
        at: Instant,
    },
    /// It goes on from an instant, faster than the real one or as fast.
    Playing {
        /// From which instant.
        from: Instant,
        /// Since which real one.
        since: Instant,
        /// How many seconds go by in a real one, 1 to [`FASTEST`].
        speed: u16,
    },
}

impl SimulatedClock {
    /// What it shows at the instant `real`; no later than the last instant there is.
    #[must_use]
    pub fn now(self, real: Instant) -> Instant {
        match self {
            Self::Real => real,
            Self::Frozen { at } => at,
            Self::Playing { from, since, speed } => {
                let gone = real.since(since).max(0);
                from.plus(gone.saturating_mul(speed.into()))
                    .unwrap_or(Instant::MAX)
            }
        }
    }

    /// Whether it is another than the real one, so that the page must say so.
    #[must_use]
    pub const fn is_simulated(self) -> bool {
        !matches!(self, Self::Real)
    }

    /// How many seconds go by in a real one; 0 while it stands still.
    #[must_use]
    pub const fn speed(self) -> u16 {
        match self {
            Self::Real => 1,
            Self::Frozen { .. } => 0,
            Self::Playing { speed, .. } => speed,
        }
    }

    /// The same clock, showing `at`. The real one is frozen there.
    #[must_use]
    pub const fn set(self, at: Instant, real: Instant) -> Self {
        match self {
            Self::Real | Self::Frozen { .. } => Self::Frozen { at },
            Self::Playing { speed, .. } => Self::Playing {
                from: at,
                since: real,
                speed,
            },
        }
    }

    /// It goes on from where it is.
    #[must_use]
    pub fn play(self, real: Instant) -> Self {
        match self {
            Self::Playing { .. } => self,
            _ => Self::Playing {
                from: self.now(real),
                since: real,
                speed: 1,
            },
        }
    }

    /// It stands still where it is.
    #[must_use]
    pub fn pause(self, real: Instant) -> Self {
        Self::Frozen { at: self.now(real) }
    }

    /// It goes on from where it is at `speed`, kept within 1 to [`FASTEST`].
    #[must_use]
    pub fn at_speed(self, speed: u16, real: Instant) -> Self {
        Self::Playing {
            from: self.now(real),
            since: real,
            speed: speed.clamp(1, FASTEST),
        }
    }

    /// It goes on at the next of [`SPEEDS`] that is faster.
    #[must_use]
    pub fn faster(self, real: Instant) -> Self {
        let next = SPEEDS.into_iter().find(|speed| *speed > self.speed());
        self.at_speed(next.unwrap_or(FASTEST), real)
    }

    /// It goes on at the next of [`SPEEDS`] that is slower; it still plays at the slowest.
    #[must_use]
    pub fn slower(self, real: Instant) -> Self {
        let mut speeds = SPEEDS.into_iter().rev();
        let next = speeds.find(|speed| *speed < self.speed());
        self.at_speed(next.unwrap_or(1), real)
    }

    /// The clock as it stands in a link: empty for the real one, `20260214T095000Z` where it stands still,
    /// `20260214T095000Zx60` where it plays.
    ///
    /// ```
    /// use sla_planner::plan::simulation::SimulatedClock;
    /// let real = "2026-11-24T08:00:00Z".parse()?;
    /// let clock = SimulatedClock::Frozen { at: "2026-02-14T09:50:00Z".parse()? };
    /// assert_eq!(clock.link(real), "20260214T095000Z");
    /// assert_eq!(SimulatedClock::from_link("20260214T095000Z", real), Ok(clock));
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn link(self, real: Instant) -> String {
        if !self.is_simulated() {
            return String::new();
        }
        let at = self.now(real).to_string();
        let mut link: String = at
            .chars()
            .filter(|sign| !matches!(sign, '-' | ':'))
            .collect();
        if let Self::Playing { speed, .. } = self {
            link.push('x');
            link.push_str(&speed.to_string());
        }
        link
    }

    /// A clock from a link that is opened at the instant `real`.
    ///
    /// # Errors
    /// [`Misread`] when it is not what [`SimulatedClock::link`] writes.
    pub fn from_link(link: &str, real: Instant) -> Result<Self, Misread> {
        if link.is_empty() {
            return Ok(Self::Real);
        }
        let misread = |expected| Misread {
            path: "clock".to_owned(),
            found: link.chars().take(LONGEST_TOLD).collect(),
            expected,
        };
        let (at, speed) = match link.split_once('x') {
            None => (link, None),
            Some((at, speed)) => (at, Some(speed)),
        };
        let at = compact(at).ok_or_else(|| misread(Expected::Instant))?;
        let Some(speed) = speed else {
            return Ok(Self::Frozen { at });
        };
        let plain = !speed.starts_with('0') && speed.bytes().all(|byte| byte.is_ascii_digit());
        let speed = speed
            .parse()
            .ok()
            .filter(|speed| plain && *speed <= FASTEST);
        Ok(Self::Playing {
            from: at,
            since: real,
            speed: speed.ok_or_else(|| misread(Expected::Number))?,
        })
    }

    /// A clock from its place in a document.
    pub(super) fn read(node: &Node<'_>) -> Result<Self, Misread> {
        let instant = |at: &Node<'_>| at.parsed::<Instant>(Expected::Instant);
        if let Some(at) = node.key("at").optional(instant)? {
            return Ok(Self::Frozen { at });
        }
        let speed = node.key("speed");
        let found = speed.number()?;
        if !(1..=FASTEST).contains(&found) {
            return Err(speed.misread(Expected::Number));
        }
        Ok(Self::Playing {
            from: instant(&node.key("from"))?,
            since: instant(&node.key("since"))?,
            speed: found,
        })
    }
}

/// The instant `20260214T095000Z`.
fn compact(text: &str) -> Option<Instant> {
    let bytes = text.as_bytes();
    if !text.is_ascii() || bytes.len() != 16 || !text.ends_with('Z') {
        return None;
    }
    let part = |from, until| text.get(from..until);
    let (year, month, day) = (part(0, 4)?, part(4, 6)?, part(6, 8)?);
    let (hour, minute, second) = (part(9, 11)?, part(11, 13)?, part(13, 15)?);
    if part(8, 9)? != "T" {
        return None;
    }
    let whole = format!("{year}-{month}-{day}T{hour}:{minute}:{second}Z");
    whole.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::{FASTEST, SPEEDS, SimulatedClock};
    use crate::engine::Instant;

    fn at(second: i64) -> Instant {
        Instant::from_epoch(1_771_062_600 + second).expect("an instant")
    }

    #[test]
    fn it_goes_on_from_where_it_is() {
        let frozen = SimulatedClock::Real.pause(at(0));
        assert_eq!(frozen.now(at(100)), at(0));
        let playing = frozen.play(at(100));
        assert_eq!(playing.now(at(130)), at(30));
        let faster = playing.faster(at(130));
        assert_eq!((faster.speed(), faster.now(at(140))), (2, at(50)));
        assert_eq!(faster.pause(at(140)).now(at(999)), at(50));
        assert_eq!(faster.set(at(-5), at(140)).now(at(141)), at(-3));
        assert_eq!(faster.play(at(150)), faster);
    }

    #[test]
    fn it_ends_where_time_ends() {
        let clock = SimulatedClock::Playing {
            from: Instant::MAX,
            since: Instant::MIN,
            speed: FASTEST,
        };
        assert_eq!(clock.now(Instant::MAX), Instant::MAX);
        let early = SimulatedClock::Playing {
            from: Instant::MIN,
            since: Instant::MAX,
            speed: 1,
        };
        assert_eq!(
            early.now(Instant::MIN),
            Instant::MIN,
            "the real clock was set back"
        );
    }

    #[test]
    fn speeds_stay_within_their_ends() {
        let mut clock = SimulatedClock::Real.pause(at(0));
        let mut speeds = Vec::new();
        for _ in 0..SPEEDS.len() {
            clock = clock.faster(at(0));
            speeds.push(clock.speed());
        }
        assert_eq!(speeds, SPEEDS);
        assert_eq!(clock.faster(at(0)).speed(), FASTEST);
        for _ in 0..=SPEEDS.len() {
            clock = clock.slower(at(0));
        }
        assert_eq!(clock.speed(), 1);
        assert_eq!(clock.at_speed(u16::MAX, at(0)).speed(), FASTEST);
        assert_eq!(clock.at_speed(0, at(0)).speed(), 1);
    }

    #[test]
    fn a_link_is_read_as_it_was_written() {
        let real = at(0);
        for clock in [
            SimulatedClock::Real,
            SimulatedClock::Frozen { at: Instant::MAX },
            SimulatedClock::Frozen { at: Instant::MIN },
            SimulatedClock::Frozen { at: at(7) }.play(real),
            SimulatedClock::Frozen { at: at(7) }.at_speed(FASTEST, real),
        ] {
            let link = clock.link(real);
            assert!(link.len() <= 21, "{link}");
            assert_eq!(SimulatedClock::from_link(&link, real), Ok(clock), "{link}");
        }
    }

    #[test]
    fn hostile_links_are_refused() {
        let long = "2".repeat(100_000);
        for link in [
            "x",
            "x60",
            "20260214T095000",
            "20260214T095000z",
            "20260230T095000Z",
            "20260214T245000Z",
            "21010101T000000Z",
            "19691231T235959Z",
            "20260214T095000Zx",
            "20260214T095000Zx0",
            "20260214T095000Zx060",
            "20260214T095000Zx+60",
            "20260214T095000Zx-1",
            "20260214T095000Zx3601",
            "20260214T095000Zx99999999999",
            "20260214T095000Zx60x60",
            "2026021４T09500Z",
            "<script>alert()Z",
            &long,
        ] {
            let refused = SimulatedClock::from_link(link, at(0));
            let misread = refused.expect_err(link);
            assert!(misread.found.chars().count() <= 40);
        }
    }
}
