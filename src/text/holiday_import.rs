//! Importing holidays: what was recognised, why days were read so, what was not understood and how to mend it.

use super::Lang;
use super::phrase::{Phrase, phrases};
use crate::exchange::holidays::{
    BadDay, BadReason, HolidayCaution, HolidayFault, HolidayFormat, HolidayKind, HolidayWhy,
    LARGEST, LONGEST, MOST_DAYS, Place,
};

phrases! {
    /// A day off.
    OFF: "休", "off";
    /// A make-up day.
    WORKING: "班", "working";
    /// Half a day.
    HALF: "半天", "half day";
    /// Not taken.
    IGNORED: "不采用", "left out";
    /// Nothing in it.
    EMPTY: "里面没有内容。请选择日历文件，或粘贴日期。",
        "There is nothing in it. Choose a calendar file, or paste dates.";
    /// No text.
    NOT_TEXT: "这不是文本文件。请选择 .ics、.json 或 .csv 文件；工作簿请另存为 CSV（UTF-8）。",
        "This is no text. Choose an .ics, .json or .csv file; save a workbook as CSV (UTF-8).";
    /// JSON of another shape.
    UNKNOWN_JSON: "这是 JSON，但里面找不到日期。请用 holiday-cn 的格式，或一个日期列表。",
        "This is JSON without dates that are known. Use the shape of holiday-cn, or a list of dates.";
    /// Too much work.
    TOO_MUCH: "内容太多，没有读完，什么也没有采用。请分成几份，或去掉重复的规则和过长的行。",
        "It is too much to read, and nothing is taken. Split it, or remove repeating rules and very long lines.";
    /// No days.
    NO_DAYS: "里面没有找到日期。请写成 2026-02-14 春节 这样的，每行一个。",
        "No date is found in it. Write them like 2026-12-25 Christmas, one a line.";
    /// A year is asked for.
    YEAR_NEEDED: "日期没写年份。请选是哪一年。", "The dates say no year. Choose which it is.";
    /// The order of day and month is asked for.
    ORDER_NEEDED: "日和月的先后看不出来。请选哪个在前。",
        "Nothing tells whether the day or the month comes first. Choose which.";
    /// Marked.
    WHY_MARKED: "文件里标明了", "the file marks it";
    /// All day.
    WHY_ALL_DAY: "全天事件，按休算", "an all-day event, taken as a day off";
    /// A part of a day.
    WHY_PART: "不是全天，也没写上班", "takes a part of the day and is not called a working day";
    /// A festival.
    WHY_FESTIVAL: "只是节日，不一定放假", "a festival, which need not be a day off";
    /// The data set.
    WHY_DATA: "数据里写明了", "the data says so";
    /// Some regions.
    WHY_REGIONAL: "只在部分地区放假", "holds in some regions only";
    /// An observance.
    WHY_OBSERVANCE: "纪念日，不放假", "observed, but no public holiday";
    /// The column.
    WHY_COLUMN: "类型一列写明了", "the column of kinds says so";
    /// The column is not known.
    WHY_COLUMN_UNKNOWN: "类型不认识", "its kind is not known";
    /// A list.
    WHY_LISTED: "列在其中，按休算", "listed, taken as a day off";
    /// The sentence.
    WHY_SENTENCE: "文字里写明了", "the text says so";
    /// Not said.
    WHY_NOT_SAID: "没写放假还是上班", "nothing says whether it is off";
    /// Festivals.
    FESTIVALS: "这份日历列的是节日，不是放假安排，没有采用。请导入放假通知，或勾选确实放假的日子。",
        "This calendar lists festivals, not days off, so they are left out. Import the official notice, or tick the days that are off.";
    /// Cancelled.
    CANCELLED: "已取消的事件没有采用。", "Events that were called off are left out.";
    /// Part of a day.
    PART_OF_DAY: "只占一天中一段时间的事件没有采用；确实放假的请勾选。",
        "Events that take a part of a day are left out; tick those that are days off.";
    /// Regional.
    REGIONAL: "只在部分地区放假的日子没有采用；适用于你的请勾选。",
        "Days that hold in some regions only are left out; tick those of yours.";
    /// Observances.
    OBSERVANCES: "不放假的纪念日没有采用。", "Days that are observed but no public holidays are left out.";
    /// Half days.
    HALF_DAY_HOURS: "半天没写时段，按中午以前算。请核对，或填上时段。",
        "Half days do not say their hours; those until noon are taken. Check them, or enter hours.";
    /// Hours.
    WORKING_HOURS: "上班的日子带有起止时间，已作为当天的开放时间。要按平时的时间，请改为“班”。",
        "Working days come with times, which are taken as their hours. Set them to the usual hours if those are meant.";
    /// Zone.
    UNKNOWN_ZONE: "有的时间用了不认识的时区，按日历的时区算。请核对这些日子。",
        "Some times are in a zone that is not known; that of the calendar is taken. Check those days.";
    /// Endless.
    ENDLESS: "有的日子每年重复、没有终止，算到 2100 年。", "Some days repeat every year without an end; they are taken until 2100.";
    /// Cut.
    LINE_CUT: "有的行太长，只读了开头。请核对这些事件的名称。",
        "Some lines are too long, and only their beginning is read. Check the names of those events.";
    /// Weekday.
    WEEKDAY: "写的星期与日期不符，多半是年份不对。请核对年份。",
        "The day of the week is not that of the date; most likely the year is wrong. Check it.";
    /// Month first.
    MONTH_FIRST: "像 10.1 这样的日期按先月后日读。如果是先日后月，请改选。",
        "Dates like 10/1 are read with the month first. Choose otherwise if the day comes first.";
    /// Conflict.
    CONFLICT: "同一天有不同的说法。请只留一个；否则以班为先，其次半天。",
        "The same date has different kinds. Keep one; otherwise working goes before half day, and that before off.";
    /// No make-up days.
    NO_MAKE_UP_DAYS: "有长假，却没有调休上班的日子，多半不完整。请对照放假通知补上。",
        "There are long holidays but no make-up working days, so it is most likely incomplete. Add them from the official notice.";
}

