//! Any text as a plan, as a ticket, as a block of tickets and as the file of a whole plan: what is read is written
//! as it was, and how it comes in pieces makes no difference.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sla_planner::exchange::plan_file::{PlanContent, PlanFault, PlanReader};
use sla_planner::plan::{Plan, Ticket, TicketBlock};

fn read(text: &[u8], piece: usize) -> Result<(PlanContent, Vec<Ticket>), PlanFault> {
    let mut reader = PlanReader::default();
    let mut tickets = Vec::new();
    for piece in text.chunks(piece) {
        reader.take(piece, &mut |_, ticket| tickets.push(ticket))?;
    }
    Ok((reader.finish()?, tickets))
}

fuzz_target!(|text: &str| {
    if let Ok(plan) = Plan::read(text) {
        assert_eq!(Plan::read(&plan.write()), Ok(plan));
    }
    if let Ok(ticket) = Ticket::read(text) {
        assert_eq!(Ticket::read(&ticket.write()), Ok(ticket));
    }
    let mut block = TicketBlock::read(0, text.as_bytes());
    assert_eq!(TicketBlock::read(0, &block.write()), block);
    let _ = block.take_damaged();
    assert!(block.tickets().all(|(_, ticket)| ticket.is_ok()));
    assert_eq!(
        read(text.as_bytes(), 1),
        read(text.as_bytes(), text.len().max(1))
    );
});
