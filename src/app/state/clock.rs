//! The one clock of the page.

use gloo_timers::callback::Timeout;
use leptos::prelude::*;

use crate::app::browser::{channel, document, time};
use crate::engine::Instant;

/// The main program tells that the time shown changes.
const TICK: &str = "sla-planner:tick";

/// How often the page shows the time anew.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::app) enum Pace {
    /// Each second, on the second.
    #[default]
    Second,
    /// Each minute, on the minute.
    Minute,
    /// Not at all.
    Held,
}

impl Pace {
    /// All of them.
    pub(in crate::app) const ALL: [Self; 3] = [Self::Second, Self::Minute, Self::Held];

    /// Its key.
    pub(in crate::app) const fn key(self) -> &'static str {
        match self {
            Self::Second => "second",
            Self::Minute => "minute",
            Self::Held => "held",
        }
    }

    fn seconds(self) -> Option<u32> {
        match self {
            Self::Second => Some(1),
            Self::Minute => Some(60),
            Self::Held => None,
        }
    }
}

/// The clock that every countdown reads. It is read from the system, never counted.
#[derive(Clone, Copy)]
pub(in crate::app) struct PageClock {
    now: RwSignal<Instant>,
    pace: RwSignal<Pace>,
    /// What wakes it; the other programs have none, and are told.
    timer: StoredValue<Option<Timeout>, LocalStorage>,
    follows: bool,
}

impl PageClock {
    /// The clock of the main program: it goes as long as the page is seen.
    pub(in crate::app) fn start() -> Self {
        let clock = Self::at_rest(false);
        document::on_return(move || clock.tick());
        clock.tick();
        clock
    }

    /// The clock of another program: it goes with that of the main one, so that all change in one frame.
    pub(in crate::app) fn follow() -> Self {
        let clock = Self::at_rest(true);
        channel::listen(TICK, move |_| clock.read_anew());
        clock
    }

    fn at_rest(follows: bool) -> Self {
        Self {
            now: RwSignal::new(time::now()),
            pace: RwSignal::new(Pace::default()),
            timer: StoredValue::new_local(None),
            follows,
        }
    }

    /// The present, followed.
    pub(in crate::app) fn now(self) -> Instant {
        self.now.get()
    }

    /// The present by the system's clock, for what happens now.
    pub(in crate::app) fn read(self) -> Instant {
        time::now()
    }

    /// How often it is shown anew.
    pub(in crate::app) fn pace(self) -> Pace {
        self.pace.get()
    }

    /// How often it is shown anew, not followed.
    pub(in crate::app) fn pace_now(self) -> Pace {
        self.pace.get_untracked()
    }

    /// Sets how often it is shown anew.
    pub(in crate::app) fn set_pace(self, pace: Pace) {
        self.pace.set(pace);
        self.tick();
    }

    /// Holds the time shown, or lets it go on.
    pub(in crate::app) fn hold(self) {
        let held = self.pace.get_untracked() == Pace::Held;
        self.set_pace(if held { Pace::Second } else { Pace::Held });
    }

    /// Reads the system's clock once, whatever the pace: something has just happened now.
    pub(in crate::app) fn refresh(self) {
        self.now.set(time::now());
    }

    /// Reads the system's clock.
    fn read_anew(self) {
        let now = time::now();
        if self.now.get_untracked() != now {
            self.now.set(now);
        }
    }

    /// Reads the system's clock, tells the others, and asks to be woken when it next changes. A page that is not
    /// seen is not woken; it reads the clock when it is seen again.
    fn tick(self) {
        let Some(pace) = self.pace.try_get_untracked() else {
            return;
        };
        let Some(period) = pace.seconds() else {
            self.timer.set_value(None);
            return;
        };
        self.read_anew();
        if self.follows {
            return;
        }
        channel::tell(TICK, "");
        let next = (!document::is_hidden()).then(|| time::at_next(period, move || self.tick()));
        self.timer.set_value(next);
    }
}
