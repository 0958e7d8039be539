//! Files that are chosen on this device.

use js_sys::Uint8Array;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, HtmlInputElement};

/// The file that is chosen in `input`.
pub(in crate::app) fn chosen(input: &HtmlInputElement) -> Option<File> {
    let file = input.files()?.get(0);
    // So that the same file can be chosen again.
    input.set_value("");
    file
}

/// Its text, empty where the browser cannot read it; its size, where that is more than `most` bytes.
pub(in crate::app) async fn text(file: &File, most: usize) -> Result<String, usize> {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a size, at most that of a disk"
    )]
    let size = file.size() as usize;
    if size > most {
        return Err(size);
    }
    let text = JsFuture::from(file.text()).await.ok();
    Ok(text.and_then(|text| text.as_string()).unwrap_or_default())
}

/// How many bytes it has; what is more than 4 GB is not counted.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "casts saturate"
)]
pub(in crate::app) fn size(file: &File) -> u32 {
    file.size() as u32
}

/// Its bytes from `start` to `end`; none where the browser cannot read them.
pub(in crate::app) async fn piece(file: &File, start: u32, end: u32) -> Option<Vec<u8>> {
    let piece = file.slice_with_f64_and_f64(start.into(), end.into()).ok()?;
    let buffer = JsFuture::from(piece.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}

/// A file of `text` called `name`.
pub(in crate::app) fn of_text(name: &str, text: &str) -> Option<File> {
    let parts = js_sys::Array::of1(&wasm_bindgen::JsValue::from_str(text));
    File::new_with_str_sequence(&parts, name).ok()
}
