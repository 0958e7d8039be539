//! What is asked about a table, only where it does not tell itself.

use leptos::prelude::*;

use super::importing::Importing;
use super::select::Choice;
use crate::app::parts::{If, Switch, ZonePicker, press, text, views, whether};
use crate::app::state::Page;
use crate::engine::{Rank, Zone};
use crate::exchange::moment::{DateOrder, DateSystem};
use crate::exchange::table::{Field, Separator};
use crate::text::import::{self as words, ZoneCard};
use crate::text::{table, zone_name};

/// Everything that is asked.
#[component]
pub(super) fn Asks() -> AnyView {
    view! {
        <div class="asks">
            <NoPriority/>
            <AskZone/>
            <Orders/>
            <Serial/>
            <ReplyConfirms/>
            <AskSeparator/>
        </div>
    }
    .into_any()
}

/// A question, and what can be chosen.
#[component]
fn Asked(
    /// The identifier of the choice.
    #[prop(into)]
    id: String,
    /// What is asked.
    what: Signal<String>,
    /// Each value and its name.
    options: Signal<Vec<(String, String)>>,
    /// The value that is chosen.
    chosen: Signal<String>,
    /// Chooses a value.
    choose: Callback<String>,
) -> AnyView {
    view! {
        <p class="asked">
            <span>{what}</span>
            " "
            <Choice id label=what options chosen choose/>
        </p>
    }
    .into_any()
}

/// The priorities of the policy, each by its rank.
pub(super) fn priorities(page: Page) -> Vec<(String, String)> {
    page.terms.with(|terms| {
        let ranks = terms.policy().ranks();
        ranks
            .filter_map(|rank| {
                let priority = terms.policy().priority(rank)?;
                let name = page.lang().of(&priority.name);
                Some((rank.0.to_string(), format!("{} {name}", priority.id)))
            })
            .collect()
    })
}

#[component]
fn NoPriority() -> AnyView {
    let page = Page::get();
    let importing = Importing::get();
    let asks = whether(move || importing.preview.with(|preview| preview.asks_priority));
    let options = Signal::derive(move || {
        let none = (
            String::new(),
            words::NO_PRIORITY_BAD.say(page.lang()).to_owned(),
        );
        std::iter::once(none)
            .chain(priorities(page))
            .collect::<Vec<_>>()
    });
    let chosen = text(move || {
        let rank = importing.choices.with(|choices| choices.no_priority);
        rank.map_or(String::new(), |rank| rank.0.to_string())
    });
    let choose = Callback::new(move |value: String| {
        importing.choose(|choices| choices.no_priority = value.parse().ok().map(Rank));
    });
    view! {
        <If when=asks>
            <Asked id="no-priority" what=page.say(words::NO_PRIORITY) options chosen choose/>
        </If>
    }
    .into_any()
}

#[component]
fn AskZone() -> AnyView {
    let page = Page::get();
    let importing = Importing::get();
    let card = Memo::new(move |_| importing.preview.with(|preview| preview.zone.clone()));
    let asks = whether(move || card.with(Option::is_some));
    let zone = Signal::derive(move || {
        card.with(|card| card.as_ref().map(|card| card.zone))
            .unwrap_or_else(|| page.service())
    });
    let said = move |of: fn(&ZoneCard) -> &crate::engine::Bilingual| {
        text(move || {
            card.with(|card| {
                let text = card.as_ref().map(of);
                text.map_or(String::new(), |text| page.lang().of(text).to_owned())
            })
        })
    };
    let open = RwSignal::new(false);
    let choose = Callback::new(move |zone: Option<Zone>| {
        let zone = zone.or_else(|| Some(untrack(|| page.service())));
        importing.choose(|choices| choices.zone = zone);
    });
    view! {
        <If when=asks>
            <p class="asked" id="intake-zone">
                <span>{page.say(words::ZONE)}</span>
                " "
                <strong>{text(move || zone_name(page.lang(), zone.get()))}</strong>
                " "
                <span class="soft">{text(move || crate::text::zone::offset_now(page.lang(), zone.get(), page.clock.now()))}</span>
                " "
                <button class="key" type="button" id="change-zone" aria-haspopup="dialog" on:click=press(move || open.set(true))>
                    {page.say(words::CHANGE_ZONE)}
                </button>
                <small>{said(|card| &card.why)}</small>
                <small id="zone-echo">{said(|card| &card.echo)}</small>
            </p>
        </If>
        <ZonePicker
            id="intake-zones"
            open
            title=page.say(words::CHANGE_ZONE)
            current=zone
            choose
            reset_label=page.say(words::SERVICE_ZONE)
        />
    }
    .into_any()
}

/// The order of day and month in each column where either number can be the month.
#[component]
fn Orders() -> AnyView {
    let importing = Importing::get();
    let fields = Memo::new(move |_| {
        importing.preview.with(|preview| {
            let asked = preview.fields.iter().filter(|card| card.either);
            asked.map(|card| card.field).collect::<Vec<_>>()
        })
    });
    views(move || {
        let fields = fields.get().into_iter();
        fields
            .map(|field| view! { <Order field/> }.into_any())
            .collect()
    })
}

