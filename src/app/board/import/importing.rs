//! An import while it is looked at.

use std::sync::Arc;

use js_sys::JsString;
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use web_sys::File;

use super::plan;
use super::reader::{Reader, Told};
use crate::app::board::deeds::Deeds;
use crate::app::board::desk::Desk;
use crate::app::board::kept::Keep;
use crate::app::browser::{document, download, mark::mark, turn::turn};
use crate::app::state::Page;
use crate::board::{Merge, Merged};
use crate::engine::Bilingual;
use crate::exchange::import::Choices;
use crate::exchange::table::Field;
use crate::text::import::{self as words, Outcome, Preview};
use crate::text::{Phrase, ticket_error};

/// What is read.
#[derive(Clone)]
pub(super) enum Source {
    /// A text that was pasted.
    Text(JsString),
    /// A file.
    File(File),
}

impl Source {
    /// The name of the file; empty where it is none.
    pub(super) fn name(&self) -> String {
        match self {
            Self::Text(_) => String::new(),
            Self::File(file) => file.name(),
        }
    }

    fn value(&self) -> JsValue {
        match self {
            Self::Text(text) => text.clone().into(),
            Self::File(file) => file.clone().into(),
        }
    }
}

/// How far it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Stage {
    /// It is asked what is to be read.
    #[default]
    Asking,
    /// The source is taken apart.
    Opening,
    /// It cannot be read.
    Refused,
    /// What was found is shown, and the rows are being read.
    Reading,
    /// All is read.
    Read,
    /// The good rows are on the board, and there is something more to be seen.
    Taken,
}

/// What a change of a ticket says that contradicts what was entered here, and where.
pub(super) type Conflicts = Vec<(u32, String, Bilingual)>;

/// How many conflicts are told one by one.
const TOLD: usize = 100;

/// An import while it is looked at.
#[derive(Clone, Copy)]
pub(in crate::app) struct Importing {
    page: Page,
    desk: Desk,
    deeds: Deeds,
    keep: Keep,
    /// Whether it is shown.
    pub(super) open: RwSignal<bool>,
    /// How far it is.
    pub(super) stage: RwSignal<Stage>,
    /// What stands in the field to paste into.
    pub(super) typed: RwSignal<String>,
    /// What was found.
    pub(super) preview: RwSignal<Arc<Preview>>,
    /// The fields that had a column at first.
    pub(super) guessed: RwSignal<Vec<Field>>,
    /// What was chosen.
    pub(super) choices: RwSignal<Choices>,
    /// How many rows are read.
    pub(super) read: RwSignal<usize>,
    /// What became of them.
    pub(super) outcome: RwSignal<Arc<Outcome>>,
    /// What becomes of the tickets on the board.
    pub(super) merged: RwSignal<Merged>,
    /// The rows that contradict what was entered here.
    pub(super) conflicts: RwSignal<Conflicts>,
    /// Why it cannot be read.
    pub(super) fault: RwSignal<Option<Bilingual>>,
    /// Whether something else waits to be read.
    pub(super) asked: RwSignal<bool>,
    waiting: StoredValue<Option<Source>, LocalStorage>,
    source: StoredValue<Option<Source>, LocalStorage>,
    reader: StoredValue<Option<Reader>, LocalStorage>,
    merge: StoredValue<Merge, LocalStorage>,
    run: StoredValue<u32>,
}

impl Importing {
    /// Nothing is imported. Provided to what shows it.
    pub(in crate::app) fn new() -> Self {
        let importing = Self {
            page: Page::get(),
            desk: Desk::get(),
            deeds: Deeds::get(),
            keep: Keep::get(),
            open: RwSignal::new(false),
            stage: RwSignal::default(),
            typed: RwSignal::default(),
            preview: RwSignal::default(),
            guessed: RwSignal::default(),
            choices: RwSignal::default(),
            read: RwSignal::new(0),
            outcome: RwSignal::default(),
            merged: RwSignal::default(),
            conflicts: RwSignal::default(),
            fault: RwSignal::new(None),
            asked: RwSignal::new(false),
            waiting: StoredValue::new_local(None),
            source: StoredValue::new_local(None),
            reader: StoredValue::new_local(None),
            merge: StoredValue::new_local(Merge::default()),
            run: StoredValue::new(0),
        };
        provide_context(importing);
        Effect::new(move |before: Option<()>| {
            if !importing.open.get() && before.is_some() {
                importing.end();
            }
        });
        importing
    }

