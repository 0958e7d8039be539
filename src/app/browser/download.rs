//! Files the page hands out.

use gloo_timers::callback::Timeout;
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use super::document::document;

/// How long the browser may take to begin with a file, in milliseconds.
const BEGUN: u32 = 60_000;

/// Has the browser save `text` as a file called `name`; whether it let that be begun.
pub(in crate::app) fn save(name: &str, media_type: &str, text: &str) -> bool {
    let mut parts = Parts::new();
    parts.push(text);
    parts.save(name, media_type)
}

/// A file in the making, which is too long to be made at once. The browser holds its parts, not the page.
pub(in crate::app) struct Parts(Array);

impl Parts {
    /// An empty file.
    pub(in crate::app) fn new() -> Self {
        Self(Array::new())
    }

    /// Adds `text` at the end.
    pub(in crate::app) fn push(&mut self, text: &str) {
        let text = Array::of1(&JsValue::from_str(text));
        if let Ok(part) = Blob::new_with_str_sequence(&text) {
            self.0.push(&part);
        }
    }

    /// Has the browser save it as a file called `name`; whether it let that be begun.
    pub(in crate::app) fn save(self, name: &str, media_type: &str) -> bool {
        self.begin(name, media_type).is_ok()
    }

    fn begin(&self, name: &str, media_type: &str) -> Result<(), JsValue> {
        let options = BlobPropertyBag::new();
        options.set_type(media_type);
        let blob = Blob::new_with_blob_sequence_and_options(&self.0, &options)?;
        let address = Url::create_object_url_with_blob(&blob)?;
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
}
