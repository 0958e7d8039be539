//! Saving what is to come as a calendar file.

use leptos::prelude::*;

use super::Out;
use crate::app::browser::download;
use crate::app::browser::turn::turn;
use crate::text::agenda::Agenda;
use crate::text::out as words;

/// Tickets that are looked at in one task.
const LOOKED_AT: usize = 5_000;
/// Events that are written in one task: each has its account.
const WRITTEN: usize = 10;

/// Finds what is to come, writes it, a slice in each task, and saves it.
pub(in crate::app::board) fn save(out: Out) {
    let keys = out.keys();
    if !out.begin(keys.len()) {
        return;
    }
    leptos::task::spawn_local(async move {
        let reader = untrack(|| out.page.reader());
        let mut agenda = Agenda::new(reader.now);
        for slice in keys.chunks(LOOKED_AT) {
            out.desk.with(|board| {
                let tickets = board.tickets();
                let indexes = slice.iter().filter_map(|key| tickets.index_of(*key));
                agenda.find(board, &indexes.collect::<Vec<u32>>());
            });
            if !out.goes_on(0) {
                return;
            }
            turn().await;
        }
        let events = agenda.found();
        out.writing.set(Some((0, events)));
        let mut done = 0;
        while out.desk.with(|board| agenda.write(&reader, board, WRITTEN)) {
            done += WRITTEN;
            if !out.goes_on(done) {
                return;
            }
            turn().await;
        }
        out.writing.set(None);
        let made = out.desk.with(|board| agenda.file(&reader, board.terms()));
        match made {
            Ok((file, said)) => {
                if download::save(&file.name, "text/calendar;charset=utf-8", &file.text) {
                    out.tell(said);
                } else {
                    out.tell_phrase(words::NOT_SAVED);
                }
            }
            Err(reason) => out.tell_phrase(reason),
        }
    });
}
