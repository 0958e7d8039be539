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
