//! What the worker does.

use std::cell::RefCell;

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, DedicatedWorkerGlobalScope, MessageEvent};

use super::decode;
use super::kind;
use crate::app::browser::turn::turn;
use crate::engine::{Instant, Policy, Zone};
use crate::exchange::import::{Choices, Session, is_plan};
use crate::exchange::table::{LARGEST, Table, TableFault};
use crate::text::import::{Outcome, Preview, bad_file};
use crate::text::{Lang, table as words};

/// How many rows are read before it listens again.
const PIECE: usize = 2_000;

thread_local! {
    static READING: RefCell<Reading> = const { RefCell::new(Reading { session: None, run: 0 }) };
}

/// What is being read.
struct Reading {
    session: Option<Session>,
    run: u32,
}

/// Listens, and says so.
pub(in crate::app) fn start() {
    let heard = Closure::<dyn Fn(MessageEvent)>::new(|event: MessageEvent| {
        hear(&event.data().unchecked_into());
    });
    scope().set_onmessage(Some(heard.as_ref().unchecked_ref()));
    heard.forget();
    tell(kind::READY, &[]);
}

fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}

fn tell(kind: &str, about: &[JsValue]) {
    let _ = scope().post_message(&message(kind, about));
}

fn message(kind: &str, about: &[JsValue]) -> Array {
    let message = Array::of1(&kind.into());
    about.iter().for_each(|value| {
        message.push(value);
    });
    message
}

fn text(value: &JsValue) -> String {
    value.as_string().unwrap_or_default()
}

fn hear(message: &Array) {
    let (first, second) = (message.get(1), message.get(2));
    match text(&message.get(0)).as_str() {
        kind::READ => spawn_local(async move { read(first, &text(&second)).await }),
        kind::CHOOSE => {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a small count"
            )]
            let run = first.as_f64().unwrap_or_default() as u32;
            choose(run, &text(&second));
        }
        kind::BAD => tell_bad(&text(&first)),
        _ => {}
    }
}

/// Takes the source apart, says what was found, and reads its rows.
async fn read(source: JsValue, settings: &str) {
    let bytes = match source.dyn_ref::<Blob>() {
        None => Ok(text(&source).into_bytes()),
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a size, at most that of a disk"
        )]
        Some(file) => match file.size() as usize {
            size if size > LARGEST => Err(TableFault::TooLarge { bytes: size }),
            _ => match decode::bytes(file).await {
                Some(bytes) => Ok(bytes),
                None => return tell(kind::BROKEN, &[]),
            },
        },
    };
    drop(source);
    if bytes.as_deref().is_ok_and(is_plan) {
        return tell(kind::PLAN, &[]);
    }
    let table = bytes.and_then(|bytes| Table::read(bytes, decode::gb18030));
    let opened = table.map(|table| open(table, settings));
    match opened {
        Err(fault) => tell_fault(0, &fault),
        // The contract is in the program.
        Ok(None) => tell(kind::BROKEN, &[]),
        Ok(Some(session)) => {
            READING.with_borrow_mut(|reading| reading.session = Some(session));
            go_on(0);
        }
    }
}

fn open(table: Table, settings: &str) -> Option<Session> {
    let policy = Policy::spt_001().ok()?;
    let (now, viewer) = settings.split_once(' ').unwrap_or_default();
    let now = now
        .parse()
        .ok()
        .and_then(|now| Instant::from_epoch(now).ok());
    let viewer: Option<Zone> = viewer.parse().ok();
    let preferred: Vec<Zone> = [Some(policy.zone), viewer].into_iter().flatten().collect();
    Some(Session::open(table, policy, now?, &preferred))
}

fn choose(run: u32, choices: &str) {
    let Ok(choices) = Choices::read(choices) else {
        return;
    };
    let chosen = READING.with_borrow_mut(|reading| {
        reading.run = run;
        Some(reading.session.as_mut()?.choose(choices))
    });
    match chosen {
        Some(Ok(())) => go_on(run),
        Some(Err(fault)) => tell_fault(run, &fault),
        None => {}
    }
}

/// Says what is found, then reads piece by piece as long as nothing else is chosen.
fn go_on(run: u32) {
    let preview = READING.with_borrow(|reading| {
        let session = reading.session.as_ref()?;
        Some(Preview::of(session).write())
    });
    let Some(preview) = preview else { return };
    tell(kind::PREVIEW, &[run.into(), preview.into()]);
    spawn_local(async move {
        let step = || {
            READING.with_borrow_mut(|reading| {
                let session = reading.session.as_mut().filter(|_| reading.run == run)?;
                let more = session.step(PIECE);
                Some((more, session.read()))
            })
        };
        while let Some((more, read)) = step() {
            if !more {
                return tell_outcome(run);
            }
            #[expect(clippy::cast_precision_loss, reason = "a count of rows")]
            let read = read as f64;
            tell(kind::PROGRESS, &[run.into(), read.into()]);
            turn().await;
        }
    });
}

fn tell_outcome(run: u32) {
    READING.with_borrow_mut(|reading| {
        let Some(session) = reading.session.as_mut() else {
            return;
        };
        for batch in session.batches() {
            let buffer = Uint8Array::from(batch.as_slice()).buffer();
            let message = message(kind::BATCH, &[run.into(), (&buffer).into()]);
            let _ = scope().post_message_with_transfer(&message, &Array::of1(&buffer));
        }
        let outcome = Outcome::of(session).write();
        tell(kind::OUTCOME, &[run.into(), outcome.into()]);
    });
}

fn tell_fault(run: u32, fault: &TableFault) {
    let said = Lang::ALL.map(|lang| JsValue::from(words::fault(lang, fault)));
    let [zh, en] = said;
    tell(kind::FAULT, &[run.into(), zh, en]);
}

fn tell_bad(lang: &str) {
    let lang = Lang::ALL.into_iter().find(|known| known.tag() == lang);
    READING.with_borrow(|reading| {
        if let Some(session) = &reading.session {
            let file = bad_file(lang.unwrap_or_default(), session);
            tell(kind::BAD, &[file.into()]);
        }
    });
}
