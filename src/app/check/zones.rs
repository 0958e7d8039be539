//! The three zones: the contract's, that of the ticket, and the viewer's.

use leptos::prelude::*;

use super::time_field::{context, submission};
use crate::app::parts::{If, ZonePicker, press, text, whether};
use crate::app::state::{Keeper, Page, Wish};
use crate::engine::Zone;
use crate::exchange::moment::read_paste;
use crate::plan::Edit;
use crate::text::{Phrase, city, zone as words};

/// A zone that can be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) enum Role {
    /// That of times typed without one.
    Ticket,
    /// The viewer's.
    Viewer,
}

impl Role {
    /// The zone in use.
    fn zone(self, page: Page) -> Zone {
        match self {
            Self::Ticket => page.typing_zone(),
            Self::Viewer => page.settings.viewer(),
        }
    }

    /// Its name, what it is for, what opens its picker, and what it is while nobody chooses.
    const fn words(self) -> (Phrase, Phrase, Phrase, Phrase) {
        match self {
            Self::Ticket => (
                words::TICKET,
                words::TICKET_WHY,
                words::CHANGE_TICKET,
                words::AS_SERVICE,
            ),
            Self::Viewer => (
                words::VIEWER,
                words::VIEWER_WHY,
                words::CHANGE_VIEWER,
                words::AS_BROWSER,
            ),
        }
    }
}

/// Which zone is being chosen.
#[derive(Clone, Copy)]
pub(in crate::app) struct Choosing {
    role: RwSignal<Role>,
    open: RwSignal<bool>,
}

impl Choosing {
    /// None is.
    pub(in crate::app) fn new() -> Self {
        Self {
            role: RwSignal::new(Role::Viewer),
            open: RwSignal::new(false),
        }
    }

    /// Opens the picker of `role`.
    pub(in crate::app) fn ask(self, role: Role) {
        self.role.set(role);
        self.open.set(true);
    }
}

/// The three roles in a row, and the picker of those that can be chosen.
#[component]
pub(in crate::app) fn Zones(choosing: Choosing) -> AnyView {
    let page = Page::get();
    let Choosing { role, open } = choosing;
    let say =
        move |of: fn(Role) -> Phrase| text(move || of(role.get()).say(page.lang()).to_owned());
    let choose = Callback::new(move |zone| match role.get_untracked() {
        Role::Ticket => read_in(page, zone),
        Role::Viewer => Keeper::wish(&Wish::Viewer(zone)),
    });
    view! {
        <section class="section" id="zones" aria-labelledby="zones-title">
            <h2 class="unseen" id="zones-title">{page.say(words::ZONES)}</h2>
            <dl class="zones">
                <div class="zone">
                    <dt>{page.say(words::SERVICE)}</dt>
                    <dd>{shown(page, Page::service)}</dd>
                    <dd class="soft">{page.say(words::SERVICE_WHY)}</dd>
                </div>
                <Chosen role=Role::Ticket choosing/>
                <Chosen role=Role::Viewer choosing/>
            </dl>
            <Changes/>
            <ZonePicker
                id="zone"
                open
                title=say(|role| role.words().2)
                current=Signal::derive(move || role.get().zone(page))
                choose
                reset_label=say(|role| role.words().3)
            />
        </section>
    }
    .into_any()
}

/// A zone that can be chosen, and the button that does.
#[component]
fn Chosen(role: Role, choosing: Choosing) -> AnyView {
    let page = Page::get();
    let (name, why, change, _) = role.words();
    let (key, zone): (_, fn(Page) -> Zone) = match role {
        Role::Ticket => ("zone-of-ticket", |page| Role::Ticket.zone(page)),
        Role::Viewer => ("zone-of-viewer", |page| Role::Viewer.zone(page)),
    };
    let fixed = whether(move || role == Role::Ticket && page.keeper.visiting());
    view! {
        <div class="zone" id=key>
            <dt>{page.say(name)}</dt>
            <dd>
                {shown(page, zone)}
                " "
                <button
                    class="quiet"
                    type="button"
                    aria-haspopup="dialog"
                    aria-label=page.say(change)
                    disabled=fixed
                    on:click=press(move || choosing.ask(role))
                >
                    {page.say(words::CHANGE)}
                </button>
            </dd>
            <dd class="soft">{page.say(why)}</dd>
        </div>
    }
    .into_any()
}

/// A zone by its city and its offset now.
fn shown(page: Page, zone: fn(Page) -> Zone) -> AnyView {
    let city = text(move || city(page.lang(), zone(page)));
    let offset = text(move || words::offset_now(page.lang(), zone(page), page.clock.now()));
    view! { <strong>{city}</strong> " " <span class="soft">{offset}</span> }.into_any()
}

/// That clocks change between the submission and the last due time, in the zones of the ticket and of the
/// viewer.
#[component]
fn Changes() -> AnyView {
    let page = Page::get();
    let said = Memo::new(move |_| {
        let submission = page.plan.with(|plan| plan.draft.submission);
        let until = page.answer.with(|answer| {
            let clocks = &answer.one()?.clocks;
            clocks.iter().map(|clock| clock.due).max()
        });
        let (Some(submission), Some(until)) = (submission, until) else {
            return String::new();
        };
        let (ticket, viewer) = (Role::Ticket.zone(page), Role::Viewer.zone(page));
        let other = (viewer != ticket).then_some(viewer);
        let (lang, now) = (page.lang(), page.clock.read());
        let change = |zone| words::change(lang, zone, submission.at, until, now);
        let said: Vec<String> = [Some(ticket), other]
            .into_iter()
            .flatten()
            .filter_map(change)
            .collect();
        said.join(" ")
    });
    view! {
        <If when=whether(move || !said.with(String::is_empty))>
            <p class="notice" id="zone-change">{said}</p>
        </If>
    }
    .into_any()
}

/// Has times typed without a zone be in `zone`, the service zone without one. What was typed is read again,
/// unless it names its zone or an instant.
fn read_in(page: Page, zone: Option<Zone>) {
    let service = untrack(|| page.service());
    let zone = zone.filter(|zone| *zone != service);
    let (text, before) = page
        .plan
        .with_untracked(|plan| (plan.draft.text.clone(), plan.draft.submission));
    let context = context(page, zone, None);
    let submission = before.filter(|before| before.zone_written).or_else(|| {
        read_paste(&text, &context)
            .moment
            .ok()
            .as_ref()
            .map(submission)
    });
    page.edit(Edit::Typed {
        text,
        zone,
        submission,
        priority: None,
    });
}