/// The name of a kind.
#[must_use]
pub const fn kind(kind: &HolidayKind) -> Phrase {
    match kind {
        HolidayKind::Off => OFF,
        HolidayKind::Working(_) => WORKING,
        HolidayKind::Half(_) => HALF,
        HolidayKind::Ignored => IGNORED,
    }
}

/// What a file was recognised as.
#[must_use]
pub fn format(lang: Lang, format: HolidayFormat) -> &'static str {
    match format {
        HolidayFormat::ICalendar => {
            lang.pick("日历文件（iCalendar）", "a calendar file (iCalendar)")
        }
        HolidayFormat::HolidayCn => lang.pick("holiday-cn 的 JSON", "the JSON of holiday-cn"),
        HolidayFormat::ChineseDays => lang.pick("chinese-days 的 JSON", "the JSON of chinese-days"),
        HolidayFormat::HolidayCalendar => {
            lang.pick("holiday-calendar 的 JSON", "the JSON of holiday-calendar")
        }
        HolidayFormat::Nager => lang.pick("Nager.Date 的 JSON", "the JSON of Nager.Date"),
        HolidayFormat::GovUk => lang.pick("GOV.UK 银行假日", "the bank holidays of GOV.UK"),
        HolidayFormat::HongKong => {
            lang.pick("香港 1823 公众假期", "Hong Kong's general holidays (1823)")
        }
        HolidayFormat::DateHolidays => {
            lang.pick("date-holidays 的 JSON", "the JSON of date-holidays")
        }
        HolidayFormat::Json => lang.pick("JSON 日期列表", "a JSON list of dates"),
        HolidayFormat::Table => lang.pick("表格", "a table"),
        HolidayFormat::Notice => lang.pick("放假通知", "a notice of the State Council"),
        HolidayFormat::Dates => lang.pick("日期文字", "dates as text"),
    }
}

