//! How well promises were kept: a sheet in the place of the table, that can be printed.

use leptos::prelude::*;

use super::Out;
use crate::app::browser::turn::turn;
use crate::app::browser::{document, download};
use crate::app::parts::{If, field, press, views, whether};
use crate::board::{Summary as Figures, SummaryPeriod, Summing};
use crate::engine::Instant;
use crate::exchange::csv::BOM;
use crate::text::Reader;
use crate::text::out as out_words;
use crate::text::summary::{self as words, SummaryCard};

mod periods;
mod table;

use periods::Periods;
use table::table;

/// Tickets that are counted in one task.
const SLICE: usize = 2_000;

/// What was counted: of which tickets, and when.
#[derive(Clone, Debug, PartialEq)]
struct Made {
    figures: Figures,
    period: SummaryPeriod,
    at: Instant,
}

/// The sheet, while it is open.
#[component]
pub(in crate::app::board) fn Summary(
    out: Out,
    /// Opens a ticket.
    open: Callback<u32>,
) -> AnyView {
    let counting = Counting {
        out,
        period: RwSignal::new(SummaryPeriod::All),
        made: RwSignal::new(None),
        round: StoredValue::new(0),
    };
    Effect::new(move |_| {
        if out.summary.get() {
            let period = counting.period.get();
            out.page.terms.track();
            counting.count(period);
        }
    });
    view! {
        <If when=whether(move || out.summary.get())>
            <Sheet counting open/>
        </If>
    }
    .into_any()
}

/// The counting, which takes several tasks.
#[derive(Clone, Copy)]
struct Counting {
    out: Out,
    period: RwSignal<SummaryPeriod>,
    made: RwSignal<Option<Made>>,
    /// Which counting is the last one; others end.
    round: StoredValue<u32>,
}

impl Counting {
    fn count(self, period: SummaryPeriod) {
        self.round.update_value(|round| *round += 1);
        self.made.set(None);
        let (round, desk) = (self.round.get_value(), self.out.desk);
        let at = untrack(|| self.out.page.clock.read());
        let span = period.span(untrack(|| self.out.page.service()), at);
        leptos::task::spawn_local(async move {
            let mut summing = desk.with(|board| Summing::new(board, span, at));
            while desk.with(|board| summing.work(board, SLICE)) {
                turn().await;
                if self.round.get_value() != round {
                    return;
                }
            }
            let figures = summing.finish();
            self.made.set(Some(Made {
                figures,
                period,
                at,
            }));
        });
    }

    /// Reads what was counted, for whoever reads now.
    fn with<T>(self, read: impl FnOnce(&Reader, &Made) -> T) -> Option<T> {
        let page = self.out.page;
        self.made.with(|made| {
            let made = made.as_ref()?;
            let reader = Reader {
                lang: page.lang(),
                zone: page.settings.viewer(),
                now: made.at,
            };
            Some(read(&reader, made))
        })
    }

    fn card(self) -> Option<SummaryCard> {
        self.with(|reader, made| {
            self.out.desk.with(|board| {
                SummaryCard::of(
                    reader,
                    board.terms(),
                    board.tickets(),
                    &made.figures,
                    made.period,
                )
            })
        })
    }

    fn save_csv(self) {
        let made = untrack(|| {
            self.with(|reader, made| {
                self.out.desk.with(|board| {
                    let terms = board.terms();
                    let (figures, period) = (&made.figures, made.period);
                    let rows = words::csv(reader, terms, board.tickets(), figures, period);
                    (words::csv_name(terms, made.at), rows)
                })
            })
        });
        let Some((name, rows)) = made else { return };
        let file = format!("{BOM}{rows}");
        let saved = download::save(&name, "text/csv;charset=utf-8", &file);
        self.out.tell_phrase(if saved {
            out_words::SUMMARY_SAVED
        } else {
            out_words::NOT_SAVED
        });
    }
}

#[component]
fn Sheet(counting: Counting, open: Callback<u32>) -> AnyView {
    let (out, page) = (counting.out, counting.out.page);
    let card = Memo::new(move |_| counting.card().unwrap_or_default());
    let counted = whether(move || counting.made.with(Option::is_some));
    let counts = whether(move || !counted.get());
    let empty = whether(move || counted.get() && card.with(|card| card.targets.is_empty()));
    let some = whether(move || card.with(|card| !card.targets.is_empty()));
    let copy = move || out.copy(card.with_untracked(|card| card.text(untrack(|| page.lang()))));
    let close = move || {
        out.summary.set(false);
        // What has the focus then is hidden until the sheet is gone.
        leptos::task::spawn_local(async {
            turn().await;
            document::focus("open-summary");
        });
    };
    let readings = views(move || {
        let readings = card.with(|card| card.readings.clone()).into_iter();
        readings
            .map(|line| view! { <li>{line}</li> }.into_any())
            .collect()
    });
    let tables = views(move || {
        let targets = card.with(|card| card.targets.clone()).into_iter();
        targets.map(|target| table(page, target, open)).collect()
    });
    Effect::new(|_| document::focus("summary-title"));
    view! {
        <section class="section summary" id="summary" aria-labelledby="summary-title">
            <div class="summary-head">
                <h2 id="summary-title" tabindex="-1">{field(card, |card| &card.title)}</h2>
                <button class="quiet" type="button" id="close-summary" on:click=press(close)>{page.say(out_words::BACK)}</button>
            </div>
            <Periods page period=counting.period/>
            <p aria-live="polite">{field(card, |card| &card.about)} " · " {field(card, |card| &card.as_of)}</p>
            <p>{field(card, |card| &card.faulty)}</p>
            <If when=counts><p class="soft">{page.say(words::WORKING)}</p></If>
            <If when=empty><p class="soft">{page.say(words::NOTHING)}</p></If>
            {tables}
            <If when=some><p class="soft summary-notes">{page.say(words::NOTES)}</p></If>
            <ul class="paper-readings">{readings}</ul>
            <p class="soft paper-versions">{field(card, |card| &card.versions)}</p>
            <div class="hand-out">
                <button class="key" type="button" id="print-summary" on:click=press(document::print)>{page.say(words::PRINT)}</button>
                <button class="key" type="button" id="copy-summary" on:click=press(copy)>{page.say(words::COPY)}</button>
                <button class="key" type="button" id="csv-summary" on:click=press(move || counting.save_csv())>{page.say(words::CSV)}</button>
                <button class="quiet" type="button" on:click=press(move || counting.count(counting.period.get_untracked()))>{page.say(out_words::AGAIN)}</button>
            </div>
        </section>
    }
    .into_any()
}
