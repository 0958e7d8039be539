//! A ticket as text: a line of JSON, in the browser's store and in plan files.

use serde::{Serialize, Serializer};

use super::happening;
use super::{Ticket, Unreadable};
use crate::engine::{Event, EventKind, Expected, Misread, Node, Rank};

/// The version of a ticket's record. Each change to it adds a reader for the one before, and raises the version
/// of the database, so that an earlier planner does not open what it cannot read.
pub const TICKET_SCHEMA: u32 = 1;

/// The longest number of a ticket, in characters; longer ones are cut where they are read.
pub const LONGEST_NUMBER: usize = 100;
/// The longest title of a ticket, in characters; longer ones are cut where they are read.
pub const LONGEST_TITLE: usize = 500;

/// The record as it is written. The key comes first, so that it can be found without reading the rest.
#[derive(Serialize)]
struct Record<'a> {
    key: u32,
    schema: u32,
    number: &'a str,
    title: &'a str,
    #[serde(serialize_with = "write_events")]
    events: &'a [Event],
}

/// What is said of an event beside its kind.
#[derive(Serialize)]
#[serde(untagged)]
enum About<'a> {
    Priority(Rank),
    Reason(&'a str),
    Nothing,
}

/// An event as it is written: `["2026-02-14T09:50:00Z","submitted",2]`, with its sequence number as the fourth.
struct Row<'a>(&'a Event);

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Event { at, sequence, kind } = self.0;
        let about = match kind {
            EventKind::Submitted { priority } => About::Priority(*priority),
            EventKind::PriorityChanged { to } => About::Priority(*to),
            EventKind::Paused { reason } => About::Reason(reason),
            _ => About::Nothing,
        };
        let key = happening::key(kind);
        match (about, sequence) {
            (about, Some(sequence)) => (at, key, about, sequence).serialize(serializer),
            (About::Nothing, None) => (at, key).serialize(serializer),
            (about, None) => (at, key, about).serialize(serializer),
        }
    }
}

fn write_events<S: Serializer>(events: &[Event], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(events.iter().map(Row))
}

impl Ticket {
    /// The ticket as a line of text.
    ///
    /// ```
    /// use sla_planner::plan::Ticket;
    /// let line = r#"{"key":7,"schema":1,"number":"SPT-7","title":"","events":[["2026-02-14T09:50:00Z","submitted",2]]}"#;
    /// assert_eq!(Ticket::read(line).map(|ticket| ticket.write()).as_deref(), Ok(line));
    /// ```
    #[must_use]
    pub fn write(&self) -> String {
        let record = Record {
            key: self.key,
            schema: TICKET_SCHEMA,
            number: &self.number,
            title: &self.title,
            events: &self.events,
        };
        serde_json::to_string(&record).unwrap_or_default()
    }

    /// A ticket from its text, whatever schema it has up to [`TICKET_SCHEMA`].
    ///
    /// # Errors
    /// [`Unreadable`], when it is damaged or of a later schema.
    pub fn read(text: &str) -> Result<Self, Unreadable> {
        let damaged = Unreadable::Damaged;
        let tree = Node::parse(text).map_err(damaged)?;
        let node = Node::whole(&tree);
        let schema = node.key("schema").number().map_err(damaged)?;
        match schema {
            TICKET_SCHEMA => Self::of(&node).map_err(damaged),
            0 => Err(damaged(node.key("schema").misread(Expected::Number))),
            _ => Err(Unreadable::Newer { schema }),
        }
    }

    /// A ticket of this schema from its place in a text.
    fn of(node: &Node<'_>) -> Result<Self, Misread> {
        let text = |key, most| -> Result<String, Misread> {
            Ok(node.key(key).str()?.chars().take(most).collect())
        };
        Ok(Self {
            key: key(node)?,
            number: text("number", LONGEST_NUMBER)?,
            title: text("title", LONGEST_TITLE)?,
            events: node.key("events").list(event)?,
        })
    }
}

/// Keys begin at 1.
fn key(node: &Node<'_>) -> Result<u32, Misread> {
    let key = node.key("key");
    match key.number()? {
        0 => Err(key.misread(Expected::Number)),
        number => Ok(number),
    }
}

fn event(node: &Node<'_>) -> Result<Event, Misread> {
    let (key, about) = (node.place(1), node.place(2));
    Ok(Event {
        at: node.place(0).parsed(Expected::Instant)?,
        kind: match key.str()? {
            "submitted" => EventKind::Submitted {
                priority: Rank(about.number()?),
            },
            _ => happening::kind(&key, &about, &about)?,
        },
        sequence: node.place(3).optional(Node::number)?,
    })
}

#[cfg(test)]
mod tests {
    use super::{LONGEST_NUMBER, LONGEST_TITLE, TICKET_SCHEMA};
    use crate::engine::{Event, EventKind, Expected, Instant, Rank};
    use crate::plan::{Ticket, Unreadable};

