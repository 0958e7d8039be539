//! When the ticket was submitted: one field, understood as it is typed.

use leptos::prelude::*;

use super::echo::Echo;
use super::question::{Choices, Pick};
use crate::app::browser::document;
use crate::app::parts::{If, press, text, whether};
use crate::app::state::Page;
use crate::engine::{Rank, Zone};
use crate::exchange::moment::{
    Choice, Context, DateOrder, DateSystem, Meaning, Moment, Unclear, read_paste,
};
use crate::plan::Submission;
use crate::text::{check as words, echo};

/// The field and what it says back.
#[component]
pub(super) fn TimeField() -> AnyView {
    let page = Page::get();
    let field = Field::new(page);
    let typed = text(move || page.plan.with(|plan| plan.draft.text.clone()));
    let faulty = whether(move || {
        field
            .unclear
            .with(|unclear| !matches!(unclear, None | Some(Unclear::Empty)))
    });
    let wrong = Signal::derive(move || faulty.get().then_some("true"));
    let described = Signal::derive(move || {
        if faulty.get() {
            "time-label time-echo time-question"
        } else {
            "time-label time-echo"
        }
    });
    let question = text(move || {
        field.unclear.with(|unclear| match unclear {
            Some(unclear) => echo::unclear(page.lang(), page.typing_zone(), unclear),
            None => String::new(),
        })
    });
    let choose = Callback::new(move |pick| match pick {
        Pick::Choice(choice) => field.choose(&choice),
        Pick::Order(order) => field.read_as(order),
    });
    view! {
        <div class="when">
            <h1><label for="time">{page.say(words::QUESTION)}</label></h1>
            <p class="label" id="time-label">{page.say(words::SUBMITTED_AT)}</p>
            <div class="when-row">
                <input
                    id="time"
                    name="time"
                    type="text"
                    autocomplete="off"
                    spellcheck="false"
                    autocapitalize="off"
                    enterkeyhint="done"
                    placeholder="2026-02-14 17:50"
                    maxlength="4096"
                    aria-describedby=described
                    aria-invalid=wrong
                    prop:value=typed
                    on:input:target=move |event| field.typed(&event.target().value())
                />
                <button class="key" type="button" on:click=press(move || field.now())>
                    {page.say(words::NOW)}
                </button>
            </div>
            <div class="echo" id="time-echo">
                <Echo field/>
            </div>
            <If when=faulty>
                <div class="question" role="group" aria-labelledby="time-question">
                    <p id="time-question">{question}</p>
                    <Choices unclear=field.unclear.into() choose/>
                </div>
            </If>
        </div>
    }
    .into_any()
}

/// The field's state beside the plan.
#[derive(Clone, Copy)]
pub(super) struct Field {
    page: Page,
    /// Why the text is not understood, when it is not.
    pub(super) unclear: RwSignal<Option<Unclear>>,
    /// The order of day and month chosen before.
    order: RwSignal<Option<DateOrder>>,
}

impl Field {
    fn new(page: Page) -> Self {
        let field = Self {
            page,
            unclear: RwSignal::new(None),
            order: RwSignal::new(None),
        };
        let (text, understood) = page
            .plan
            .with_untracked(|plan| (plan.draft.text.clone(), plan.draft.submission.is_some()));
        if !understood {
            field
                .unclear
                .set(read_paste(&text, &field.context(None)).moment.err());
        }
        field
    }

    fn context(self, zone: Option<Zone>) -> Context {
        Context {
            now: self.page.clock.read(),
            zone: zone.unwrap_or_else(|| untrack(|| self.page.service())),
            date_order: self.order.get_untracked(),
            date_system: DateSystem::default(),
        }
    }

    fn typed(self, text: &str) {
        let zone = self.page.plan.with_untracked(|plan| plan.draft.zone);
        self.read(text, zone);
    }

    /// Reads what was typed again, in `zone` where it names none.
    pub(super) fn read_in(self, zone: Option<Zone>) {
        let text = self
            .page
            .plan
            .with_untracked(|plan| plan.draft.text.clone());
        self.read(&text, zone);
        document::focus("time");
    }

    /// Reads `text`; times in it without a zone are in `zone`.
    fn read(self, text: &str, zone: Option<Zone>) {
        let paste = read_paste(text, &self.context(zone));
        let known = self
            .page
            .terms
            .with_untracked(|terms| terms.policy().priorities.len());
        let priority = paste
            .priority
            .filter(|number| usize::from(*number) < known)
            .map(Rank);
        self.page.plan.update(|plan| {
            plan.draft.text = text.to_owned();
            plan.draft.zone = zone;
            plan.draft.submission = paste.moment.as_ref().ok().map(submission);
            plan.draft.priority = priority.or(plan.draft.priority);
        });
        self.unclear.set(paste.moment.err());
    }

    /// Enters the present, in the zone times are typed in.
    fn now(self) {
        let zone = self.page.plan.with_untracked(|plan| plan.draft.zone);
        let typing = zone.unwrap_or_else(|| untrack(|| self.page.service()));
        let text = echo::typed(typing.local(self.page.clock.read()));
        self.read(&text, zone);
    }

    /// Reads what was typed again, with its day and month in this order.
    fn read_as(self, order: DateOrder) {
        self.order.set(Some(order));
        let zone = self.page.plan.with_untracked(|plan| plan.draft.zone);
        self.read_in(zone);
    }

    /// Takes one of the ways a time can be meant. What was typed stays.
    fn choose(self, choice: &Choice) {
        if let Meaning::Date(_, order) = choice.meaning {
            self.order.set(Some(order));
        }
        let chosen = submission(&choice.moment);
        self.page
            .plan
            .update(|plan| plan.draft.submission = Some(chosen));
        self.unclear.set(None);
        document::focus("time");
    }
}

fn submission(moment: &Moment) -> Submission {
    Submission {
        at: moment.at,
        zone_written: moment.written.names_zone(),
        filled_in: moment.filled_in,
        cut: moment.cut,
    }
}
