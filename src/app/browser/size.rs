//! How large elements are.

use wasm_bindgen::prelude::*;
use web_sys::{Element, ResizeObserver};

/// Watches an element until it is dropped.
pub(in crate::app) struct Watch {
    observer: ResizeObserver,
    _then: Closure<dyn Fn()>,
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Calls `then` with the width and the height of `element`, now and whenever they change.
pub(in crate::app) fn watch(element: &Element, then: impl Fn(i32, i32) + 'static) -> Option<Watch> {
    let watched = element.clone();
    let changed = Closure::<dyn Fn()>::new(move || {
        then(watched.client_width(), watched.client_height());
    });
    let observer = ResizeObserver::new(changed.as_ref().unchecked_ref()).ok()?;
    observer.observe(element);
    Some(Watch {
        observer,
        _then: changed,
    })
}