    /// The import, from any view of it.
    pub(super) fn get() -> Self {
        expect_context()
    }

    /// Reads `source`; where something was changed in one that is looked at, asks first.
    pub(super) fn begin(self, source: Source) {
        let changed = self
            .choices
            .with_untracked(|choices| *choices != Choices::default());
        let looked_at = self.open.get_untracked() && self.stage.get_untracked() != Stage::Taken;
        if looked_at && changed {
            self.waiting.set_value(Some(source));
            self.asked.set(true);
            focus_soon("intake-replace");
        } else {
            self.start(source);
        }
    }

    /// Reads what waits, or goes on as it was.
    pub(super) fn answer(self, replace: bool) {
        self.asked.set(false);
        let waiting = self.waiting.try_update_value(Option::take).flatten();
        if let Some(source) = waiting.filter(|_| replace) {
            self.start(source);
        }
    }

    /// Asks what is to be read, with `text` to begin with.
    pub(super) fn ask(self, text: String) {
        self.end();
        self.typed.set(text);
        self.stage.set(Stage::Asking);
        self.open.set(true);
    }

    /// Says that several files were brought, or nothing that can be read.
    pub(super) fn refuse_brought(self, several: bool) {
        if !self.open.get_untracked() {
            self.ask(String::new());
        }
        let phrase = if several {
            words::ONE_FILE
        } else {
            words::NO_TEXT
        };
        self.fault.set(Some(Bilingual::new(phrase.zh, phrase.en)));
    }

    fn start(self, source: Source) {
        self.end();
        // Plan files may be larger than tables.
        if source.name().ends_with(".slaplan") {
            self.open.set(false);
            return plan::open(self.keep, source);
        }
        self.source.set_value(Some(source));
        self.stage.set(Stage::Opening);
        self.open.set(true);
        let reader = Reader::start(move |told| self.hear(told));
        if reader.is_none() {
            self.refuse(words::NO_READER);
        }
        self.reader.set_value(reader);
    }

    /// Ends the worker, and forgets what it told.
    fn end(self) {
        self.reader.set_value(None);
        self.source.set_value(None);
        self.waiting.set_value(None);
        self.asked.set(false);
        self.run.set_value(0);
        self.choices.set(Choices::default());
        self.typed.set(String::new());
        self.preview.set(Arc::default());
        self.guessed.set(Vec::new());
        self.fault.set(None);
        self.forget_rows();
    }

    fn forget_rows(self) {
        self.merge.set_value(Merge::default());
        self.merged.set(Merged::default());
        self.conflicts.set(Vec::new());
        self.outcome.set(Arc::default());
        self.read.set(0);
    }

    fn refuse(self, phrase: Phrase) {
        self.fault.set(Some(Bilingual::new(phrase.zh, phrase.en)));
        self.stage.set(Stage::Refused);
    }

    fn is_current(self, run: u32) -> bool {
        self.run.get_value() == run
    }

