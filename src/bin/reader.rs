//! Reads tables in a worker, nothing else.

fn main() {
    #[cfg(target_arch = "wasm32")]
    sla_planner::app::start_reader();
}
