//! The sound: two tones, the second of which falls where a target is breached.

use leptos::prelude::*;

use super::Warnings;
use crate::app::browser::sound;
use crate::app::parts::{If, Switch, press, text, whether};
use crate::text::warn as words;

/// The tones of each level in hertz, from the least urgent to the most.
const TONES: [[f32; 2]; 4] = [
    [523.25, 659.25],
    [587.33, 739.99],
    [659.25, 880.0],
    [880.0, 587.33],
];

/// Plays the sound of `level`, where the last is `breach`; whether the browser can.
pub(super) fn play(breach: usize, level: usize, volume: u8) -> bool {
    let below = breach.saturating_sub(level).min(TONES.len() - 1);
    let tones = TONES.into_iter().rev().nth(below);
    tones.is_some_and(|tones| sound::play(tones, volume))
}

/// The switch, the volume, and a button to hear it.
#[component]
pub(super) fn Sound(warnings: Warnings) -> AnyView {
    let page = warnings.page;
    let rules = warnings.rules;
    let failed = RwSignal::new(false);
    let on = whether(move || rules.with(|rules| rules.sound.on));
    let set = Callback::new(move |on| rules.update(|rules| rules.sound.on = on));
    let volume = text(move || rules.with(|rules| rules.volume.to_string()));
    let try_it = move || {
        let volume = rules.with_untracked(|rules| rules.volume);
        let level = untrack(|| warnings.breach());
        failed.set(!play(level, level, volume));
    };
    let set_volume = move |event| {
        if let Ok(volume) = event_target_value(&event).parse::<u8>() {
            rules.update(|rules| rules.volume = volume.min(100));
        }
    };
    view! {
        <section class="alerting">
            <h3>{page.say(words::SOUND)}</h3>
            <Switch id="sound-on" label=page.say(words::PLAY) on set/>
            <div class="periods">
                <label for="volume">{page.say(words::VOLUME)}</label>
                <input type="range" id="volume" min="0" max="100" step="5" prop:value=volume on:change=set_volume/>
                <button class="key" type="button" id="try-sound" on:click=press(try_it)>{page.say(words::TRY_SOUND)}</button>
            </div>
            <If when=whether(move || failed.get())><p role="alert">{page.say(words::NO_SOUND)}</p></If>
            <p class="soft">{page.say(words::SOUND_WHY)}</p>
        </section>
    }
    .into_any()
}
