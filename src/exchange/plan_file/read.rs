//! Reading a file piece by piece.

use super::{LONGEST_LINE, MOST_TICKETS, PLAN_FILE, PlanFault, PlanFlaw};
use crate::engine::{Misread, Node};
use crate::exchange::share::{self, Fault, LONGEST_FILE};
use crate::plan::{Plan, Ticket, Unreadable};

/// What a file holds beside its tickets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanContent {
    /// What is in Check.
    pub plan: Plan,
    /// The saved views of the board, as text; empty where it has none.
    pub views: String,
    /// How many tickets it holds.
    pub tickets: u32,
}

/// Where the reading of a file stands.
#[derive(Debug, Default)]
enum Stage {
    /// Before the first line.
    #[default]
    Start,
    /// Behind the first line.
    Tickets(PlanContent),
    /// Behind the last.
    Ended(PlanContent),
    /// It is the file of one ticket: all of it is one document.
    One(Vec<u8>),
}

/// Reads a file piece by piece.
#[derive(Debug, Default)]
pub struct PlanReader {
    stage: Stage,
    line: u32,
    rest: Vec<u8>,
}

impl PlanReader {
    /// Reads the next bytes, and gives each ticket in them to `each`, with its line.
    ///
    /// # Errors
    /// [`PlanFault`] at the first line that cannot be read.
    pub fn take(
        &mut self,
        bytes: &[u8],
        each: &mut dyn FnMut(u32, Ticket),
    ) -> Result<(), PlanFault> {
        let mut bytes = bytes;
        while let Some(end) = bytes.iter().position(|byte| *byte == b'\n') {
            let (line, behind) = bytes.split_at(end);
            bytes = behind.get(1..).unwrap_or_default();
            if self.rest.is_empty() {
                self.line(line, each)?;
            } else {
                let mut whole = std::mem::take(&mut self.rest);
                whole.extend_from_slice(line);
                self.line(&whole, each)?;
            }
        }
        self.rest.extend_from_slice(bytes);
        if self.rest.len() > LONGEST_LINE {
            self.line = self.line.saturating_add(1);
            return Err(self.fault(PlanFlaw::LongLine));
        }
        Ok(())
    }

    /// How many tickets were read so far.
    #[must_use]
    pub const fn tickets(&self) -> u32 {
        match &self.stage {
            Stage::Tickets(content) | Stage::Ended(content) => content.tickets,
            Stage::Start | Stage::One(_) => 0,
        }
    }

    /// What the file holds beside its tickets.
    ///
    /// # Errors
    /// [`PlanFault`], when its tail is missing.
    pub fn finish(mut self) -> Result<PlanContent, PlanFault> {
        let rest = std::mem::take(&mut self.rest);
        if !rest.is_empty() {
            // The last line of a file that does not end with one; tickets cannot stand there.
            self.line(&rest, &mut |_, _| {})?;
        }
        let fault = |flaw| PlanFault {
            line: self.line.max(1),
            flaw,
        };
        match self.stage {
            Stage::Start => Err(fault(PlanFlaw::Empty)),
            Stage::Ended(content) => Ok(content),
            Stage::Tickets(content) => Err(fault(PlanFlaw::MissingEnd {
                received: content.tickets,
            })),
            Stage::One(bytes) => one(&bytes).map_err(|flaw| PlanFault { line: 1, flaw }),
        }
    }

    fn line(&mut self, line: &[u8], each: &mut dyn FnMut(u32, Ticket)) -> Result<(), PlanFault> {
        self.line = self.line.saturating_add(1);
        if let Stage::One(bytes) = &mut self.stage {
            bytes.push(b'\n');
            bytes.extend_from_slice(line);
            let received = bytes.len();
            return if received > LONGEST_FILE {
                let flaw = PlanFlaw::Ticket(Fault::FileTooLong { received });
                Err(PlanFault { line: 1, flaw })
            } else {
                Ok(())
            };
        }
        let line = line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line);
        if line.len() > LONGEST_LINE {
            return Err(self.fault(PlanFlaw::LongLine));
        }
        let Ok(text) = std::str::from_utf8(line) else {
            return Err(self.fault(PlanFlaw::NotText));
        };
        if text.trim().is_empty() {
            return Ok(());
        }
        match std::mem::take(&mut self.stage) {
            Stage::Start => self.first(text),
            Stage::Tickets(content) => self.next(content, text, each),
            Stage::Ended(_) | Stage::One(_) => Err(self.fault(PlanFlaw::AfterEnd)),
        }
    }

    /// The first line: of a whole plan, or else of a document that may have several lines.
    fn first(&mut self, text: &str) -> Result<(), PlanFault> {
        let tree = Node::parse(text).unwrap_or_default();
        let node = Node::whole(&tree);
        let Ok(Some(file)) = node.key("file").optional(|file| file.number::<u32>()) else {
            self.stage = Stage::One(text.as_bytes().to_vec());
            return Ok(());
        };
        if file != PLAN_FILE {
            return Err(self.unreadable(Unreadable::Newer { schema: file }));
        }
        let plan = Plan::read(text).map_err(|why| self.unreadable(why))?;
        let views = node.key("views").optional(|views| views.text());
        self.stage = Stage::Tickets(PlanContent {
            plan,
            views: views
                .map_err(|misread| self.unreadable(Unreadable::Damaged(misread)))?
                .unwrap_or_default(),
            tickets: 0,
        });
        Ok(())
    }

    /// A line behind the first: of a ticket, or the last.
    fn next(
        &mut self,
        mut content: PlanContent,
        text: &str,
        each: &mut dyn FnMut(u32, Ticket),
    ) -> Result<(), PlanFault> {
        if text.starts_with("{\"end\"") {
            let expected = ends(text).map_err(|misread| {
                let damaged = Unreadable::Damaged(misread);
                self.unreadable(damaged)
            })?;
            let received = content.tickets;
            if expected != received {
                return Err(self.fault(PlanFlaw::Miscounted { received, expected }));
            }
            self.stage = Stage::Ended(content);
            return Ok(());
        }
        let ticket = Ticket::read(text).map_err(|why| self.unreadable(why))?;
        content.tickets = content.tickets.saturating_add(1);
        if content.tickets > MOST_TICKETS {
            return Err(self.fault(PlanFlaw::TooMany));
        }
        self.stage = Stage::Tickets(content);
        each(self.line, ticket);
        Ok(())
    }

    const fn fault(&self, flaw: PlanFlaw) -> PlanFault {
        PlanFault {
            line: self.line,
            flaw,
        }
    }

    const fn unreadable(&self, why: Unreadable) -> PlanFault {
        self.fault(PlanFlaw::Unreadable(why))
    }
}

fn ends(text: &str) -> Result<u32, Misread> {
    let tree = Node::parse(text)?;
    Node::whole(&tree).key("end").number()
}

/// What the file of one ticket holds.
fn one(bytes: &[u8]) -> Result<PlanContent, PlanFlaw> {
    let text = std::str::from_utf8(bytes).map_err(|_| PlanFlaw::NotText)?;
    let parcel = share::read_file(text).map_err(PlanFlaw::Ticket)?;
    Ok(PlanContent {
        plan: parcel.plan,
        views: String::new(),
        tickets: 0,
    })
}
