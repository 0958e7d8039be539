//! What happens when something is pressed or changed.
//!
//! Handlers are boxed, so that the code that attaches one exists once.

use leptos::ev;

/// A handler of clicks.
pub(in crate::app) type Press = Box<dyn FnMut(ev::MouseEvent) + Send>;

/// Does `act` when clicked.
pub(in crate::app) fn press(act: impl Fn() + Send + 'static) -> Press {
    Box::new(move |_| act())
}

/// A handler of changes.
pub(in crate::app) type Change = Box<dyn FnMut(ev::Event) + Send>;

/// Does `act` when changed.
pub(in crate::app) fn change(act: impl Fn() + Send + 'static) -> Change {
    Box::new(move |_| act())
}

/// A handler of keys.
pub(in crate::app) type Pressed = Box<dyn FnMut(ev::KeyboardEvent) + Send>;

/// Does `act` with keys; what it answers to does nothing else.
pub(in crate::app) fn keys(act: impl Fn(&ev::KeyboardEvent) -> bool + Send + 'static) -> Pressed {
    Box::new(move |event| {
        if act(&event) {
            event.prevent_default();
        }
    })
}

/// A handler of pointers.
pub(in crate::app) type Pointed = Box<dyn FnMut(ev::PointerEvent) + Send>;

/// Does `act` with what a pointer does, and nobody else hears of it.
pub(in crate::app) fn pointer(act: impl Fn(&ev::PointerEvent) + Send + 'static) -> Pointed {
    Box::new(move |event| {
        event.stop_propagation();
        act(&event);
    })
}

/// A handler of coming into focus, or out of it.
pub(in crate::app) type Focused = Box<dyn FnMut(ev::FocusEvent) + Send>;

/// Does `act` when the focus comes, or goes.
pub(in crate::app) fn focus(act: impl Fn() + Send + 'static) -> Focused {
    Box::new(move |_| act())
}
