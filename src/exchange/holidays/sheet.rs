//! Holidays of a table: CSV, cells of a spreadsheet, Markdown.

use chrono::{Days, NaiveDate};

use super::day::{HolidayKind, HolidayWhy, Place};
use super::fault::{BadReason, HolidayCaution, HolidayFault};
use super::gather::{Gather, Said};
use super::import::HolidayFormat;
use super::name;
use super::pasted::{self, date::Written, resolve};
use super::words::{self, Says};
use crate::engine::{DayHours, TypedHours};
use crate::exchange::table::Table;
use resolve::Unclear;

/// Among how many records the header is looked for.
const HEADER_WITHIN: usize = 6;

const DATES: [&str; 12] = [
    "date",
    "日期",
    "day",
    "start date",
    "start",
    "from",
    "开始日期",
    "开始",
    "datum",
    "fecha",
    "holiday date",
    "节日日期",
];
const ENDS: [&str; 8] = [
    "end date",
    "end",
    "to",
    "through",
    "until",
    "结束日期",
    "结束",
    "截止日期",
];
const NAMES: [&str; 16] = [
    "name",
    "holiday",
    "holiday name",
    "名称",
    "节日",
    "节日名称",
    "假日",
    "节假日",
    "title",
    "subject",
    "summary",
    "event",
    "说明",
    "备注",
    "localname",
    "name_zh",
];
const ENGLISH: [&str; 4] = ["name_en", "english", "英文", "英文名称"];
const KINDS: [&str; 8] = [
    "type", "kind", "category", "类型", "类别", "status", "状态", "班休",
];
const OFF: [&str; 6] = [
    "isoffday",
    "is off day",
    "off",
    "是否放假",
    "是否休息",
    "放假",
];
const WORKING: [&str; 6] = [
    "workday",
    "isworkday",
    "working",
    "是否上班",
    "上班",
    "是否工作日",
];
const HOURS: [&str; 4] = ["hours", "时段", "工作时间", "上班时间"];

/// What stands in which column.
#[derive(Default)]
struct Columns {
    date: usize,
    end: Option<usize>,
    name: Option<usize>,
    english: Option<usize>,
    kind: Option<usize>,
    off: Option<usize>,
    working: Option<usize>,
    hours: Option<usize>,
}

/// Reads a table; none when it is none, or has no column of dates.
pub(super) fn read(text: &str, gather: &mut Gather) -> Result<Option<HolidayFormat>, HolidayFault> {
    let Ok(table) = Table::paste(text) else {
        return Ok(None);
    };
    if table.separator().is_none() {
        return Ok(None);
    }
    let records = Records::of(&table);
    let Some((first, columns)) = records.columns() else {
        return Ok(None);
    };
    for (line, cells) in records.0.iter().skip(first) {
        gather.spend(1 + cells.len())?;
        row(cells, &columns, Place::Line(*line), gather)?;
    }
    Ok(Some(HolidayFormat::Table))
}

/// All records with their lines, the header among them.
struct Records(Vec<(u32, Vec<String>)>);

impl Records {
    fn of(table: &Table) -> Self {
        let cells = |record: crate::exchange::table::Record<'_>| {
            let cells = (0..record.width()).map(|column| record.value(column).into_owned());
            (record.line(), cells.collect::<Vec<_>>())
        };
        let mut records: Vec<_> = table.before().map(cells).collect();
        let line = records.last().map_or(1, |(line, _)| line + 1);
        records.push((line, table.headers().to_vec()));
        records.extend(table.rows().map(cells));
        Self(records)
    }

    /// The first record below the header, and what its columns are. Without a header the one column that holds
    /// nothing but whole dates counts, and no other may begin with one.
    fn columns(&self) -> Option<(usize, Columns)> {
        for (place, (_, cells)) in self.0.iter().enumerate().take(HEADER_WITHIN) {
            let header: Vec<String> = cells
                .iter()
                .map(|cell| words::folded(cell.trim()))
                .collect();
            let find = |names: &[&str]| {
                let mut names = names.iter();
                names.find_map(|name| header.iter().position(|header| header == name))
            };
            if let Some(date) = find(&DATES) {
                let columns = Columns {
                    date,
                    end: find(&ENDS),
                    name: find(&NAMES),
                    english: find(&ENGLISH),
                    kind: find(&KINDS),
                    off: find(&OFF),
                    working: find(&WORKING),
                    hours: find(&HOURS),
                };
                return Some((place + 1, columns));
            }
        }
        let width = self.0.first()?.1.len();
        let is_dates = |column: usize| {
            self.0.iter().all(|(_, cells)| {
                let cell = cells.get(column).filter(|_| cells.len() == width);
                let whole = |found| {
                    matches!(
                        found,
                        Written::Whole(_) | Written::Either { year: Some(_), .. }
                    )
                };
                cell.is_some_and(|cell| pasted::cell(cell).is_some_and(whole))
            })
        };
        let dates: Vec<usize> = (0..width.min(8))
            .filter(|column| is_dates(*column))
            .collect();
        let [date] = dates.as_slice() else {
            return None;
        };
        let mut columns = Columns {
            date: *date,
            ..Columns::default()
        };
        for column in (0..width).filter(|column| column != date) {
            let first = self.0.first().and_then(|(_, cells)| cells.get(column));
            if first.is_some_and(|cell| pasted::cell(cell).is_some()) {
                return None;
            }
            let mut cells = self.0.iter().filter_map(|(_, cells)| cells.get(column));
            if cells.all(|cell| words::kind(cell).is_some()) {
                columns.kind.get_or_insert(column);
            } else {
                columns.name.get_or_insert(column);
            }
        }
        Some((0, columns))
    }
}

