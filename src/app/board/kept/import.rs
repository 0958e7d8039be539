//! Importing a plan file: what it holds is shown first, then it is merged or takes the place of what is here.

use std::ops::Range;
use std::rc::Rc;

use leptos::prelude::*;
use web_sys::File;

use super::Keep;
use crate::app::board::desk::Desk;
use crate::app::board::store::{Change, Changes, Interrupted, Keeping, Store, percent};
use crate::app::browser::file;
use crate::app::parts::{Dialog, If, press, text, whether};
use crate::app::state::Page;
use crate::board::{Batch, Fate, Merge, Merged, View};
use crate::engine::Instant;
use crate::exchange::plan_file::{PlanContent, PlanFault, PlanReader};
use crate::plan::{Draft, Edit, TicketEdit, TicketSubject};
use crate::text::store as words;

/// How many bytes are read in one task: a few milliseconds of work.
const AT_ONCE: u32 = 256 * 1_024;

/// How far an import has come.
#[derive(Clone, PartialEq)]
enum Stage {
    /// The file is being read: per cent.
    Reading(u8),
    /// It cannot be read.
    Refused(PlanFault),
    /// It was read.
    Read(Preview),
    /// It is being imported.
    Importing,
    /// It was imported: so many tickets changed, and whether that is kept.
    Done(usize, bool),
}

/// What a file holds, and what importing it would do.
#[derive(Clone, PartialEq)]
struct Preview {
    content: PlanContent,
    submitted: Option<(Instant, Instant)>,
    views: usize,
    merged: Merged,
}

/// The import of a plan file.
#[derive(Clone, Copy)]
pub(super) struct Importing {
    open: RwSignal<bool>,
    stage: RwSignal<Stage>,
    name: RwSignal<String>,
    /// The tickets of the file.
    merge: StoredValue<Option<Rc<Merge>>, LocalStorage>,
}

impl Importing {
    /// Nothing is imported.
    pub(super) fn new() -> Self {
        Self {
            open: RwSignal::new(false),
            stage: RwSignal::new(Stage::Reading(0)),
            name: RwSignal::new(String::new()),
            merge: StoredValue::new_local(None),
        }
    }
}

/// Reads `file`, and shows what it holds.
pub(super) fn begin(keep: Keep, file: File) {
    let importing = keep.importing;
    importing.name.set(file.name());
    importing.merge.set_value(None);
    importing.stage.set(Stage::Reading(0));
    importing.open.set(true);
    leptos::task::spawn_local(async move {
        let read = read(keep, &file).await;
        // The dialog may be closed by now: then nobody wants it.
        if !importing.open.get_untracked() {
            return;
        }
        importing.stage.set(match read {
            Ok((preview, merge)) => {
                importing.merge.set_value(Some(Rc::new(merge)));
                Stage::Read(preview)
            }
            Err(fault) => Stage::Refused(fault),
        });
    });
}

async fn read(keep: Keep, file: &File) -> Result<(Preview, Merge), PlanFault> {
    let importing = keep.importing;
    let desk = keep.store.desk();
    let size = file::size(file);
    let mut reader = PlanReader::default();
    let mut merge = Merge::default();
    let mut submitted: Option<(Instant, Instant)> = None;
    let mut start = 0;
    while start < size && importing.open.get_untracked() {
        let end = start.saturating_add(AT_ONCE).min(size);
        let bytes = file::piece(file, start, end).await.unwrap_or_default();
        let mut batch = Batch::default();
        reader.take(&bytes, &mut |line, ticket| {
            batch.push(line, &ticket.number, &ticket.title, &ticket.events);
            if let Some((at, _)) = ticket.submission() {
                let (first, last) = submitted.unwrap_or((at, at));
                submitted = Some((first.min(at), last.max(at)));
            }
        })?;
        desk.with(|board| merge.take(batch, board.tickets()));
        start = end;
        importing
            .stage
            .set(Stage::Reading(percent(start as usize, size as usize)));
    }
    let content = reader.finish()?;
    let views = View::read_all(&content.views).map_or(0, |views| views.len());
    let preview = Preview {
        merged: merge.merged(),
        content,
        submitted,
        views,
    };
    Ok((preview, merge))
}

