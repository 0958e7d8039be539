//! How well promises were kept, as a sheet that can be read, printed, copied and opened in a spreadsheet.

use super::board::grouped;
use super::card::percent;
use super::phrase::{Phrase, phrases};
use super::{Lang, Reader, calendar, length, paper, status, zone_name};
use crate::board::{Line, Overrun, Summary, SummaryPeriod, Tickets};
use crate::engine::{Instant, Rank, Terms};

mod csv;

pub use csv::{csv, csv_name};

phrases! {
    /// Opens it; its heading.
    TITLE: "达成情况", "How promises were kept";
    /// The label of the period.
    PERIOD: "提交于", "Submitted";
    /// All tickets.
    ANY_TIME: "不限时间", "At any time";
    /// Those of this month.
    THIS_MONTH: "本月", "This month";
    /// Those of the one before.
    LAST_MONTH: "上月", "Last month";
    /// Those of this quarter.
    THIS_QUARTER: "本季度", "This quarter";
    /// Those of this year.
    THIS_YEAR: "今年", "This year";
    /// From one date to another.
    BETWEEN: "自选日期", "Between dates";
    /// The first date.
    FROM: "从", "From";
    /// The last date.
    THROUGH: "到", "Through";
    /// The column of the priority.
    PRIORITY: "优先级", "Priority";
    /// The column of tickets.
    TICKETS: "工单", "Tickets";
    /// Stopped in time.
    MET: "已达成", "Met";
    /// Stopped too late.
    MISSED: "未达成", "Missed";
    /// Open, and past due.
    OVERDUE: "已超时", "Overdue";
    /// Open, and not yet due.
    OPEN: "未到期", "Not yet due";
    /// Not judged.
    NOT_JUDGED: "未判定", "Not judged";
    /// The share that was met.
    SHARE: "达成率", "Share met";
    /// The worst overrun.
    WORST: "最大超时", "Worst overrun";
    /// The median.
    MEDIAN: "用时中位数", "Median time taken";
    /// The row of all priorities.
    TOTAL: "合计", "All";
    /// What the figures mean.
    NOTES: "达成率 = 已达成 ÷（已达成 + 未达成 + 已超时）。还没确认问题的工单，解决时限不判定。重开的工单按第一次的结果算（R9）。用时和超时都是计入的时间。",
        "Share met = met ÷ (met + missed + overdue). Resolution is not judged before the problem is confirmed. Reopened tickets count by their first outcome (R9). Times taken and overruns are counted time.";
    /// While it is worked out.
    WORKING: "正在统计 …", "Counting …";
    /// There is nothing to sum up.
    NOTHING: "这段时间没有工单。换一段时间试试。", "No tickets in this period. Try another one.";
    /// Copies it.
    COPY: "复制成文字", "Copy as text";
    /// Saves it.
    CSV: "存 CSV", "Save as CSV";
    /// Prints it.
    PRINT: "打印", "Print";
    /// The column of the target.
    TARGET: "时限", "Target";
    /// The first date of the period, in a spreadsheet.
    FIRST_DATE: "起始日期", "First date";
    /// The last.
    LAST_DATE: "结束日期", "Last date";
    /// As of when.
    AS_OF: "截至", "As of";
    /// The worst overrun by counted time, in a spreadsheet.
    WORST_COUNTED: "最大超时（计入，分钟）", "Worst overrun (counted, min)";
    /// The same by the wall clock.
    WORST_WALL: "最大超时（自然，分钟）", "Worst overrun (wall clock, min)";
    /// Whose it is.
    WORST_TICKET: "最大超时的工单", "Ticket of the worst overrun";
    /// The median, in a spreadsheet.
    MEDIAN_MINUTES: "用时中位数（分钟）", "Median time taken (min)";
}

/// A figure that is not there.
const NOT_THERE: &str = "—";

/// The figures of a target for a priority.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SummaryRow {
    /// The priority: `P2 中`; `合计` for all.
    pub name: String,
    /// How many tickets there are, met, missed, overdue, open and not judged.
    pub counts: [String; 6],
    /// The share that was met; a dash where nothing is decided.
    pub share: String,
    /// By how much the worst was overrun; a dash where nothing was.
    pub worst: String,
    /// Which ticket that is.
    pub worst_ticket: String,
    /// Its key.
    pub worst_key: Option<u32>,
    /// How long it took in the middle; a dash where nothing stopped.
    pub median: String,
}

