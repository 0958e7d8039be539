//! The compact text holidays are kept in.
//!
//! Lines that begin with `#` tell the source. `official FROM THROUGH` gives the official dates.
//! `name ZH=EN` gives a name in both languages, `name KEY=ZH=EN` one that days call by its key.
//! `YEAR;DAYS;MAKE-UP DAYS` gives the days of a year, where a day is `MMDDname` or `MMDD-MMDDname`;
//! `estimate YEAR;DAYS;` estimated ones. What follows `region CODE ZH=EN` is of that region only; there,
//! `remove YEAR;MMDD,MMDD` takes days of the country away.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{HolidaySet, Region};
use crate::engine::{Bilingual, DateSpan, Error, iso};

type Days = Vec<(NaiveDate, Bilingual)>;

/// What the lines read so far say.
#[derive(Default)]
struct Found {
    region: Option<Region>,
    official: Option<DateSpan>,
    source: Vec<&'static str>,
    /// By key.
    names: Vec<(&'static str, Bilingual)>,
    days: Days,
    make_up_days: Days,
    estimated: Days,
    removed: Vec<NaiveDate>,
}

/// Reads `text`, the data of `country`, with what `region` changes.
pub(super) fn read(
    country: &'static str,
    text: &'static str,
    region: Option<&str>,
) -> Result<HolidaySet, Error> {
    let malformed = |line| Error::MalformedHolidays {
        country: country.to_owned(),
        line,
    };
    let mut found = Found::default();
    let mut wanted = true;
    for (number, line) in (1..).zip(text.lines()) {
        if let Some(next) = line.strip_prefix("region ") {
            let next = Region::read(next).ok_or_else(|| malformed(number))?;
            wanted = region == Some(next.code);
            if wanted {
                found.region = Some(next);
            }
        } else if wanted {
            found.take(line).ok_or_else(|| malformed(number))?;
        }
    }
    if let (Some(region), None) = (region, &found.region) {
        return Err(Error::NoHolidays {
            country: format!("{country}-{region}"),
        });
    }
    let removed = found.removed;
    let kept = |days: Days| {
        let mut kept = BTreeMap::new();
        for (date, name) in days {
            if !removed.contains(&date) {
                kept.insert(date, name);
            }
        }
        kept
    };
    Ok(HolidaySet {
        country,
        region: found.region,
        official: found.official.ok_or_else(|| malformed(0))?,
        source: found.source,
        days: kept(found.days),
        make_up_days: kept(found.make_up_days),
        estimated: kept(found.estimated),
    })
}

/// The regions in `text`.
pub(super) fn regions(text: &'static str) -> impl Iterator<Item = Region> {
    let lines = text.lines().filter_map(|line| line.strip_prefix("region "));
    lines.filter_map(Region::read)
}

impl Region {
    /// `CODE ZH=EN`.
    fn read(text: &'static str) -> Option<Self> {
        let (code, name) = text.split_once(' ')?;
        let (zh, en) = name.split_once('=')?;
        Some(Self {
            code,
            name: Bilingual::new(zh, en),
        })
    }
}

impl Found {
    fn take(&mut self, line: &'static str) -> Option<()> {
        if let Some(told) = line.strip_prefix("# ") {
            self.source.push(told);
        } else if let Some(dates) = line.strip_prefix("official ") {
            self.official = Some(date_span(dates)?);
        } else if let Some(name) = line.strip_prefix("name ") {
            // `ZH=EN`, whose key is the Chinese name, or `KEY=ZH=EN`.
            let (key, rest) = name.split_once('=')?;
            let (zh, en) = rest.split_once('=').unwrap_or((key, rest));
            self.names.push((key, Bilingual::new(zh, en)));
        } else if let Some(rest) = line.strip_prefix("estimate ") {
            let (year, off, _) = year(rest)?;
            add(&mut self.estimated, year, off, &self.names)?;
        } else if let Some(rest) = line.strip_prefix("remove ") {
            let (year, dates) = rest.split_once(';')?;
            let year = year.parse().ok()?;
            for entry in dates.split(',') {
                self.removed.push(date(year, entry)?.0);
            }
        } else {
            let (year, off, work) = year(line)?;
            add(&mut self.days, year, off, &self.names)?;
            add(&mut self.make_up_days, year, work, &self.names)?;
        }
        Some(())
    }
}

fn date_span(text: &str) -> Option<DateSpan> {
    let (from, through) = text.split_once(' ')?;
    Some(DateSpan {
        from: iso::date(from)?,
        through: iso::date(through)?,
    })
}

fn year(line: &str) -> Option<(i32, &str, &str)> {
    let (year, rest) = line.split_once(';')?;
    let (off, work) = rest.split_once(';')?;
    Some((year.parse().ok()?, off, work))
}

/// Adds the comma-separated days of `year`.
fn add(days: &mut Days, year: i32, text: &str, names: &[(&str, Bilingual)]) -> Option<()> {
    for entry in text.split(',').filter(|entry| !entry.is_empty()) {
        let (first, rest) = date(year, entry)?;
        let (last, key) = match rest.strip_prefix('-') {
            Some(rest) => date(year, rest)?,
            None => (first, rest),
        };
        let (_, name) = names.iter().find(|(known, _)| *known == key)?;
        let run = first.iter_days().take_while(|date| *date <= last);
        days.extend(run.map(|date| (date, name.clone())));
    }
    Some(())
}

/// `MMDD` at the front of `text`, and what follows.
fn date(year: i32, text: &str) -> Option<(NaiveDate, &str)> {
    let (digits, rest) = text.split_at_checked(4)?;
    let (month, day) = digits.split_at_checked(2)?;
    let date = NaiveDate::from_ymd_opt(year, month.parse().ok()?, day.parse().ok()?)?;
    Some((date, rest))
}

#[cfg(test)]
mod tests {
    use super::{Error, read};

    #[test]
    fn names_the_line_that_is_wrong() {
        let line = |text| match read("CN", text, Some("X")) {
            Err(Error::MalformedHolidays { line, .. }) => Some(line),
            _ => None,
        };
        let whole = "official 2026-01-01 2026-12-31\nname Z=E\nregion X Z=E\n2026;0101Z;\n";
        assert_eq!(line(whole), None);
        assert_eq!(line("official 2026-01-01\nregion X Z=E\n"), Some(1));
        assert_eq!(line("# S\nregion X\n"), Some(2));
        assert_eq!(line("name Z=E\nregion X Z=E\n2026;0230Z;\n"), Some(3));
        assert_eq!(line("name Z=E\nregion X Z=E\n2026;0101Y;\n"), Some(3));
        assert_eq!(line("region X Z=E\n"), Some(0), "no official dates");
    }
}
