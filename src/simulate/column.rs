//! All tickets in one scenario.

use std::sync::Arc;

use super::cell::{self, Cell, EMPTY, FAULTY};
use super::summary::ScenarioSummary;
use crate::board::Tickets;
use crate::engine::{
    Assessment, Basis, Error, History, Instant, NEVER, PlainTerms, Seconds, Terms, Verdict,
};

/// All tickets under one scenario's terms: a row of cells for each index, a cell for each target.
#[derive(Clone, Debug)]
pub(super) struct Column {
    pub(super) terms: Arc<Terms>,
    pub(super) targets: usize,
    dues: Vec<u32>,
    overs: Vec<u32>,
    bits: Vec<u8>,
    /// The first ticket that is to be looked at.
    pub(super) next: u32,
    /// When a verdict changes next.
    pub(super) until: u32,
    /// None while it is to be made.
    pub(super) summary: Option<ScenarioSummary>,
}

impl Column {
    pub(super) fn new(terms: Arc<Terms>) -> Self {
        Self {
            targets: terms.policy().targets.len(),
            terms,
            dues: Vec::new(),
            overs: Vec::new(),
            bits: Vec::new(),
            next: 0,
            until: NEVER,
            summary: None,
        }
    }

    /// All tickets are to be looked at.
    pub(super) fn renew(&mut self) {
        self.next = 0;
        self.until = NEVER;
        self.summary = None;
    }

    /// Makes room for so many tickets, and for no more.
    pub(super) fn hold(&mut self, slots: u32) {
        let length = slots as usize * self.targets;
        self.dues.resize(length, NEVER);
        self.overs.resize(length, 0);
        self.bits.resize(length, EMPTY);
        self.next = self.next.min(slots);
    }

    /// Looks at the tickets up to `end`, at most `budget` of them; gives how many it looked at.
    pub(super) fn work(&mut self, tickets: &Tickets, now: Instant, budget: u32) -> u32 {
        let end = tickets.slots();
        let until = self.next.saturating_add(budget).min(end);
        let terms = Arc::clone(&self.terms);
        let ready = PlainTerms::new(&terms, now);
        let first = self.next;
        for index in first..until {
            self.look(tickets, &ready, index);
        }
        self.next = until.max(first);
        until.saturating_sub(first)
    }

    /// Looks at these tickets, of which those not yet reached have their turn later.
    pub(super) fn look_again(&mut self, tickets: &Tickets, now: Instant, indexes: &[u32]) {
        let terms = Arc::clone(&self.terms);
        let ready = PlainTerms::new(&terms, now);
        let reached = self.next;
        for index in indexes.iter().filter(|index| **index < reached) {
            self.look(tickets, &ready, *index);
        }
        self.summary = None;
    }

    fn look(&mut self, tickets: &Tickets, ready: &PlainTerms<'_>, index: u32) {
        let looked = if let Some(seconds) = tickets.seconds(index) {
            let mut response_due = seconds.submitted;
            (0..self.targets).try_for_each(|target| {
                let brief = ready.brief(&seconds, target, response_due)?;
                if target == 0 {
                    response_due = brief.due;
                }
                self.until = self.until.min(brief.until);
                let bits = cell::pack(brief.basis, brief.verdict);
                self.set(index, target, brief.due, brief.over, bits);
                Some(())
            })
        } else {
            match tickets.history(index) {
                None => {
                    self.clear(index, EMPTY);
                    return;
                }
                Some(history) => history
                    .and_then(|history| self.take(index, &history, ready.now()))
                    .ok(),
            }
        };
        if looked.is_none() {
            self.clear(index, FAULTY);
        }
    }

    /// Looks at a ticket that is not plain.
    fn take(&mut self, index: u32, history: &History, now: Instant) -> Result<(), Error> {
        let terms = Arc::clone(&self.terms);
        for clock in &Assessment::of(&terms, history, now)?.clocks {
            let status = clock.status(&terms, now)?;
            let breached = matches!(status.verdict, Some(Verdict::Missed | Verdict::Overdue));
            let over = if breached { -status.counted_left } else { 0 };
            let over = u32::try_from(over.max(0)).unwrap_or(u32::MAX);
            let bits = cell::pack(clock.basis, status.verdict);
            self.set(index, clock.target, clock.due.second(), over, bits);
            let later = |at: Option<Instant>| at.filter(|at| *at > now);
            let mut until = later(clock.stop);
            if status.verdict == Some(Verdict::Open) && clock.basis != Basis::Projected {
                let past = clock.due.plus(1).ok();
                let next = [later(past), later(clock.paused_since)];
                until = next.into_iter().chain([until]).flatten().min();
            }
            self.until = self.until.min(until.map_or(NEVER, Instant::second));
        }
        Ok(())
    }

    fn set(&mut self, index: u32, target: usize, due: u32, over: u32, bits: u8) {
        let place = index as usize * self.targets + target;
        if let Some(slot) = self.dues.get_mut(place) {
            *slot = due;
        }
        if let Some(slot) = self.overs.get_mut(place) {
            *slot = over;
        }
        if let Some(slot) = self.bits.get_mut(place) {
            *slot = bits;
        }
    }

    fn clear(&mut self, index: u32, bits: u8) {
        for target in 0..self.targets {
            self.set(index, target, NEVER, 0, bits);
        }
    }

    /// The clock of `target` on the ticket at `index`.
    pub(super) fn cell(&self, index: u32, target: usize) -> Option<Cell> {
        let place = self.place(index, target)?;
        let (basis, verdict) = cell::unpack(*self.bits.get(place)?)?;
        Some(Cell {
            due: Instant::from_second(*self.dues.get(place)?)?,
            basis,
            verdict,
            over: (*self.overs.get(place)?).into(),
        })
    }

    /// When it is due, in seconds; never where that is not known.
    pub(super) fn due(&self, index: u32, target: usize) -> u32 {
        let place = self.place(index, target);
        let due = place.and_then(|place| self.dues.get(place));
        due.copied().unwrap_or(NEVER)
    }

    /// Where it stands, as bits that are equal for what stands alike.
    pub(super) fn bits(&self, index: u32, target: usize) -> u8 {
        let place = self.place(index, target);
        let bits = place.and_then(|place| self.bits.get(place));
        bits.copied().unwrap_or(EMPTY)
    }

    /// The counted seconds past due.
    pub(super) fn over(&self, index: u32, target: usize) -> u32 {
        let place = self.place(index, target);
        let over = place.and_then(|place| self.overs.get(place));
        over.copied().unwrap_or(0)
    }

    /// By how many seconds of the wall clock the ticket at `index` overran `target` at `now`.
    pub(super) fn wall_over(
        &self,
        tickets: &Tickets,
        now: Instant,
        (index, target): (u32, usize),
    ) -> Option<Seconds> {
        let history = tickets.history(index)?.ok()?;
        let assessment = Assessment::of(&self.terms, &history, now).ok()?;
        let status = assessment
            .clocks
            .get(target)?
            .status(&self.terms, now)
            .ok()?;
        Some(-status.wall_left)
    }

    /// How many bytes it holds.
    pub(super) const fn size(&self) -> usize {
        self.dues.len() * (2 * size_of::<u32>() + 1)
    }

    fn place(&self, index: u32, target: usize) -> Option<usize> {
        (target < self.targets).then_some(index as usize * self.targets + target)
    }
}
