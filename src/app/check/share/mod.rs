//! Handing a ticket on, and opening what was handed on.

use leptos::prelude::*;

use crate::app::browser::document;
use crate::app::state::{Keeper, Page, Wish, is_link};
use crate::exchange::share::{Agreement, Fault, Parcel, read, read_file};
use crate::text::share as words;

mod content;
mod dialog;
mod file;
mod refusal;

pub(in crate::app) use dialog::Share;
pub(in crate::app) use refusal::Refusal;

/// What is handed on, and what was opened.
#[derive(Clone, Copy)]
pub(in crate::app) struct Sharing {
    /// Whether the dialog is open.
    open: RwSignal<bool>,
    /// What was opened last, or why it could not be.
    opened: RwSignal<Option<Result<Parcel, Fault>>>,
}

impl Sharing {
    /// Nothing is, nothing was. What is to be known about an answer that was opened is told to `page`.
    pub(in crate::app) fn new(page: Page) -> Self {
        let sharing = Self {
            open: RwSignal::new(false),
            opened: RwSignal::new(None),
        };
        Effect::new(move |_| Keeper::wish(&Wish::Note(sharing.note(page))));
        sharing
    }

    /// Opens the dialog.
    pub(in crate::app) fn ask(self) {
        self.open.set(true);
    }

    /// Opens the link in the address; nothing where it was left while this program came.
    pub(in crate::app) fn open_link(self, page: Page) {
        let fragment = document::fragment();
        if !is_link(&fragment) {
            return;
        }
        let read = page
            .terms
            .with_untracked(|terms| read(&fragment, terms.policy()));
        self.open.set(false);
        Keeper::wish(&match &read {
            Ok(parcel) => Wish::Visit(Box::new(parcel.plan.clone())),
            Err(_) => Wish::Refuse,
        });
        self.opened.set(Some(read));
    }

    /// Opens a file; why not, where it cannot be.
    fn open_file(self, text: &str) -> Result<(), Fault> {
        let parcel = read_file(text)?;
        self.open.set(false);
        Keeper::wish(&Wish::Visit(Box::new(parcel.plan.clone())));
        self.opened.set(Some(Ok(parcel)));
        Ok(())
    }

    /// What is to be known about the answer of what was opened, while that is shown.
    fn note(self, page: Page) -> String {
        self.opened.with(|opened| {
            let Some(Ok(parcel)) = opened else {
                return String::new();
            };
            if !page.keeper.visiting() || page.plan.with(|plan| *plan != parcel.plan) {
                return String::new();
            }
            page.terms.with(|terms| {
                let agreement = page
                    .answer
                    .with(|answer| Agreement::of(parcel, terms, answer.one()));
                words::agreement(page.lang(), &agreement, terms, page.clock.read())
            })
        })
    }

    /// Whether the link in the address cannot be opened.
    pub(in crate::app) fn refuses(self, page: Page) -> bool {
        self.refused(page).is_some()
    }

    /// Why the link in the address cannot be opened, as long as it stands there.
    fn refused(self, page: Page) -> Option<Fault> {
        let fault = self.opened.with(|opened| match opened {
            Some(Err(fault)) => Some(fault.clone()),
            _ => None,
        });
        fault.filter(|_| page.keeper.visiting())
    }
}
