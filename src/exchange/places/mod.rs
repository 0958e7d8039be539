//! Places by which people find a time zone.

use crate::engine::{Bilingual, Instant, Zone};

mod fold;
mod matching;
mod offset;
mod read;
mod search;

/// The most places a search finds.
pub const MOST: usize = 50;

/// A city and its zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its zone.
    pub zone: Zone,
    /// What it is called.
    pub city: Bilingual,
    /// The country it is in.
    pub country: Bilingual,
    /// The place of its country among those of the list.
    country_index: usize,
    /// Whether the zone is named after it.
    main: bool,
    /// How early its zone comes among equals.
    order: usize,
    /// What the city is found by, folded.
    names: Vec<String>,
    /// The zone's name and old names.
    ids: Vec<String>,
}

/// Places, and what finds them.
///
/// ```
/// use sla_planner::exchange::places::Places;
/// let places = Places::read(
///     "pinyin hai海 shang上\n\
///      Asia/Shanghai;上海;中国;China;;CST;PRC\n\
///      Europe/London;伦敦;英国;United Kingdom;;GMT\n",
/// )
/// .unwrap();
/// let now = "2026-02-14T09:50:00Z".parse()?;
/// let found = |query| places.search(query, &[], now).first().map(|place| place.city.en.as_str());
/// assert_eq!(found("sh"), Some("Shanghai"));
/// assert_eq!(found("英国"), Some("London"));
/// assert_eq!(found("UTC+8"), Some("Shanghai"));
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Places {
    places: Vec<Place>,
    /// What each country is found by, folded.
    countries: Vec<Vec<String>>,
    /// The zones that many look for.
    useful: Vec<Zone>,
}

/// Why a list of places cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlacesFault {
    /// There is no place in it.
    Empty,
    /// A line lacks a part.
    Incomplete {
        /// The line, from 1.
        line: usize,
    },
    /// A line names a zone that is not known.
    UnknownZone {
        /// The line, from 1.
        line: usize,
        /// The name.
        name: String,
    },
}

impl Places {
    /// The places in `text`, whose form `places/read.rs` tells.
    ///
    /// # Errors
    /// [`PlacesFault`], when it is not such a list.
    pub fn read(text: &str) -> Result<Self, PlacesFault> {
        read::read(text)
    }

    /// All of them: for each zone its own city, then further ones.
    #[must_use]
    pub fn all(&self) -> &[Place] {
        &self.places
    }

    /// The city that `zone` is named after.
    #[must_use]
    pub fn of(&self, zone: Zone) -> Option<&Place> {
        let main = || self.places.iter().filter(|place| place.main);
        main().find(|place| place.zone == zone).or_else(|| {
            let id = fold::fold(zone.name());
            main().find(|place| place.ids.contains(&id))
        })
    }

    /// What `query` finds, best first, at most [`MOST`]: cities and countries in both languages and by
    /// pinyin, names of zones, abbreviations, and offsets as they are at `now`. An empty query finds the
    /// zones used of late, then some that many look for.
    #[must_use]
    pub fn search(&self, query: &str, recent: &[Zone], now: Instant) -> Vec<&Place> {
        search::search(self, query, recent, now)
    }
}