/// Why a day was read as it was.
#[must_use]
pub fn why(lang: Lang, why: HolidayWhy) -> String {
    let phrase = match why {
        HolidayWhy::Word(word) => {
            return lang.pick(
                format!("名称里有“{word}”"),
                format!("its name says \"{word}\""),
            );
        }
        HolidayWhy::Marked => WHY_MARKED,
        HolidayWhy::AllDay => WHY_ALL_DAY,
        HolidayWhy::PartOfDay => WHY_PART,
        HolidayWhy::Festival => WHY_FESTIVAL,
        HolidayWhy::DataSet => WHY_DATA,
        HolidayWhy::Regional => WHY_REGIONAL,
        HolidayWhy::Observance => WHY_OBSERVANCE,
        HolidayWhy::Column => WHY_COLUMN,
        HolidayWhy::ColumnUnknown => WHY_COLUMN_UNKNOWN,
        HolidayWhy::Listed => WHY_LISTED,
        HolidayWhy::Sentence => WHY_SENTENCE,
        HolidayWhy::NotSaid => WHY_NOT_SAID,
    };
    phrase.say(lang).to_owned()
}

/// Where an entry came from.
#[must_use]
pub fn place(lang: Lang, place: Place) -> String {
    match place {
        Place::Line(line) => lang.pick(format!("第 {line} 行"), format!("Line {line}")),
        Place::Event { number, line } => lang.pick(
            format!("第 {number} 个事件（第 {line} 行）"),
            format!("Event {number} (line {line})"),
        ),
        Place::Entry(number) => lang.pick(format!("第 {number} 项"), format!("Entry {number}")),
    }
}

/// What may not be as it is meant, and what to do about it.
#[must_use]
pub const fn caution(caution: HolidayCaution) -> Phrase {
    match caution {
        HolidayCaution::Festivals => FESTIVALS,
        HolidayCaution::Cancelled => CANCELLED,
        HolidayCaution::PartOfDay => PART_OF_DAY,
        HolidayCaution::Regional => REGIONAL,
        HolidayCaution::Observances => OBSERVANCES,
        HolidayCaution::HalfDayHours => HALF_DAY_HOURS,
        HolidayCaution::WorkingHours => WORKING_HOURS,
        HolidayCaution::UnknownZone => UNKNOWN_ZONE,
        HolidayCaution::Endless => ENDLESS,
        HolidayCaution::LineCut => LINE_CUT,
        HolidayCaution::Weekday => WEEKDAY,
        HolidayCaution::MonthFirst => MONTH_FIRST,
        HolidayCaution::Conflict => CONFLICT,
        HolidayCaution::NoMakeUpDays => NO_MAKE_UP_DAYS,
    }
}

/// What was not understood of an entry, where, and what to do about it.
#[must_use]
pub fn bad(lang: Lang, bad: &BadDay) -> String {
    let (zh, en) = match bad.reason {
        BadReason::NoDate => (
            "“{}”没有日期。请补上，如 2026-02-14。",
            "\"{}\" has no date. Add one, like 2026-02-14.",
        ),
        BadReason::NotADate => (
            "“{}”不是日期。请写成 2026-02-14 这样的，或删去。",
            "\"{}\" is no date. Write it like 2026-02-14, or remove it.",
        ),
        BadReason::NoSuchDate => (
            "没有“{}”这一天。请核对月和日。",
            "There is no such date as \"{}\". Check the month and the day.",
        ),
        BadReason::OutOfRange => (
            "“{}”不在 1970 至 2100 年之间。请核对年份。",
            "\"{}\" is not between 1970 and 2100. Check the year.",
        ),
        BadReason::EndsBefore => (
            "“{}”在开始之前就结束了，只采用了第一天。请核对起止。",
            "\"{}\" ends before it begins, so only its first day is taken. Check both dates.",
        ),
        BadReason::TooLong { days } => {
            let place = place(lang, bad.place);
            let value = &bad.value;
            return lang.pick(
                format!("{place}：“{value}”有 {days} 天，一项最多 {LONGEST} 天，没有采用。请核对结束日期，或分成几项。"),
                format!("{place}: \"{value}\" takes {days} days; an entry takes at most {LONGEST}, so it is left out. Check its end, or split it."),
            );
        }
        BadReason::Repeats => (
            "重复规则“{}”读不懂，只采用了第一次。请把其余的日子补上。",
            "The rule \"{}\" is not understood, so only its first days are taken. Add the others.",
        ),
        BadReason::UnknownKind => (
            "类型“{}”不认识，没有采用。放假或上班的请勾选。",
            "The kind \"{}\" is not known, so the day is left out. Tick it if it is a day off or a working day.",
        ),
        BadReason::Hours => (
            "“{}”的时段读不懂，按平时的时间算。请写成 09:00-12:00 这样的。",
            "The hours of \"{}\" are not understood, and the usual ones are taken. Write them like 09:00-12:00.",
        ),
        BadReason::Unended => (
            "事件“{}”没有结束，文件可能不完整。请重新下载。",
            "The event \"{}\" never ends; the file may be cut off. Download it again.",
        ),
    };
    let (place, colon) = (place(lang, bad.place), lang.colon());
    format!(
        "{place}{colon}{}",
        lang.pick(zh, en).replace("{}", &bad.value)
    )
}

