//! Everything the page knows, handed to every view.

use std::sync::Arc;

use leptos::prelude::*;

use super::{Answer, PageClock, Read, Settings};
use crate::app::browser::{storage, time};
use crate::engine::{Bilingual, Error, HolidaySet, Policy, Readings, Schedule, Terms, Zone};
use crate::plan::{Plan, Unreadable};
use crate::text::{Lang, Phrase, Reader, check, zone_name};

/// Where the plan is kept.
const KEY: &str = "sla-planner.plan";
/// Where one that cannot be read is set aside, before the second it happened.
const ASIDE: &str = "sla-planner.plan.aside.";

/// Everything the page knows.
#[derive(Clone, Copy)]
pub(in crate::app) struct Page {
    /// The clock.
    pub(in crate::app) clock: PageClock,
    /// The settings.
    pub(in crate::app) settings: Settings,
    /// The user's document.
    pub(in crate::app) plan: RwSignal<Plan>,
    /// The contract as it is read.
    pub(in crate::app) terms: Memo<Read>,
    /// The answer to what was entered.
    pub(in crate::app) answer: Memo<Answer>,
    /// What is wrong with keeping the plan.
    pub(in crate::app) trouble: RwSignal<Option<Phrase>>,
}

impl Page {
    /// The page as it was left.
    ///
    /// # Errors
    /// When the policy or the calendar in the program is damaged.
    pub(in crate::app) fn open() -> Result<Self, Error> {
        let contract = contract()?;
        let clock = PageClock::start();
        let settings = Settings::open(contract.policy().zone);
        let trouble = RwSignal::new(None);
        let plan = RwSignal::new(read_plan(trouble));
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
        Effect::new(move |_| {
            let text = plan.with(Plan::write);
            match storage::write(KEY, &text) {
                Ok(()) => {}
                Err(storage::Refused) => trouble.set(Some(check::NOT_STORED)),
            }
        });
        Ok(Self {
            clock,
            settings,
            plan,
            terms,
            answer,
            trouble,
        })
    }

    /// The page, from any of its views.
    pub(in crate::app) fn get() -> Self {
        expect_context()
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

/// The plan as it was kept. One that cannot be read is set aside, never overwritten.
fn read_plan(trouble: RwSignal<Option<Phrase>>) -> Plan {
    let text = match storage::read(KEY) {
        Ok(Some(text)) => text,
        Ok(None) => return Plan::default(),
        Err(storage::Refused) => {
            trouble.set(Some(check::NOT_STORED));
            return Plan::default();
        }
    };
    match Plan::read(&text) {
        Ok(plan) => plan,
        Err(Unreadable::Newer { .. } | Unreadable::Damaged { .. }) => {
            let aside = format!("{ASIDE}{}", time::now().epoch());
            let kept = storage::write(&aside, &text).is_ok();
            trouble.set(Some(if kept {
                check::SET_ASIDE
            } else {
                check::NOT_STORED
            }));
            Plan::default()
        }
    }
}
