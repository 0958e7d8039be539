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

type Days = BTreeMap<NaiveDate, Bilingual>;

/// Reads `text`, the data of `country`, with what `region` changes.
pub(super) fn read(
    country: &'static str,
    text: &'static str,
    region: Option<&str>,
) -> Result<HolidaySet, Error> {
    let mut set = HolidaySet {
        country,
        region: None,
        official: DateSpan {
            from: NaiveDate::MIN,
            through: NaiveDate::MIN,
        },
        source: Vec::new(),
        days: Days::new(),
        make_up_days: Days::new(),
        estimated: Days::new(),
    };
    let mut names = Names::default();
    let mut wanted = true;
    for (number, line) in text.lines().enumerate() {
        let malformed = || Error::MalformedHolidays {
            country: country.to_owned(),
            line: number + 1,
        };
        if let Some(found) = line.strip_prefix("region ") {
            let found = Region::read(found).ok_or_else(malformed)?;
            wanted = region == Some(found.code);
            if wanted {
                set.region = Some(found);
            }
        } else if wanted {
            take(&mut set, &mut names, line).ok_or_else(malformed)?;
        }
    }
    if set.official.through == NaiveDate::MIN {
        return Err(Error::MalformedHolidays {
            country: country.to_owned(),
            line: 0,
        });
    }
    match (region, &set.region) {
        (Some(region), None) => Err(Error::NoHolidays {
            country: format!("{country}-{region}"),
        }),
        _ => Ok(set),
    }
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

fn take(set: &mut HolidaySet, names: &mut Names, line: &'static str) -> Option<()> {
    if let Some(told) = line.strip_prefix("# ") {
        set.source.push(told);
    } else if let Some(dates) = line.strip_prefix("official ") {
        set.official = date_span(dates)?;
    } else if let Some(name) = line.strip_prefix("name ") {
        names.add(name)?;
    } else if let Some(rest) = line.strip_prefix("estimate ") {
        let (year, off, _) = year(rest)?;
        add(&mut set.estimated, year, off, names)?;
    } else if let Some(rest) = line.strip_prefix("remove ") {
        let (year, dates) = rest.split_once(';')?;
        let year = year.parse().ok()?;
        for entry in dates.split(',') {
            let (date, _) = date(year, entry)?;
            set.days.remove(&date);
            set.estimated.remove(&date);
        }
    } else {
        let (year, off, work) = year(line)?;
        add(&mut set.days, year, off, names)?;
        add(&mut set.make_up_days, year, work, names)?;
    }
    Some(())
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

/// Names by their keys.
#[derive(Default)]
struct Names(BTreeMap<&'static str, Bilingual>);

impl Names {
    /// `ZH=EN`, whose key is the Chinese name, or `KEY=ZH=EN`.
    fn add(&mut self, text: &'static str) -> Option<()> {
        let (key, rest) = text.split_once('=')?;
        let (zh, en) = rest.split_once('=').unwrap_or((key, rest));
        self.0.insert(key, Bilingual::new(zh, en));
        Some(())
    }
}

/// Adds the comma-separated days of `year`.
fn add(days: &mut Days, year: i32, text: &str, names: &Names) -> Option<()> {
    for entry in text.split(',').filter(|entry| !entry.is_empty()) {
        let (first, rest) = date(year, entry)?;
        let (last, key) = match rest.strip_prefix('-') {
            Some(rest) => date(year, rest)?,
            None => (first, rest),
        };
        let name = names.0.get(key)?;
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