fn row(
    cells: &[String],
    columns: &Columns,
    place: Place,
    gather: &mut Gather,
) -> Result<(), HolidayFault> {
    let cell = |column: Option<usize>| -> &str {
        let cell = column.and_then(|column| cells.get(column));
        cell.map_or("", |cell| cell.trim())
    };
    let written = cell(Some(columns.date));
    if cells.iter().all(|cell| cell.trim().is_empty()) {
        return Ok(());
    }
    let Some(from) = date(written, place, gather)? else {
        return Ok(());
    };
    let mut through = from;
    if !cell(columns.end).is_empty() {
        let Some(end) = date(cell(columns.end), place, gather)? else {
            return Ok(());
        };
        if end < from {
            gather.bad(place, cell(columns.end), BadReason::EndsBefore);
        }
        through = end.max(from);
    }
    let title = cell(columns.name);
    let (says, why) = says(columns, &cell, title, place, gather);
    let mut kind = match says {
        Some(Says::Off) => HolidayKind::Off,
        Some(Says::Working) => HolidayKind::Working(None),
        Some(Says::Half) => HolidayKind::Half(None),
        None => HolidayKind::Ignored,
    };
    if let HolidayKind::Working(hours) | HolidayKind::Half(hours) = &mut kind
        && !cell(columns.hours).is_empty()
    {
        *hours = read_hours(cell(columns.hours));
        if hours.is_none() {
            gather.bad(place, cell(columns.hours), BadReason::Hours);
        }
    }
    let bare = words::bare(title);
    let name = match cell(columns.english) {
        "" => name::one(&bare),
        english if bare.is_empty() => name::one(english),
        english => name::both(&bare, english),
    };
    let said = Said {
        kind,
        name,
        why,
        place,
    };
    gather.span(from, through + Days::new(1), &said)
}

/// What a row says of its day, and why; nothing where it is not taken.
fn says<'a>(
    columns: &Columns,
    cell: &dyn Fn(Option<usize>) -> &'a str,
    title: &str,
    place: Place,
    gather: &mut Gather,
) -> (Option<Says>, HolidayWhy) {
    let flagged = [
        (columns.off, Says::Off, Says::Working),
        (columns.working, Says::Working, Says::Off),
    ];
    for (column, yes, no) in flagged {
        if let Some(flag) = words::flag(cell(column)) {
            return (Some(if flag { yes } else { no }), HolidayWhy::Column);
        }
    }
    let written = cell(columns.kind);
    if !written.is_empty() {
        return match words::kind(written) {
            Some(Some(says)) => (Some(says), HolidayWhy::Column),
            Some(None) => {
                gather.caution(HolidayCaution::Observances);
                (None, HolidayWhy::Observance)
            }
            None => match words::said(written) {
                Some((says, _)) => (Some(says), HolidayWhy::Column),
                None => {
                    gather.bad(place, written, BadReason::UnknownKind);
                    (None, HolidayWhy::ColumnUnknown)
                }
            },
        };
    }
    match words::said(title) {
        Some((says, word)) => (Some(says), HolidayWhy::Word(word)),
        None => (Some(Says::Off), HolidayWhy::Listed),
    }
}

/// The date in a cell; none where it is told why there is none.
fn date(
    written: &str,
    place: Place,
    gather: &mut Gather,
) -> Result<Option<NaiveDate>, HolidayFault> {
    let bad = |gather: &mut Gather, reason| {
        gather.bad(place, written, reason);
        Ok(None)
    };
    let Some(found) = pasted::cell(written) else {
        let reason = if written.is_empty() {
            BadReason::NoDate
        } else {
            BadReason::NotADate
        };
        return bad(gather, reason);
    };
    match resolve::ordered(found, gather) {
        Ok(Written::Whole(date)) => Ok(Some(date)),
        Ok(Written::Yearless { month, day }) => {
            let year = gather.options().year.ok_or(HolidayFault::YearNeeded)?;
            match NaiveDate::from_ymd_opt(year, month, day) {
                Some(date) => Ok(Some(date)),
                None => bad(gather, BadReason::NoSuchDate),
            }
        }
        Ok(Written::Monthless { .. }) => bad(gather, BadReason::NotADate),
        Ok(_) => bad(gather, BadReason::NoSuchDate),
        Err(Unclear::Year) => Err(HolidayFault::YearNeeded),
        Err(Unclear::Order) => Ok(None),
        Err(Unclear::Bad(reason)) => bad(gather, reason),
    }
}

/// `09:00-12:00`, several behind one another.
fn read_hours(text: &str) -> Option<DayHours> {
    let folded = words::folded(text);
    let parts = folded
        .split([',', ' ', ';', '、', '/'])
        .filter(|part| !part.is_empty());
    let typed: Option<Vec<TypedHours>> = parts.map(|part| part.parse().ok()).collect();
    DayHours::typed(typed?)
        .ok()
        .filter(|hours| !hours.is_closed())
}
