//! A plan file that was pasted or dropped.

use leptos::prelude::*;

use super::importing::{Importing, Source};
use crate::app::browser::{document, file};
use crate::app::state::{Keeper, Page, Wish};
use crate::engine::Bilingual;
use crate::exchange::share::{Fault, LONGEST_FILE, read_file};
use crate::text::{Lang, share as words};

/// Shows the plan in `source`, as somebody else's; says why not where it cannot be read.
pub(super) fn open(importing: Importing, page: Page, source: Source) {
    leptos::task::spawn_local(async move {
        let text = match source {
            Source::Text(text) => Ok(text),
            Source::File(file) => file::text(&file, LONGEST_FILE).await,
        };
        let opened = match text {
            Ok(text) => read_file(&text),
            Err(received) => Err(Fault::FileTooLong { received }),
        };
        match opened {
            Ok(parcel) => {
                document::go("/check");
                Keeper::wish(&Wish::Visit(Box::new(parcel.plan)));
            }
            Err(fault) => {
                let zone = untrack(|| page.service());
                let [zh, en] = Lang::ALL.map(|lang| words::fault(lang, zone, &fault));
                importing.refuse_source(Bilingual::new(zh, en));
            }
        }
    });
}