/// Imports what was read.
fn import(keep: Keep, replace: bool) {
    let Keep {
        page,
        store,
        importing,
        ..
    } = keep;
    let Stage::Read(preview) = importing.stage.get_untracked() else {
        return;
    };
    let Some(merge) = importing.merge.get_value() else {
        return;
    };
    importing.stage.set(Stage::Importing);
    leptos::task::spawn_local(async move {
        let rows = u32::try_from(merge.len()).unwrap_or(u32::MAX);
        let here: Vec<u32> = store.desk().with(|board| {
            let tickets = board.tickets();
            tickets
                .indexes()
                .filter_map(|index| tickets.key(index))
                .collect()
        });
        let first = store.reserve(rows).await;
        let (total, changes) = if replace {
            replacing(merge, here, first)
        } else {
            merging(merge, first)
        };
        let source = Some(Interrupted {
            source: importing.name.get_untracked(),
            tickets: rows,
        });
        let done = store
            .change(TicketSubject::Imported, source, total, changes)
            .await;
        store.desk().reorder();
        let plan = preview.content.plan;
        let untouched = page
            .plan
            .with_untracked(|plan| plan.draft == Draft::default());
        if replace || untouched {
            page.edit(Edit::Replace(Box::new(plan)));
        }
        add_views(store, &preview.content.views);
        importing.merge.set_value(None);
        importing.stage.set(Stage::Done(done.changed, done.kept));
    });
}

/// Every ticket here is deleted, and every row becomes a new one, from the key `first`.
fn replacing(merge: Rc<Merge>, mut here: Vec<u32>, first: u32) -> (u32, Changes) {
    here.sort_unstable();
    let deleted = u32::try_from(here.len()).unwrap_or(u32::MAX);
    let rows = u32::try_from(merge.len()).unwrap_or(u32::MAX);
    let changes = move |range: Range<u32>| {
        let at = |place: u32| place.saturating_sub(deleted) as usize;
        let old = range.start.min(deleted) as usize..range.end.min(deleted) as usize;
        let new = at(range.start)..at(range.end);
        let delete = |key: &u32| Change::Edit(*key, TicketEdit::Delete);
        let deletes = here.get(old).unwrap_or_default().iter().map(delete);
        let places = (new.start..).zip(merge.rows(new));
        let adds = places.map(|(place, (_, row))| Change::New(row.ticket(key(first, place))));
        deletes.chain(adds).collect()
    };
    (deleted.saturating_add(rows), Rc::new(changes))
}

/// What is here is changed first, in the order of the file, and then what is new is added.
fn merging(merge: Rc<Merge>, first: u32) -> (u32, Changes) {
    let rows = u32::try_from(merge.len()).unwrap_or(u32::MAX);
    let changes = move |range: Range<u32>| {
        let at = |place: u32| place.saturating_sub(rows) as usize;
        let old = range.start.min(rows) as usize..range.end.min(rows) as usize;
        let new = at(range.start)..at(range.end);
        let edits = merge.rows(old).filter_map(|(fate, row)| match fate {
            Fate::Changed(key) => Some(Change::Edit(key, row.edit())),
            _ => None,
        });
        let places = (new.start..).zip(merge.rows(new));
        let new = places.filter(|(_, (fate, _))| *fate == Fate::New);
        let adds = new.map(|(place, (_, row))| Change::New(row.ticket(key(first, place))));
        edits.chain(adds).collect()
    };
    (rows.saturating_mul(2), Rc::new(changes))
}

fn key(first: u32, place: usize) -> u32 {
    first.saturating_add(u32::try_from(place).unwrap_or(u32::MAX))
}

