//! Where the pointer is.

use wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent};

fn target(event: &PointerEvent, selector: &str) -> Option<Element> {
    let element: Element = event.target()?.dyn_into().ok()?;
    element.closest(selector).ok().flatten()
}

/// Where the pointer is in the element that matches `around` and holds the target of `event`: as shares of
/// its width and of its height.
pub(in crate::app) fn place(event: &PointerEvent, around: &str) -> Option<(f64, f64)> {
    let frame = target(event, around)?.get_bounding_client_rect();
    let x = (f64::from(event.client_x()) - frame.left()) / frame.width();
    let y = (f64::from(event.client_y()) - frame.top()) / frame.height();
    Some((x, y))
}

/// Sends all that the pointer does to the button it is on, until it is let go.
pub(in crate::app) fn capture(event: &PointerEvent) {
    if let Some(button) = target(event, "button") {
        // Refused when the pointer is gone already.
        let _ = button.set_pointer_capture(event.pointer_id());
    }
}
