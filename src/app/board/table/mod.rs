//! The table of tickets: of the rows only those in sight are there.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent, MouseEvent};

use super::desk::Desk;
use crate::app::browser::{document, size};
use crate::app::parts::{keys, text, views, whether};
use crate::app::state::Page;
use crate::board::{Order, Selection, State, Window};
use crate::engine::{Instant, Seconds};
use crate::text::Reader;
use crate::text::board as words;
use crate::text::board_row::RowCard;

mod head;
mod row;
mod slot;

use head::Head;
use row::Row;
use slot::{Shown, Slot};

/// Seconds between one order and the next that nobody asked for.
const RESTS: Seconds = 15;

/// How a row is opened.
pub(super) type Open = Callback<u32>;

/// The table.
#[component]
pub(super) fn Table(
    /// The order.
    order: RwSignal<Order>,
    /// Opens the ticket with a key.
    open: Open,
) -> AnyView {
    let page = Page::get();
    let desk = Desk::get();
    let sheet = Sheet {
        page,
        desk,
        scroll: NodeRef::new(),
        body: NodeRef::new(),
        window: RwSignal::default(),
        active: RwSignal::new(0),
        slots: StoredValue::new_local(Vec::new()),
        top: StoredValue::new(0),
    };
    let watch = StoredValue::new_local(None);
    Effect::new(move |_| {
        if let Some(scroll) = sheet.scroll.get() {
            watch.set_value(size::watch(&scroll, move |_, _| sheet.measure()));
        }
    });
    let two_zones = whether(move || page.settings.viewer() != page.service());
    Effect::new(move |_| {
        two_zones.track();
        sheet.measure();
    });
    let targets = page
        .terms
        .with_untracked(|terms| terms.policy().targets.len().to_string());
    Effect::new(move |_| {
        let shown = desk.counts.with(|counts| counts.shown);
        sheet.window.update(|window| window.rows = shown);
        sheet
            .active
            .update(|active| *active = (*active).min(shown.saturating_sub(1)));
    });
    let capacity = Memo::new(move |_| sheet.window.get().capacity());
    let rows = views(move || {
        (0..capacity.get())
            .map(|_| view! { <Row/> }.into_any())
            .collect()
    });
    Effect::new(move |_| {
        capacity.track();
        sheet.gather();
    });
    Effect::new(move |_| {
        desk.follow_rows();
        let _ = (page.lang(), page.settings.viewer());
        sheet.window.track();
        sheet.active.track();
        desk.selection.track();
        untrack(move || sheet.draw());
    });
    Effect::new(move |ordered: Option<Option<Instant>>| {
        let now = page.clock.now();
        let stale = desk.counts.with(|counts| counts.stale);
        let rested = |at: Instant| now.since(at) < RESTS;
        let ordered = ordered.flatten();
        if stale && !ordered.is_some_and(rested) && !sheet.engaged() {
            desk.reorder();
            return Some(now);
        }
        ordered
    });
    let height = move || {
        let window = sheet.window.get();
        format!("{}px", window.rows * window.row)
    };
    let count = text(move || (sheet.window.get().rows + 1).to_string());
    view! {
        <div
            class="tickets"
            id="tickets"
            class:two-zones=two_zones
            style:--targets=targets
            node_ref=sheet.scroll
            on:scroll=move |_| sheet.scrolled()
        >
            <div role="table" aria-label=page.say(words::TABLE) aria-rowcount=count aria-describedby="table-keys">
                <div class="tickets-head" role="rowgroup"><Head order/></div>
                <div
                    class="tickets-body"
                    role="rowgroup"
                    node_ref=sheet.body
                    style:block-size=height
                    on:click=move |event| sheet.click(&event, open)
                    on:keydown=keys(move |event| sheet.key(event, open))
                    on:focusin=move |event| sheet.focused(event.target())
                >
                    {rows}
                </div>
            </div>
        </div>
        <p class="soft" id="table-keys">{page.say(words::KEYS)}</p>
    }
    .into_any()
}

