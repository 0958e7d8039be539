//! Many tickets: what is derived of them.

pub mod alert;