/// A target's figures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TargetTable {
    /// The target.
    pub name: String,
    /// Its clause.
    pub clause: String,
    /// A row for each priority that has tickets, and the last for all.
    pub rows: Vec<SummaryRow>,
}

/// The sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SummaryCard {
    /// Whose it is: `SPT-001 达成情况`.
    pub title: String,
    /// Which tickets it is about.
    pub about: String,
    /// As of when.
    pub as_of: String,
    /// That some cannot be judged; empty where all can.
    pub faulty: String,
    /// How the contract is read: the clock, then whatever is not read by default.
    pub readings: Vec<String>,
    /// The targets; none without tickets.
    pub targets: Vec<TargetTable>,
    /// The versions of contract, holidays and zones.
    pub versions: String,
}

impl SummaryCard {
    /// The sheet of `summary`, which is of the tickets of `period` as of the reader's present.
    #[must_use]
    pub fn of(
        reader: &Reader,
        terms: &Terms,
        tickets: &Tickets,
        summary: &Summary,
        period: SummaryPeriod,
    ) -> Self {
        let Reader { lang, now, .. } = *reader;
        let policy = terms.policy();
        let title = TITLE.say(lang);
        let table = |(place, target): (usize, &crate::engine::Target)| {
            let row = |name: String, line: &Line| row(lang, name, line, tickets);
            let mut rows: Vec<SummaryRow> = policy
                .ranks()
                .filter_map(|rank| {
                    let line = summary.line(place, rank)?;
                    (line.total() > 0).then(|| row(priority(lang, terms, rank), line))
                })
                .collect();
            rows.extend(
                summary
                    .total(place)
                    .map(|line| row(TOTAL.say(lang).to_owned(), line)),
            );
            TargetTable {
                name: lang.of(&target.name).to_owned(),
                clause: target.clause.clone(),
                rows,
            }
        };
        let targets = policy.targets.iter().enumerate();
        Self {
            title: lang.pick(
                format!("{}：{title}", policy.id),
                format!("{}: {}", policy.id, title.to_lowercase()),
            ),
            about: about(lang, terms, summary, period, now),
            as_of: paper::as_of(lang, terms, now),
            faulty: faulty(lang, summary.faulty),
            readings: paper::readings(lang, terms),
            targets: if summary.tickets > summary.faulty {
                targets.map(table).collect()
            } else {
                Vec::new()
            },
            versions: calendar::versions(lang, terms),
        }
    }

    /// The sheet as text.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        let mut lines = vec![
            self.title.clone(),
            format!("{} · {}", self.about, self.as_of),
        ];
        lines.extend(Some(self.faulty.clone()).filter(|line| !line.is_empty()));
        for target in &self.targets {
            lines.push(String::new());
            lines.push(format!("{} {}", target.name, target.clause));
            lines.extend(target.rows.iter().map(|row| line(lang, row)));
        }
        lines.push(String::new());
        lines.push(NOTES.say(lang).to_owned());
        lines.push(self.readings.join(lang.pick("；", "; ")));
        lines.push(self.versions.clone());
        lines.join("\n")
    }
}

/// What a period is called.
#[must_use]
pub const fn period(period: SummaryPeriod) -> Phrase {
    match period {
        SummaryPeriod::All => ANY_TIME,
        SummaryPeriod::ThisMonth => THIS_MONTH,
        SummaryPeriod::LastMonth => LAST_MONTH,
        SummaryPeriod::ThisQuarter => THIS_QUARTER,
        SummaryPeriod::ThisYear => THIS_YEAR,
        SummaryPeriod::Between(..) => BETWEEN,
    }
}

/// `126 张工单，提交于 2026-11-01 至 2026-11-30（北京时间）`.
fn about(
    lang: Lang,
    terms: &Terms,
    summary: &Summary,
    period: SummaryPeriod,
    now: Instant,
) -> String {
    let zone = terms.policy().zone;
    let count = grouped(summary.tickets);
    let noun = if summary.tickets == 1 {
        "ticket"
    } else {
        "tickets"
    };
    match period.dates(zone, now) {
        None => lang.pick(format!("{count} 张工单"), format!("{count} {noun}")),
        Some((first, last)) => {
            let zone = zone_name(lang, zone);
            lang.pick(
                format!("{count} 张工单，提交于 {first} 至 {last}（{zone}）"),
                format!("{count} {noun} submitted from {first} through {last}, {zone}"),
            )
        }
    }
}

