//! Other tabs: what is changed in one is read again by the others.

use leptos::prelude::*;

use super::Store;
use super::open::text;
use super::shape::{META, TICKETS as STORE, VIEWS as KEY};
use crate::app::browser::broadcast::Broadcast;
use crate::app::browser::database::{self, Database, Refusal};
use crate::plan::{Ticket, TicketBlock, TicketKeys};

/// The channel.
const CHANNEL: &str = "sla-planner.board";
/// Before the keys of tickets that were changed.
pub(super) const TICKETS: &str = "tickets ";
/// The saved views were changed.
pub(super) const VIEWS: &str = "views";

/// How many blocks are told at a time.
const AT_ONCE: usize = 8;

impl Store {
    /// Listens to other tabs.
    pub(super) fn listen(self) {
        let heard = move |text| {
            if self.ready.get_untracked() {
                self.hear(text);
            } else {
                self.inner().heard.borrow_mut().push(text);
            }
        };
        let broadcast = Broadcast::open(CHANNEL, heard);
        self.inner().broadcast.replace(broadcast);
    }

    /// Tells the other tabs.
    pub(super) fn tell_tabs(self, text: &str) {
        if let Some(broadcast) = &*self.inner().broadcast.borrow() {
            broadcast.tell(text);
        }
    }

    /// Does what another tab told.
    pub(super) fn hear(self, heard: String) {
        leptos::task::spawn_local(async move {
            if heard == VIEWS {
                let Some(database) = self.database() else {
                    return;
                };
                if let Ok(views) = views(&database).await {
                    self.views.set(views);
                }
            } else if let Some(keys) = heard.strip_prefix(TICKETS).and_then(TicketKeys::read) {
                self.reload(&keys).await;
            }
        });
    }

    /// Reads these again and tells them.
    pub(in crate::app) async fn reload(self, keys: &TicketKeys) {
        let Some(database) = self.database() else {
            return;
        };
        if let Err(refusal) = self.read_again(&database, keys).await {
            self.give_up(refusal.into());
        }
    }

    async fn read_again(self, database: &Database, keys: &TicketKeys) -> Result<(), Refusal> {
        let reading = database.read(&[STORE])?;
        let (mut now, mut gone): (Vec<Ticket>, Vec<u32>) = (Vec::new(), Vec::new());
        let mut block: Option<TicketBlock> = None;
        let mut blocks = 0;
        for key in keys.ranges().flatten() {
            let place = TicketBlock::place(key);
            let current = match block.take() {
                Some(block) if block.number() == place => block,
                _ => {
                    blocks += 1;
                    if blocks % AT_ONCE == 0 {
                        self.show(&now, &gone);
                        now.clear();
                        gone.clear();
                    }
                    let kept = reading.get(STORE, &place.into()).await?;
                    let kept = database::bytes(&kept).unwrap_or_default();
                    TicketBlock::read(place, &kept)
                }
            };
            match current.get(key) {
                Some(Ok(ticket)) => now.push(ticket),
                _ => gone.push(key),
            }
            block = Some(current);
        }
        self.show(&now, &gone);
        Ok(())
    }
}

async fn views(database: &Database) -> Result<String, Refusal> {
    let reading = database.read(&[META])?;
    Ok(text(&reading.get(META, &KEY.into()).await?))
}