/// Selects everything that is shown.
pub(super) fn select_all(desk: Desk) {
    let shown = desk.counts.with_untracked(|counts| counts.shown);
    let keys = desk.keys_between(0, shown.saturating_sub(1));
    desk.selection.update(|selection| selection.set(keys));
}

/// The table as it is drawn.
#[derive(Clone, Copy)]
struct Sheet {
    page: Page,
    desk: Desk,
    scroll: NodeRef<html::Div>,
    body: NodeRef<html::Div>,
    window: RwSignal<Window>,
    /// The position to which the keyboard comes.
    active: RwSignal<usize>,
    slots: StoredValue<Vec<Slot>, LocalStorage>,
    /// By how many pixels it is scrolled: asking the document each second would make it lay itself out twice.
    top: StoredValue<usize>,
}

impl Sheet {
    /// Measures how high the view and a row are.
    fn measure(self) {
        let Some((scroll, body)) = self.scroll.get_untracked().zip(self.body.get_untracked())
        else {
            return;
        };
        let pixels = |length: i32| usize::try_from(length).unwrap_or(0);
        let height = pixels(scroll.client_height()).saturating_sub(pixels(body.offset_top()));
        let row = document::length(&body, "grid-auto-rows");
        let measured = self.window.with_untracked(|window| Window {
            height,
            row,
            ..*window
        });
        self.top.set_value(pixels(scroll.scroll_top()));
        if self.window.get_untracked() != measured {
            self.window.set(measured);
        }
    }

    /// Draws what is in sight now.
    fn scrolled(self) {
        if let Some(scroll) = self.scroll.get_untracked() {
            let top = usize::try_from(scroll.scroll_top()).unwrap_or(0);
            self.top.set_value(top);
        }
        self.show(false);
    }

    /// Finds the rows that were rendered.
    fn gather(self) {
        let Some(body) = self.body.get_untracked() else {
            return;
        };
        let rows = body.children();
        let rows = (0..rows.length()).filter_map(|place| rows.item(place)?.dyn_into().ok());
        self.slots.set_value(rows.filter_map(Slot::of).collect());
        self.draw();
    }

    /// Whether somebody may be looking at a row, which must not move then.
    fn engaged(self) -> bool {
        let scroll = self.scroll.get_untracked();
        scroll.is_some_and(|scroll| {
            self.top.get_value() > 0
                || scroll.matches(":hover, :focus-within").unwrap_or(false)
                || !self.desk.selection.with_untracked(Selection::is_empty)
        })
    }

    /// Draws the rows in sight anew.
    fn draw(self) {
        self.show(true);
    }

    /// Draws the rows in sight: all of them, or only those that have come into it.
    fn show(self, all: bool) {
        let window = self.window.get_untracked();
        let range = window.rows_at(self.top.get_value());
        let reader = untrack(|| {
            let mut reader = self.page.reader();
            reader.now = self.desk.now();
            reader
        });
        let active = self.active.get_untracked();
        self.slots.update_value(|slots| {
            let count = slots.len().max(1);
            let mut missing = Vec::with_capacity(count);
            for position in range.clone() {
                let slot = slots.get(position % count);
                if all || slot.and_then(Slot::position) != Some(position) {
                    missing.push(position);
                }
            }
            for slot in slots.iter_mut() {
                if slot
                    .position()
                    .is_none_or(|position| !range.contains(&position))
                {
                    slot.hide();
                }
            }
            for (position, key, card) in self.cards(&missing, &reader) {
                let select = format!("{} {}", words::SELECT.say(reader.lang), card.name);
                let shown = Shown {
                    position,
                    selected: self
                        .desk
                        .selection
                        .with_untracked(|selection| selection.has(key)),
                    active: position == active,
                    card,
                    select,
                };
                if let Some(slot) = slots.get_mut(position % count) {
                    slot.show(shown, window.row);
                }
            }
        });
    }

