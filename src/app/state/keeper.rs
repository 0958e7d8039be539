//! Who keeps the plan: the main program itself, or, for the other programs of the page, the main one.

use leptos::prelude::*;

use super::{Page, STATE, State, WISH, Wish};
use crate::app::browser::{channel, document, storage, time};
use crate::plan::{Edit, Journal, Plan, Subject, Unreadable};
use crate::text::{Command, Phrase, check};

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

/// Who keeps the plan, as views see it: what is shown, and where edits go.
#[derive(Clone, Copy)]
pub(in crate::app) struct Keeper {
    plan: Signal<Plan>,
    visiting: Signal<bool>,
    edit: fn(Self, Edit),
    end_stroke: fn(Self),
    own: Option<Own>,
}

/// The plan where it is kept.
#[derive(Clone, Copy)]
struct Own {
    journal: RwSignal<Journal>,
    shown: RwSignal<Shown>,
}

impl Keeper {
    /// This program keeps the plan, as it was left in this browser. `trouble` is told when it cannot.
    pub(in crate::app) fn here(trouble: RwSignal<Option<Phrase>>) -> Self {
        let journal = RwSignal::new(Journal::new(read_plan(trouble)));
        Effect::new(move |before: Option<()>| {
            let text = journal.with(|journal| journal.plan().write());
            if before.is_some() && storage::write(KEY, &text) == Err(storage::Refused) {
                trouble.set(Some(check::NOT_STORED));
            }
        });
        let shown = RwSignal::new(Shown::Own);
        let plan = Signal::derive(move || {
            shown.with(|shown| match shown {
                Shown::Own => journal.with(|journal| journal.plan().clone()),
                Shown::Visit(plan) => (**plan).clone(),
                Shown::Opening | Shown::Refused => Plan::default(),
            })
        });
        Self {
            plan,
            visiting: Signal::derive(move || shown.with(|shown| *shown != Shown::Own)),
            edit: |keeper, edit| keeper.change(|journal| journal.edit(edit)),
            end_stroke: |keeper| {
                if let Some(own) = keeper.own {
                    own.journal.update_untracked(Journal::end_stroke);
                }
            },
            own: Some(Own { journal, shown }),
        }
    }

    /// The main program keeps the plan, and tells `plan` and whether it is somebody else's.
    pub(in crate::app) fn there(plan: RwSignal<Plan>, visiting: RwSignal<bool>) -> Self {
        Self {
            plan: plan.into(),
            visiting: visiting.into(),
            edit: |_, edit| Self::wish(&Wish::Edit(edit)),
            end_stroke: |_| Self::wish(&Wish::EndStroke),
            own: None,
        }
    }

    /// The plan shown.
    pub(in crate::app) fn plan(self) -> Plan {
        self.plan.get()
    }

    /// Whether the plan shown is somebody else's, to be read only.
    pub(in crate::app) fn visiting(self) -> bool {
        self.visiting.get()
    }

    /// Does something to the user's own plan.
    pub(in crate::app) fn edit(self, edit: Edit) {
        if !self.visiting.get_untracked() {
            (self.edit)(self, edit);
        }
    }

    /// Ends a stroke of edits.
    pub(in crate::app) fn end_stroke(self) {
        (self.end_stroke)(self);
    }

    /// Takes the last step back.
    pub(in crate::app) fn undo(self) {
        self.change(Journal::undo);
    }

    /// Does it again.
    pub(in crate::app) fn redo(self) {
        self.change(Journal::redo);
    }

    fn change(self, change: impl FnOnce(&mut Journal)) {
        if let Some(own) = self.own.filter(|_| !self.visiting.get_untracked()) {
            own.journal.update(change);
        }
    }

    /// What could be taken back.
    pub(in crate::app) fn undoable(self) -> Option<Subject> {
        self.step(|journal| journal.undoable().cloned())
    }

    /// What could be done again.
    pub(in crate::app) fn redoable(self) -> Option<Subject> {
        self.step(|journal| journal.redoable().cloned())
    }

    fn step(self, read: fn(&Journal) -> Option<Subject>) -> Option<Subject> {
        let own = self.own.filter(|_| !self.visiting())?;
        own.journal.with(read)
    }

    /// What is shown, where the plan is kept.
    pub(in crate::app) fn shown(self) -> Shown {
        self.own.map_or(Shown::Own, |own| own.shown.get())
    }

    /// Shows something else, where the plan is kept.
    pub(in crate::app) fn show(self, other: Shown) {
        if let Some(own) = self.own {
            own.shown.set(other);
        }
    }

    /// Asks the main program for something.
    pub(in crate::app) fn wish(wish: &Wish) {
        channel::tell(WISH, &wish.write());
    }
}

/// The fragment of the page without a link.
const HOME: &str = "/check";

/// The fragment of the board.
const BOARD: &str = "/board";

/// Whether `fragment` is a link, also one of which only the start is left; else it is a place on the page.
pub(in crate::app) fn is_link(fragment: &str) -> bool {
    fragment != HOME
        && !fragment.starts_with(BOARD)
        && (fragment.starts_with('/') || fragment.contains('?'))
}

/// Opens the link in the address, and every link that comes there; shows the user's own plan where the
/// address has none any more.
pub(in crate::app) fn open_links(page: Page) {
    let open = move || {
        let fragment = document::fragment();
        match fragment.as_str() {
            own if own.is_empty() || own == HOME || own.starts_with(BOARD) => {
                page.keeper.show(Shown::Own);
            }
            link if is_link(link) => {
                page.keeper.show(Shown::Opening);
                super::details::run(page, Command::Open);
            }
            // A place on the page.
            _ => {}
        }
    };
    open();
    document::on_fragment(open);
}

/// Tells the other programs what `page` knows whenever that changes, and does what they ask for.
pub(in crate::app) fn serve(page: Page, run: fn(Page, Command)) {
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
        Wish::Edit(edit) => {
            if matches!(edit, Edit::Add { .. }) {
                page.clock.refresh();
            }
            page.edit(edit);
        }
        Wish::EndStroke => page.keeper.end_stroke(),
        Wish::Viewer(zone) => page.settings.set_viewer(zone),
        Wish::Remember(zone) => page.settings.remember(zone),
        Wish::Run(command) => run(page, command),
        Wish::Visit(plan) => page.keeper.show(Shown::Visit(plan)),
        Wish::Refuse => page.keeper.show(Shown::Refused),
        Wish::Leave => page.leave(),
        Wish::Note(note) => page.note.set(note),
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
