//! How the contract is read, in short words: only what is read otherwise than by default.

use serde_json::{Map, Value};

use crate::engine::{Node, Readings};

/// An open point as links know it. The order and the words of each are kept for ever: packed links hold
/// their places.
struct Point {
    key: &'static str,
    /// Its place in a document.
    field: &'static str,
    /// What it can be; a zone by name where this is empty.
    words: &'static [&'static str],
}

const YES_NO: &[&str] = &["no", "yes"];
const PER_TARGET: &[&str] = &["none", "response", "resolution", "both"];

const fn point(key: &'static str, field: &'static str, words: &'static [&'static str]) -> Point {
    Point { key, field, words }
}

const POINTS: [Point; 14] = [
    point("r1", "clock", &["all-hours", "working-time", "mixed"]),
    point(
        "r2",
        "resolutionStart",
        &["confirmation", "submission", "first-reply"],
    ),
    point("r3", "maintenanceIsDowntime", YES_NO),
    point("r4", "maintenanceSuspends", PER_TARGET),
    point("r5", "makeUpDays", YES_NO),
    point("r7", "pauses", PER_TARGET),
    point(
        "r8",
        "priorityChange",
        &["recompute", "restart", "carry-over", "keep-due"],
    ),
    point("r9", "reopening", &["resume", "restart"]),
    point("r10", "atClosing", &["closing", "next-opening"]),
    point("r11", "yearLength", &["real", "days-365"]),
    point(
        "r12",
        "mitigationStops",
        &["every-priority", "most-urgent-only"],
    ),
    point("r13", "windowZone", &[]),
    point("r14", "emergencyNotice", &["judged", "recorded"]),
    point("r15", "restorationFrom", &["restoration", "confirmation"]),
];

/// A point that is read otherwise than by default: its key, and the word for how.
pub(super) type Word = (&'static str, String);

/// What stands under `key` of a link when the contract is read some way; none for other keys, nothing in
/// it where the name of a zone stands there.
///
/// ```
/// use sla_planner::exchange::share::readings_of;
/// assert_eq!(readings_of("r5"), Some(["no", "yes"].as_slice()));
/// assert_eq!(readings_of("r6"), None);
/// ```
#[must_use]
pub fn allowed(key: &str) -> Option<&'static [&'static str]> {
    let mut points = POINTS.iter();
    points
        .find(|point| point.key == key)
        .map(|point| point.words)
}

/// The words for `readings`.
pub(super) fn words(readings: &Readings) -> Vec<Word> {
    let tree = |readings: &Readings| {
        let text = serde_json::to_string(readings).unwrap_or_default();
        Node::parse(&text).unwrap_or_default()
    };
    let (given, usual) = (tree(readings), tree(&Readings::default()));
    let other = POINTS.iter().filter_map(|point| {
        let value = given.get(point.field)?;
        (usual.get(point.field) != Some(value)).then(|| (point.key, word(value)))
    });
    other.collect()
}

fn word(value: &Value) -> String {
    let on = |key| value.get(key).and_then(Value::as_bool).unwrap_or_default();
    match value {
        Value::Bool(flag) => YES_NO.get(usize::from(*flag)),
        Value::Object(_) => {
            PER_TARGET.get(usize::from(on("response")) + 2 * usize::from(on("resolution")))
        }
        other => return other.as_str().unwrap_or_default().to_owned(),
    }
    .map_or_else(String::new, |word| (*word).to_owned())
}

/// The readings that `words` stand for; otherwise the place of the word that stands for none.
pub(super) fn readings(words: &[Word]) -> Result<Readings, usize> {
    let mut given = Map::new();
    for (place, (key, word)) in words.iter().enumerate() {
        let mut points = POINTS.iter();
        let point = points.find(|point| point.key == *key).ok_or(place)?;
        let position = point.words.iter().position(|known| known == word);
        let value = match (point.words, position) {
            ([], _) => Value::from(word.as_str()),
            (_, None) => return Err(place),
            (["no", "yes"], Some(position)) => Value::from(position == 1),
            (["none", ..], Some(position)) => {
                let mut switches = Map::new();
                switches.insert("response".to_owned(), Value::from(position % 2 == 1));
                switches.insert("resolution".to_owned(), Value::from(position > 1));
                Value::Object(switches)
            }
            _ => Value::from(word.as_str()),
        };
        given.insert(point.field.to_owned(), value);
        // Read one by one, so that what is wrong is known.
        Readings::read(&Node::whole(&Value::Object(given.clone()))).map_err(|_| place)?;
    }
    Readings::read(&Node::whole(&Value::Object(given))).map_err(|_| words.len())
}

/// The key of links that `text` is, if it is one of these.
pub(super) fn key(text: &str) -> Option<&'static str> {
    POINTS
        .iter()
        .map(|point| point.key)
        .find(|key| *key == text)
}

/// The places of a word for a packed link: of its point, and of itself; none for the name of a zone.
pub(super) fn places((key, word): &Word) -> Option<(usize, Option<usize>)> {
    let place = POINTS.iter().position(|point| point.key == *key)?;
    let words = POINTS.get(place)?.words;
    Some((place, words.iter().position(|known| known == word)))
}

/// The key at `place`, and what it can be.
pub(super) fn at(place: usize) -> Option<(&'static str, &'static [&'static str])> {
    POINTS.get(place).map(|point| (point.key, point.words))
}
