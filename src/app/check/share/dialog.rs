//! The dialog in which a ticket is handed on.

use leptos::prelude::*;

use super::Sharing;
use super::content::Content;
use super::file::OpenFile;
use crate::app::parts::Dialog;
use crate::app::state::Page;
use crate::text::share as words;

/// The link, what is in it, and files in its place.
#[component]
pub(in crate::app) fn Share(sharing: Sharing) -> AnyView {
    let page = Page::get();
    view! {
        <Dialog open=sharing.open id="share" title=page.say(words::TITLE)>
            <Content/>
            <OpenFile sharing/>
        </Dialog>
    }
    .into_any()
}
