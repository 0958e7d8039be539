//! A row that was taken.

use super::{Caution, Field, StatusClass};
use crate::engine::Event;

/// A row that was taken: a ticket with what happened to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its line in the file.
    pub line: u32,
    /// Its place among the rows of the table, from 0.
    pub place: usize,
    /// Its number or key; empty where there is none.
    pub id: String,
    /// Its title; empty where there is none.
    pub title: String,
    /// What kind of status it has, where that is known.
    pub status: Option<StatusClass>,
    /// What happened to it, its submission first.
    pub events: Vec<Event>,
    /// What may not be as it is meant, each with the field it comes from.
    pub cautions: Vec<(Field, Caution)>,
}
