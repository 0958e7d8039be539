//! Saving the board as a table for spreadsheets.

use leptos::prelude::*;

use super::Out;
use crate::app::browser::download::{self, Pieces};
use crate::app::browser::turn::turn;
use crate::exchange::csv::{BOM, Csv};
use crate::text::out as words;
use crate::text::sheet::Sheet;

/// Rows that are written in one task: a few milliseconds.
const SLICE: usize = 250;

/// Writes the file, a slice in each task, and saves it.
pub(super) fn save(out: Out) {
    let keys = out.keys();
    if !out.begin(keys.len()) {
        return;
    }
    leptos::task::spawn_local(async move {
        let reader = untrack(|| out.page.reader());
        let (mut csv, mut pieces, mut done) = (Csv::default(), Pieces::default(), 0);
        pieces.push(BOM);
        let name = out.desk.with(|board| {
            let sheet = Sheet::new(reader, board.terms());
            sheet.header(&mut csv);
            sheet.name()
        });
        for slice in keys.chunks(SLICE) {
            out.desk.with(|board| {
                let sheet = Sheet::new(reader, board.terms());
                let indexes = slice
                    .iter()
                    .filter_map(|key| board.tickets().index_of(*key));
                for index in indexes {
                    sheet.row(&mut csv, board, index);
                    done += 1;
                }
            });
            pieces.push(csv.rows());
            csv.clear();
            if !out.goes_on(done) {
                return;
            }
            turn().await;
        }
        out.writing.set(None);
        pieces.push(csv.rows());
        if download::save_pieces(&name, "text/csv;charset=utf-8", &pieces) {
            out.tell(words::csv_saved(untrack(|| out.page.lang()), done));
        } else {
            out.tell_phrase(words::NOT_SAVED);
        }
    });
}
