//! Tickets as they are kept together: 128 in a record of the browser's store, a line each.
//!
//! A record for each ticket would take the browser seconds to write for 100 000; of these it writes 800.

use super::{Ticket, Unreadable};

/// How many keys are kept together.
pub const BLOCK: u32 = 128;

/// Tickets that are kept together, by their keys. A line that holds none of them stays as it is.
///
/// ```
/// use sla_planner::plan::{Ticket, TicketBlock};
/// let ticket = Ticket { key: 130, number: "SPT-130".to_owned(), title: String::new(), events: Vec::new() };
/// let mut block = TicketBlock::new(TicketBlock::place(130));
/// block.put(&ticket);
/// let kept = TicketBlock::read(1, &block.write());
/// assert_eq!(kept.get(130), Some(Ok(ticket)));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TicketBlock {
    place: u32,
    lines: Vec<(u32, String)>,
    strays: Vec<Vec<u8>>,
}

impl TicketBlock {
    /// The block in which the ticket with this key is kept.
    #[must_use]
    pub const fn place(key: u32) -> u32 {
        key / BLOCK
    }

    /// An empty block.
    #[must_use]
    pub const fn new(place: u32) -> Self {
        Self {
            place,
            lines: Vec::new(),
            strays: Vec::new(),
        }
    }

    /// A block from what is kept, without reading its tickets.
    #[must_use]
    pub fn read(place: u32, kept: &[u8]) -> Self {
        let mut block = Self::new(place);
        for line in kept.split(|byte| *byte == b'\n') {
            if line.is_empty() {
                continue;
            }
            let text = std::str::from_utf8(line).ok();
            let found = text.and_then(|text| Some((key(text)?, text)));
            match found {
                Some((key, text)) if Self::place(key) == place && block.at(key).is_err() => {
                    block.insert(key, text.to_owned());
                }
                _ => block.strays.push(line.to_vec()),
            }
        }
        block
    }

    /// Its place among the blocks.
    #[must_use]
    pub const fn number(&self) -> u32 {
        self.place
    }

    /// The ticket with this key.
    #[must_use]
    pub fn get(&self, key: u32) -> Option<Result<Ticket, Unreadable>> {
        let (_, line) = self.lines.get(self.at(key).ok()?)?;
        Some(Ticket::read(line))
    }

    /// All its tickets.
    pub fn tickets(&self) -> impl Iterator<Item = (u32, Result<Ticket, Unreadable>)> {
        self.lines
            .iter()
            .map(|(key, line)| (*key, Ticket::read(line)))
    }

    /// Keeps a ticket, in the place of the one with its key.
    pub fn put(&mut self, ticket: &Ticket) {
        self.insert(ticket.key, ticket.write());
    }

    /// Keeps the ticket with this key no more.
    pub fn remove(&mut self, key: u32) {
        if let Ok(at) = self.at(key) {
            self.lines.remove(at);
        }
    }

    /// Takes out what cannot be read, as it is kept; none where everything can be.
    pub fn take_damaged(&mut self) -> Vec<Vec<u8>> {
        let mut damaged = std::mem::take(&mut self.strays);
        self.lines.retain(|(_, line)| {
            let readable = Ticket::read(line).is_ok();
            if !readable {
                damaged.push(line.clone().into_bytes());
            }
            readable
        });
        damaged
    }

    /// Whether there are lines that hold no ticket of this block.
    #[must_use]
    pub const fn has_strays(&self) -> bool {
        !self.strays.is_empty()
    }

    /// Whether nothing is kept.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.lines.is_empty() && self.strays.is_empty()
    }

    /// The block as it is kept.
    #[must_use]
    pub fn write(&self) -> Vec<u8> {
        let lines = self.lines.iter().map(|(_, line)| line.as_bytes());
        let all = lines.chain(self.strays.iter().map(Vec::as_slice));
        let mut kept = Vec::new();
        for line in all {
            kept.extend_from_slice(line);
            kept.push(b'\n');
        }
        kept
    }

    fn at(&self, key: u32) -> Result<usize, usize> {
        self.lines.binary_search_by_key(&key, |(known, _)| *known)
    }

    fn insert(&mut self, key: u32, line: String) {
        match self.at(key) {
            Ok(at) => {
                if let Some(known) = self.lines.get_mut(at) {
                    known.1 = line;
                }
            }
            Err(at) => self.lines.insert(at, (key, line)),
        }
    }
}

/// The key that a line begins with.
fn key(line: &str) -> Option<u32> {
    let rest = line.strip_prefix("{\"key\":")?;
    let (digits, _) = rest.split_once(',')?;
    digits.parse().ok().filter(|key| *key > 0)
}

#[cfg(test)]
mod tests {
    use super::{BLOCK, TicketBlock};
    use crate::plan::{Ticket, Unreadable};

    fn ticket(key: u32, title: &str) -> Ticket {
        Ticket {
            key,
            number: format!("SPT-{key}"),
            title: title.to_owned(),
            events: Vec::new(),
        }
    }

    #[test]
    fn keys_have_their_places() {
        for (key, place) in [
            (1, 0),
            (BLOCK - 1, 0),
            (BLOCK, 1),
            (u32::MAX, u32::MAX / BLOCK),
        ] {
            assert_eq!(TicketBlock::place(key), place, "{key}");
        }
    }

    #[test]
    fn tickets_are_put_replaced_and_removed() {
        let mut block = TicketBlock::new(0);
        for key in [5, 1, 9, 5] {
            block.put(&ticket(key, "旧"));
        }
        block.put(&ticket(5, "新"));
        block.remove(9);
        block.remove(77);
        let mut kept = TicketBlock::read(0, &block.write());
        assert_eq!(kept, block);
        let keys: Vec<u32> = kept.tickets().map(|(key, _)| key).collect();
        assert_eq!(keys, [1, 5]);
        assert_eq!(kept.get(5), Some(Ok(ticket(5, "新"))));
        assert_eq!(kept.get(9), None);
        kept.remove(1);
        kept.remove(5);
        assert!(kept.is_empty());
        assert_eq!(kept.write(), b"");
    }

    #[test]
    fn what_is_damaged_is_taken_out_and_the_others_are_read() {
        let mut kept = ticket(1, "好").write().into_bytes();
        let lines: [&[u8]; 6] = [
            b"",
            b"{\"key\":2,\"schema\":1,\"number\":7}",
            b"{\"key\":999,\"schema\":1,\"number\":\"\",\"title\":\"\",\"events\":[]}",
            b"\xFF\xFE",
            b"{\"key\":1,\"schema\":1,\"number\":\"\",\"title\":\"twice\",\"events\":[]}",
            b"{\"key\":3,\"schema\":9}",
        ];
        for line in lines {
            kept.push(b'\n');
            kept.extend_from_slice(line);
        }
        let mut block = TicketBlock::read(0, &kept);
        assert!(block.has_strays());
        assert_eq!(block.get(3), Some(Err(Unreadable::Newer { schema: 9 })));
        // Nothing of it is lost while nobody takes it out.
        assert_eq!(TicketBlock::read(0, &block.write()), block);
        let damaged = block.take_damaged();
        assert_eq!(
            damaged,
            [lines[2], lines[3], lines[4], lines[1], lines[5]].map(<[u8]>::to_vec)
        );
        let left: Vec<_> = block.tickets().collect();
        assert_eq!(left, [(1, Ok(ticket(1, "好")))]);
        assert!(block.take_damaged().is_empty());
    }
}