    /// What the rows at `positions` say, each with its position and key.
    fn cards(self, positions: &[usize], reader: &Reader) -> Vec<(usize, u32, RowCard)> {
        let terms = self.page.terms.get_untracked();
        self.desk.with(|board| {
            let card = |&position: &usize| {
                let index = *board.rows(position..position + 1).first()?;
                let ticket = board.tickets().get(index)?;
                let assessment = board.assess(index, reader.now)?.ok();
                let state = board.state(index).unwrap_or(State::NotStarted);
                let stands = (state, board.next(index));
                let card = RowCard::of(reader, &terms, &ticket, assessment.as_ref(), stands);
                Some((position, ticket.key, card))
            };
            positions.iter().filter_map(card).collect()
        })
    }

    /// The position of the row around an element.
    fn position(self, target: Option<web_sys::EventTarget>) -> Option<usize> {
        let element: Element = target?.dyn_into().ok()?;
        let row = element.closest("[aria-rowindex]").ok().flatten()?;
        row.get_attribute("aria-rowindex")?
            .parse::<usize>()
            .ok()?
            .checked_sub(2)
    }

    fn focused(self, target: Option<web_sys::EventTarget>) {
        if let Some(position) = self.position(target) {
            self.active.set(position);
        }
    }

    /// Opens a row by its link, selects it by the rest of it.
    fn click(self, event: &MouseEvent, open: Open) {
        let Some(position) = self.position(event.target()) else {
            return;
        };
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlElement>().ok());
        let link = target.is_some_and(|target| target.closest("a").ok().flatten().is_some());
        self.active.set(position);
        if link {
            event.prevent_default();
            if let Some(ticket) = self.desk.ticket_at(position) {
                open.run(ticket.key);
            }
        } else {
            self.select(position, event.shift_key());
        }
    }

    /// Selects a row or not; with `reach`, all from where the last one was selected.
    fn select(self, position: usize, reach: bool) {
        let Some(ticket) = self.desk.ticket_at(position) else {
            return;
        };
        let anchor = self
            .desk
            .selection
            .with_untracked(|selection| selection.anchor());
        let from = anchor
            .filter(|_| reach)
            .and_then(|key| self.desk.with(|board| board.position_of(key)));
        match from {
            Some(from) => {
                let keys = self.desk.keys_between(from, position);
                self.desk
                    .selection
                    .update(|selection| selection.reach(&keys));
            }
            None => self
                .desk
                .selection
                .update(|selection| selection.toggle(ticket.key)),
        }
    }

    /// What a key does in the table; whether it does something.
    fn key(self, event: &KeyboardEvent, open: Open) -> bool {
        let active = self.active.get_untracked();
        let window = self.window.get_untracked();
        let last = window.rows.saturating_sub(1);
        let all = event.ctrl_key() || event.meta_key();
        let to = match event.key().as_str() {
            "ArrowDown" => active.saturating_add(1).min(last),
            "ArrowUp" => active.saturating_sub(1),
            "PageDown" => active.saturating_add(window.page()).min(last),
            "PageUp" => active.saturating_sub(window.page()),
            "Home" => 0,
            "End" => last,
            " " => {
                self.select(active, event.shift_key());
                return true;
            }
            "a" if all => {
                select_all(self.desk);
                return true;
            }
            "Escape" if !self.desk.selection.with_untracked(Selection::is_empty) => {
                self.desk.selection.update(Selection::clear);
                return true;
            }
            "Enter" => {
                if let Some(ticket) = self.desk.ticket_at(active) {
                    open.run(ticket.key);
                }
                return true;
            }
            _ => return false,
        };
        if event.shift_key() {
            self.select(
                active,
                self.desk
                    .selection
                    .with_untracked(|selection| selection.anchor().is_some()),
            );
            self.select(to, true);
        }
        self.go(to);
        true
    }

    /// Brings the keyboard to a row, and the row into sight.
    fn go(self, position: usize) {
        self.active.set(position);
        if let Some(scroll) = self.scroll.get_untracked() {
            let window = self.window.get_untracked();
            let top = window.reveal(position, self.top.get_value());
            scroll.set_scroll_top(i32::try_from(top).unwrap_or(i32::MAX));
        }
        self.scrolled();
        self.slots.with_value(|slots| {
            if let Some(slot) = slots.iter().find(|slot| slot.position() == Some(position)) {
                slot.focus();
            }
        });
    }
}
