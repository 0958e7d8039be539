//! The list of places, fetched when a zone is first looked for.

use std::sync::OnceLock;

use crate::app::browser::fetch::{self, NotFetched};
use crate::exchange::places::{Places, PlacesFault};
use crate::text::{Lang, zone as words};

/// Where the list is.
const FILE: &str = "places.txt";

/// Once it was read it stays.
static READ: OnceLock<Places> = OnceLock::new();

/// What is known of the list.
#[derive(Clone, Debug)]
pub(in crate::app) enum Listing {
    /// It is on its way.
    Awaited,
    /// It is here.
    Here(&'static Places),
    /// It could not be fetched.
    NotFetched(NotFetched),
    /// It could not be read.
    Damaged(PlacesFault),
}

impl Listing {
    /// The list, fetched unless it is here.
    pub(in crate::app) async fn fetch() -> Self {
        if let Some(places) = READ.get() {
            return Self::Here(places);
        }
        match fetch::text(FILE).await.map(|text| Places::read(&text)) {
            Ok(Ok(places)) => Self::Here(READ.get_or_init(|| places)),
            Ok(Err(fault)) => Self::Damaged(fault),
            Err(fault) => Self::NotFetched(fault),
        }
    }

    /// The list, when it is here.
    pub(in crate::app) fn places(&self) -> Option<&'static Places> {
        match self {
            Self::Here(places) => Some(places),
            _ => None,
        }
    }

    /// Why it is not here; empty when it is.
    pub(in crate::app) fn trouble(&self, lang: Lang) -> String {
        match self {
            Self::Here(_) => String::new(),
            Self::Awaited => words::LOADING.say(lang).to_owned(),
            Self::NotFetched(NotFetched::Unreachable) => words::NOT_LOADED.say(lang).to_owned(),
            Self::NotFetched(NotFetched::Refused(status)) => words::refused(lang, *status),
            Self::Damaged(fault) => words::damaged(lang, fault),
        }
    }

    /// Whether it may be had by fetching it again.
    pub(in crate::app) fn failed(&self) -> bool {
        matches!(self, Self::NotFetched(_) | Self::Damaged(_))
    }
}
