//! Marks on the time line of the browser, by which benchmarks see what the page is done with.

/// Marks this instant; of marks with one name the last is kept.
pub(in crate::app) fn mark(name: &str) {
    if let Some(performance) = web_sys::window().and_then(|window| window.performance()) {
        performance.clear_marks_with_mark_name(name);
        let _ = performance.mark(name);
    }
}
