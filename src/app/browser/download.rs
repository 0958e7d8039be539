//! Files the page hands out.

use gloo_timers::callback::Timeout;
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use super::document::document;

/// How long the browser may take to begin with a file, in milliseconds.
const BEGUN: u32 = 60_000;

/// A large file in pieces, which the browser keeps where it likes: they need not be in the page's memory at once.
#[derive(Default)]
pub(in crate::app) struct Pieces {
    pieces: Array,
    /// Whether one could not be kept.
    broken: bool,
}

impl Pieces {
    /// Adds a piece.
    pub(in crate::app) fn push(&mut self, text: &str) {
        let blob = Blob::new_with_str_sequence(&Array::of1(&JsValue::from_str(text)));
        match blob {
            Ok(blob) => {
                self.pieces.push(&blob);
            }
            Err(_) => self.broken = true,
        }
    }
}

/// Has the browser save the pieces as one file called `name`; whether it let that be begun.
pub(in crate::app) fn save_pieces(name: &str, media_type: &str, pieces: &Pieces) -> bool {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    if pieces.broken {
        return false;
    }
    let whole = Blob::new_with_blob_sequence_and_options(&pieces.pieces, &options);
    whole.and_then(|blob| offer(name, &blob)).is_ok()
}

/// Has the browser save `text` as a file called `name`; whether it let that be begun.
pub(in crate::app) fn save(name: &str, media_type: &str, text: &str) -> bool {
    begin(name, media_type, text).is_ok()
}

fn begin(name: &str, media_type: &str, text: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = Array::of1(&JsValue::from_str(text));
    offer(
        name,
        &Blob::new_with_str_sequence_and_options(&parts, &options)?,
    )
}

fn offer(name: &str, blob: &Blob) -> Result<(), JsValue> {
    let address = Url::create_object_url_with_blob(blob)?;
    let document = document().ok_or(JsValue::NULL)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    let free = move || {
        let _ = Url::revoke_object_url(&address);
    };
    Timeout::new(BEGUN, free).forget();
    Ok(())
}
