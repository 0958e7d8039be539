//! Sounds.

use std::cell::RefCell;

use web_sys::{AudioContext, AudioContextState, OscillatorType};

thread_local! {
    /// What plays them: made with the first, as browsers want.
    static CONTEXT: RefCell<Option<AudioContext>> = const { RefCell::new(None) };
}

/// How long each of two tones lasts, in seconds.
const TONE: f64 = 0.22;

/// Plays two tones, each of so many hertz, at `volume` of 100; whether the browser lets it be heard.
pub(in crate::app) fn play(tones: [f32; 2], volume: u8) -> bool {
    CONTEXT.with_borrow_mut(|kept| {
        if kept.is_none() {
            *kept = AudioContext::new().ok();
        }
        kept.as_ref()
            .is_some_and(|context| sound(context, tones, volume).is_some())
    })
}

fn sound(context: &AudioContext, tones: [f32; 2], volume: u8) -> Option<()> {
    if context.state() == AudioContextState::Suspended {
        // Allowed only while a press is handled, or after one.
        drop(context.resume());
    }
    let loudness = f32::from(volume) / 100.0;
    let mut begin = context.current_time() + 0.02;
    for tone in tones {
        let (oscillator, gain) = (
            context.create_oscillator().ok()?,
            context.create_gain().ok()?,
        );
        oscillator.set_type(OscillatorType::Sine);
        oscillator.frequency().set_value(tone);
        // Fades, so that it does not click.
        let level = gain.gain();
        level.set_value_at_time(0.0, begin).ok()?;
        level
            .linear_ramp_to_value_at_time(loudness, begin + 0.02)
            .ok()?;
        level.linear_ramp_to_value_at_time(0.0, begin + TONE).ok()?;
        oscillator.connect_with_audio_node(&gain).ok()?;
        gain.connect_with_audio_node(&context.destination()).ok()?;
        oscillator.start_with_when(begin).ok()?;
        oscillator.stop_with_when(begin + TONE).ok()?;
        begin += TONE;
    }
    Some(())
}
