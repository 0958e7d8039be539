//! The names of a JSON text, joined.

use super::super::record::unescaped;

/// The name of what is in no object.
pub(super) const ROOT: usize = 0;

/// The names met so far.
pub(super) struct Names<'a> {
    nodes: Vec<Name<'a>>,
    /// The name of each column.
    columns: Vec<usize>,
}

#[derive(Default)]
struct Name<'a> {
    /// From the outermost.
    joined: String,
    members: Vec<(&'a str, usize)>,
    /// Which member is likely to be met next: objects of a list have theirs in the same order.
    next: usize,
    column: Option<usize>,
}

impl Default for Names<'_> {
    fn default() -> Self {
        Self {
            nodes: vec![Name::default()],
            columns: Vec::new(),
        }
    }
}

impl<'a> Names<'a> {
    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.nodes.len()
    }

    /// How many of them have a column.
    pub(super) fn width(&self) -> usize {
        self.columns.len()
    }

    /// The joined names of the columns.
    pub(super) fn columns(&self) -> Vec<String> {
        let names = self.columns.iter().filter_map(|name| self.nodes.get(*name));
        names.map(|name| name.joined.clone()).collect()
    }

    /// The name of what is called `key`, as written, within `name`.
    pub(super) fn member(&mut self, name: usize, key: &'a str) -> usize {
        let new = self.nodes.len();
        let Some(node) = self.nodes.get_mut(name) else {
            return ROOT;
        };
        let is_it = |(known, _): &(&str, usize)| *known == key;
        let likely = node.members.get(node.next).filter(|member| is_it(member));
        let place = match likely {
            Some(_) => Some(node.next),
            None => node.members.iter().position(is_it),
        };
        if let Some(place) = place {
            node.next = place + 1;
            return node.members.get(place).map_or(ROOT, |(_, member)| *member);
        }
        node.members.push((key, new));
        node.next = node.members.len();
        let own = unescaped(key);
        let joined = match node.joined.as_str() {
            "" => own.into_owned(),
            outer => [outer, &own].join("."),
        };
        self.nodes.push(Name {
            joined,
            ..Name::default()
        });
        new
    }

    /// The column of `name`, a new one where it has none.
    pub(super) fn column(&mut self, name: usize) -> usize {
        let new = self.columns.len();
        let Some(node) = self.nodes.get_mut(name) else {
            return new;
        };
        if let Some(column) = node.column {
            return column;
        }
        node.column = Some(new);
        self.columns.push(name);
        new
    }
}