    fn hear(self, told: Told) {
        match told {
            Told::Ready => self.send(),
            Told::Plan => {
                let source = self.source.try_update_value(Option::take).flatten();
                self.open.set(false);
                if let Some(source) = source {
                    plan::open(self.keep, source);
                }
            }
            Told::Broken => {
                let came = self.stage.get_untracked() != Stage::Opening;
                self.refuse(if came {
                    words::BROKE_OFF
                } else {
                    words::NO_READER
                });
            }
            Told::Bad(file) => {
                let name = words::bad_file_name(untrack(|| self.page.lang()));
                download::save(name, "text/csv", &file);
            }
            Told::Fault(run, fault) if self.is_current(run) => {
                self.fault.set(Some(fault));
                // With another separator it may be a table still.
                if self.stage.get_untracked() == Stage::Opening {
                    self.stage.set(Stage::Refused);
                } else {
                    self.stage.set(Stage::Read);
                }
            }
            Told::Preview(run, preview) if self.is_current(run) => {
                if self.guessed.with_untracked(Vec::is_empty) {
                    let fields = preview.fields.iter();
                    let guessed = fields.filter(|card| card.column.is_some());
                    self.guessed.set(guessed.map(|card| card.field).collect());
                }
                self.preview.set(Arc::new(*preview));
                self.fault.set(None);
                self.stage.set(Stage::Reading);
            }
            Told::Progress(run, read) if self.is_current(run) => self.read.set(read),
            Told::Batch(run, batch) if self.is_current(run) => {
                self.desk.with(|board| {
                    self.merge
                        .update_value(|merge| merge.take(batch, board.tickets()));
                });
            }
            Told::Outcome(run, outcome) if self.is_current(run) => self.all_read(*outcome),
            _ => {}
        }
    }

    /// Hands the source to the worker.
    fn send(self) {
        let now = self.page.clock.read().epoch();
        let viewer = untrack(|| self.page.settings.viewer());
        let settings = format!("{now} {}", viewer.name());
        let source = self
            .source
            .with_value(|source| source.as_ref().map(Source::value));
        self.reader.with_value(|reader| {
            if let (Some(reader), Some(source)) = (reader, source) {
                reader.read(&source, &settings);
            }
        });
    }

    fn all_read(self, outcome: Outcome) {
        let zone = untrack(|| self.page.service());
        let (merged, conflicts) = self.merge.with_value(|merge| {
            let conflicts = merge.conflicts().iter().take(TOLD).map(|conflict| {
                let said = |lang| ticket_error(lang, zone, &conflict.error).unwrap_or_default();
                let both = crate::text::Lang::ALL.map(said);
                let [zh, en] = both;
                (
                    conflict.line,
                    conflict.number.clone(),
                    Bilingual::new(zh, en),
                )
            });
            (merge.merged(), conflicts.collect())
        });
        self.read
            .set(self.preview.with_untracked(|preview| preview.rows));
        self.merged.set(merged);
        self.conflicts.set(conflicts);
        self.outcome.set(Arc::new(outcome));
        self.stage.set(Stage::Read);
        mark("import:ready");
    }

    /// Chooses something, and has the rows read again by it.
    pub(super) fn choose(self, change: impl FnOnce(&mut Choices)) {
        self.choices.update(change);
        self.run.update_value(|run| *run += 1);
        self.forget_rows();
        self.stage.set(Stage::Reading);
        let run = self.run.get_value();
        let choices = self.choices.get_untracked();
        self.reader.with_value(|reader| {
            if let Some(reader) = reader {
                reader.choose(run, &choices);
            }
        });
    }

    /// Puts the good rows on the board. Where some are bad, they can be saved after that.
    pub(super) fn take(self) {
        if self.stage.get_untracked() != Stage::Read || self.good() == 0 {
            return;
        }
        let source = self
            .source
            .with_value(|source| source.as_ref().map(Source::name));
        let merge = self.merge.try_update_value(std::mem::take);
        let more = self.outcome.with_untracked(|outcome| outcome.bad > 0)
            || self
                .conflicts
                .with_untracked(|conflicts| !conflicts.is_empty());
        self.deeds
            .import(merge.unwrap_or_default(), source.unwrap_or_default());
        if more {
            self.stage.set(Stage::Taken);
        } else {
            self.open.set(false);
        }
    }

    fn good(self) -> usize {
        self.outcome.with_untracked(|outcome| outcome.good)
    }

    /// Saves the bad rows as a file.
    pub(super) fn save_bad(self) {
        let lang = untrack(|| self.page.lang());
        self.reader.with_value(|reader| {
            if let Some(reader) = reader {
                reader.ask_bad(lang);
            }
        });
    }
}

/// Puts the focus on the element with this id when what was set is shown.
pub(super) fn focus_soon(id: &'static str) {
    leptos::task::spawn_local(async move {
        turn().await;
        document::focus(id);
    });
}