    fn at(minute: i64) -> Instant {
        Instant::from_epoch(1_771_062_600 + 60 * minute).expect("an instant")
    }

    /// A ticket with every kind of event.
    fn ticket() -> Ticket {
        let reason = "等 \"客户\"\n回复 🙂".to_owned();
        let kinds = [
            EventKind::Submitted { priority: Rank(2) },
            EventKind::FirstReply,
            EventKind::Confirmed,
            EventKind::Paused { reason },
            EventKind::Resumed,
            EventKind::PriorityChanged { to: Rank(0) },
            EventKind::Mitigated,
            EventKind::Resolved,
            EventKind::Reopened,
        ];
        let events = kinds.into_iter().zip(0..).map(|(kind, place)| Event {
            at: at(place),
            sequence: (place % 2 == 1).then_some(u32::try_from(place).expect("small")),
            kind,
        });
        Ticket {
            key: u32::MAX,
            number: "SPT-1042".to_owned(),
            title: "登录后\t页面空白 \\ \u{2028}".to_owned(),
            events: events.collect(),
        }
    }

    #[test]
    fn what_is_written_is_read() {
        let line = ticket().write();
        assert!(!line.contains('\n'), "{line}");
        assert!(line.starts_with("{\"key\":4294967295,"), "{line}");
        assert_eq!(Ticket::read(&line), Ok(ticket()));
    }

    /// Records as each schema has them: once there is a new one, the last of the one before is added here.
    #[test]
    fn every_schema_is_read() {
        let first = r#"{"key":7,"schema":1,"number":"A-7","title":"打不开","events":[["2026-02-14T09:50:00Z","submitted",2],["2026-02-14T10:00:00Z","paused","等客户",1]]}"#;
        let read = Ticket::read(first).expect("a ticket of schema 1");
        let reason = "等客户".to_owned();
        assert_eq!(
            (read.key, &*read.number, &*read.title),
            (7, "A-7", "打不开")
        );
        let expected = [
            Event::new(at(0), EventKind::Submitted { priority: Rank(2) }),
            Event {
                at: at(10),
                sequence: Some(1),
                kind: EventKind::Paused { reason },
            },
        ];
        assert_eq!(read.events, expected);
        assert_eq!(TICKET_SCHEMA, 1);
    }

    #[test]
    fn what_is_damaged_says_where() {
        let line = |events: &str| {
            format!(r#"{{"key":7,"schema":1,"number":"","title":"","events":{events}}}"#)
        };
        let place = |text: &str| match Ticket::read(text) {
            Err(Unreadable::Damaged(misread)) => misread.path,
            other => panic!("{other:?}"),
        };
        assert_eq!(
            place(&line(r#"[["2026-02-30T09:50:00Z","submitted",2]]"#)),
            "events[0][0]"
        );
        assert_eq!(
            place(&line(r#"[["2026-02-14T09:50:00Z","submitted"]]"#)),
            "events[0][2]"
        );
        assert_eq!(
            place(&line(r#"[["2026-02-14T09:50:00Z","submitted",256]]"#)),
            "events[0][2]"
        );
        assert_eq!(
            place(&line(r#"[["2026-02-14T09:50:00Z","lost"]]"#)),
            "events[0][1]"
        );
        assert_eq!(
            place(&line(
                r#"[["2026-02-14T09:50:00Z","resolved",null,"first"]]"#
            )),
            "events[0][3]"
        );
        assert_eq!(place(&line("{}")), "events");
        assert_eq!(place(r#"{"key":0,"schema":1}"#), "key");
        assert_eq!(place(r#"{"key":7}"#), "schema");
        assert_eq!(place(r#"{"key":7,"schema":0}"#), "schema");
        assert_eq!(place(r#"{"key":7,"schema":1,"num"#), "1:24");
    }

    #[test]
    fn a_later_schema_is_told_apart() {
        let later = r#"{"key":7,"schema":2}"#;
        assert_eq!(Ticket::read(later), Err(Unreadable::Newer { schema: 2 }));
    }

    #[test]
    fn texts_are_cut() {
        let long = Ticket {
            number: "数".repeat(LONGEST_NUMBER + 1),
            title: "题".repeat(LONGEST_TITLE + 1),
            ..ticket()
        };
        let read = Ticket::read(&long.write()).expect("a ticket");
        assert_eq!(read.number.chars().count(), LONGEST_NUMBER);
        assert_eq!(read.title.chars().count(), LONGEST_TITLE);
    }

    #[test]
    fn unknown_kinds_name_the_known() {
        let text = r#"{"key":7,"schema":1,"number":"","title":"","events":[["2026-02-14T09:50:00Z","submitted ",2]]}"#;
        let Err(Unreadable::Damaged(misread)) = Ticket::read(text) else {
            panic!("it is damaged");
        };
        assert!(matches!(misread.expected, Expected::OneOf(known) if known.contains(&"resolved")));
    }
}
