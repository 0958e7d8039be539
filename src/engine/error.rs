//! What can be wrong with what the engine is given.

use std::fmt;

use super::{Event, Fault, HoursFault, Instant, Misread, Seconds};

/// Bad input, with the data that is wrong. Its message is for developers;
/// people read the sentence that `text` makes of it, in their language.
///
/// ```
/// use sla_planner::engine::{Error, Zone};
/// let wrong = "Asia/Peking".parse::<Zone>();
/// assert_eq!(wrong, Err(Error::UnknownZone { name: "Asia/Peking".to_owned() }));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Error {
    /// Before 1970 or after 2100.
    InstantOutOfRange {
        /// Seconds since 1970-01-01T00:00:00Z.
        seconds: i64,
    },
    /// Not an RFC 3339 instant.
    MalformedInstant {
        /// The text as given.
        text: String,
    },
    /// Two events of a ticket contradict each other, or one lacks another.
    Contradiction {
        /// How.
        fault: Fault,
        /// The later event, or the only one; none when there is no event at all.
        event: Option<Box<Event>>,
        /// The earlier event.
        other: Option<Box<Event>>,
    },
    /// A policy file that cannot be read.
    MalformedPolicy(Misread),
    /// A policy without priorities or targets.
    NoPriorities {
        /// Which policy.
        policy: String,
    },
    /// A target without a length for a priority.
    MissingTarget {
        /// Which target.
        target: String,
        /// For which priority.
        priority: String,
    },
    /// A target whose length is not positive.
    ZeroTarget {
        /// Which target.
        target: String,
        /// For which priority.
        priority: String,
    },
    /// Warning levels that do not ascend from above zero.
    UnorderedThresholds {
        /// The share that comes too late.
        basis_points: u32,
        /// The share before it.
        after: u32,
    },
    /// A priority that the policy does not have.
    UnknownPriority {
        /// Its place, from 0.
        rank: u8,
    },
    /// A country whose holidays do not come with the program.
    NoHolidays {
        /// The ISO 3166 code as given.
        country: String,
    },
    /// Holiday data in the program that is damaged.
    MalformedHolidays {
        /// Of which country.
        country: String,
        /// In which line, from 1; 0 for the whole.
        line: usize,
    },
    /// Hours that cannot be read.
    MalformedHours {
        /// The text as given.
        text: String,
        /// Why.
        fault: HoursFault,
    },
    /// A calendar does not open any more, so that nothing after this instant is ever due.
    NeverOpens {
        /// From when on it is closed.
        after: Instant,
    },
    /// A calendar was not open for long enough.
    NeverOpened {
        /// Until when.
        before: Instant,
        /// How many open seconds are missing since 1970.
        missing: Seconds,
    },
    /// A target reaches past 2100.
    TooFar {
        /// From when on it counts.
        start: Instant,
        /// How many counted seconds would lie beyond.
        missing: Seconds,
    },
    /// Not the name of an IANA time zone.
    UnknownZone {
        /// The name as given.
        name: String,
    },
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::InstantOutOfRange { seconds } => {
                write!(
                    f,
                    "{seconds} s since 1970 is outside 1970 to 2100; give a time within"
                )
            }
            Self::MalformedInstant { text } => {
                write!(
                    f,
                    "\"{text}\" is not an instant; write it like 2026-02-14T17:50:00+08:00"
                )
            }
            Self::Contradiction {
                fault,
                event,
                other,
            } => {
                write!(
                    f,
                    "{fault:?}: {event:?} against {other:?}; correct or remove one of them"
                )
            }
            Self::MalformedPolicy(misread) => write!(f, "not a policy: {misread}"),
            Self::NoPriorities { policy } => {
                write!(
                    f,
                    "policy \"{policy}\" needs at least one priority and one target"
                )
            }
            Self::MissingTarget { target, priority } => {
                write!(
                    f,
                    "target \"{target}\" has no length for {priority}; give it one"
                )
            }
            Self::ZeroTarget { target, priority } => {
                write!(
                    f,
                    "target \"{target}\" for {priority} must be longer than 0 s"
                )
            }
            Self::UnorderedThresholds {
                basis_points,
                after,
            } => {
                write!(
                    f,
                    "warning level {basis_points} follows {after}; levels must ascend from above 0"
                )
            }
            Self::UnknownPriority { rank } => {
                write!(
                    f,
                    "the policy has no priority number {rank}; choose one it has"
                )
            }
            Self::NoHolidays { country } => {
                write!(f, "no holidays of \"{country}\" are built in; import them")
            }
            Self::MalformedHolidays { country, line } => {
                write!(
                    f,
                    "the holidays of {country} are damaged in line {line}; build the program anew"
                )
            }
            Self::MalformedHours { text, fault } => {
                let mend = match fault {
                    HoursFault::Malformed => "write hours like 09:00-18:00",
                    HoursFault::Empty => {
                        "opening and closing must differ; a whole day is 00:00-24:00"
                    }
                    HoursFault::PastMidnight => "a day ends at 24:00 and must open before",
                    HoursFault::OverMidnight => "enter what is after midnight on the next date",
                };
                write!(f, "hours \"{text}\": {mend}")
            }
            Self::NeverOpens { after } => {
                write!(
                    f,
                    "the calendar never opens after {after}; give it open hours"
                )
            }
            Self::NeverOpened { before, missing } => {
                write!(
                    f,
                    "{missing} open seconds are missing before {before}; begin later"
                )
            }
            Self::TooFar { start, missing } => {
                write!(
                    f,
                    "from {start} the target ends {missing} counted seconds after 2100; shorten it"
                )
            }
            Self::UnknownZone { name } => {
                write!(
                    f,
                    "\"{name}\" is not an IANA time zone; write it like Asia/Shanghai"
                )
            }
        }
    }
}

impl std::error::Error for Error {}
