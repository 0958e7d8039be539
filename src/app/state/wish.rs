//! What the page's programs tell each other.
//!
//! The main program keeps the plan, the settings and the clock, and tells the others their state; they ask
//! it for changes.

use super::{Kept, Pace};
use crate::engine::Zone;
use crate::plan::{Edit, Plan};
use crate::text::Command;

/// The name under which the state is told.
pub(in crate::app) const STATE: &str = "sla-planner:state";
/// The name under which wishes are told.
pub(in crate::app) const WISH: &str = "sla-planner:wish";

/// What the main program knows that the others need.
pub(in crate::app) struct State {
    /// The document shown.
    pub(in crate::app) plan: Plan,
    /// The settings.
    pub(in crate::app) settings: Kept,
    /// How often times are shown anew.
    pub(in crate::app) pace: Pace,
    /// Whether the document is somebody else's.
    pub(in crate::app) visiting: bool,
}

impl State {
    /// The state as text: a line each.
    pub(in crate::app) fn write(&self) -> String {
        let visiting = if self.visiting { "visiting" } else { "" };
        let (pace, settings, plan) = (self.pace.key(), self.settings.write(), self.plan.write());
        [visiting, pace, &settings, &plan].join("\n")
    }

    /// The state from its text; none where it is damaged.
    pub(in crate::app) fn read(text: &str) -> Option<Self> {
        let mut lines = text.splitn(4, '\n');
        let (visiting, pace) = (lines.next()?, lines.next()?);
        Some(Self {
            visiting: !visiting.is_empty(),
            pace: Pace::ALL.into_iter().find(|known| known.key() == pace)?,
            settings: Kept::read(lines.next()?),
            plan: Plan::read(lines.next()?).ok()?,
        })
    }
}

/// What another program asks the main one for.
pub(in crate::app) enum Wish {
    /// To be told the state.
    State,
    /// That something is done to the plan.
    Edit(Edit),
    /// That the stroke of edits ends.
    EndStroke,
    /// That the viewer's zone is this one; the browser's, without one.
    Viewer(Option<Zone>),
    /// That this zone is remembered as chosen.
    Remember(Zone),
    /// That a command is carried out.
    Run(Command),
    /// That somebody else's document is shown.
    Visit(Box<Plan>),
    /// That nothing is shown but why a link cannot be opened.
    Refuse,
    /// That the user's own document is shown again.
    Leave,
    /// That this is said beside somebody else's document.
    Note(String),
    /// That keys of one letter do something, or nothing.
    Keys(bool),
}

impl Wish {
    /// The wish as text: a key, and what it is about.
    pub(in crate::app) fn write(&self) -> String {
        let (key, about) = match self {
            Self::State => ("state", String::new()),
            Self::Edit(edit) => ("edit", edit.write()),
            Self::EndStroke => ("end-stroke", String::new()),
            Self::Viewer(zone) => ("viewer", zone.map_or("", Zone::name).to_owned()),
            Self::Remember(zone) => ("remember", zone.name().to_owned()),
            Self::Run(command) => ("run", command.key()),
            Self::Visit(plan) => ("visit", plan.write()),
            Self::Refuse => ("refuse", String::new()),
            Self::Leave => ("leave", String::new()),
            Self::Note(note) => ("note", note.clone()),
            Self::Keys(on) => ("keys", if *on { "on" } else { "" }.to_owned()),
        };
        format!("{key} {about}")
    }

    /// The wish from its text; none where it is damaged.
    pub(in crate::app) fn read(text: &str) -> Option<Self> {
        let (key, about) = text.split_once(' ')?;
        Some(match key {
            "state" => Self::State,
            "edit" => Self::Edit(Edit::read(about).ok()?),
            "end-stroke" => Self::EndStroke,
            "viewer" => Self::Viewer(about.parse().ok()),
            "remember" => Self::Remember(about.parse().ok()?),
            "run" => Self::Run(Command::read(about)?),
            "visit" => Self::Visit(Box::new(Plan::read(about).ok()?)),
            "refuse" => Self::Refuse,
            "leave" => Self::Leave,
            "note" => Self::Note(about.to_owned()),
            "keys" => Self::Keys(!about.is_empty()),
            _ => return None,
        })
    }
}
