//! Adapters, one for each facility of the browser.

pub(super) mod alarm;
pub(super) mod broadcast;
pub(super) mod brought;
pub(super) mod channel;
pub(super) mod clipboard;
pub(super) mod database;
pub(super) mod document;
pub(super) mod download;
pub(super) mod fetch;
pub(super) mod file;
pub(super) mod intl;
pub(super) mod launch;
pub(super) mod mark;
pub(super) mod notification;
pub(super) mod pointer;
pub(super) mod room;
pub(super) mod send;
pub(super) mod size;
pub(super) mod sound;
pub(super) mod storage;
pub(super) mod tab;
pub(super) mod time;
pub(super) mod turn;
