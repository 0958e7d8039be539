//! Which places a query finds, and in which order.

use super::fold::fold;
use super::matching::{Fit, fit};
use super::offset::offset;
use super::{MOST, Place, Places};
use crate::engine::{Instant, Zone};

/// Where a place stands among those found: the lesser, the earlier.
type Standing = (u8, bool, usize, bool);

pub(super) fn search<'a>(
    places: &'a Places,
    query: &str,
    recent: &[Zone],
    now: Instant,
) -> Vec<&'a Place> {
    let wanted = fold(query).replace(' ', "");
    if let Some(seconds) = offset(query) {
        found(places, |place| {
            let fits = place.main && place.zone.offset(now) == seconds;
            fits.then_some((0, false, place.order, false))
        })
    } else if wanted.is_empty() {
        offered(places, recent)
    } else {
        let countries: Vec<Option<Fit>> = places
            .countries
            .iter()
            .map(|names| best(names, &wanted))
            .collect();
        found(places, |place| {
            let country = countries.get(place.country_index).copied().flatten();
            standing(place, country, &wanted)
        })
    }
}

/// Zones used of late, then those that many look for.
fn offered<'a>(places: &'a Places, recent: &[Zone]) -> Vec<&'a Place> {
    let mut offered: Vec<&Place> = Vec::new();
    for zone in recent.iter().chain(&places.useful) {
        if let Some(place) = places.of(*zone)
            && !offered.iter().any(|known| known.zone == place.zone)
        {
            offered.push(place);
        }
    }
    offered.truncate(MOST);
    offered
}

fn found(places: &Places, standing: impl Fn(&Place) -> Option<Standing>) -> Vec<&Place> {
    let mut found: Vec<(Standing, &Place)> = places
        .places
        .iter()
        .filter_map(|place| Some((standing(place)?, place)))
        .collect();
    found.sort_by_key(|(standing, _)| *standing);
    found.truncate(MOST);
    found.into_iter().map(|(_, place)| place).collect()
}

fn best(names: &[String], wanted: &str) -> Option<Fit> {
    names.iter().filter_map(|name| fit(name, wanted)).min()
}

/// A city before its country before the name of its zone, and the better fit before that. Among equals the
/// cities of zones that many look for, then the further cities of these, then the others.
fn standing(place: &Place, country: Option<Fit>, wanted: &str) -> Option<Standing> {
    let by_city = best(&place.names, wanted).map(|fit| match fit {
        Fit::Whole => 0,
        Fit::Initials => 1,
        Fit::Start => 3,
        Fit::Within => 5,
    });
    let by_country = country.map(|fit| match fit {
        Fit::Whole | Fit::Initials => 2,
        Fit::Start => 4,
        Fit::Within => 6,
    });
    let by_id = best(&place.ids, wanted).map(|fit| if fit == Fit::Whole { 0 } else { 7 });
    let rank = [by_city, by_country, by_id].into_iter().flatten().min()?;
    let sought = place.main && place.order < usize::MAX;
    Some((rank, !sought, place.order, !place.main))
}
