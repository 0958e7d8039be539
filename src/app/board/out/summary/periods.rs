//! Which tickets a summary is about.

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::app::parts::{If, text, whether};
use crate::app::state::Page;
use crate::board::SummaryPeriod;
use crate::text::summary as words;

/// Which tickets it is about.
#[component]
pub(super) fn Periods(page: Page, period: RwSignal<SummaryPeriod>) -> AnyView {
    let now = untrack(|| page.clock.read());
    let dates = move || {
        let zone = untrack(|| page.service());
        let today = zone.local(now).date();
        untrack(|| period.get().dates(zone, now)).unwrap_or((today, today))
    };
    let choose = move |event| {
        let key = event_target_value(&event);
        let named = SummaryPeriod::NAMED.into_iter();
        let named = named.clone().find(|named| named.key() == key);
        period.set(named.unwrap_or_else(|| {
            let (first, last) = dates();
            SummaryPeriod::Between(first, last)
        }));
    };
    let between = SummaryPeriod::Between(NaiveDate::MIN, NaiveDate::MIN);
    let all = SummaryPeriod::NAMED.into_iter().chain([between]);
    let options = all.map(|one| {
        let chosen = whether(move || period.get().key() == one.key());
        view! { <option value=one.key() selected=chosen>{page.say(words::period(one))}</option> }
            .into_any()
    });
    let options = options.collect::<Vec<_>>();
    let own = whether(move || matches!(period.get(), SummaryPeriod::Between(..)));
    view! {
        <div class="periods">
            <label>
                {page.say(words::PERIOD)} " "
                <select class="quiet" id="summary-period" on:change=choose>{options}</select>
            </label>
            <If when=own>
                <DateField period first=true/>
                <DateField period first=false/>
                <span class="label">{page.service_name()}</span>
            </If>
        </div>
    }
    .into_any()
}

/// The first or the last date of a period.
#[component]
fn DateField(period: RwSignal<SummaryPeriod>, first: bool) -> AnyView {
    let page = Page::get();
    let label = if first { words::FROM } else { words::THROUGH };
    let value = text(move || match period.get() {
        SummaryPeriod::Between(from, through) => if first { from } else { through }.to_string(),
        _ => String::new(),
    });
    let choose = move |event| {
        let typed = event_target_value(&event).parse::<NaiveDate>();
        if let (Ok(date), SummaryPeriod::Between(from, through)) = (typed, period.get_untracked()) {
            period.set(if first {
                SummaryPeriod::Between(date, through)
            } else {
                SummaryPeriod::Between(from, date)
            });
        }
    };
    let id = if first {
        "summary-from"
    } else {
        "summary-through"
    };
    view! {
        <label>
            {page.say(label)} " "
            <input class="date" type="date" id=id prop:value=value on:change=choose/>
        </label>
    }
    .into_any()
}
