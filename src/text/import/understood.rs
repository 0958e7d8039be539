//! How a row of an import is understood.

use super::preview::{SampleCard, SampleCell};
use crate::engine::{Bilingual, EventKind, Instant, Policy, Rank};
use crate::exchange::import::{Sample, Session};
use crate::exchange::table::{Field, Row};
use crate::text::{Lang, short_time, table as words};

/// A text in both languages.
pub(super) fn both(say: &dyn Fn(Lang) -> String) -> Bilingual {
    Bilingual::new(say(Lang::Zh), say(Lang::En))
}

/// A row as it is written and as it is understood; times are in the service zone.
pub(super) fn understood(session: &Session, sample: &Sample) -> SampleCard {
    let policy = session.policy();
    let cell = |(field, written): &(Field, String)| {
        let understood = match &sample.row {
            Ok(row) => meaning(session, *field, row),
            Err(_) => Bilingual::default(),
        };
        SampleCell {
            field: *field,
            written: written.clone(),
            understood: match written.as_str() {
                "" => Bilingual::default(),
                _ => understood,
            },
        }
    };
    let (line, wrong) = match &sample.row {
        Ok(row) => (row.line, Bilingual::default()),
        Err(row) => {
            let headers = session.table().headers();
            let wrong = both(&|lang| words::bad_row(lang, policy.zone, headers, row));
            (row.line, wrong)
        }
    };
    SampleCard {
        line,
        cells: sample.written.iter().map(cell).collect(),
        wrong,
    }
}

fn meaning(session: &Session, field: Field, row: &Row) -> Bilingual {
    let policy = session.policy();
    match field {
        Field::Priority => {
            let rank = row.events.iter().find_map(|event| match event.kind {
                EventKind::Submitted { priority } => Some(priority),
                _ => None,
            });
            rank.map_or_else(Bilingual::default, |rank| priority(policy, rank))
        }
        Field::Status => row.status.map_or_else(Bilingual::default, |class| {
            both(&|lang| words::status(class).say(lang).to_owned())
        }),
        field => time(field, row).map_or_else(Bilingual::default, |at| {
            both(&|lang| short_time(lang, at, policy.zone, session.now()))
        }),
    }
}

/// When what `field` tells happened.
pub(super) fn time(field: Field, row: &Row) -> Option<Instant> {
    let is_it = |kind: &EventKind| {
        matches!(
            (field, kind),
            (Field::Created, EventKind::Submitted { .. })
                | (
                    Field::FirstResponse | Field::FirstResponseMinutes,
                    EventKind::FirstReply
                )
                | (Field::Confirmed, EventKind::Confirmed)
                | (Field::Resolved | Field::Closed, EventKind::Resolved)
                | (Field::Paused, EventKind::Paused { .. })
                | (Field::Resumed, EventKind::Resumed)
        )
    };
    let event = row.events.iter().find(|event| is_it(&event.kind))?;
    Some(event.at)
}

/// A priority by its id and its name: `P2 中`.
fn priority(policy: &Policy, rank: Rank) -> Bilingual {
    let known = policy.priority(rank);
    known.map_or_else(Bilingual::default, |priority| {
        both(&|lang| format!("{} {}", priority.id, lang.of(&priority.name)))
    })
}
