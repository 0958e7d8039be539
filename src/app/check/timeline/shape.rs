//! The shapes the timeline is drawn with.

use leptos::prelude::*;

/// What a shape is drawn as.
#[derive(Clone, Copy)]
enum Form {
    /// A path; its text is the path.
    Path,
    /// A text.
    Text,
    /// A symbol of the sprite; its text is the reference.
    Icon,
}

/// A shape. All of them are drawn by the same code.
pub(super) struct Shape {
    form: Form,
    class: &'static str,
    fill: &'static str,
    x: i32,
    y: i32,
    text: String,
}

impl Shape {
    fn draw(&self) -> AnyView {
        let Self { class, fill, .. } = *self;
        let text = self.text.clone();
        let (x, y) = (self.x.to_string(), self.y.to_string());
        match self.form {
            Form::Path => view! { <path class=class fill=fill d=text></path> }.into_any(),
            Form::Text => view! { <text class=class x=x y=y>{text}</text> }.into_any(),
            Form::Icon => {
                view! { <use_ class=class x=x y=y width="16" height="16" href=text></use_> }
                    .into_any()
            }
        }
    }
}

/// All of `shapes`.
pub(super) fn draw(shapes: &[Shape]) -> Vec<AnyView> {
    shapes.iter().map(Shape::draw).collect()
}

/// A rectangle as a path.
pub(super) fn rectangle(x: i32, y: i32, width: i32, height: i32) -> String {
    format!("M{x} {y}h{width}v{height}h-{width}z")
}

/// Where shapes are put: along time and across it, which is the page turned where time runs downwards.
#[derive(Clone, Copy)]
pub(super) struct Turn {
    pub(super) down: bool,
    /// Where the axis begins.
    pub(super) from: i32,
}

impl Turn {
    pub(super) fn point(self, along: i32, across: i32) -> (i32, i32) {
        let along = along + self.from;
        if self.down {
            (across, along)
        } else {
            (along, across)
        }
    }

    pub(super) fn rectangle(self, along: (i32, i32), across: (i32, i32)) -> String {
        let (x, y) = self.point(along.0, across.0);
        let (length, breadth) = (along.1 - along.0, across.1 - across.0);
        if self.down {
            rectangle(x, y, breadth, length)
        } else {
            rectangle(x, y, length, breadth)
        }
    }

    /// A line across time.
    pub(super) fn rule(self, along: i32, across: (i32, i32)) -> String {
        let ((x, y), (to_x, to_y)) = (self.point(along, across.0), self.point(along, across.1));
        format!("M{x} {y}L{to_x} {to_y}")
    }
}

/// Shapes as they are made.
pub(super) struct Pen {
    pub(super) turn: Turn,
    pub(super) made: Vec<Shape>,
}

impl Pen {
    pub(super) const fn new(turn: Turn) -> Self {
        Self {
            turn,
            made: Vec::new(),
        }
    }

    pub(super) fn path(&mut self, class: &'static str, fill: &'static str, path: String) {
        self.made.push(Shape {
            form: Form::Path,
            class,
            fill,
            x: 0,
            y: 0,
            text: path,
        });
    }

    /// A rectangle; one that would not be seen is a pixel long.
    pub(super) fn block(
        &mut self,
        class: &'static str,
        fill: &'static str,
        along: (i32, i32),
        across: (i32, i32),
    ) {
        let along = (along.0, along.1.max(along.0 + 1));
        let path = self.turn.rectangle(along, across);
        self.path(class, fill, path);
    }

    pub(super) fn rule(&mut self, class: &'static str, along: i32, across: (i32, i32)) {
        let path = self.turn.rule(along, across);
        self.path(class, "none", path);
    }

    /// A text on the page, wherever time runs.
    pub(super) fn text(&mut self, class: &'static str, (x, y): (i32, i32), text: String) {
        if !text.is_empty() {
            self.made.push(Shape {
                form: Form::Text,
                class,
                fill: "none",
                x,
                y,
                text,
            });
        }
    }

    /// The symbol called `i-name`, its upper left corner at a place on the page.
    pub(super) fn icon(&mut self, class: &'static str, (x, y): (i32, i32), name: &str) {
        self.made.push(Shape {
            form: Form::Icon,
            class,
            fill: "none",
            x,
            y,
            text: format!("#i-{name}"),
        });
    }
}

/// How wide a small text is, about.
pub(super) fn breadth(text: &str) -> i32 {
    text.chars()
        .map(|letter| if letter > '\u{2e80}' { 13 } else { 8 })
        .sum()
}
