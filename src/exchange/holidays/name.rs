//! Names of holidays in both languages.

use std::collections::BTreeMap;

use super::day::HolidayDay;
use crate::engine::{Bilingual, HolidaySet};

/// The most characters a name has, and one that several were joined to.
const LONGEST: usize = 120;

/// Whether there is a Chinese character in `text`.
pub(super) fn is_chinese(text: &str) -> bool {
    text.chars()
        .any(|character| ('\u{3400}'..='\u{9fff}').contains(&character))
}

/// `text` as a name, in the language it is in; the other is not known.
pub(super) fn one(text: &str) -> Bilingual {
    let text = short(text);
    if is_chinese(&text) {
        Bilingual::new(text, "")
    } else {
        Bilingual::new("", text)
    }
}

/// A name by what it is called in each language, where that is known.
pub(super) fn both(zh: &str, en: &str) -> Bilingual {
    Bilingual::new(short(zh), short(en))
}

fn short(text: &str) -> String {
    let shown = |character: &char| !character.is_control();
    let text: String = text.chars().filter(shown).take(LONGEST).collect();
    text.trim().to_owned()
}

/// Adds another name of the same day.
pub(super) fn join(name: &mut Bilingual, other: &Bilingual) {
    for (name, other, between) in [
        (&mut name.zh, &other.zh, "、"),
        (&mut name.en, &other.en, "; "),
    ] {
        let fits = name.len() + other.len() <= LONGEST;
        if name.is_empty() {
            name.clone_from(other);
        } else if fits && !other.is_empty() && !name.contains(other.as_str()) {
            name.push_str(between);
            name.push_str(other);
        }
    }
}

/// Whether it is a holiday of China that is made up for.
pub(super) fn is_of_china(name: &Bilingual) -> bool {
    name.zh.contains("春节") || name.zh.contains("国庆")
}

/// Gives each name in both languages: by what the program knows, else the same in both.
pub(super) fn complete(days: &mut [HolidayDay]) {
    let lacks = |name: &Bilingual| name.zh.is_empty() != name.en.is_empty();
    if !days.iter().any(|day| lacks(&day.name)) {
        return;
    }
    let known: Vec<Bilingual> = HolidaySet::china().map_or_else(
        |_| Vec::new(),
        |china| {
            china
                .days
                .into_values()
                .chain(china.estimated.into_values())
                .collect()
        },
    );
    let by_zh: BTreeMap<&str, &str> = pairs(&known).collect();
    let by_en: BTreeMap<&str, &str> = pairs(&known).map(|(zh, en)| (en, zh)).collect();
    for name in days
        .iter_mut()
        .map(|day| &mut day.name)
        .filter(|name| lacks(name))
    {
        let of = |known: &BTreeMap<&str, &str>, text: &str| {
            known.get(text).copied().unwrap_or(text).to_owned()
        };
        if name.en.is_empty() {
            name.en = of(&by_zh, &name.zh);
        } else {
            name.zh = of(&by_en, &name.en);
        }
    }
}

fn pairs(known: &[Bilingual]) -> impl Iterator<Item = (&str, &str)> {
    known
        .iter()
        .map(|name| (name.zh.as_str(), name.en.as_str()))
}
