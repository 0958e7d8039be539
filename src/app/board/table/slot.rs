//! A row of the table as it stands in the document: drawn again for another ticket, and every second, by
//! setting the texts that changed.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, Text};

use crate::text::board_row::{ClockCell, RowCard};

/// What a slot shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Shown {
    /// Which row of the list it is.
    pub(super) position: usize,
    /// Whether it is selected.
    pub(super) selected: bool,
    /// Whether the keyboard comes to it first.
    pub(super) active: bool,
    /// What it says.
    pub(super) card: RowCard,
    /// What selecting it is called.
    pub(super) select: String,
}

/// A row in the document.
pub(super) struct Slot {
    row: HtmlElement,
    pick: HtmlInputElement,
    link: HtmlElement,
    texts: Vec<Text>,
    state: Marked,
    share: Marked,
    bar: HtmlElement,
    clocks: Vec<ClockNodes>,
    shown: Option<Shown>,
}

/// A text of a clock's cell.
type TextOf = fn(&ClockCell) -> &str;

/// A clock's cell in the document.
struct ClockNodes {
    mark: Marked,
    time: Element,
    texts: Vec<Text>,
}

/// The texts of a clock's cell, and where they stand.
const CLOCK_TEXTS: [(&str, TextOf); 4] = [
    (".clock-word", |cell| &cell.word),
    ("time", |cell| &cell.due),
    (".ticket-reader", |cell| &cell.reader),
    (".ticket-left", |cell| &cell.left),
];

/// A text in the element that `selector` finds in `root`. That text is set, not the element's content: the style of
/// what stands around it need not be worked out again.
fn text_in(root: &Element, selector: &str) -> Option<Text> {
    let element = root.query_selector(selector).ok().flatten()?;
    let first = element.first_child();
    if let Some(text) = first.as_ref().and_then(|first| first.dyn_ref::<Text>()) {
        return Some(text.clone());
    }
    let text = Text::new().ok()?;
    element.insert_before(&text, first.as_ref()).ok()?;
    Some(text)
}

/// Something in a state: its colour, and its shape where it has one.
struct Marked {
    element: Element,
    shape: Option<Element>,
}

impl Marked {
    fn of(element: Element) -> Self {
        let shape = element.query_selector("use").ok().flatten();
        Self { element, shape }
    }

    fn set(&self, key: &str) {
        let _ = self.element.set_attribute("data-state", key);
        if let Some(shape) = &self.shape {
            let _ = shape.set_attribute("href", &format!("#i-{key}"));
        }
    }
}

/// The texts of a row, in the order of [`texts`].
const TEXTS: [&str; 8] = [
    ".ticket-number",
    ".ticket-title",
    ".ticket-rank",
    ".ticket-word",
    ".ticket-motion",
    ".ticket-what",
    ".ticket-when",
    ".ticket-percent",
];

fn texts(card: &RowCard) -> [&str; TEXTS.len()] {
    [
        &card.name,
        &card.title,
        &card.priority,
        &card.state,
        card.motion,
        &card.next,
        &card.next_at,
        &card.percent,
    ]
}

impl Slot {
    /// The row that was rendered as `row`; none when it is not one.
    pub(super) fn of(row: HtmlElement) -> Option<Self> {
        let find = |selector: &str| row.query_selector(selector).ok().flatten();
        let texts = TEXTS.into_iter().map(|selector| text_in(&row, selector));
        let texts = texts.collect::<Option<Vec<_>>>()?;
        let cells = row.query_selector_all(".ticket-clock").ok()?;
        let clocks = (0..cells.length()).map(|place| {
            let cell: Element = cells.get(place)?.dyn_into().ok()?;
            let find = |selector: &str| cell.query_selector(selector).ok().flatten();
            let texts = CLOCK_TEXTS
                .iter()
                .map(|(selector, _)| text_in(&cell, selector));
            Some(ClockNodes {
                mark: Marked::of(find(".mark")?),
                time: find("time")?,
                texts: texts.collect::<Option<_>>()?,
            })
        });
        Some(Self {
            pick: find("input")?.dyn_into().ok()?,
            link: find(".ticket-number")?.dyn_into().ok()?,
            state: Marked::of(find(".chip")?),
            share: Marked::of(find(".ticket-used")?),
            bar: find(".gauge > span")?.dyn_into().ok()?,
            clocks: clocks.collect::<Option<_>>()?,
            texts,
            row,
            shown: None,
        })
    }

    /// The position that it shows.
    pub(super) fn position(&self) -> Option<usize> {
        self.shown.as_ref().map(|shown| shown.position)
    }

    /// Puts the focus on it.
    pub(super) fn focus(&self) {
        let _ = self.link.focus();
    }

    /// Takes it out of sight.
    pub(super) fn hide(&mut self) {
        if self.shown.take().is_some() {
            self.row.set_hidden(true);
        }
    }

    /// Draws it.
    pub(super) fn show(&mut self, shown: Shown, height: usize) {
        let before = self.shown.as_ref();
        let card = &shown.card;
        if before.is_none() {
            self.row.set_hidden(false);
        }
        if before.is_none_or(|before| before.position != shown.position) {
            let top = shown.position * height;
            let _ = self.row.style().set_property("--top", &format!("{top}px"));
            let row = (shown.position + 2).to_string();
            let _ = self.row.set_attribute("aria-rowindex", &row);
        }
        if before.is_none_or(|before| before.selected != shown.selected) {
            self.pick.set_checked(shown.selected);
            let _ = self
                .row
                .toggle_attribute_with_force("data-selected", shown.selected);
        }
        if before.is_none_or(|before| before.active != shown.active) {
            self.link.set_tab_index(if shown.active { 0 } else { -1 });
        }
        if before.is_none_or(|before| before.select != shown.select) {
            let _ = self.pick.set_attribute("aria-label", &shown.select);
        }
        let old = before.map(|before| texts(&before.card));
        for (place, (node, text)) in self.texts.iter().zip(texts(card)).enumerate() {
            if old.and_then(|old| old.get(place).copied()) != Some(text) {
                node.set_data(text);
            }
        }
        let old = before.map(|before| &before.card);
        if old.is_none_or(|old| old.state_key != card.state_key) {
            self.state.set(card.state_key);
        }
        if old.is_none_or(|old| old.share_key != card.share_key) {
            self.share.set(card.share_key);
        }
        if old.is_none_or(|old| old.share != card.share) {
            let share = format!("{}%", card.share);
            let _ = self.bar.style().set_property("inline-size", &share);
        }
        let none = ClockCell::default();
        for (place, nodes) in self.clocks.iter().enumerate() {
            let old = old.map(|old| old.clocks.get(place).unwrap_or(&none));
            nodes.show(card.clocks.get(place).unwrap_or(&none), old);
        }
        self.shown = Some(shown);
    }
}

impl ClockNodes {
    fn show(&self, cell: &ClockCell, old: Option<&ClockCell>) {
        let differs = |get: TextOf| old.is_none_or(|old| get(old) != get(cell));
        if differs(|cell| cell.key) {
            self.mark.set(cell.key);
        }
        if differs(|cell| &cell.iso) {
            let _ = self.time.set_attribute("datetime", &cell.iso);
        }
        for (node, (_, get)) in self.texts.iter().zip(CLOCK_TEXTS) {
            if differs(get) {
                node.set_data(get(cell));
            }
        }
    }
}
