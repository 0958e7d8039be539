//! Words for priorities, and the ranks of a policy.

use super::System;
use super::field::fold;
use crate::engine::{Policy, Rank};

/// A word in the column of priorities, and the rank it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PriorityWord {
    /// The word, as first written; empty for cells with none.
    pub word: String,
    /// How many rows have it.
    pub rows: usize,
    /// Which rank it is, and why; none where that is to be asked.
    pub rank: Option<(Rank, PriorityWhy)>,
}

/// Why a word stands for a rank.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PriorityWhy {
    /// The policy calls it so.
    Policy,
    /// It is a common word for it.
    Word,
    /// The system numbers its priorities so.
    System(System),
    /// A person said so.
    Said,
}

/// Common words, folded, from the most urgent to the least.
const WORDS: [&[&str]; 5] = [
    &[
        "highest",
        "critical",
        "p1",
        "sev-1",
        "sev1",
        "urgent",
        "emergency",
        "immediate",
        "sofort",
        "immédiat",
        "inmediata",
        "imediata",
        "very high",
        "très haute",
        "muito alta",
        "muy alta",
        "紧急",
        "立刻",
        "非常高",
        "最高",
        "urgente",
        "dringend",
        "höchste",
        "sehr hoch",
    ],
    &["high", "p2", "haute", "haut", "alta", "hoch", "高"],
    &[
        "medium", "normal", "middle", "moderate", "p3", "moyenne", "média", "mediana", "media",
        "mittel", "中", "普通", "一般", "正常",
    ],
    &[
        "low", "p4", "basse", "bas", "baixa", "baja", "niedrig", "低", "较低",
    ],
    &[
        "lowest",
        "planning",
        "very low",
        "p5",
        "muito baixa",
        "très basse",
        "nice to have",
        "最低",
        "很低",
        "niedrigste",
        "sehr niedrig",
    ],
];

/// Words that are the second of five where another in the column is the first (Redmine).
const BELOW_IMMEDIATE: [&str; 4] = ["urgent", "dringend", "紧急", "urgente"];
const IMMEDIATE: [&str; 5] = ["immediate", "sofort", "immédiat", "inmediata", "立刻"];

impl PriorityWord {
    /// What `words` stand for, each with the number of its rows.
    pub(super) fn guess(
        words: Vec<(String, usize)>,
        system: Option<System>,
        policy: &Policy,
    ) -> Vec<Self> {
        let immediate = words
            .iter()
            .any(|(word, _)| IMMEDIATE.contains(&bare(&fold(word)).1));
        let guess = |(word, rows): (String, usize)| Self {
            rank: rank(&fold(&word), immediate, system, policy),
            word,
            rows,
        };
        words.into_iter().map(guess).collect()
    }
}

fn rank(
    word: &str,
    immediate: bool,
    system: Option<System>,
    policy: &Policy,
) -> Option<(Rank, PriorityWhy)> {
    if word.is_empty() {
        return None;
    }
    let named = |rank: &Rank| {
        let called = policy.priority(*rank);
        called.is_some_and(|priority| {
            let names = [&priority.id, &priority.name.zh, &priority.name.en];
            names.iter().any(|name| name.to_lowercase() == word)
        })
    };
    let (number, name) = bare(word);
    let below = immediate && BELOW_IMMEDIATE.contains(&name);
    if let Some(rank) = policy.ranks().find(named).filter(|_| !below) {
        return Some((rank, PriorityWhy::Policy));
    }
    let common = WORDS.iter().position(|words| words.contains(&name));
    if let Some(step) = if below { Some(1) } else { common } {
        return Some((scaled(step, policy)?, PriorityWhy::Word));
    }
    let system = system.filter(|_| name.is_empty())?;
    let most = if matches!(system, System::ServiceNow | System::Otrs) {
        5
    } else {
        4
    };
    let number = number.filter(|number| (1..=most).contains(number))?;
    let step = match (system, system.one_is_urgent()?) {
        (_, true) => number - 1,
        (System::Zammad, false) => 4_usize.checked_sub(number)?,
        // 1 is ordinary, 2 is urgent.
        (System::Aliyun, false) => *[2, 0].get(number - 1)?,
        (System::Otrs | System::Tapd, false) => 5 - number,
        // Urgent, high, medium, low.
        (_, false) => 4 - number,
    };
    Some((scaled(step, policy)?, PriorityWhy::System(system)))
}

/// The number before a word, as in `1 - Critical` and `3 normal`, and the word.
fn bare(word: &str) -> (Option<usize>, &str) {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = word.split_at_checked(digits).unwrap_or(("", word));
    (
        number.parse().ok(),
        rest.trim_start_matches([' ', '-', '.', '–']),
    )
}

/// The rank of `policy` for one of five steps: the same where it has as many, else the nearest.
fn scaled(step: usize, policy: &Policy) -> Option<Rank> {
    let last = policy.priorities.len().checked_sub(1)?;
    let place = if last < 3 {
        (step * last + 2) / 4
    } else {
        step.min(last)
    };
    u8::try_from(place).ok().map(Rank)
}
