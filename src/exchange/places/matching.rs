//! How well a name answers a query.

/// How a query is found in a name, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// It is the name.
    Whole,
    /// It is the first letters of the name's words.
    Initials,
    /// The name begins with it.
    Start,
    /// A later word begins with it, or the first letters of the words do, or it is Chinese and within.
    Within,
}

/// How `query`, folded and without spaces, is found in the folded `name`.
pub(super) fn fit(name: &str, query: &str) -> Option<Fit> {
    let start = begins(name, query);
    if start == Some(true) {
        return Some(Fit::Whole);
    }
    let several = query.len() > 1 && name.contains(' ');
    let initials = name.split(' ').filter_map(|word| word.chars().next());
    if several && initials.clone().eq(query.chars()) {
        return Some(Fit::Initials);
    }
    if start.is_some() {
        return Some(Fit::Start);
    }
    let mut rest = name;
    while let Some((_, words)) = rest.split_once(' ') {
        if begins(words, query).is_some() {
            return Some(Fit::Within);
        }
        rest = words;
    }
    let within = !query.is_ascii() && name.contains(query)
        || several && query.chars().eq(initials.take(query.len()));
    within.then_some(Fit::Within)
}

/// Whether `words`, without spaces, begin with `query`, and then whether that is all of them.
fn begins(words: &str, query: &str) -> Option<bool> {
    let mut letters = words.chars().filter(|letter| *letter != ' ');
    for wanted in query.chars() {
        if letters.next() != Some(wanted) {
            return None;
        }
    }
    Some(letters.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::{Fit, fit};

    #[test]
    fn names_answer_queries() {
        for (name, query, expected) in [
            ("shang hai", "shanghai", Some(Fit::Whole)),
            ("shang hai", "sh", Some(Fit::Initials)),
            ("shang hai", "s", Some(Fit::Start)),
            ("shang hai", "shangh", Some(Fit::Start)),
            ("shang hai", "hai", Some(Fit::Within)),
            ("shang hai", "ai", None),
            ("shanghai", "sh", Some(Fit::Start)),
            ("ho chi minh city", "hcm", Some(Fit::Within)),
            ("ho chi minh city", "hcmc", Some(Fit::Initials)),
            ("new york", "yorkcity", None),
            ("胡志明市", "志明", Some(Fit::Within)),
            ("shang hai", "shanghaishi", None),
            ("", "a", None),
        ] {
            assert_eq!(fit(name, query), expected, "{name}: {query}");
        }
    }
}