fn faulty(lang: Lang, faulty: usize) -> String {
    let count = grouped(faulty);
    match faulty {
        0 => String::new(),
        1 => lang
            .pick(
                "其中 1 张的事件互相矛盾，算不出来，没有计入各行。",
                "1 of them cannot be judged, because its events contradict each other; no row counts it.",
            )
            .to_owned(),
        _ => lang.pick(
            format!("其中 {count} 张的事件互相矛盾，算不出来，没有计入各行。"),
            format!(
                "{count} of them cannot be judged, because their events contradict each other; no row counts them."
            ),
        ),
    }
}

fn priority(lang: Lang, terms: &Terms, rank: Rank) -> String {
    let priority = terms.policy().priority(rank);
    priority.map_or(String::new(), |priority| {
        format!("{} {}", priority.id, lang.of(&priority.name))
    })
}

const fn counts(line: &Line) -> [usize; 6] {
    [
        line.total(),
        line.met,
        line.missed,
        line.overdue,
        line.open,
        line.projected,
    ]
}

fn row(lang: Lang, name: String, line: &Line, tickets: &Tickets) -> SummaryRow {
    let worst = line.worst;
    SummaryRow {
        name,
        counts: counts(line).map(grouped),
        share: line.share_met().map_or(NOT_THERE.to_owned(), percent),
        worst: worst.map_or(NOT_THERE.to_owned(), |worst| overrun(lang, worst)),
        worst_ticket: worst.map_or(String::new(), |worst| named(tickets, worst)),
        worst_key: worst.map(|worst| worst.key),
        median: line
            .median
            .map_or(NOT_THERE.to_owned(), |seconds| length(lang, seconds)),
    }
}

/// `35 分钟（自然 2 小时）`; once where both are the same.
fn overrun(lang: Lang, worst: Overrun) -> String {
    let counted = length(lang, worst.counted);
    if worst.counted == worst.wall {
        return counted;
    }
    let wall = length(lang, worst.wall);
    lang.pick(
        format!("{counted}（自然时间 {wall}）"),
        format!("{counted} ({wall} wall clock)"),
    )
}

/// What people call the ticket.
fn named(tickets: &Tickets, worst: Overrun) -> String {
    let index = tickets.index_of(worst.key);
    let of = |text: fn(&Tickets, u32) -> Option<&str>| {
        index
            .and_then(|index| text(tickets, index))
            .filter(|text| !text.is_empty())
    };
    let name = of(Tickets::number).or_else(|| of(Tickets::title));
    name.map_or_else(|| format!("#{}", worst.key), str::to_owned)
}

/// A row in a sentence.
fn line(lang: Lang, row: &SummaryRow) -> String {
    let heads = [TICKETS, MET, MISSED, OVERDUE, OPEN, NOT_JUDGED];
    let mut parts: Vec<String> = heads
        .iter()
        .zip(&row.counts)
        .map(|(head, count)| format!("{} {count}", said(lang, *head)))
        .collect();
    let more = [
        (SHARE, row.share.clone()),
        (WORST, format!("{} {}", row.worst, row.worst_ticket)),
        (MEDIAN, row.median.clone()),
    ];
    let more = more
        .into_iter()
        .filter(|(_, text)| !text.starts_with(NOT_THERE));
    parts.extend(more.map(|(head, text)| format!("{} {}", said(lang, head), text.trim_end())));
    let parts = parts.join(lang.pick("，", ", "));
    format!("{}{}{parts}", row.name, lang.colon())
}

fn said(lang: Lang, head: Phrase) -> String {
    head.say(lang).to_lowercase()
}

/// The key of the shape beside a column of counts, in the order of [`SummaryRow::counts`]; none for tickets.
pub const SHAPES: [Option<&str>; 6] = [
    None,
    Some(status::Urgency::Met.key()),
    Some(status::Urgency::Missed.key()),
    Some(status::Urgency::Breached.key()),
    Some(status::Urgency::OnTrack.key()),
    Some("not-started"),
];
