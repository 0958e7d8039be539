//! What can be wrong with what the engine is given.

use std::fmt;

/// Bad input, with the data that is wrong. Its message is for developers;
/// people read the sentence that `text` makes of it, in their language.
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
