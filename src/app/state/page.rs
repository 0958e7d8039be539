//! Everything the page knows, handed to every view.

use std::sync::Arc;

use leptos::prelude::*;

use super::{Answer, Details, Keeper, PageClock, Read, STATE, Settings, Shown, State, Wish};
use crate::app::browser::{channel, document};
use crate::engine::{
    Bilingual, Error, History, HolidaySet, Policy, Readings, Schedule, Terms, Zone,
};
use crate::plan::{Edit, Plan};
use crate::text::{Lang, Phrase, Reader, zone_name};

/// Everything the page knows.
#[derive(Clone, Copy)]
pub(in crate::app) struct Page {
    /// The clock.
    pub(in crate::app) clock: PageClock,
    /// The settings.
    pub(in crate::app) settings: Settings,
    /// Who keeps the plan.
    pub(in crate::app) keeper: Keeper,
    /// The document shown.
    pub(in crate::app) plan: Memo<Plan>,
    /// The contract as it is read.
    pub(in crate::app) terms: Memo<Read>,
    /// The answer to what was entered.
    pub(in crate::app) answer: Memo<Answer>,
    /// What is wrong with keeping the plan.
    pub(in crate::app) trouble: RwSignal<Option<Phrase>>,
    /// What was done last, for those who listen.
    pub(in crate::app) said: RwSignal<Option<Phrase>>,
    /// What is said beside somebody else's plan.
    pub(in crate::app) note: RwSignal<String>,
    /// The program of the details.
    pub(in crate::app) details: Details,
}

impl Page {
    /// The page as it was left: for the program that keeps it.
    ///
    /// # Errors
    /// When the policy or the calendar in the program is damaged.
    pub(in crate::app) fn open() -> Result<Self, Error> {
        let contract = contract()?;
        let settings = Settings::open(contract.policy().zone);
        settings.keep();
        let trouble = RwSignal::new(None);
        let keeper = Keeper::here(trouble);
        Ok(Self::of(
            contract,
            settings,
            keeper,
            PageClock::start(),
            trouble,
        ))
    }

    /// The page as the main program tells it.
    ///
    /// # Errors
    /// When the policy or the calendar in the program is damaged.
    pub(in crate::app) fn follow() -> Result<Self, Error> {
        let contract = contract()?;
        let settings = Settings::open(contract.policy().zone);
        let plan = RwSignal::new(Plan::default());
        let visiting = RwSignal::new(false);
        let keeper = Keeper::there(plan, visiting);
        let clock = PageClock::follow();
        let page = Self::of(contract, settings, keeper, clock, RwSignal::new(None));
        channel::listen(STATE, move |text| {
            if let Some(state) = State::read(&text) {
                page.settings.take(&state.settings);
                page.clock.set_pace(state.pace);
                visiting.set(state.visiting);
                plan.set(state.plan);
            }
        });
        Keeper::wish(&Wish::State);
        Ok(page)
    }

    fn of(
        contract: Terms,
        settings: Settings,
        keeper: Keeper,
        clock: PageClock,
        trouble: RwSignal<Option<Phrase>>,
    ) -> Self {
        let plan = Memo::new(move |_| keeper.plan());
        let readings = Memo::new(move |_| plan.with(|plan| plan.readings));
        let terms = Memo::new(move |last: Option<&Read>| match (last, readings.get()) {
            (Some(last), readings) if *last.readings() == readings => last.clone(),
            (_, readings) => Read(Arc::new(
                contract
                    .read_as(readings)
                    .unwrap_or_else(|_| contract.clone()),
            )),
        });
        let draft = Memo::new(move |_| plan.with(|plan| plan.draft.clone()));
        let answer = Memo::new(move |_| Answer::to(&draft.get(), &terms.get(), clock.read()));
        Self {
            clock,
            settings,
            keeper,
            plan,
            terms,
            answer,
            trouble,
            said: RwSignal::new(None),
            note: RwSignal::new(String::new()),
            details: Details::new(),
        }
    }

    /// The page, from any of its views.
    pub(in crate::app) fn get() -> Self {
        expect_context()
    }

    /// Does something to the plan.
    pub(in crate::app) fn edit(self, edit: Edit) {
        self.keeper.edit(edit);
    }

    /// Shows the user's own plan again, and forgets the link.
    pub(in crate::app) fn leave(self) {
        document::forget_fragment();
        self.keeper.show(Shown::Own);
    }

    /// What happened to the ticket; none while it is not understood, has no priority or contradicts itself.
    pub(in crate::app) fn history(self) -> Option<History> {
        self.plan
            .with(|plan| plan.draft.history(plan.draft.priority?)?.ok())
    }

    /// Says what was done, also when it is the same as before, for some seconds.
    pub(in crate::app) fn tell(self, phrase: Phrase) {
        const LASTS: std::time::Duration = std::time::Duration::from_secs(5);
        self.said.set(None);
        // After what shows it has seen that nothing is said.
        leptos::task::spawn_local(async move { self.said.set(Some(phrase)) });
        // What is said later lasts as long.
        let ends = move || {
            if self.said.get_untracked() == Some(phrase) {
                self.said.set(None);
            }
        };
        set_timeout(ends, LASTS);
    }

    /// The language in use.
    pub(in crate::app) fn lang(self) -> Lang {
        self.settings.lang()
    }

    /// A phrase in the language in use.
    pub(in crate::app) fn say(self, phrase: Phrase) -> Signal<String> {
        Signal::derive(move || phrase.say(self.lang()).to_owned())
    }

    /// A name in the language in use.
    pub(in crate::app) fn name(self, name: Bilingual) -> Signal<String> {
        Signal::derive(move || self.lang().of(&name).to_owned())
    }

    /// The service zone.
    pub(in crate::app) fn service(self) -> Zone {
        self.terms.with(|terms| terms.policy().zone)
    }

    /// The zone of times typed without one.
    pub(in crate::app) fn typing_zone(self) -> Zone {
        self.plan
            .with(|plan| plan.draft.zone)
            .unwrap_or(self.service())
    }

    /// What the service zone is called.
    pub(in crate::app) fn service_name(self) -> Signal<String> {
        Signal::derive(move || zone_name(self.lang(), self.service()))
    }

    /// Who reads. The clock is not followed: only the year matters.
    pub(in crate::app) fn reader(self) -> Reader {
        Reader {
            lang: self.lang(),
            zone: self.settings.viewer(),
            now: self.clock.read(),
        }
    }
}

/// The contract under its own readings.
fn contract() -> Result<Terms, Error> {
    let policy = Policy::spt_001()?;
    let schedule = Schedule::new(policy.calendar_with(Some(HolidaySet::china()?)));
    Terms::new(Arc::new(policy), Arc::new(schedule), Readings::default())
}