/// Why a file gives no days, and what to do about it.
#[must_use]
pub fn fault(lang: Lang, fault: &HolidayFault) -> String {
    let phrase = match fault {
        HolidayFault::Empty => EMPTY,
        HolidayFault::NotText => NOT_TEXT,
        HolidayFault::UnknownJson => UNKNOWN_JSON,
        HolidayFault::TooMuch => TOO_MUCH,
        HolidayFault::YearNeeded => YEAR_NEEDED,
        HolidayFault::OrderNeeded => ORDER_NEEDED,
        HolidayFault::NoDays { first: None } => NO_DAYS,
        HolidayFault::NoDays { first: Some(first) } => {
            let (no_days, first) = (NO_DAYS.say(lang), bad(lang, first));
            return lang.pick(format!("{no_days}{first}"), format!("{no_days} {first}"));
        }
        HolidayFault::TooLarge { bytes } => {
            let (has, most) = (bytes.div_ceil(1 << 20), LARGEST >> 20);
            return lang.pick(
                format!("文件有 {has} MB，最多能读 {most} MB。请只导出放假的日历，或分成几份。"),
                format!("The file has {has} MB; at most {most} MB are read. Export only the calendar of holidays, or split it."),
            );
        }
        HolidayFault::UnknownEncoding { line, byte } => {
            return lang.pick(
                format!("第 {line} 行第 {byte} 个字节起读不出文字。请另存为 UTF-8。"),
                format!("Line {line} cannot be read from its byte {byte} on. Save it as UTF-8."),
            );
        }
        HolidayFault::BrokenJson { line, column } => {
            return lang.pick(
                format!("这份 JSON 从第 {line} 行第 {column} 个字符起读不懂，可能不完整，或嵌套太深。请重新下载。"),
                format!("This JSON is not understood from line {line}, character {column} on; it may be cut off or nested too deeply. Download it again."),
            );
        }
        HolidayFault::TooManyDays => {
            return lang.pick(
                format!("超过 {MOST_DAYS} 天，没有采用。请分成几份，或只留需要的年份。"),
                format!("It has more than {MOST_DAYS} days, and none is taken. Split it, or keep only the years you need."),
            );
        }
        HolidayFault::EmptyYear { year } => {
            return lang.pick(
                format!("{year} 年的数据还是空的，多半是通知尚未公布。请等公布后再导入。"),
                format!("There are no days for {year} yet; most likely they are not published. Import them once they are."),
            );
        }
        HolidayFault::WhichDivision { divisions } => {
            let names = divisions.join(lang.pick("、", ", "));
            return lang.pick(
                format!("里面有几个地区：{names}。请选一个。"),
                format!("It holds several divisions: {names}. Choose one."),
            );
        }
    };
    phrase.say(lang).to_owned()
}
