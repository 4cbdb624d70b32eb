//! Keys by the names that `KeyboardEvent.code` has for them.

use anyhow::{Context, Result};
use thirtyfour::Key;

/// What a driver must be sent so that the page sees this code, on the layout of a US keyboard.
pub fn of_code(code: &str) -> Result<char> {
    let named = match code {
        "Enter" => Some(Key::Enter),
        "Escape" => Some(Key::Escape),
        "Tab" => Some(Key::Tab),
        "Backspace" => Some(Key::Backspace),
        "Delete" => Some(Key::Delete),
        "Home" => Some(Key::Home),
        "End" => Some(Key::End),
        "PageUp" => Some(Key::PageUp),
        "PageDown" => Some(Key::PageDown),
        "ArrowUp" => Some(Key::Up),
        "ArrowDown" => Some(Key::Down),
        "ArrowLeft" => Some(Key::Left),
        "ArrowRight" => Some(Key::Right),
        "Control" | "ControlLeft" => Some(Key::Control),
        "Shift" | "ShiftLeft" => Some(Key::Shift),
        "Alt" | "AltLeft" => Some(Key::Alt),
        "Meta" | "MetaLeft" => Some(Key::Meta),
        _ => None,
    };
    if let Some(key) = named {
        return Ok(key.into());
    }
    let printed = match code {
        "Space" => Some(' '),
        "Slash" => Some('/'),
        "Minus" => Some('-'),
        "Equal" => Some('='),
        "Comma" => Some(','),
        "Period" => Some('.'),
        "Semicolon" => Some(';'),
        "BracketLeft" => Some('['),
        "BracketRight" => Some(']'),
        _ => code
            .strip_prefix("Key")
            .or_else(|| code.strip_prefix("Digit"))
            .filter(|rest| rest.len() == 1)
            .and_then(|rest| rest.chars().next())
            .map(|character| character.to_ascii_lowercase()),
    };
    printed.with_context(|| format!("the harness does not know the key `{code}`"))
}
