//! The time, and being woken.

use gloo_timers::callback::Timeout;

use crate::engine::Instant;

/// Milliseconds since 1970 by the system's clock.
pub(in crate::app) fn milliseconds() -> f64 {
    js_sys::Date::now()
}

/// The same as a whole number.
#[expect(
    clippy::cast_possible_truncation,
    reason = "milliseconds of this century fit"
)]
pub(in crate::app) fn whole_milliseconds() -> i64 {
    milliseconds().floor() as i64
}

/// The present second.
pub(in crate::app) fn now() -> Instant {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "milliseconds of this century fit"
    )]
    let seconds = (milliseconds() / 1_000.0).floor() as i64;
    Instant::from_epoch(seconds).unwrap_or(Instant::MIN)
}

/// Calls `then` when the next whole `period` of seconds of the clock begins. Dropping what is returned
/// calls it off.
pub(in crate::app) fn at_next(period: u32, then: impl FnOnce() + 'static) -> Timeout {
    let period = f64::from(period) * 1_000.0;
    let wait = period - milliseconds().rem_euclid(period);
    // A little after, so that a timer that is early by rounding does not fall into the second before.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "at most a minute"
    )]
    let wait = wait.ceil() as u32 + 1;
    Timeout::new(wait, then)
}
