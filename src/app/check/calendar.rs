//! Saving the deadlines still to come as a calendar file.

use leptos::prelude::*;

use crate::app::browser::download;
use crate::app::state::Page;
use crate::text::calendar::{CalendarFile, NO_TICKET, NOT_SAVED, SAVED};

/// Saves the file, and says so, or why there is none.
pub(in crate::app) fn save(page: Page) {
    let made = untrack(|| {
        let history = page.history()?;
        let reader = page.reader();
        page.terms.with(|terms| {
            page.answer.with(|answer| {
                let assessment = answer.one()?;
                Some(CalendarFile::of(&reader, terms, &history, assessment))
            })
        })
    });
    let said = match made {
        None => NO_TICKET,
        Some(Err(reason)) => reason,
        Some(Ok(file)) => {
            if download::save(&file.name, "text/calendar;charset=utf-8", &file.text) {
                SAVED
            } else {
                NOT_SAVED
            }
        }
    };
    page.tell(said);
}
