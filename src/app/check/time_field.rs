//! When the ticket was submitted: one field, understood as it is typed.

use leptos::prelude::*;

use crate::app::browser::document;
use crate::app::state::Page;
use crate::engine::{Rank, Zone};
use crate::exchange::moment::{
    Choice, Context, DateOrder, Meaning, Moment, Unclear, Written, read_paste,
};
use crate::plan::Submission;
use crate::text::{check as words, echo, full_time, zone_name};

/// The field and what it says back.
#[component]
pub(super) fn TimeField() -> impl IntoView {
    let page = Page::get();
    let field = Field::new(page);
    let text = move || page.plan.with(|plan| plan.draft.text.clone());
    let faulty = Memo::new(move |_| {
        field
            .unclear
            .with(|unclear| !matches!(unclear, None | Some(Unclear::Empty)))
    });
    let described = move || {
        if faulty.get() {
            "time-label time-echo time-question"
        } else {
            "time-label time-echo"
        }
    };
    view! {
        <div class="when">
            <h1><label for="time">{page.say(words::QUESTION)}</label></h1>
            <p class="label" id="time-label">{page.say(words::SUBMITTED_AT)}</p>
            <div class="when-row">
                <input
                    id="time"
                    name="time"
                    type="text"
                    spellcheck="false"
                    autocapitalize="off"
                    enterkeyhint="done"
                    placeholder="2026-02-14 17:50"
                    maxlength="4096"
                    aria-describedby=described
                    aria-invalid=move || faulty.get().then_some("true")
                    prop:value=text
                    on:input:target=move |event| field.typed(&event.target().value())
                />
                <button class="key" type="button" on:click=move |_| field.now()>
                    {page.say(words::NOW)}
                </button>
            </div>
            <div class="echo" id="time-echo">
                <Echo field/>
            </div>
            <Show when=move || faulty.get()>
                <Question field/>
            </Show>
        </div>
    }
}

/// The field's state beside the plan.
#[derive(Clone, Copy)]
struct Field {
    page: Page,
    /// Why the text is not understood, when it is not.
    unclear: RwSignal<Option<Unclear>>,
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
            zone: zone.unwrap_or(self.page.service()),
            date_order: self.order.get_untracked(),
        }
    }

    fn typed(self, text: &str) {
        let zone = self.page.plan.with_untracked(|plan| plan.draft.zone);
        self.read(text, zone);
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
        let local = zone
            .unwrap_or(self.page.service())
            .local(self.page.clock.read());
        self.read(&local.format("%Y-%m-%d %H:%M:%S").to_string(), zone);
    }

    /// Takes one of the ways a time can be meant. What was typed stays.
    fn choose(self, choice: &Choice) {
        if let Meaning::Date(_, order) = choice.meaning {
            self.order.set(Some(order));
        }
        self.page
            .plan
            .update(|plan| plan.draft.submission = Some(submission(&choice.moment)));
        self.unclear.set(None);
        document::focus("time");
    }
}

fn submission(moment: &Moment) -> Submission {
    Submission {
        at: moment.at,
        zone_written: moment.written != Written::Nowhere,
        filled_in: moment.filled_in,
        cut: moment.cut,
    }
}

/// How the time was understood: date, weekday, zone, kind of day, time to closing.
#[component]
fn Echo(field: Field) -> impl IntoView {
    let page = field.page;
    let submission = Memo::new(move |_| page.plan.with(|plan| plan.draft.submission));
    let zone = Memo::new(move |_| page.plan.with(|plan| plan.draft.zone));
    let parts = move || {
        let submission = submission.get()?;
        let lang = page.lang();
        let typed_in = zone.get().filter(|_| !submission.zone_written);
        Some(page.terms.with(|terms| {
            let (service, calendar, counts) =
                (terms.policy().zone, terms.calendar(), terms.counts());
            let typed = typed_in.filter(|zone| *zone != service).map(|zone| {
                format!(
                    "{} {}",
                    full_time(lang, submission.at, zone),
                    zone_name(lang, zone)
                )
            });
            let mut parts: Vec<String> = typed.into_iter().collect();
            parts.push(full_time(lang, submission.at, service));
            parts.push(zone_name(lang, service));
            parts.push(echo::day_kind(lang, calendar, counts, submission.at));
            parts.extend(echo::to_closing(lang, calendar, counts, submission.at));
            parts
        }))
    };
    let spans = move || {
        parts().map(|parts| {
            let spans = parts
                .into_iter()
                .map(|part| view! { <span>{part}</span> })
                .collect_view();
            view! { <p>{spans}</p> }
        })
    };
    let hint = move || {
        let zone = zone.get().unwrap_or(page.service());
        field.unclear.with(|unclear| match unclear {
            Some(unclear @ Unclear::Empty) => echo::unclear(page.lang(), zone, unclear),
            _ => String::new(),
        })
    };
    let caution = move || {
        let at = submission.get()?.at;
        let caution = crate::exchange::moment::caution(at, page.clock.now())?;
        Some(echo::caution(page.lang(), caution))
    };
    view! {
        {spans}
        <Show when=move || submission.get().is_none()>
            <p class="soft">{hint}</p>
        </Show>
        <Show when=move || caution().is_some()>
            <p class="soft">{caution}</p>
        </Show>
        <OtherZone field submission zone/>
    }
}

/// Offers the viewer's zone for a time without one, in one key, and the way back.
#[component]
fn OtherZone(
    field: Field,
    submission: Memo<Option<Submission>>,
    zone: Memo<Option<Zone>>,
) -> impl IntoView {
    let page = field.page;
    let other = Memo::new(move |_| {
        let submission = submission
            .get()
            .filter(|submission| !submission.zone_written)?;
        let (service, viewer) = (page.service(), page.settings.viewer());
        let current = zone.get().unwrap_or(service);
        let other = if current == service { viewer } else { service };
        (other.offset(submission.at) != current.offset(submission.at)).then_some(other)
    });
    let label = move || {
        other.get().map(|zone| {
            let name = zone_name(page.lang(), zone);
            page.lang()
                .pick(format!("改按{name}"), format!("Read as {name}"))
        })
    };
    let switch = move |_| {
        let text = page.plan.with_untracked(|plan| plan.draft.text.clone());
        let zone = other.get_untracked().filter(|zone| *zone != page.service());
        field.read(&text, zone);
        document::focus("time");
    };
    view! {
        <Show when=move || other.get().is_some()>
            <button class="key" type="button" on:click=switch>{label}</button>
        </Show>
    }
}

/// What is not understood, with the choices where there are some.
#[component]
fn Question(field: Field) -> impl IntoView {
    let page = field.page;
    let zone = move || {
        page.plan
            .with(|plan| plan.draft.zone)
            .unwrap_or(page.service())
    };
    let said = move || {
        field.unclear.with(|unclear| {
            unclear
                .as_ref()
                .map(|unclear| echo::unclear(page.lang(), zone(), unclear))
        })
    };
    let choices = move || {
        let choices = field.unclear.with(|unclear| match unclear {
            Some(Unclear::Which(choices)) => choices.clone(),
            _ => Vec::new(),
        });
        choices
            .into_iter()
            .map(|choice| {
                let label = move || echo::choice(page.lang(), zone(), &choice);
                view! {
                    <button class="key" type="button" on:click=move |_| field.choose(&choice)>{label}</button>
                }
            })
            .collect_view()
    };
    view! {
        <div class="question" role="group" aria-labelledby="time-question">
            <p id="time-question">{said}</p>
            {choices}
        </div>
    }
}
