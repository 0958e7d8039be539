//! Lists of tickets as JSON: what the interfaces of help desks answer, page behind page, and exports with an
//! object on each line.
//!
//! The list whose objects have the most known names is taken, wherever it stands. Each object is a row; names
//! of what is nested in it are joined with dots, as in `fields.priority.name`.

mod names;
mod scan;

use names::{Names, ROOT};
use scan::{Scan, Start};

use super::split::{Cell, Kind, Place, Sheet, small};
use super::{Field, MOST_COLUMNS, MOST_ROWS, TableFault};

/// How many names are joined at most; where that gives too many columns, fewer are.
const MOST_JOINED: u32 = 4;

/// How many names are told apart while lists are looked for.
const MOST_NAMES: usize = 10_000;

/// Whether `text` is JSON, whole or broken, rather than a table that begins with a bracket.
pub(super) fn is_json(text: &str) -> bool {
    let mut marks = text.bytes().filter(|byte| !byte.is_ascii_whitespace());
    match marks.next() {
        Some(b'{') => matches!(marks.next(), Some(b'"' | b'}')),
        Some(b'[') => matches!(marks.next(), Some(b'{' | b'[' | b']')),
        _ => false,
    }
}

/// The names of the columns, and the rows.
pub(super) fn split(text: &str) -> Result<(Vec<String>, Sheet), TableFault> {
    let pieces = tickets(text)?;
    let mut joined = MOST_JOINED;
    loop {
        match rows(text, &pieces, joined) {
            Err(TableFault::TooManyColumns { .. }) if joined > 1 => joined -= 1,
            done => return done,
        }
    }
}

/// Where the pieces of the list of tickets begin.
fn tickets(text: &str) -> Result<Vec<Start>, TableFault> {
    let mut lists = Lists::default();
    let mut scan = Scan::new(text, Start::default());
    scan.space();
    while scan.byte().is_some() {
        lists.note(ROOT, scan.start());
        scan.elements(&mut |scan| lists.within(scan, ROOT, 1))?;
        scan.space();
    }
    let mut best = None;
    for (_, pieces) in lists.found {
        let Some(known) = pieces.first().map(|first| known(text, *first)) else {
            continue;
        };
        let known = known?;
        if known.is_some() && best.as_ref().is_none_or(|(most, _)| known > *most) {
            best = Some((known, pieces));
        }
    }
    best.map(|(_, pieces)| pieces).ok_or(TableFault::NoList)
}

/// The lists of a text.
#[derive(Default)]
struct Lists<'a> {
    names: Names<'a>,
    /// The name of each, and where its pieces begin: at a bracket, or at an object that stands alone.
    found: Vec<(usize, Vec<Start>)>,
}

impl<'a> Lists<'a> {
    /// Notes the lists within the value that comes next, which is called `name`.
    fn within(&mut self, scan: &mut Scan<'a>, name: usize, depth: u32) -> Result<(), TableFault> {
        if scan.byte() != Some(b'{') || depth > MOST_JOINED || self.names.len() > MOST_NAMES {
            return scan.skip();
        }
        scan.members(&mut |scan, key| {
            let name = self.names.member(name, key);
            if scan.byte() == Some(b'[') {
                self.note(name, scan.start());
            }
            self.within(scan, name, depth + 1)
        })
    }

    fn note(&mut self, name: usize, start: Start) {
        match self.found.iter_mut().find(|(known, _)| *known == name) {
            Some((_, pieces)) => pieces.push(start),
            None => self.found.push((name, vec![start])),
        }
    }
}

/// How many known names the first object of a list has; none where it has no objects.
fn known(text: &str, start: Start) -> Result<Option<usize>, TableFault> {
    let mut names = Names::default();
    let (mut row, mut objects) = (Vec::new(), 0);
    Scan::new(text, start).elements(&mut |scan| {
        if objects > 0 || scan.byte() != Some(b'{') {
            return scan.skip();
        }
        objects += 1;
        let mut filling = Filling {
            names: &mut names,
            row: &mut row,
            joined: MOST_JOINED,
        };
        filling.fill(scan, ROOT, 0)
    })?;
    let columns = names.columns();
    let known = columns.iter().filter(|name| Field::of(name).is_some());
    Ok((objects > 0).then(|| known.count()))
}

fn rows(text: &str, pieces: &[Start], joined: u32) -> Result<(Vec<String>, Sheet), TableFault> {
    let (mut names, mut sheet) = (Names::default(), Sheet::default());
    let mut row = Vec::new();
    for piece in pieces {
        Scan::new(text, *piece).elements(&mut |scan| {
            let start = scan.start();
            row.clear();
            let mut filling = Filling {
                names: &mut names,
                row: &mut row,
                joined,
            };
            filling.fill(scan, ROOT, 0)?;
            if names.width() > MOST_COLUMNS {
                return Err(TableFault::TooManyColumns { line: start.line });
            }
            if sheet.rows.len() >= MOST_ROWS {
                return Err(TableFault::TooManyRows { line: start.line });
            }
            let first = sheet.cells.len();
            let nothing = Cell {
                start: small(start.at),
                end: small(start.at),
                kind: Kind::Plain,
            };
            let cells = row.iter().map(|cell| cell.unwrap_or(nothing));
            sheet.cells.extend(cells);
            sheet.rows.push(Place {
                first: small(first),
                last: small(sheet.cells.len()),
                line: small(start.line),
                start: small(start.at),
                end: small(scan.start().at),
            });
            Ok(())
        })?;
    }
    Ok((names.columns(), sheet))
}

/// A row while its cells are found.
struct Filling<'a, 'b> {
    names: &'b mut Names<'a>,
    row: &'b mut Vec<Option<Cell>>,
    joined: u32,
}

impl<'a> Filling<'a, '_> {
    /// Takes the value that comes next, which is called `name`, apart. A list of one is what is in it.
    fn fill(&mut self, scan: &mut Scan<'a>, name: usize, depth: u32) -> Result<(), TableFault> {
        match scan.byte() {
            Some(b'{') if depth < self.joined => scan.members(&mut |scan, key| {
                let name = self.names.member(name, key);
                self.fill(scan, name, depth + 1)
            }),
            Some(b'[') => match scan.only()? {
                Some(mut only) => {
                    scan.skip()?;
                    self.fill(&mut only, name, depth)
                }
                None => self.cell(scan, name),
            },
            _ => self.cell(scan, name),
        }
    }

    fn cell(&mut self, scan: &mut Scan<'a>, name: usize) -> Result<(), TableFault> {
        let kind = match scan.byte() {
            Some(b'"') => Kind::Escaped,
            _ => Kind::Plain,
        };
        let start = scan.start().at;
        scan.skip()?;
        let end = scan.start().at;
        let column = self.names.column(name);
        if self.row.len() <= column {
            self.row.resize(column + 1, None);
        }
        if let Some(cell) = self.row.get_mut(column) {
            *cell = Some(Cell {
                start: small(start),
                end: small(end),
                kind,
            });
        }
        Ok(())
    }
}
