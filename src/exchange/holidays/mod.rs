//! Holidays from elsewhere: calendar files, the JSON of common data sets, tables, and pasted dates.
//!
//! [`read`] recognises which it is and makes a [`HolidayImport`], in which each day can be looked at and changed
//! before it is applied to a calendar.

use crate::engine::Zone;

mod apply;
mod day;
mod fault;
mod gather;
mod ics;
mod import;
mod json;
mod name;
mod pasted;
mod sheet;
mod words;
mod write;

pub use apply::Applying;
pub use day::{HolidayDay, HolidayKind, HolidayWhy, Place};
pub use fault::{BadDay, BadReason, HolidayCaution, HolidayFault};
pub use import::{Conflict, HolidayFormat, HolidayImport, YearCount};
pub use write::{write_ics, write_json};

use super::moment::DateOrder;
use super::table::{Gb18030, TableFault, decode};
use gather::Gather;

/// The largest file that is read, in bytes.
pub const LARGEST: usize = 4 << 20;
/// The most days a file may give.
pub const MOST_DAYS: usize = 20_000;
/// The most days one entry may take.
pub const LONGEST: i64 = 400;
/// The most steps reading may take: lines, entries, repetitions, days.
pub const MOST_WORK: usize = 300_000;
/// How many of the entries that are not understood are kept; the others are counted.
pub const MOST_BAD: usize = 100;

/// What some programs put before a text.
const BOM: char = '\u{feff}';

/// What a file does not say by itself.
#[derive(Clone, Debug)]
pub struct Options {
    /// The zone of the calendar that the days are for.
    pub zone: Zone,
    /// The year of dates that say none.
    pub year: Option<i32>,
    /// Which of several divisions of a country is wanted.
    pub division: Option<String>,
    /// Whether day or month comes first where either can.
    pub order: Option<DateOrder>,
    /// Decodes what is no Unicode.
    pub gb18030: Gb18030,
}

impl Options {
    /// Nothing is said but the zone.
    #[must_use]
    pub fn new(zone: Zone) -> Self {
        Self {
            zone,
            year: None,
            division: None,
            order: None,
            gb18030: |_| None,
        }
    }
}

/// The days in the file `name`.
///
/// # Errors
/// [`HolidayFault`] when it cannot be read, or something has to be asked first: then it is read again with the
/// answer in `options`.
pub fn read(bytes: Vec<u8>, name: &str, options: &Options) -> Result<HolidayImport, HolidayFault> {
    if bytes.len() > LARGEST {
        return Err(HolidayFault::TooLarge { bytes: bytes.len() });
    }
    let bytes = ics::whole_characters(bytes);
    let decoded = decode::decode(bytes, options.gb18030);
    let (text, _) = decoded.map_err(|fault| match fault {
        TableFault::UnknownEncoding { line, byte } => HolidayFault::UnknownEncoding { line, byte },
        _ => HolidayFault::NotText,
    })?;
    read_text(&text, name, options)
}

/// The days in a pasted text.
///
/// ```
/// use sla_planner::exchange::holidays::{Options, paste};
/// let options = Options::new("Asia/Shanghai".parse()?);
/// let import = paste("2026-02-15 至 2026-02-23 春节\n2026年2月14日(周六)上班", &options).unwrap();
/// assert_eq!(import.days().len(), 10);
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
///
/// # Errors
/// As [`read`].
pub fn paste(text: &str, options: &Options) -> Result<HolidayImport, HolidayFault> {
    if text.len() > LARGEST {
        return Err(HolidayFault::TooLarge { bytes: text.len() });
    }
    read_text(text, "", options)
}

fn read_text(text: &str, name: &str, options: &Options) -> Result<HolidayImport, HolidayFault> {
    let text = text.trim_start_matches(BOM);
    if text.contains('\0') {
        return Err(HolidayFault::NotText);
    }
    if text.trim().is_empty() {
        return Err(HolidayFault::Empty);
    }
    let mut gather = Gather::new(options);
    let format = if ics::is_calendar(text) {
        ics::read(text, &mut gather)?
    } else if json::is_json(text) {
        json::read(text, &mut gather)?
    } else {
        in_order(text, options, &mut gather)?
    };
    gather.finish(name, format)
}

/// Reads dates as people write them; when some tell whether day or month comes first, all are read so.
fn in_order(
    text: &str,
    options: &Options,
    gather: &mut Gather,
) -> Result<HolidayFormat, HolidayFault> {
    let written = |gather: &mut Gather| match sheet::read(text, gather)? {
        Some(format) => Ok(format),
        None => pasted::read(text, gather),
    };
    let format = written(gather)?;
    let orders = gather.orders;
    let day_first = orders.told() == Some(DateOrder::DayFirst);
    if gather.order().is_some() || !(orders.either || orders.yearless && day_first) {
        return Ok(format);
    }
    let order = orders.told().ok_or(HolidayFault::OrderNeeded)?;
    let work = gather.work();
    *gather = Gather::new(&Options {
        order: Some(order),
        ..options.clone()
    });
    gather.spend(work)?;
    written(gather)
}
