//! Which tickets are shown.

use serde::Serialize;

use super::State;
use super::search::Words;
use crate::engine::{Misread, Node, Rank};

/// Which tickets are shown: those of any of the states, of any of the priorities, with all the words.
///
/// ```
/// use sla_planner::board::Filter;
/// let filter = Filter { text: "login ５００".to_owned(), ..Filter::default() };
/// assert!(filter.finds("SPT-1042", "Login answers 500"));
/// assert!(!filter.finds("SPT-1042", "Login is slow"));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Filter {
    /// The states; all when none is chosen.
    pub states: Vec<State>,
    /// The priorities; all when none is chosen.
    pub priorities: Vec<Rank>,
    /// Words, each of which stands in the number or the title, whatever their case and width.
    pub text: String,
}

impl Filter {
    /// Whether its words stand in this number and title.
    #[must_use]
    pub fn finds(&self, number: &str, title: &str) -> bool {
        let words = Words::of(&self.text);
        words.stand_in(number.as_bytes(), title.as_bytes(), &mut Vec::new())
    }

    /// Whether it shows tickets in this state.
    #[must_use]
    pub fn has_state(&self, state: State) -> bool {
        self.states.is_empty() || self.states.contains(&state)
    }

    /// Whether it shows tickets of this priority.
    #[must_use]
    pub fn has_priority(&self, rank: Rank) -> bool {
        self.priorities.is_empty() || self.priorities.contains(&rank)
    }

    /// Whether it shows everything.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.states.is_empty() && self.priorities.is_empty() && self.text.trim().is_empty()
    }

    /// A filter from its place in a document.
    pub(super) fn read(node: &Node<'_>) -> Result<Self, Misread> {
        Ok(Self {
            states: node.key("states").list(State::read)?,
            priorities: node
                .key("priorities")
                .list(|rank| rank.number().map(Rank))?,
            text: node.key("text").text()?,
        })
    }
}
