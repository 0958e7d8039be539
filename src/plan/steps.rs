//! What was done to a document, kept so that it can be taken back and done again.

/// The most steps that can be taken back.
pub(super) const MOST: usize = 50;

/// A step: what it was about, and the document on its other side.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Step<D, S> {
    subject: S,
    document: D,
}

/// The steps around a document, which itself is kept beside them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Steps<D, S> {
    past: Vec<Step<D, S>>,
    undone: Vec<Step<D, S>>,
    /// Whether the last step may still grow.
    open: bool,
}

impl<D, S: PartialEq> Steps<D, S> {
    /// Nothing was done yet.
    pub(super) const fn new() -> Self {
        Self {
            past: Vec::new(),
            undone: Vec::new(),
            open: false,
        }
    }

    /// The document, `before` until now, was changed. What `continues` the stroke of the last step, about the
    /// same, grows that one.
    pub(super) fn done(&mut self, subject: S, continues: bool, before: D) {
        self.undone.clear();
        let last = self.past.last().map(|step| &step.subject);
        let grows = self.open && continues && last == Some(&subject);
        if !grows {
            if self.past.len() == MOST {
                self.past.remove(0);
            }
            self.past.push(Step {
                subject,
                document: before,
            });
        }
        self.open = true;
    }

    /// Ends a stroke: the next change is a step of its own.
    pub(super) const fn end_stroke(&mut self) {
        self.open = false;
    }

    /// Takes the last step back, in `document`.
    pub(super) fn undo(&mut self, document: &mut D) {
        if let Some(mut step) = self.past.pop() {
            std::mem::swap(document, &mut step.document);
            self.undone.push(step);
        }
        self.open = false;
    }

    /// Does the last step that was taken back again, in `document`.
    pub(super) fn redo(&mut self, document: &mut D) {
        if let Some(mut step) = self.undone.pop() {
            std::mem::swap(document, &mut step.document);
            self.past.push(step);
        }
        self.open = false;
    }

    /// What the step was about that [`Steps::undo`] would take back.
    pub(super) fn undoable(&self) -> Option<&S> {
        self.past.last().map(|step| &step.subject)
    }

    /// What the step was about that [`Steps::redo`] would do again.
    pub(super) fn redoable(&self) -> Option<&S> {
        self.undone.last().map(|step| &step.subject)
    }
}
