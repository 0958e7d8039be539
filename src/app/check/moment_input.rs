//! A time that is typed: the input, what it understands, and what else it can mean.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::question::{Choices, Pick};
use super::time_field::context;
use crate::app::parts::text;
use crate::app::state::Page;
use crate::engine::Instant;
use crate::exchange::moment::{DateOrder, Moment, Unclear, read, read_near};
use crate::text::echo;

/// What is typed, and how it is understood.
#[derive(Clone, Copy)]
pub(super) struct Typing {
    typed: RwSignal<String>,
    order: RwSignal<Option<DateOrder>>,
    /// Which of several meanings was chosen.
    picked: RwSignal<Option<Moment>>,
    /// The time, or why there is none.
    pub(super) understood: Memo<Result<Moment, Unclear>>,
}

impl Typing {
    /// Nothing is typed yet. A date that is left out is the one nearest to `about`; the latest past while
    /// there is none.
    pub(super) fn new(page: Page, about: Signal<Option<Instant>>) -> Self {
        let typed = RwSignal::new(String::new());
        let order = RwSignal::new(None);
        let picked = RwSignal::new(None::<Moment>);
        let understood = Memo::new(move |_| {
            if let Some(picked) = picked.get() {
                return Ok(picked);
            }
            let context = context(page, Some(page.typing_zone()), order.get());
            typed.with(|typed| match about.get() {
                Some(about) => read_near(typed, &context, about),
                None => read(typed, &context),
            })
        });
        Self {
            typed,
            order,
            picked,
            understood,
        }
    }

    /// Why there is no time.
    pub(super) fn unclear(self) -> Signal<Option<Unclear>> {
        Signal::derive(move || self.understood.get().err())
    }

    /// Takes one of several meanings.
    pub(super) fn pick(self, pick: Pick) {
        match pick {
            Pick::Choice(choice) => self.picked.set(Some(choice.moment)),
            Pick::Order(order) => self.order.set(Some(order)),
        }
    }
}

/// The input.
#[component]
pub(super) fn MomentInput(
    /// Its id.
    id: String,
    /// What the time is of.
    label: Signal<String>,
    /// What is typed.
    typing: Typing,
    /// What Enter does.
    submit: Callback<()>,
    /// What Escape does.
    cancel: Callback<()>,
    /// Takes one of several meanings.
    choose: Callback<Pick>,
    /// Buttons beside it.
    #[prop(optional)]
    children: Option<Children>,
) -> AnyView {
    let page = Page::get();
    let Typing {
        typed,
        picked,
        understood,
        ..
    } = typing;
    let said = text(move || {
        let lang = page.lang();
        understood.with(|understood| match understood {
            Ok(moment) => echo::zoned(lang, moment.at, page.service()),
            Err(unclear) => echo::unclear(lang, page.typing_zone(), unclear),
        })
    });
    let wrong = Signal::derive(move || {
        let fine = understood.with(|understood| matches!(understood, Ok(_) | Err(Unclear::Empty)));
        (!fine).then_some("true")
    });
    let pressed = move |event: KeyboardEvent| {
        // Within an input method, Enter chooses a character and Escape gives it up.
        if event.is_composing() || event.key_code() == 229 {
            return;
        }
        match event.key().as_str() {
            "Enter" => submit.run(()),
            "Escape" => cancel.run(()),
            _ => {}
        }
    };
    let says = format!("{id}-says");
    view! {
        <div class="moment">
            <input
                id=id
                type="text"
                autocomplete="off"
                spellcheck="false"
                placeholder="17:50"
                maxlength="200"
                aria-label=label
                aria-invalid=wrong
                aria-describedby=says.clone()
                on:input:target=move |event| {
                    picked.set(None);
                    typed.set(event.target().value());
                }
                on:keydown=pressed
            />
            {children.map(|children| children())}
            <Choices unclear=typing.unclear() choose/>
            <small id=says>{said}</small>
        </div>
    }
    .into_any()
}
