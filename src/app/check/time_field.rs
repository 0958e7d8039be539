//! When the ticket was submitted: one field, understood as it is typed.

use leptos::prelude::*;

use super::echo::Echo;
use super::question::{Choices, Pick};
use crate::app::browser::document;
use crate::app::command;
use crate::app::parts::{If, change, press, text, whether};
use crate::app::state::Page;
use crate::engine::{Rank, Zone};
use crate::exchange::moment::{
    Choice, Context, DateOrder, DateSystem, Meaning, Moment, Unclear, Written, read, read_paste,
};
use crate::plan::{Edit, Submission};
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
                    on:change=change(move || page.keeper.end_stroke())
                />
                <button class="key" type="button" on:click=press(move || command::submitted_now(page))>
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
    pub(super) unclear: Memo<Option<Unclear>>,
    /// From which day a spreadsheet's number counts, when the text is one.
    pub(super) serial: Memo<Option<DateSystem>>,
    /// The order of day and month chosen before.
    order: RwSignal<Option<DateOrder>>,
    /// The date system chosen for numbers of spreadsheets.
    system: RwSignal<DateSystem>,
}

impl Field {
    fn new(page: Page) -> Self {
        let order = RwSignal::new(None);
        let system = RwSignal::new(DateSystem::default());
        // Read from the plan, which others change too: a step back, another zone.
        let unclear = Memo::new(move |_| {
            let (text, zone) = page.plan.with(|plan| {
                let draft = &plan.draft;
                let unclear = draft.submission.is_none();
                unclear.then(|| (draft.text.clone(), draft.zone))
            })?;
            let context = context(page, zone, order.get());
            read_paste(&text, &context).moment.err()
        });
        let serial = Memo::new(move |_| {
            let text = page.plan.with(|plan| plan.draft.text.clone());
            let context = Context {
                date_system: system.get(),
                ..context(page, None, None)
            };
            match read(&text, &context).ok()?.written {
                Written::Serial(system) => Some(system),
                _ => None,
            }
        });
        Self {
            page,
            unclear,
            serial,
            order,
            system,
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
        let context = Context {
            date_system: self.system.get_untracked(),
            ..context(self.page, zone, self.order.get_untracked())
        };
        let paste = read_paste(text, &context);
        let known = self
            .page
            .terms
            .with_untracked(|terms| terms.policy().priorities.len());
        let priority = paste
            .priority
            .filter(|number| usize::from(*number) < known)
            .map(Rank);
        self.page.edit(Edit::Typed {
            text: text.to_owned(),
            zone,
            submission: paste.moment.as_ref().ok().map(submission),
            priority,
        });
    }

    /// Reads what was typed again, with its day and month in this order.
    fn read_as(self, order: DateOrder) {
        self.order.set(Some(order));
        let zone = self.page.plan.with_untracked(|plan| plan.draft.zone);
        self.read_in(zone);
    }

    /// Reads a number of a spreadsheet by the other date system.
    pub(super) fn other_system(self) {
        self.system.update(|system| *system = system.other());
        let zone = self.page.plan.with_untracked(|plan| plan.draft.zone);
        self.read_in(zone);
    }

    /// Takes one of the ways a time can be meant. What was typed stays.
    fn choose(self, choice: &Choice) {
        if let Meaning::Date(_, order) = choice.meaning {
            self.order.set(Some(order));
        }
        self.page.edit(Edit::Meant(submission(&choice.moment)));
        document::focus("time");
    }
}

/// What a time is understood against, in `zone` where it names none.
pub(super) fn context(page: Page, zone: Option<Zone>, date_order: Option<DateOrder>) -> Context {
    Context {
        now: page.clock.read(),
        zone: zone.unwrap_or_else(|| untrack(|| page.service())),
        date_order,
        date_system: DateSystem::default(),
    }
}

/// What is kept of an understood time.
pub(super) fn submission(moment: &Moment) -> Submission {
    Submission {
        at: moment.at,
        zone_written: moment.written.names_zone(),
        filled_in: moment.filled_in,
        cut: moment.cut,
    }
}
