//! The engine against a second implementation, slow and obvious, and against laws that hold whatever the
//! calendar and the ticket are.

mod counting;
#[path = "../common/readings.rs"]
mod readings;
mod slow;
mod tickets;

/// How many cases of each property: `ORACLE_CASES`, or 300.
fn cases() -> u32 {
    let asked = std::env::var("ORACLE_CASES").ok();
    asked.and_then(|cases| cases.parse().ok()).unwrap_or(300)
}
