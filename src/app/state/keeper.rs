//! Who keeps the plan: the main program itself, or, for the other programs of the page, the main one.

use leptos::prelude::*;

use super::{Page, STATE, State, WISH, Wish};
use crate::app::browser::{channel, document, storage, time};
use crate::plan::{Edit, Journal, Plan, Subject, Unreadable};
use crate::text::{Phrase, check};

/// Where the plan is kept.
const KEY: &str = "sla-planner.plan";
/// Where one that cannot be read is set aside, before the second it happened.
const ASIDE: &str = "sla-planner.plan.aside.";

/// What the page shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::app) enum Shown {
    /// The user's own plan.
    #[default]
    Own,
    /// Nothing yet: a link is being opened.
    Opening,
    /// Somebody else's plan, to be read only.
    Visit(Box<Plan>),
    /// Why a link cannot be opened.
    Refused,
}

/// Who keeps the plan.
#[derive(Clone, Copy)]
pub(in crate::app) enum Keeper {
    /// This program does.
    Here {
        /// The user's own plan, and what was done to it.
        journal: RwSignal<Journal>,
        /// What is shown.
        shown: RwSignal<Shown>,
    },
    /// The main program does; this is what it told.
    There {
        /// The plan shown.
        plan: RwSignal<Plan>,
        /// Whether it is somebody else's.
        visiting: RwSignal<bool>,
    },
}

impl Keeper {
    /// The plan as it was left in this browser. `trouble` is told when it cannot be kept.
    pub(in crate::app) fn open(trouble: RwSignal<Option<Phrase>>) -> Self {
        let journal = RwSignal::new(Journal::new(read_plan(trouble)));
        Effect::new(move |before: Option<()>| {
            let text = journal.with(|journal| journal.plan().write());
            if before.is_some() && storage::write(KEY, &text) == Err(storage::Refused) {
                trouble.set(Some(check::NOT_STORED));
            }
        });
        let shown = RwSignal::new(Shown::Own);
        Self::Here { journal, shown }
    }

    /// The plan shown.
    pub(in crate::app) fn plan(self) -> Plan {
        match self {
            Self::There { plan, .. } => plan.get(),
            Self::Here { journal, shown } => shown.with(|shown| match shown {
                Shown::Own => journal.with(|journal| journal.plan().clone()),
                Shown::Visit(plan) => (**plan).clone(),
                Shown::Opening | Shown::Refused => Plan::default(),
            }),
        }
    }

    /// Whether the plan shown is somebody else's, to be read only.
    pub(in crate::app) fn visiting(self) -> bool {
        match self {
            Self::Here { shown, .. } => shown.with(|shown| *shown != Shown::Own),
            Self::There { visiting, .. } => visiting.get(),
        }
    }

    /// Does something to the user's own plan.
    pub(in crate::app) fn edit(self, edit: Edit) {
        match self {
            _ if untrack(|| self.visiting()) => {}
            Self::Here { journal, .. } => journal.update(|journal| journal.edit(edit)),
            Self::There { .. } => Self::wish(&Wish::Edit(edit)),
        }
    }

    /// Ends a stroke of edits.
    pub(in crate::app) fn end_stroke(self) {
        match self {
            Self::Here { journal, .. } => {
                journal.update_untracked(Journal::end_stroke);
            }
            Self::There { .. } => Self::wish(&Wish::EndStroke),
        }
    }

    /// Takes the last step back.
    pub(in crate::app) fn undo(self) {
        if let Self::Here { journal, .. } = self {
            journal.update(Journal::undo);
        }
    }

    /// Does it again.
    pub(in crate::app) fn redo(self) {
        if let Self::Here { journal, .. } = self {
            journal.update(Journal::redo);
        }
    }

    /// What could be taken back.
    pub(in crate::app) fn undoable(self) -> Option<Subject> {
        self.own(|journal| journal.undoable().cloned())
    }

    /// What could be done again.
    pub(in crate::app) fn redoable(self) -> Option<Subject> {
        self.own(|journal| journal.redoable().cloned())
    }

    fn own(self, read: fn(&Journal) -> Option<Subject>) -> Option<Subject> {
        match self {
            Self::Here { journal, .. } if !self.visiting() => journal.with(read),
            _ => None,
        }
    }

    /// What is shown; for the main program.
    pub(in crate::app) fn shown(self) -> Shown {
        match self {
            Self::Here { shown, .. } => shown.get(),
            Self::There { .. } => Shown::Own,
        }
    }

    /// Shows something else.
    pub(in crate::app) fn show(self, other: Shown) {
        if let Self::Here { shown, .. } = self {
            shown.set(other);
        }
    }

    /// Asks the main program for something.
    pub(in crate::app) fn wish(wish: &Wish) {
        channel::tell(WISH, &wish.write());
    }
}

/// Opens the link in the address, and every link that comes there.
pub(in crate::app) fn open_links(page: Page) {
    let open = move || {
        if document::fragment().contains('?') {
            page.keeper.show(Shown::Opening);
            super::details::run(page, crate::text::Command::Open);
        }
    };
    open();
    drop(window_event_listener(leptos::ev::hashchange, move |_| {
        open()
    }));
}

/// Tells the other programs what `page` knows whenever that changes, and does what they ask for.
pub(in crate::app) fn serve(page: Page, run: fn(Page, crate::text::Command)) {
    let state = move || {
        State {
            plan: page.plan.get(),
            settings: page.settings.kept(),
            pace: page.clock.pace(),
            visiting: page.keeper.visiting(),
        }
        .write()
    };
    Effect::new(move |_| channel::tell(STATE, &state()));
    let grant = move |wish| match wish {
        Wish::State => channel::tell(STATE, &untrack(state)),
        Wish::Edit(edit) => page.edit(edit),
        Wish::EndStroke => page.keeper.end_stroke(),
        Wish::Viewer(zone) => page.settings.set_viewer(zone),
        Wish::Remember(zone) => page.settings.remember(zone),
        Wish::Run(command) => run(page, command),
        Wish::Visit(plan) => page.keeper.show(Shown::Visit(plan)),
        Wish::Refuse => page.keeper.show(Shown::Refused),
        Wish::Keys(on) => page.settings.set_keys(on),
    };
    channel::listen(WISH, move |text| {
        if let Some(wish) = Wish::read(&text) {
            grant(wish);
        }
    });
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
