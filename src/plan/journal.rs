//! A document with what was done to it, so that it can be taken back and done again.

use super::steps::Steps;
use super::{Edit, Plan, Subject};

/// A document with what was done to it.
///
/// ```
/// use sla_planner::engine::Rank;
/// use sla_planner::plan::{Edit, Journal, Plan};
/// let mut journal = Journal::new(Plan::default());
/// journal.edit(Edit::Priority(Rank(2)));
/// journal.undo();
/// assert_eq!(journal.plan().draft.priority, None);
/// journal.redo();
/// assert_eq!(journal.plan().draft.priority, Some(Rank(2)));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Journal {
    plan: Plan,
    steps: Steps<Plan, Subject>,
}

impl Journal {
    /// A document to which nothing was done yet.
    #[must_use]
    pub const fn new(plan: Plan) -> Self {
        Self {
            plan,
            steps: Steps::new(),
        }
    }

    /// The document as it is now.
    #[must_use]
    pub const fn plan(&self) -> &Plan {
        &self.plan
    }

    /// Does `edit`. One that changes nothing is no step; one of the same stroke as the last grows that.
    pub fn edit(&mut self, edit: Edit) {
        let subject = edit.subject(&self.plan);
        let continues = edit.continues();
        let mut after = self.plan.clone();
        edit.apply(&mut after);
        if after == self.plan {
            return;
        }
        let before = std::mem::replace(&mut self.plan, after);
        self.steps.done(subject, continues, before);
    }

    /// Ends a stroke: the next edit is a step of its own.
    pub const fn end_stroke(&mut self) {
        self.steps.end_stroke();
    }

    /// Takes the last step back.
    pub fn undo(&mut self) {
        self.steps.undo(&mut self.plan);
    }

    /// Does the last step that was taken back again.
    pub fn redo(&mut self) {
        self.steps.redo(&mut self.plan);
    }

    /// What the step was about that [`Journal::undo`] would take back.
    #[must_use]
    pub fn undoable(&self) -> Option<&Subject> {
        self.steps.undoable()
    }

    /// What the step was about that [`Journal::redo`] would do again.
    #[must_use]
    pub fn redoable(&self) -> Option<&Subject> {
        self.steps.redoable()
    }
}

#[cfg(test)]
mod tests {
    use super::Journal;
    use crate::engine::{EventKind, Instant, Rank};
    use crate::plan::steps::MOST;
    use crate::plan::{Edit, Plan, Subject};

    fn journal() -> Journal {
        Journal::new(Plan::default())
    }

    fn instant(second: i64) -> Instant {
        Instant::from_epoch(1_771_062_600 + second).expect("an instant")
    }

    fn typed(text: &str) -> Edit {
        Edit::Typed {
            text: text.to_owned(),
            zone: None,
            submission: None,
            priority: None,
        }
    }

    #[test]
    fn a_word_typed_is_one_step() {
        let mut journal = journal();
        for text in ["1", "17", "17:", "17:50"] {
            journal.edit(typed(text));
        }
        journal.edit(Edit::Priority(Rank(1)));
        journal.undo();
        assert_eq!(journal.plan().draft.text, "17:50");
        journal.undo();
        assert_eq!(journal.plan(), &Plan::default());
        assert_eq!(journal.undoable(), None);
        journal.redo();
        assert_eq!(journal.plan().draft.text, "17:50");
    }

    #[test]
    fn strokes_are_steps_of_their_own() {
        let mut journal = journal();
        let kind = EventKind::Confirmed;
        journal.edit(Edit::Add {
            at: instant(0),
            kind,
        });
        for second in [1, 2, 3] {
            journal.edit(Edit::Retime {
                sequence: 1,
                at: instant(second),
            });
        }
        journal.end_stroke();
        journal.edit(Edit::Retime {
            sequence: 1,
            at: instant(9),
        });
        let at = |journal: &Journal| journal.plan().draft.event(1).map(|event| event.at);
        journal.undo();
        assert_eq!(at(&journal), Some(instant(3)));
        journal.undo();
        assert_eq!(at(&journal), Some(instant(0)));
        journal.undo();
        assert_eq!(at(&journal), None);
    }

    #[test]
    fn what_changes_nothing_is_no_step() {
        let mut journal = journal();
        journal.edit(Edit::Priority(Rank(1)));
        journal.edit(Edit::Priority(Rank(1)));
        journal.edit(Edit::Remove { sequence: 7 });
        journal.undo();
        assert_eq!(journal.undoable(), None);
    }

    #[test]
    fn a_new_edit_ends_what_could_be_done_again() {
        let mut journal = journal();
        journal.edit(Edit::Priority(Rank(1)));
        journal.undo();
        assert_eq!(journal.redoable(), Some(&Subject::Priority));
        journal.edit(Edit::Priority(Rank(3)));
        assert_eq!(journal.redoable(), None);
        journal.redo();
        assert_eq!(journal.plan().draft.priority, Some(Rank(3)));
    }

    #[test]
    fn only_so_many_steps_are_kept() {
        let mut journal = journal();
        for step in 0..MOST + 5 {
            journal.end_stroke();
            journal.edit(typed(&step.to_string()));
        }
        for _ in 0..MOST + 5 {
            journal.undo();
        }
        assert_eq!(journal.plan().draft.text, "4");
    }
}
