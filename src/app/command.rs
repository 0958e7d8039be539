//! Doing what the page is told by name or by key.

use leptos::prelude::*;

use super::browser::{clipboard, document};
use super::state::{Page, Theme, details};
use crate::engine::{ClockReading, EventKind, Rank, Readings};
use crate::plan::{Edit, Submission};
use crate::text::{Command, Lang, answer, check as words, echo, event};

/// Carries out `command`; what the details do is passed on to them.
pub(super) fn run(page: Page, command: Command) {
    match command {
        Command::Time => document::focus("time"),
        Command::Now => submitted_now(page),
        Command::Priority(place) => {
            let known = page
                .terms
                .with_untracked(|terms| terms.policy().priority(Rank(place)).is_some());
            if known {
                page.edit(Edit::Priority(Rank(place)));
            }
        }
        Command::ClockReading => {
            let readings = page.plan.with_untracked(|plan| plan.readings);
            let clock = match readings.clock {
                ClockReading::AllHours => ClockReading::WorkingTime,
                ClockReading::WorkingTime => ClockReading::Mixed,
                ClockReading::Mixed => ClockReading::AllHours,
            };
            page.edit(Edit::Read(Readings { clock, ..readings }));
        }
        Command::Undo => page.keeper.undo(),
        Command::Redo => page.keeper.redo(),
        Command::Copy => copy(page, untrack(|| page.lang())),
        Command::CopyOther => copy(page, untrack(|| page.lang()).other()),
        Command::Clear => {
            page.edit(Edit::Clear);
            document::focus("time");
        }
        Command::Print => document::print(),
        Command::Hold => page.clock.hold(),
        Command::Language => page.settings.set_lang(untrack(|| page.lang()).other()),
        Command::Theme => {
            let theme = untrack(|| page.settings.theme());
            let mut after = Theme::ALL
                .into_iter()
                .cycle()
                .skip_while(|known| *known != theme)
                .skip(1);
            page.settings.set_theme(after.next().unwrap_or_default());
        }
        Command::Replied
        | Command::Confirmed
        | Command::Paused
        | Command::Mitigated
        | Command::Resolved
        | Command::Reopened
        | Command::Share
        | Command::Calendar
        | Command::Events
        | Command::Timeline
        | Command::Ledger
        | Command::Readings
        | Command::Difference
        | Command::TicketZone
        | Command::ViewerZone
        | Command::ShowCheck
        | Command::ShowBoard
        | Command::Open
        | Command::Palette
        | Command::Help => details::run(page, command),
    }
}

/// Records that what `command` names happens now.
pub(super) fn mark(page: Page, command: Command) {
    let kind = match command {
        Command::Replied => EventKind::FirstReply,
        Command::Confirmed => EventKind::Confirmed,
        Command::Mitigated => EventKind::Mitigated,
        Command::Resolved => EventKind::Resolved,
        Command::Reopened => EventKind::Reopened,
        Command::Paused => {
            let history = untrack(|| page.history());
            let last = history.and_then(|history| history.pauses.last().cloned());
            if last.is_some_and(|pause| pause.until.is_none()) {
                EventKind::Resumed
            } else {
                let reason = event::WAITING_FOR_CUSTOMER;
                EventKind::Paused {
                    reason: reason.say(untrack(|| page.lang())).to_owned(),
                }
            }
        }
        _ => return,
    };
    happen(page, kind);
}

/// Records that `kind` happens now, unless that contradicts what is entered.
pub(super) fn happen(page: Page, kind: EventKind) {
    let at = page.clock.read();
    let possible = page
        .plan
        .with_untracked(|plan| plan.draft.possible(vec![kind], at));
    page.clock.refresh();
    for kind in possible {
        page.edit(Edit::Add { at, kind });
    }
}

/// Enters the present as the time of submission, in the zone times are typed in.
pub(super) fn submitted_now(page: Page) {
    let at = page.clock.read();
    let (zone, typing) = untrack(|| (page.plan.with(|plan| plan.draft.zone), page.typing_zone()));
    page.edit(Edit::Typed {
        text: echo::typed(typing.local(at)),
        zone,
        submission: Some(Submission {
            at,
            zone_written: false,
            filled_in: false,
            cut: false,
        }),
        priority: None,
    });
}

/// The answer as a sentence in `lang`; empty without one.
pub(super) fn sentence(page: Page, lang: Lang) -> String {
    let submitted = page.plan.with(|plan| plan.draft.submission);
    let mut reader = page.reader();
    reader.lang = lang;
    page.terms.with(|terms| {
        page.answer.with(|found| match (found.one(), submitted) {
            (Some(assessment), Some(submission)) => {
                answer(&reader, terms, assessment, submission.at)
            }
            _ => String::new(),
        })
    })
}

/// Copies the answer in `lang`.
pub(super) fn copy(page: Page, lang: Lang) {
    copy_text(page, untrack(|| sentence(page, lang)));
}

/// Copies `text`, and says whether that worked.
pub(super) fn copy_text(page: Page, text: String) {
    if text.is_empty() {
        return;
    }
    leptos::task::spawn_local(async move {
        let done = clipboard::copy(&text).await;
        page.tell(if done {
            words::COPIED
        } else {
            words::NOT_COPIED
        });
    });
}
