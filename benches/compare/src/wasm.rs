//! The engine in WebAssembly, for Node.
#![cfg(target_arch = "wasm32")]

#[path = "rounds.rs"]
mod rounds;
#[path = "../../work/mod.rs"]
#[allow(dead_code, reason = "the benchmarks share it")]
mod work;

use rounds::Rounds;
use wasm_bindgen::prelude::*;

/// The rounds of the comparison.
#[wasm_bindgen]
pub struct Engine(Rounds);

#[wasm_bindgen]
impl Engine {
    /// Makes what they need.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self(Rounds::new())
    }

    /// The sum of the due times of all starts.
    pub fn due(&self, hours: i32) -> f64 {
        self.0.due(hours.into()) as f64
    }

    /// The sum of all thresholds of all starts' tickets.
    pub fn tickets(&self) -> f64 {
        self.0.tickets() as f64
    }

    /// The sum of the differences of all tickets in four scenarios.
    pub fn scenarios(&mut self) -> f64 {
        self.0.scenarios() as f64
    }
}

/// The starts, in seconds since 1970.
#[wasm_bindgen]
pub fn starts() -> Vec<f64> {
    work::starts()
        .iter()
        .map(|start| start.epoch() as f64)
        .collect()
}

/// The dates on which business is closed.
#[wasm_bindgen]
pub fn holidays() -> Vec<String> {
    work::calendar()
        .holidays
        .keys()
        .map(ToString::to_string)
        .collect()
}
