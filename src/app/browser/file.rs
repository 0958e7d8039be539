//! Files that are chosen on this device.

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