/// Adds saved views whose names are not taken.
fn add_views(store: Store, views: &str) {
    let Ok(views) = View::read_all(views) else {
        return;
    };
    let mut here = View::read_all(&untrack(|| store.views())).unwrap_or_default();
    let known = here.len();
    for view in views {
        if here.iter().all(|known| known.name != view.name) {
            here.push(view);
        }
    }
    if here.len() > known {
        store.set_views(View::write_all(&here));
    }
}

/// The dialog in which a plan file is shown and imported.
#[component]
pub(in crate::app) fn Import() -> AnyView {
    let page = Page::get();
    let keep = Keep::get();
    let desk = Desk::get();
    let Importing {
        open, stage, name, ..
    } = keep.importing;
    let zone = move || page.service();
    let preview = Memo::new(move |_| match stage.get() {
        Stage::Read(preview) => Some(preview),
        _ => None,
    });
    let of = move |say: fn(&Preview, crate::text::Lang) -> String| {
        text(move || {
            preview.with(|preview| {
                let say = |preview| say(preview, page.lang());
                preview.as_ref().map_or(String::new(), say)
            })
        })
    };
    let reading = text(move || match stage.get() {
        Stage::Reading(percent) => words::opening(page.lang(), percent),
        Stage::Importing => match keep.store.keeping() {
            Keeping::Writing(percent) => words::writing(page.lang(), percent),
            _ => words::writing(page.lang(), 0),
        },
        Stage::Done(_, false) => words::IMPORTED_UNKEPT.say(page.lang()).to_owned(),
        Stage::Done(changed, true) => words::imported(page.lang(), changed),
        _ => String::new(),
    });
    let refused = text(move || match stage.get() {
        Stage::Refused(fault) => words::fault(page.lang(), zone(), &fault),
        _ => String::new(),
    });
    let holds = text(move || {
        preview.with(|preview| {
            preview.as_ref().map_or(String::new(), |preview| {
                let Preview {
                    content,
                    submitted,
                    views,
                    ..
                } = preview;
                let (lang, name) = (page.lang(), name.get());
                words::holds(lang, zone(), &name, content.tickets, *submitted, *views)
            })
        })
    });
    let merging = of(|preview, lang| {
        let Merged {
            new,
            changed,
            unchanged,
            conflicts,
        } = preview.merged;
        words::merging(lang, new, changed, unchanged, conflicts)
    });
    let replacing = text(move || {
        let here = desk.counts.with(|counts| counts.total);
        let there = preview.with(|preview| preview.as_ref().map_or(0, |it| it.content.tickets));
        words::replacing(page.lang(), here, there)
    });
    Effect::new(move |_| {
        // What was read and is not wanted takes no room.
        if !open.get() {
            keep.importing.merge.set_value(None);
        }
    });
    view! {
        <Dialog open id="plan-file" title=page.say(words::IMPORT_TITLE)>
            <p role="status" id="plan-said">{reading}</p>
            <div role="alert">
                <If when=whether(move || matches!(stage.get(), Stage::Refused(_)))>
                    <p class="error" id="plan-refused">{refused}</p>
                    <p class="soft">{page.say(words::UNTOUCHED)}</p>
                </If>
            </div>
            <If when=whether(move || preview.with(Option::is_some))>
                <p id="plan-holds">{holds}</p>
                <div class="way">
                    <p>{merging} " " {page.say(words::MERGE_KEEPS)}</p>
                    <button class="key" type="button" id="plan-merge" on:click=press(move || import(keep, false))>
                        {page.say(words::MERGE)}
                    </button>
                </div>
                <div class="way">
                    <p>{replacing} " " {page.say(words::REPLACE_TAKES)}</p>
                    <button class="key" type="button" id="plan-replace" on:click=press(move || import(keep, true))>
                        {page.say(words::REPLACE)}
                    </button>
                </div>
            </If>
        </Dialog>
    }
    .into_any()
}
