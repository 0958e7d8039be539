//! The program of the details: why the answer is so, what would change it, and how to hand it on.

use leptos::prelude::*;

use super::browser::channel;
use super::browser::document;
use super::check::{
    self, Choosing, Contradiction, Difference, Events, Help, Palette, Readings, Refusal, Role,
    Share, Sharing, ToBoard, Why, Zones,
};
use super::command;
use super::parts::{If, text, whether};
use super::state::{Page, details};
use crate::text::Command;

/// Everything of the details.
#[component]
pub(super) fn Details() -> AnyView {
    let page = Page::get();
    let choosing = Choosing::new();
    let (palette, help) = (RwSignal::new(false), RwSignal::new(false));
    let dialogs = Dialogs {
        choosing,
        palette,
        help,
        sharing: Sharing::new(page),
    };
    let sharing = dialogs.sharing;
    channel::listen(details::RUN, move |keys| {
        for command in keys.lines().filter_map(Command::read) {
            run(page, dialogs, command);
        }
    });
    Effect::new(|_| channel::tell(details::READY, ""));
    let said = text(move || {
        let said = page.said.get();
        said.map_or("", |phrase| phrase.say(page.lang())).to_owned()
    });
    let entered = whether(move || {
        page.plan
            .with(|plan| plan.draft.submission.is_some() && plan.draft.priority.is_some())
    });
    let answered = whether(move || page.answer.with(|answer| answer.one().is_some()));
    view! {
        <Refusal sharing/>
        <Contradiction/>
        <If when=entered>
            <check::Paper>
            <Events/>
            <If when=answered>
                <Why/>
            </If>
            <Readings/>
            <Difference/>
            </check::Paper>
        </If>
        <If when=whether(move || entered.get() && answered.get() && !page.keeper.visiting())>
            <ToBoard/>
        </If>
        <If when=whether(move || !sharing.refuses(page))>
            <Zones choosing/>
        </If>
        <Palette open=palette/>
        <Help open=help/>
        <Share sharing/>
        <p class="said" role="status">{said}</p>
    }
    .into_any()
}

/// What the details can open.
#[derive(Clone, Copy)]
struct Dialogs {
    choosing: Choosing,
    palette: RwSignal<bool>,
    help: RwSignal<bool>,
    sharing: Sharing,
}

/// Carries out what the details are told.
fn run(page: Page, dialogs: Dialogs, command: Command) {
    match command {
        Command::TicketZone => dialogs.choosing.ask(Role::Ticket),
        Command::ViewerZone => dialogs.choosing.ask(Role::Viewer),
        Command::Palette => dialogs.palette.update(|open| *open = !*open),
        Command::Help => dialogs.help.set(true),
        Command::Share => dialogs.sharing.ask(),
        Command::Open => dialogs.sharing.open_link(page),
        Command::Events => document::focus("events"),
        Command::Timeline => document::focus("why"),
        Command::Ledger => document::focus("ledger"),
        Command::Readings => document::focus("readings"),
        Command::Difference => document::focus("difference"),
        Command::Calendar => check::save_calendar(page),
        Command::ShowCheck => document::go("/check"),
        Command::ShowBoard => document::go("/board"),
        other => command::mark(page, other),
    }
}
