//! The figures of a summary as a file for spreadsheets.

use super::{
    AS_OF, FIRST_DATE, LAST_DATE, MEDIAN_MINUTES, MET, MISSED, NOT_JUDGED, OPEN, OVERDUE, PRIORITY,
    SHARE, TARGET, TICKETS, TOTAL, WORST_COUNTED, WORST_TICKET, WORST_WALL, counts, named,
};
use crate::board::{Summary, SummaryPeriod, Tickets};
use crate::engine::{Instant, Terms};
use crate::exchange::csv::Csv;
use crate::text::{Reader, sheet};

/// What the file with the figures is called: `spt-001-summary-20260214T0950Z.csv`.
#[must_use]
pub fn csv_name(terms: &Terms, now: Instant) -> String {
    let policy = terms.policy().id.to_lowercase();
    format!("{policy}-summary-{}.csv", sheet::stamp(now))
}

/// The figures as a table for spreadsheets.
#[must_use]
pub fn csv(
    reader: &Reader,
    terms: &Terms,
    tickets: &Tickets,
    summary: &Summary,
    period: SummaryPeriod,
) -> String {
    let Reader { lang, now, .. } = *reader;
    let policy = terms.policy();
    let dates = period.dates(policy.zone, now);
    let mut csv = Csv::default();
    for head in [
        TARGET,
        PRIORITY,
        TICKETS,
        MET,
        MISSED,
        OVERDUE,
        OPEN,
        NOT_JUDGED,
        SHARE,
        WORST_COUNTED,
        WORST_WALL,
        WORST_TICKET,
        MEDIAN_MINUTES,
        FIRST_DATE,
        LAST_DATE,
        AS_OF,
    ] {
        csv.text(head.say(lang));
    }
    csv.end();
    for (place, target) in policy.targets.iter().enumerate() {
        let ranks = policy.ranks().map(Some).chain([None]);
        for rank in ranks {
            let line = match rank {
                Some(rank) => summary.line(place, rank),
                None => summary.total(place),
            };
            let Some(line) = line else { continue };
            let name = rank.map_or(TOTAL.say(lang), |rank| {
                let priority = policy.priority(rank);
                priority.map_or("", |priority| priority.id.as_str())
            });
            csv.text(lang.of(&target.name));
            csv.text(name);
            for count in counts(line) {
                csv.figure(&count.to_string());
            }
            csv.figure(&line.share_met().map_or(String::new(), sheet::percent));
            match line.worst {
                Some(worst) => {
                    csv.figure(&sheet::minutes(worst.counted));
                    csv.figure(&sheet::minutes(worst.wall));
                    csv.text(&named(tickets, worst));
                }
                None => {
                    for _ in 0..3 {
                        csv.figure("");
                    }
                }
            }
            csv.figure(&line.median.map_or(String::new(), sheet::minutes));
            let (first, last) = dates.unzip();
            for date in [first, last] {
                csv.figure(&date.map_or(String::new(), |date| date.to_string()));
            }
            csv.figure(&sheet::iso(policy.zone, now));
            csv.end();
        }
    }
    csv.rows().to_owned()
}
