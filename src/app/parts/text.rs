//! Text and conditions that follow the page's signals.
//!
//! A signal is one type whatever computes it, so that the code that renders it exists once; a closure in a
//! view brings its own copy of that code into the download.

use std::sync::{Arc, Mutex};

use leptos::prelude::*;

/// Text that is computed.
pub(in crate::app) fn text(compute: impl Fn() -> String + Send + Sync + 'static) -> Signal<String> {
    Signal::derive(compute)
}

/// A condition that is computed.
pub(in crate::app) fn whether(compute: impl Fn() -> bool + Send + Sync + 'static) -> Signal<bool> {
    Signal::derive(compute)
}

/// A text of a card.
pub(in crate::app) fn field<Card>(card: Memo<Card>, get: fn(&Card) -> &str) -> Signal<String>
where
    Card: Send + Sync + 'static,
{
    Signal::derive(move || card.with(|card| get(card).to_owned()))
}

/// A word of a card that is one of a few.
pub(in crate::app) fn word<Card, Word>(card: Memo<Card>, get: fn(&Card) -> Word) -> Signal<Word>
where
    Card: Send + Sync + 'static,
    Word: Send + Sync + 'static,
{
    Signal::derive(move || card.with(get))
}

/// Shows its children while `when` holds.
#[component]
pub(in crate::app) fn If(when: Signal<bool>, children: ChildrenFn) -> AnyView {
    let when = Memo::new(move |_| when.get());
    let shown = move || if when.get() { Some(children()) } else { None };
    shown.into_any()
}

/// Several views that are computed, made anew whenever they change.
pub(in crate::app) fn views(compute: impl Fn() -> Vec<AnyView> + Send + 'static) -> AnyView {
    // One type, whatever computes them.
    let computed: Arc<Mutex<dyn FnMut() -> Vec<AnyView> + Send>> = Arc::new(Mutex::new(compute));
    computed.into_any()
}
