//! Notifications of the system.

use js_sys::{Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    MessageEvent, Notification, NotificationOptions, NotificationPermission,
    ServiceWorkerContainer, ServiceWorkerRegistration,
};

/// What the browser lets a page show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) enum Permission {
    /// It has no notifications here.
    Unsupported,
    /// It was not asked.
    Unasked,
    /// It may.
    Granted,
    /// It may not, nor ask again.
    Denied,
}

/// A notification.
pub(in crate::app) struct Shown<'a> {
    /// Its title.
    pub(in crate::app) title: &'a str,
    /// Its text.
    pub(in crate::app) body: &'a str,
    /// One with the same tag takes the place of the other.
    pub(in crate::app) tag: &'a str,
    /// Whether it makes itself heard when it does.
    pub(in crate::app) again: bool,
    /// The language it is in.
    pub(in crate::app) lang: &'static str,
    /// The key of the ticket it leads to.
    pub(in crate::app) ticket: Option<u32>,
}

/// What the browser lets this page show.
pub(in crate::app) fn permission() -> Permission {
    let has = web_sys::window()
        .and_then(|window| Reflect::get(&window, &"Notification".into()).ok())
        .is_some_and(|found| !found.is_undefined());
    if has {
        read(Notification::permission())
    } else {
        Permission::Unsupported
    }
}

fn read(permission: NotificationPermission) -> Permission {
    match permission {
        NotificationPermission::Granted => Permission::Granted,
        NotificationPermission::Denied => Permission::Denied,
        _ => Permission::Unasked,
    }
}

/// Has the browser ask its user; to be called while a press is handled.
pub(in crate::app) fn ask() -> Option<Promise> {
    Notification::request_permission().ok()
}

/// What the user answered.
pub(in crate::app) async fn answered(asked: Option<Promise>) -> Permission {
    if let Some(asked) = asked {
        // Whoever closes the question has not answered it.
        let _ = JsFuture::from(asked).await;
    }
    permission()
}

/// Shows a notification; whether the browser did.
pub(in crate::app) async fn show(shown: &Shown<'_>) -> bool {
    let options = NotificationOptions::new();
    options.set_body(shown.body);
    options.set_tag(shown.tag);
    options.set_lang(shown.lang);
    options.set_renotify(shown.again);
    options.set_data(&shown.ticket.map_or(JsValue::NULL, JsValue::from));
    match registration().await {
        Some(registration) => {
            let showing = registration.show_notification_with_options(shown.title, &options);
            match showing {
                Ok(showing) => JsFuture::from(showing).await.is_ok(),
                Err(_) => false,
            }
        }
        // Phones refuse this one; they all have the other.
        None => match Notification::new_with_options(shown.title, &options) {
            Ok(notification) => {
                focus_when_clicked(&notification);
                true
            }
            Err(_) => false,
        },
    }
}

/// What shows notifications also while the page cannot; none where the browser has no such thing. It is registered
/// with the first: registering looks for a newer script each time, which can fail.
async fn registration() -> Option<ServiceWorkerRegistration> {
    let container = container()?;
    let known = JsFuture::from(container.get_registration()).await.ok()?;
    if known.is_undefined() {
        JsFuture::from(container.register("sw.js")).await.ok()?;
    }
    let ready = JsFuture::from(container.ready().ok()?).await.ok()?;
    ready.dyn_into().ok()
}

fn container() -> Option<ServiceWorkerContainer> {
    let navigator = web_sys::window()?.navigator();
    let found = Reflect::get(&navigator, &"serviceWorker".into()).ok()?;
    found.dyn_into().ok()
}

fn focus_when_clicked(notification: &Notification) {
    let focus = Closure::once_into_js(|| {
        if let Some(window) = web_sys::window() {
            let _ = window.focus();
        }
    });
    notification.set_onclick(Some(focus.unchecked_ref()));
}

/// Calls `then` with the key of the ticket of each notification that is clicked, none where it is of several.
/// Listens for as long as the page lives.
pub(in crate::app) fn on_click(then: impl Fn(Option<u32>) + 'static) {
    let Some(container) = container() else {
        return;
    };
    let heard = move |event: MessageEvent| {
        let Ok(ticket) = Reflect::get(&event.data(), &"board".into()) else {
            return;
        };
        if ticket.is_undefined() {
            return;
        }
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a key that was given as one"
        )]
        then(ticket.as_f64().map(|key| key as u32));
    };
    let closure = Closure::<dyn Fn(MessageEvent)>::new(heard);
    container.set_onmessage(Some(closure.as_ref().unchecked_ref()));
    closure.forget();
}
