//! The zone of times that say none, as far as times in UTC beside them tell.

use super::field::fold;
use super::stamp::{self, Date, Stamp};
use super::times;
use super::{Field, Mapping, Record, Table, Zoning};
use crate::engine::{Instant, Zone};

/// The zone in which a table was likely written, and how far that is borne out.
///
/// Jira writes when a ticket was first replied to in UTC, and its comments, of which one is that reply, in the
/// zone of who exports. So the difference between the two is the offset of that zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct LikelyZone {
    /// The zone.
    pub zone: Zone,
    /// In how many rows a comment stands at the time of the reply, if it is this zone.
    pub agree: usize,
    /// How many rows have both.
    pub of: usize,
}

/// How comments are called, folded.
const COMMENTS: [&str; 7] = [
    "comment",
    "commentaire",
    "comentario",
    "kommentar",
    "评论",
    "备注",
    "注释",
];

/// Zones that are looked at, of those with the same offsets the one where more people live.
const ZONES: [&str; 28] = [
    "Asia/Shanghai",
    "Asia/Kolkata",
    "America/New_York",
    "Europe/London",
    "Europe/Berlin",
    "America/Los_Angeles",
    "America/Chicago",
    "Etc/UTC",
    "America/Sao_Paulo",
    "Asia/Tokyo",
    "Australia/Sydney",
    "Europe/Athens",
    "Europe/Moscow",
    "Asia/Dubai",
    "America/Denver",
    "America/Toronto",
    "America/Bogota",
    "America/Mexico_City",
    "America/Halifax",
    "Asia/Bangkok",
    "Asia/Karachi",
    "Asia/Dhaka",
    "Africa/Lagos",
    "Africa/Johannesburg",
    "Africa/Cairo",
    "Australia/Brisbane",
    "Australia/Adelaide",
    "Pacific/Auckland",
];

/// How many rows with both times are looked at.
const ENOUGH: usize = 2_000;
/// How many must agree at least.
const FEWEST: usize = 3;

impl LikelyZone {
    /// The zone of `table` by its rows; of several that fit as well, the first of `preferred`. None where too
    /// few rows tell, or fewer than half of them agree.
    ///
    /// ```
    /// use sla_planner::engine::Policy;
    /// use sla_planner::exchange::table::{LikelyZone, Mapping, Table};
    /// let header = "Issue key,Summary,Created,Custom field ([CHART] Date of First Response),Comment\n";
    /// let rows = (1..=3).map(|day| {
    ///     format!("K-{day},a,0{day}/Jul/26 4:00 PM,2026-07-0{day} 08:05:30.1,0{day}/Jul/26 4:05 PM;ann;Hello\n")
    /// });
    /// let table = Table::paste(&(header.to_owned() + &rows.collect::<String>())).unwrap();
    /// let mapping = Mapping::guess(&table, &Policy::spt_001()?);
    /// let found = LikelyZone::find(&table, &mapping, &[]).unwrap();
    /// assert_eq!((found.zone.name(), found.agree, found.of), ("Asia/Shanghai", 3, 3));
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    #[must_use]
    pub fn find(table: &Table, mapping: &Mapping, preferred: &[Zone]) -> Option<Self> {
        let replied = mapping.guessed(Field::FirstResponse)?;
        let times = replied
            .times
            .filter(|times| times.zoning == Zoning::SystemUtc)?;
        let headers = table.headers().iter().enumerate();
        let comments: Vec<usize> = headers
            .filter(|(_, header)| COMMENTS.contains(&fold(header).as_str()))
            .map(|(column, _)| column)
            .collect();
        let told = |row: Record<'_>| {
            let mut cells = replied.columns.iter().map(|column| row.value(*column));
            let at = cells.find(|cell| !cell.is_empty())?;
            let (at, _) = times::instant(&at, times, None, Instant::MIN).ok()?;
            let walls = comments
                .iter()
                .filter_map(|column| minute(&row.value(*column)));
            let walls: Vec<i64> = walls.collect();
            (!walls.is_empty()).then_some((at, walls))
        };
        let told: Vec<(Instant, Vec<i64>)> = table.rows().filter_map(told).take(ENOUGH).collect();
        let agree = |zone: Zone| {
            let shown = |at: Instant| (at.epoch() + zone.offset(at)).div_euclid(60);
            told.iter()
                .filter(|(at, walls)| walls.contains(&shown(*at)))
                .count()
        };
        let known = ZONES.iter().filter_map(|name| name.parse().ok());
        let mut best: Option<(Zone, usize)> = None;
        for zone in preferred.iter().copied().chain(known) {
            let agree = agree(zone);
            if best.is_none_or(|(_, most)| agree > most) {
                best = Some((zone, agree));
            }
        }
        let (zone, agree) = best?;
        let of = told.len();
        (agree >= FEWEST && agree * 2 > of).then_some(Self { zone, agree, of })
    }
}

/// The minute that stands before a comment, as in `28/Nov/25 5:10 PM;ann;text`, by the wall clock.
fn minute(comment: &str) -> Option<i64> {
    let (when, _) = comment.split_once(';')?;
    let Some(Stamp::Wall {
        date: Date::Known(Some(date)),
        time: Some(second),
        offset: None,
    }) = stamp::parse(when)
    else {
        return None;
    };
    let midnight = date.and_hms_opt(0, 0, 0)?.and_utc().timestamp();
    Some((midnight + i64::from(second)).div_euclid(60))
}
