//! Places by which people name zones.

/// A city and its zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct City {
    /// Its name in Chinese.
    pub zh: &'static str,
    /// Its name in English.
    pub en: &'static str,
    /// Its country in Chinese and in English.
    pub country: (&'static str, &'static str),
    /// Its IANA zone.
    pub zone: &'static str,
}

/// The cities known by name; the first of a zone is the one the zone is called after.
pub fn cities() -> impl Iterator<Item = City> {
    include_str!("cities.txt").lines().filter_map(|line| {
        let mut parts = line.split('|');
        Some(City {
            zh: parts.next()?,
            en: parts.next()?,
            country: (parts.next()?, parts.next()?),
            zone: parts.next()?,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::cities;
    use crate::engine::Zone;

    #[test]
    fn every_city_has_a_zone() {
        assert_eq!(cities().count(), include_str!("cities.txt").lines().count());
        for city in cities() {
            assert!(
                city.zone.parse::<Zone>().is_ok(),
                "{} has no zone {}",
                city.en,
                city.zone
            );
        }
    }
}
