//! Files beside the page.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// Why a file is not to be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) enum NotFetched {
    /// Nobody answered, or the answer broke off.
    Unreachable,
    /// The server answered with this status.
    Refused(u16),
}

/// The text of the file called `name`, which stands beside the document: browsers resolve it against
/// `document.baseURI`.
pub(in crate::app) async fn text(name: &str) -> Result<String, NotFetched> {
    let window = web_sys::window().ok_or(NotFetched::Unreachable)?;
    let answer = JsFuture::from(window.fetch_with_str(name)).await;
    let response = answer
        .ok()
        .and_then(|answer| answer.dyn_into::<Response>().ok());
    let response = response.ok_or(NotFetched::Unreachable)?;
    if !response.ok() {
        return Err(NotFetched::Refused(response.status()));
    }
    let body = response.text().map_err(|_| NotFetched::Unreachable)?;
    let text = JsFuture::from(body)
        .await
        .map_err(|_| NotFetched::Unreachable)?;
    text.as_string().ok_or(NotFetched::Unreachable)
}
