//! The compact text places are kept in.
//!
//! Lines that begin with `#` tell the source. `pinyin a阿 ai埃爱` gives the syllable of each character in the
//! names, `useful ZONE ZONE` the zones that many look for, `then ZONE ZONE` those that follow them among equals,
//! `country 美国;US,USA` other words for a country.
//! `ZONE;CITY;COUNTRY;COUNTRY;CITY;WORDS;OLD NAMES` gives a zone: its city and its country in Chinese; the
//! country in English, then the city; other words for the city; other names of the zone. `+CITY;CITY;WORDS`
//! gives a further city of that zone, in Chinese and English, and ends with `;COUNTRY;COUNTRY` where the
//! country is another. A country that is called like its city is left empty, and so is an English city
//! that is spelled as in the zone's name. What is empty at the end of a line is left out.

use super::fold::fold;
use super::{Place, Places, PlacesFault};
use crate::engine::{Bilingual, Zone};

/// What the lines read so far say.
#[derive(Default)]
struct Found<'a> {
    /// Each character and its syllable, sorted.
    pinyin: Vec<(char, &'a str)>,
    useful: Vec<Zone>,
    then: Vec<Zone>,
    /// A country in Chinese and other words for it.
    words: Vec<(&'a str, &'a str)>,
    /// Each country and what it is found by.
    countries: Vec<(Bilingual, Vec<String>)>,
    places: Vec<Place>,
}

/// What is wrong with a line.
enum Wrong {
    Incomplete,
    Zone(String),
}

pub(super) fn read(text: &str) -> Result<Places, PlacesFault> {
    let mut found = Found::default();
    for (number, content) in text.lines().enumerate() {
        let line = number + 1;
        found.take(content).map_err(|wrong| match wrong {
            Wrong::Incomplete => PlacesFault::Incomplete { line },
            Wrong::Zone(name) => PlacesFault::UnknownZone { line, name },
        })?;
    }
    if found.places.is_empty() {
        return Err(PlacesFault::Empty);
    }
    Ok(Places {
        places: found.places,
        countries: found
            .countries
            .into_iter()
            .map(|(_, names)| names)
            .collect(),
        useful: found.useful,
    })
}

impl<'a> Found<'a> {
    fn take(&mut self, line: &'a str) -> Result<(), Wrong> {
        if line.is_empty() || line.starts_with('#') {
            Ok(())
        } else if let Some(syllables) = line.strip_prefix("pinyin ") {
            for part in syllables.split(' ') {
                let characters = part.trim_start_matches(|letter: char| letter.is_ascii());
                let syllable = part.strip_suffix(characters).unwrap_or(part);
                self.pinyin
                    .extend(characters.chars().map(|character| (character, syllable)));
            }
            self.pinyin.sort_unstable();
            Ok(())
        } else if let Some(zones) = line.strip_prefix("useful ") {
            self.useful = all_zones(zones)?;
            Ok(())
        } else if let Some(zones) = line.strip_prefix("then ") {
            self.then = all_zones(zones)?;
            Ok(())
        } else if let Some(country) = line.strip_prefix("country ") {
            self.words
                .push(country.split_once(';').ok_or(Wrong::Incomplete)?);
            Ok(())
        } else if let Some(further) = line.strip_prefix('+') {
            self.further(further)
        } else {
            self.zone(line)
        }
    }

    fn zone(&mut self, line: &'a str) -> Result<(), Wrong> {
        let mut parts = line.split(';');
        let mut part = || parts.next().unwrap_or_default();
        let (id, zh, country_zh, country_en, en) = (part(), part(), part(), part(), part());
        let (words, old) = (part(), part());
        let zone = zone(id)?;
        let spelled = id.rsplit('/').next().unwrap_or(id).replace('_', " ");
        let en = if en.is_empty() { &spelled } else { en };
        let or = |name: &'a str, city: &str| if name.is_empty() { city } else { name }.to_owned();
        let country = Bilingual::new(or(country_zh, zh), or(country_en, en));
        let ids = std::iter::once(id).chain(list(old)).map(fold).collect();
        self.place(zone, (zh, en), country, words, ids)
    }

    fn further(&mut self, line: &'a str) -> Result<(), Wrong> {
        let mut parts = line.split(';');
        let mut part = || parts.next().unwrap_or_default();
        let (zh, en, words, country_zh, country_en) = (part(), part(), part(), part(), part());
        let main = self.places.iter().rfind(|place| place.main);
        let main = main.ok_or(Wrong::Incomplete)?;
        let (zone, mut country) = (main.zone, main.country.clone());
        if !country_zh.is_empty() {
            country = Bilingual::new(country_zh, country_en);
        }
        self.place(zone, (zh, en), country, words, Vec::new())
    }

    /// Adds a place; one with `ids` is its zone's own city.
    fn place(
        &mut self,
        zone: Zone,
        (zh, en): (&str, &str),
        country: Bilingual,
        words: &str,
        ids: Vec<String>,
    ) -> Result<(), Wrong> {
        if [zh, en, &country.zh, &country.en].contains(&"") {
            return Err(Wrong::Incomplete);
        }
        let known = self.countries.iter().position(|known| known.0 == country);
        let country_index = known.unwrap_or(self.countries.len());
        if known.is_none() {
            let words = self.words.iter().find(|(name, _)| *name == country.zh);
            let names = self.names(&country.zh, &country.en, words.map_or("", |words| words.1));
            self.countries.push((country.clone(), names));
        }
        let mut sought = self.useful.iter().chain(&self.then);
        let sought = sought.position(|sought| *sought == zone);
        self.places.push(Place {
            zone,
            names: self.names(zh, en, words),
            city: Bilingual::new(zh, en),
            country,
            country_index,
            main: !ids.is_empty(),
            order: sought.unwrap_or(usize::MAX),
            ids,
        });
        Ok(())
    }

    /// What is found by its names and other words, folded.
    fn names(&self, zh: &str, en: &str, words: &str) -> Vec<String> {
        let mut names = vec![fold(zh), fold(en), self.spelled(zh)];
        names.extend(list(words).map(fold));
        names
    }

    /// A Chinese name in pinyin.
    fn spelled(&self, zh: &str) -> String {
        let mut spelled = String::new();
        for character in zh.chars() {
            let found = self
                .pinyin
                .binary_search_by_key(&character, |known| known.0);
            if let Some((_, syllable)) = found.ok().and_then(|place| self.pinyin.get(place)) {
                if !spelled.is_empty() {
                    spelled.push(' ');
                }
                spelled.push_str(syllable);
            }
        }
        spelled
    }
}

fn zone(name: &str) -> Result<Zone, Wrong> {
    name.parse().map_err(|_| Wrong::Zone(name.to_owned()))
}

fn all_zones(names: &str) -> Result<Vec<Zone>, Wrong> {
    names.split(' ').map(zone).collect()
}

/// The parts of a list that may be empty.
fn list(text: &str) -> impl Iterator<Item = &str> {
    text.split(',').filter(|part| !part.is_empty())
}
