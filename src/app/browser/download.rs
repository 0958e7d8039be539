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
    begin(name, media_type, text).is_ok()
}

fn begin(name: &str, media_type: &str, text: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = Array::of1(&JsValue::from_str(text));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options)?;
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
