//! A simulation with what was done to it.

use super::{Refused, Simulation, SimulationEdit, SimulationSubject};
use crate::engine::Policy;
use crate::plan::steps::Steps;

/// A simulation with what was done to it, so that it can be taken back and done again.
///
/// ```
/// use sla_planner::engine::Policy;
/// use sla_planner::plan::simulation::{Simulation, SimulationEdit, SimulationJournal};
/// let policy = Policy::spt_001()?;
/// let mut journal = SimulationJournal::new(Simulation::default());
/// journal.edit(SimulationEdit::Duplicate { scenario: 0 }, &policy).expect("there is room");
/// assert_eq!(journal.simulation().scenarios().len(), 2);
/// journal.undo();
/// assert_eq!(journal.simulation(), &Simulation::default());
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SimulationJournal {
    simulation: Simulation,
    steps: Steps<Simulation, SimulationSubject>,
}

impl SimulationJournal {
    /// A simulation to which nothing was done yet.
    #[must_use]
    pub const fn new(simulation: Simulation) -> Self {
        Self {
            simulation,
            steps: Steps::new(),
        }
    }

    /// The simulation as it is now.
    #[must_use]
    pub const fn simulation(&self) -> &Simulation {
        &self.simulation
    }

    /// Does `edit`; `contract` is whose calendar is copied when it is changed. One that changes nothing is no step;
    /// one of the same stroke as the last grows that.
    ///
    /// # Errors
    /// [`Refused`]; the simulation stays as it is.
    pub fn edit(&mut self, edit: SimulationEdit, contract: &Policy) -> Result<(), Refused> {
        let subject = edit.subject(&self.simulation);
        let continues = edit.continues();
        let mut after = self.simulation.clone();
        after.apply(edit, contract)?;
        if after == self.simulation {
            return Ok(());
        }
        let before = std::mem::replace(&mut self.simulation, after);
        self.steps.done(subject, continues, before);
        Ok(())
    }

    /// Ends a stroke: the next edit is a step of its own.
    pub const fn end_stroke(&mut self) {
        self.steps.end_stroke();
    }

    /// Takes the last step back.
    pub fn undo(&mut self) {
        self.steps.undo(&mut self.simulation);
    }

    /// Does the last step that was taken back again.
    pub fn redo(&mut self) {
        self.steps.redo(&mut self.simulation);
    }

    /// What the step was about that [`SimulationJournal::undo`] would take back.
    #[must_use]
    pub fn undoable(&self) -> Option<SimulationSubject> {
        self.steps.undoable().copied()
    }

    /// What the step was about that [`SimulationJournal::redo`] would do again.
    #[must_use]
    pub fn redoable(&self) -> Option<SimulationSubject> {
        self.steps.redoable().copied()
    }
}
