//! Adapters, one for each facility of the browser.

pub(super) mod broadcast;
pub(super) mod channel;
pub(super) mod clipboard;
pub(super) mod database;
pub(super) mod document;
pub(super) mod download;
pub(super) mod fetch;
pub(super) mod file;
pub(super) mod intl;
pub(super) mod pointer;
pub(super) mod room;
pub(super) mod send;
pub(super) mod size;
pub(super) mod storage;
pub(super) mod time;
pub(super) mod turn;
