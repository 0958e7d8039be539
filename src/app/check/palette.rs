//! The palette: everything the page can be told, by name.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::app::browser::document;
use crate::app::parts::{Dialog, press, text};
use crate::app::state::{Keeper, Page, Wish};
use crate::text::{Command, page as words};

/// The most commands that were used last and are shown first.
const RECENT: usize = 3;

/// The palette, opened by Ctrl K.
#[component]
pub(in crate::app) fn Palette(open: RwSignal<bool>) -> AnyView {
    let page = Page::get();
    let recent: RwSignal<Vec<Command>> = RwSignal::new(Vec::new());
    view! {
        <Dialog open id="palette" title=page.say(words::PALETTE)>
            <Search open recent/>
        </Dialog>
    }
    .into_any()
}

/// The field and what it finds.
#[component]
fn Search(open: RwSignal<bool>, recent: RwSignal<Vec<Command>>) -> AnyView {
    let page = Page::get();
    let typed = RwSignal::new(String::new());
    let at = RwSignal::new(0_usize);
    let found = Memo::new(move |_| {
        page.terms.with(|terms| {
            let policy = terms.policy();
            let last = recent.get_untracked();
            let others = Command::all(policy).filter(|command| !last.contains(command));
            let all = last.iter().copied().chain(others);
            typed.with(|typed| {
                let fits = |command: &Command| command.matches(typed, policy);
                all.filter(fits).collect::<Vec<_>>()
            })
        })
    });
    let run = move |command: Command| {
        recent.update(|recent| {
            recent.retain(|other| *other != command);
            recent.insert(0, command);
            recent.truncate(RECENT);
        });
        open.set(false);
        // The dialog gives the focus back first, and so does one that it was opened over.
        leptos::task::spawn_local(async move {
            document::close_dialogs();
            // What is about the ticket in Check is done where it can be seen.
            if !command.is_of_page() && document::view() != "check" {
                document::go("/check");
            }
            Keeper::wish(&Wish::Run(command));
        });
    };
    let go = move |to: usize| {
        at.set(to);
        document::show(&format!("command-{to}"));
    };
    let pressed = move |event: KeyboardEvent| {
        if event.is_composing() || event.key_code() == 229 {
            return;
        }
        let (here, count) = (at.get_untracked(), found.with_untracked(Vec::len));
        match event.key().as_str() {
            "ArrowDown" if count > 0 => go((here + 1) % count),
            "ArrowUp" if count > 0 => go((here + count - 1) % count),
            "Enter" => {
                if let Some(command) = found.with_untracked(|found| found.get(here).copied()) {
                    run(command);
                }
            }
            _ => return,
        }
        event.prevent_default();
    };
    let active = Signal::derive(move || {
        let some = found.with(|found| !found.is_empty());
        some.then(|| format!("command-{}", at.get()))
    });
    let rows = move || {
        let lang = page.lang();
        let row = |(place, command): (usize, Command)| {
            let name = page.terms.with(|terms| command.name(lang, terms.policy()));
            let selected = text(move || (at.get() == place).to_string());
            view! {
                <li role="option" id=format!("command-{place}") aria-selected=selected on:click=press(move || run(command))>
                    <span>{name}</span>
                    <kbd>{command.shortcut(lang)}</kbd>
                </li>
            }
            .into_any()
        };
        found
            .get()
            .into_iter()
            .enumerate()
            .map(row)
            .collect::<Vec<_>>()
    };
    request_animation_frame(|| document::focus("palette-search"));
    view! {
        <input
            id="palette-search"
            class="search"
            type="text"
            role="combobox"
            autocomplete="off"
            spellcheck="false"
            aria-expanded="true"
            aria-controls="palette-list"
            aria-activedescendant=active
            aria-label=page.say(words::PALETTE)
            placeholder=page.say(words::PALETTE_HINT)
            on:input:target=move |event| {
                at.set(0);
                typed.set(event.target().value());
            }
            on:keydown=pressed
        />
        <ul class="found" id="palette-list" role="listbox" aria-label=page.say(words::PALETTE)>{rows}</ul>
        <p class="soft" role="status">
            {text(move || {
                if found.with(Vec::is_empty) { words::NOTHING_FOUND.say(page.lang()) } else { "" }.to_owned()
            })}
        </p>
    }
    .into_any()
}
