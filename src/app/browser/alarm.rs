//! Being woken while the tab is in the background.

use wasm_bindgen::prelude::*;
use web_sys::Worker;

/// The longest that a worker waits, in milliseconds; whoever waits longer is woken in between.
const LONGEST: i64 = 3_600_000;

/// A worker that wakes the page.
pub(in crate::app) struct Alarm {
    worker: Worker,
    _wake: Closure<dyn Fn()>,
}

impl Alarm {
    /// Calls `wake` whenever it goes off; none where the browser has no workers.
    pub(in crate::app) fn new(wake: impl Fn() + 'static) -> Option<Self> {
        let worker = Worker::new("alarm.js").ok()?;
        let wake = Closure::<dyn Fn()>::new(wake);
        worker.set_onmessage(Some(wake.as_ref().unchecked_ref()));
        Some(Self {
            worker,
            _wake: wake,
        })
    }

    /// Goes off in so many milliseconds, in the place of what was set before.
    pub(in crate::app) fn set(&self, milliseconds: i64) {
        #[expect(clippy::cast_precision_loss, reason = "at most an hour")]
        let wait = milliseconds.clamp(0, LONGEST) as f64;
        let _ = self.worker.post_message(&JsValue::from_f64(wait));
    }
}
