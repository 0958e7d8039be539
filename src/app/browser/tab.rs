//! The icon of the tab, and the number on the icon of an installed page.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlLinkElement};

use super::document::document;

/// Shows the shape of `state` from the sprite as the icon of the tab, in `light` or, where the browser is dark, in
/// `dark`; the page's own icon without one.
pub(in crate::app) fn set_icon(state: Option<(&str, &str, &str)>) {
    let shape = state.and_then(|(state, light, dark)| drawn(state, light, dark));
    let link = document()
        .and_then(|document| document.query_selector("link[rel=icon]").ok().flatten())
        .and_then(|link| link.dyn_into::<HtmlLinkElement>().ok());
    if let Some(link) = link {
        link.set_href(shape.as_deref().unwrap_or("favicon.svg"));
    }
}

/// The drawing as an address.
fn drawn(state: &str, light: &str, dark: &str) -> Option<String> {
    let symbol: Element = document()?.get_element_by_id(&format!("i-{state}"))?;
    let shape = symbol.inner_html();
    let drawing = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 16 16\"><style>svg{{color:{light};fill:none;stroke:currentColor;stroke-width:2;stroke-linejoin:round}}@media(prefers-color-scheme:dark){{svg{{color:{dark}}}}}</style>{shape}</svg>"
    );
    let written = js_sys::encode_uri_component(&drawing);
    Some(format!("data:image/svg+xml,{}", String::from(written)))
}

/// Shows `count` on the icon of an installed page, and nothing for none, where the browser can.
pub(in crate::app) fn set_badge(count: Option<usize>) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let navigator: JsValue = window.navigator().into();
    let name = if count.is_some() {
        "setAppBadge"
    } else {
        "clearAppBadge"
    };
    let call = Reflect::get(&navigator, &name.into()).ok();
    let Some(call) = call.and_then(|call| call.dyn_into::<Function>().ok()) else {
        return;
    };
    #[expect(clippy::cast_precision_loss, reason = "a number of tickets")]
    let asked = match count {
        Some(count) => call.call1(&navigator, &JsValue::from_f64(count as f64)),
        None => call.call0(&navigator),
    };
    // A page that is not installed has no icon to show it on.
    if let Some(asked) = asked
        .ok()
        .and_then(|asked| asked.dyn_into::<js_sys::Promise>().ok())
    {
        leptos::task::spawn_local(async move {
            let _ = wasm_bindgen_futures::JsFuture::from(asked).await;
        });
    }
}
