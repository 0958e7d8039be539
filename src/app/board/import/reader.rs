//! The worker that reads, as the page sees it.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};

use crate::app::browser::document;
use crate::app::reader::kind;
use crate::board::Batch;
use crate::engine::Bilingual;
use crate::exchange::import::Choices;
use crate::text::Lang;
use crate::text::import::{Outcome, Preview};

/// What the worker tells, with the run it belongs to.
pub(super) enum Told {
    /// It listens.
    Ready,
    /// It broke off, or never came.
    Broken,
    /// The source is a plan file.
    Plan,
    /// Why it cannot be read.
    Fault(u32, Bilingual),
    /// What was found.
    Preview(u32, Box<Preview>),
    /// How many rows were read.
    Progress(u32, usize),
    /// Some tickets.
    Batch(u32, Batch),
    /// All was read.
    Outcome(u32, Box<Outcome>),
    /// The bad rows as a file.
    Bad(String),
}

/// A worker that reads; it ends when this is dropped.
pub(super) struct Reader {
    worker: Worker,
    _heard: Closure<dyn Fn(MessageEvent)>,
    _failed: Closure<dyn Fn()>,
}

impl Reader {
    /// A worker that tells `then`; none where the browser has none.
    pub(super) fn start(then: impl Fn(Told) + Clone + 'static) -> Option<Self> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let script = document::program("reader")?;
        let worker = Worker::new_with_options(&script, &options).ok()?;
        let broken = then.clone();
        let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some(told) = told(&event.data().unchecked_into()) {
                then(told);
            }
        });
        let failed = Closure::<dyn Fn()>::new(move || broken(Told::Broken));
        worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        worker.set_onerror(Some(failed.as_ref().unchecked_ref()));
        Some(Self {
            worker,
            _heard: heard,
            _failed: failed,
        })
    }

    /// Has it read `source`: a text, or a file.
    pub(super) fn read(&self, source: &JsValue, settings: &str) {
        self.tell(&[kind::READ.into(), source.clone(), settings.into()]);
    }

    /// Has it read again by `choices`.
    pub(super) fn choose(&self, run: u32, choices: &Choices) {
        self.tell(&[kind::CHOOSE.into(), run.into(), choices.write().into()]);
    }

    /// Asks for the bad rows as a file.
    pub(super) fn ask_bad(&self, lang: Lang) {
        self.tell(&[kind::BAD.into(), lang.tag().into()]);
    }

    fn tell(&self, message: &[JsValue]) {
        let _ = self.worker.post_message(&message.iter().collect::<Array>());
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

fn text(value: &JsValue) -> String {
    value.as_string().unwrap_or_default()
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "small counts"
)]
fn count(value: &JsValue) -> u32 {
    value.as_f64().unwrap_or_default() as u32
}

fn told(message: &Array) -> Option<Told> {
    let (run, about) = (count(&message.get(1)), message.get(2));
    Some(match text(&message.get(0)).as_str() {
        kind::READY => Told::Ready,
        kind::PLAN => Told::Plan,
        kind::FAULT => Told::Fault(run, Bilingual::new(text(&about), text(&message.get(3)))),
        kind::PREVIEW => Told::Preview(run, Box::new(Preview::read(&text(&about)).ok()?)),
        kind::PROGRESS => Told::Progress(run, count(&about) as usize),
        kind::BATCH => Told::Batch(run, Batch::read(&Uint8Array::new(&about).to_vec())?),
        kind::OUTCOME => Told::Outcome(run, Box::new(Outcome::read(&text(&about)).ok()?)),
        kind::BAD => Told::Bad(text(&message.get(1))),
        kind::BROKEN => Told::Broken,
        _ => return None,
    })
}
