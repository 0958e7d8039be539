//! What the dialog knows.

use leptos::prelude::*;

use crate::app::browser::document;
use crate::app::state::{Keeper, Listing, Page, Wish};
use crate::engine::{Instant, Zone};
use crate::exchange::places::Place;
use crate::text::zone as words;

/// A place found, as its row shows it.
#[derive(Clone, PartialEq)]
pub(super) struct Row {
    /// Its zone.
    pub(super) zone: Zone,
    /// The city and the country.
    pub(super) place: String,
    /// The offset and the time there.
    pub(super) time: String,
    /// Whether its zone is in use.
    pub(super) in_use: bool,
}

/// What the dialog knows.
#[derive(Clone, Copy)]
pub(super) struct Picker {
    pub(super) page: Page,
    pub(super) id: &'static str,
    open: RwSignal<bool>,
    choose: Callback<Option<Zone>>,
    /// What is typed.
    pub(super) query: RwSignal<String>,
    /// The row that Enter chooses.
    pub(super) active: RwSignal<Option<usize>>,
    pub(super) listing: RwSignal<Listing>,
    /// What is found.
    pub(super) rows: Memo<Vec<Row>>,
}

impl Picker {
    pub(super) fn new(
        page: Page,
        id: &'static str,
        open: RwSignal<bool>,
        current: Signal<Zone>,
        choose: Callback<Option<Zone>>,
    ) -> Self {
        let query = RwSignal::new(String::new());
        let listing = RwSignal::new(Listing::Awaited);
        // Rows show minutes, and change with them.
        let minute = Memo::new(move |_| open.get().then(|| page.clock.now().epoch() / 60));
        let rows = Memo::new(move |_| {
            let (Some(minute), Some(places)) = (minute.get(), listing.with(Listing::places)) else {
                return Vec::new();
            };
            let now = Instant::from_epoch(minute * 60).unwrap_or(Instant::MIN);
            let (lang, current) = (page.lang(), current.get());
            let recent = [vec![current], page.settings.recent()].concat();
            let found = places.search(&query.get(), &recent, now);
            let row = |place: &&Place| Row {
                zone: place.zone,
                place: words::place(lang, place),
                time: words::time_now(lang, place.zone, now),
                in_use: place.zone == current,
            };
            found.iter().map(row).collect()
        });
        Self {
            page,
            id,
            open,
            choose,
            query,
            active: RwSignal::new(None),
            listing,
            rows,
        }
    }

    /// Begins a search, and fetches the list unless it is here.
    pub(super) fn begin(self) {
        self.type_in(String::new());
        if untrack(|| self.listing.with(Listing::places)).is_none() {
            self.fetch();
        }
    }

    /// Fetches the list.
    pub(super) fn fetch(self) {
        self.listing.set(Listing::Awaited);
        leptos::task::spawn_local(async move {
            let listing = Listing::fetch().await;
            let _ = self.listing.try_set(listing);
        });
    }

    /// Searches for `query`. Nothing is chosen by Enter until something is typed.
    pub(super) fn type_in(self, query: String) {
        self.active.set((!query.trim().is_empty()).then_some(0));
        self.query.set(query);
    }

    /// The id of the search field.
    pub(super) fn search_id(self) -> String {
        format!("{}-search", self.id)
    }

    /// The id of a row.
    pub(super) fn row_id(self, place: usize) -> String {
        format!("{}-{place}", self.id)
    }

    /// Makes the row at `place` the one that Enter chooses, and shows it.
    pub(super) fn mark(self, place: usize) {
        self.active.set(Some(place));
        document::reveal(&self.row_id(place));
    }

    /// Goes on by a row, and round from either end.
    pub(super) fn step(self, down: bool) {
        let last = untrack(|| self.last());
        let next = match (self.active.get_untracked(), down) {
            (Some(place), true) if place < last => place + 1,
            (Some(place), false) if place > 0 => place - 1,
            (_, true) => 0,
            (_, false) => last,
        };
        self.mark(next);
    }

    /// The place of the last row.
    pub(super) fn last(self) -> usize {
        self.rows.with(|rows| rows.len().saturating_sub(1))
    }

    /// Chooses the marked row.
    pub(super) fn enter(self) {
        let marked = self.active.get_untracked();
        let zone = marked.and_then(|place| {
            self.rows
                .with_untracked(|rows| rows.get(place).map(|row| row.zone))
        });
        if zone.is_some() {
            self.take(zone);
        }
    }

    /// Hands on what was chosen, and closes.
    pub(super) fn take(self, zone: Option<Zone>) {
        if let Some(zone) = zone {
            Keeper::wish(&Wish::Remember(zone));
        }
        self.choose.run(zone);
        self.open.set(false);
    }
}
