//! What the words of a name say of a day.

/// What a word says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Says {
    Off,
    Working,
    Half,
}

/// Words, those that contain others before them. Brackets are those of ASCII, letters small.
const WORDS: [(&str, Says); 34] = [
    ("不上班", Says::Off),
    ("非工作日", Says::Off),
    ("non-working", Says::Off),
    ("nonworking", Says::Off),
    ("半天", Says::Half),
    ("半日", Says::Half),
    ("half day", Says::Half),
    ("half-day", Says::Half),
    ("补班", Says::Working),
    ("補班", Says::Working),
    ("上班", Says::Working),
    ("(班)", Says::Working),
    ("[班]", Says::Working),
    ("工作日", Says::Working),
    ("make-up", Says::Working),
    ("make up day", Says::Working),
    ("makeup", Says::Working),
    ("working day", Says::Working),
    ("workday", Says::Working),
    ("(work)", Says::Working),
    ("(休)", Says::Off),
    ("[休]", Says::Off),
    ("放假", Says::Off),
    ("补休", Says::Off),
    ("補假", Says::Off),
    ("补假", Says::Off),
    ("休假", Says::Off),
    ("假期", Says::Off),
    ("休息", Says::Off),
    ("day off", Says::Off),
    ("public holiday", Says::Off),
    ("bank holiday", Says::Off),
    ("in lieu", Says::Off),
    ("observed", Says::Off),
];

/// What stands in a cell or a key of kinds.
const KINDS: [(&str, Option<Says>); 46] = [
    ("休", Some(Says::Off)),
    ("休息", Some(Says::Off)),
    ("休息日", Some(Says::Off)),
    ("放假", Some(Says::Off)),
    ("假", Some(Says::Off)),
    ("假日", Some(Says::Off)),
    ("假期", Some(Says::Off)),
    ("节假日", Some(Says::Off)),
    ("法定节假日", Some(Says::Off)),
    ("法定假日", Some(Says::Off)),
    ("调休", Some(Says::Off)),
    ("off", Some(Says::Off)),
    ("day off", Some(Says::Off)),
    ("holiday", Some(Says::Off)),
    ("public", Some(Says::Off)),
    ("public holiday", Some(Says::Off)),
    ("public_holiday", Some(Says::Off)),
    ("national holiday", Some(Says::Off)),
    ("bank", Some(Says::Off)),
    ("bank holiday", Some(Says::Off)),
    ("closed", Some(Says::Off)),
    ("班", Some(Says::Working)),
    ("上班", Some(Says::Working)),
    ("补班", Some(Says::Working)),
    ("补班日", Some(Says::Working)),
    ("工作日", Some(Says::Working)),
    ("调休上班", Some(Says::Working)),
    ("work", Some(Says::Working)),
    ("working", Some(Says::Working)),
    ("workday", Some(Says::Working)),
    ("working day", Some(Says::Working)),
    ("make-up", Some(Says::Working)),
    ("makeup", Some(Says::Working)),
    ("transfer_workday", Some(Says::Working)),
    ("open", Some(Says::Working)),
    ("半天", Some(Says::Half)),
    ("半日", Some(Says::Half)),
    ("half", Some(Says::Half)),
    ("half day", Some(Says::Half)),
    ("half-day", Some(Says::Half)),
    ("observance", None),
    ("optional", None),
    ("school", None),
    ("authorities", None),
    ("纪念日", None),
    ("无", None),
];

/// `text` with the brackets of ASCII and small letters.
pub(super) fn folded(text: &str) -> String {
    let fold = |character: char| match character {
        '（' | '【' | '〔' => '(',
        '）' | '】' | '〕' => ')',
        '\u{ff01}'..='\u{ff5e}' => {
            char::from_u32(u32::from(character) - 0xfee0).unwrap_or(character)
        }
        '\u{2010}'..='\u{2015}' => '-',
        other => other,
    };
    text.chars()
        .map(|at| fold(at).to_ascii_lowercase())
        .collect()
}

/// What `name` says of its day, and the word that says it.
pub(super) fn said(name: &str) -> Option<(Says, &'static str)> {
    let name = folded(name);
    let found = WORDS.iter().find(|(word, _)| name.contains(word));
    found.map(|(word, says)| (*says, *word))
}

/// What the kind `text` says: that the day is not taken, where it says none of them. None for other words.
pub(super) fn kind(text: &str) -> Option<Option<Says>> {
    let text = folded(text.trim());
    let found = KINDS.iter().find(|(word, _)| *word == text);
    found.map(|(_, says)| *says)
}

/// Yes or no.
pub(super) fn flag(text: &str) -> Option<bool> {
    match folded(text.trim()).as_str() {
        "true" | "yes" | "y" | "1" | "是" | "√" => Some(true),
        "false" | "no" | "n" | "0" | "否" | "×" => Some(false),
        _ => None,
    }
}

/// What is no part of the name of a holiday.
const APART: [&str; 12] = [
    "前补班",
    "后补班",
    "(班)",
    "(休)",
    "[班]",
    "[休]",
    "调休",
    "补班",
    "補班",
    "上班",
    "放假",
    "假期",
];

/// `name` without what only says what its day is: 元旦 for `元旦(班)` and for `上班(补元旦假期)`.
pub(super) fn bare(name: &str) -> String {
    let tidy: String = name
        .chars()
        .map(|character| match character {
            '（' => '(',
            '）' => ')',
            other => other,
        })
        .collect();
    let inner = tidy
        .split_once("(补")
        .and_then(|(_, inner)| inner.split_once(')'));
    let mut bare = match inner {
        Some((inner, _)) if !inner.starts_with('假') && !inner.starts_with('休') => {
            inner.to_owned()
        }
        _ => tidy,
    };
    for apart in APART {
        if bare.contains(apart) {
            bare = bare.replace(apart, "");
        }
    }
    let dull = |character: char| character.is_whitespace() || "-:：,，、·".contains(character);
    match bare.trim_matches(dull) {
        "" => name.trim().to_owned(),
        bare => bare.to_owned(),
    }
}
