//! SLA Planner: when is this ticket due, how close is it, and what would change that?
//!
//! The layers, lowest first; nothing points up.

#[cfg(target_arch = "wasm32")]
pub mod app;
pub mod board;
pub mod engine;
pub mod exchange;
pub mod plan;
pub mod simulate;
pub mod text;
pub mod timeline;