#[component]
fn Order(field: Field) -> AnyView {
    const ORDERS: [DateOrder; 2] = [DateOrder::DayFirst, DateOrder::MonthFirst];
    let page = Page::get();
    let importing = Importing::get();
    let order = Memo::new(move |_| {
        importing.preview.with(|preview| {
            let card = preview.fields.iter().find(|card| card.field == field);
            card.and_then(|card| card.order)
        })
    });
    let options = Signal::derive(move || {
        let choose = (String::new(), words::CHOOSE.say(page.lang()).to_owned());
        let asks = order.with(Option::is_none).then_some(choose).into_iter();
        let orders = ORDERS.into_iter().enumerate();
        let orders = orders.map(|(place, order)| {
            (
                place.to_string(),
                words::order(order).say(page.lang()).to_owned(),
            )
        });
        asks.chain(orders).collect::<Vec<_>>()
    });
    let chosen = text(move || {
        let place = ORDERS.iter().position(|known| Some(*known) == order.get());
        place.map_or(String::new(), |place| place.to_string())
    });
    let choose = Callback::new(move |value: String| {
        let place: Option<usize> = value.parse().ok();
        if let Some(order) = place.and_then(|place| ORDERS.get(place)) {
            importing.choose(|choices| choices.set_order(field, *order));
        }
    });
    let label = text(move || {
        let name = table::field(field).say(page.lang());
        words::in_dates(page.lang(), name)
    });
    view! {
        <Asked id=format!("order-{}", field.key()) what=label options chosen choose/>
    }
    .into_any()
}

/// From which day the numbers of days count.
#[component]
fn Serial() -> AnyView {
    const SYSTEMS: [DateSystem; 2] = [DateSystem::From1900, DateSystem::From1904];
    let page = Page::get();
    let importing = Importing::get();
    let serial = Memo::new(move |_| importing.preview.with(|preview| preview.serial));
    let options = Signal::derive(move || {
        let systems = SYSTEMS.into_iter().enumerate();
        systems
            .map(|(place, system)| {
                (
                    place.to_string(),
                    words::serial(system).say(page.lang()).to_owned(),
                )
            })
            .collect::<Vec<_>>()
    });
    let chosen = text(move || {
        let place = SYSTEMS
            .iter()
            .position(|known| Some(*known) == serial.get());
        place.unwrap_or_default().to_string()
    });
    let choose = Callback::new(move |value: String| {
        let place: Option<usize> = value.parse().ok();
        let system = place.and_then(|place| SYSTEMS.get(place)).copied();
        importing.choose(|choices| choices.date_system = system);
    });
    view! {
        <If when=whether(move || serial.with(Option::is_some))>
            <Asked id="date-system" what=page.say(words::SERIAL) options chosen choose/>
        </If>
    }
    .into_any()
}

#[component]
fn ReplyConfirms() -> AnyView {
    let page = Page::get();
    let importing = Importing::get();
    let asks = whether(move || importing.preview.with(|preview| preview.reply_can_confirm));
    let checked = whether(move || importing.choices.with(|choices| choices.reply_confirms));
    let set = Callback::new(move |on| importing.choose(|choices| choices.reply_confirms = on));
    view! {
        <If when=asks>
            <div class="asked">
                <Switch id="reply-confirms" label=page.say(words::REPLY_CONFIRMS) why="reply-confirms-why" on=checked set/>
                <small id="reply-confirms-why">{page.say(words::REPLY_CONFIRMS_WHY)}</small>
            </div>
        </If>
    }
    .into_any()
}

/// What stands between the cells, where it could be something else.
#[component]
fn AskSeparator() -> AnyView {
    const SEPARATORS: [Separator; 4] = [
        Separator::Tab,
        Separator::Comma,
        Separator::Semicolon,
        Separator::Bar,
    ];
    let page = Page::get();
    let importing = Importing::get();
    let separator = Memo::new(move |_| importing.preview.with(|preview| preview.separator));
    let asks =
        whether(move || !matches!(separator.get(), Some(Separator::Json | Separator::Markdown)));
    let options = Signal::derive(move || {
        let choose = (String::new(), words::CHOOSE.say(page.lang()).to_owned());
        let none = separator
            .with(Option::is_none)
            .then_some(choose)
            .into_iter();
        let known = SEPARATORS.into_iter().enumerate();
        let known = known.map(|(place, separator)| {
            (
                place.to_string(),
                table::separator(separator).say(page.lang()).to_owned(),
            )
        });
        none.chain(known).collect::<Vec<_>>()
    });
    let chosen = text(move || {
        let place = SEPARATORS
            .iter()
            .position(|known| Some(*known) == separator.get());
        place.map_or(String::new(), |place| place.to_string())
    });
    let choose = Callback::new(move |value: String| {
        let place: Option<usize> = value.parse().ok();
        let separator = place.and_then(|place| SEPARATORS.get(place)).copied();
        importing.choose(|choices| choices.separator = separator);
    });
    view! {
        <If when=asks>
            <Asked id="separator" what=page.say(words::SEPARATOR) options chosen choose/>
        </If>
    }
    .into_any()
}
