//! Changes to the names of waves and to their order.

use crate::model::Project;

use super::{Change, ChangeKind, CommandError, Edit};

/// Renames a wave; where a wave has the new name already, the two become one.
pub fn rename(project: &Project, from: &str, into: &str) -> Result<Change, CommandError> {
    let into = into.trim();
    if into.is_empty() {
        return Err(CommandError::EmptyName);
    }
    let of_wave = project.responses.iter().filter(|(_, response)| response.wave.as_deref() == Some(from));
    let renamed = of_wave.map(|(id, _)| Edit::Wave(*id, Some(into.to_owned())));
    let mut edits: Vec<Edit> = renamed.collect();
    let is_there = project.wave_order.iter().any(|wave| wave == into);
    let mut order = project.wave_order.clone();
    if is_there && from != into {
        order.retain(|wave| wave != from);
    }
    for wave in order.iter_mut().filter(|wave| *wave == from) {
        into.clone_into(wave);
    }
    edits.push(Edit::WaveOrder(order));
    Ok(Change::new(ChangeKind::Waves, edits))
}

/// Puts waves in that order; a wave that occurs twice has its first place.
pub fn order(waves: Vec<String>) -> Change {
    let mut order: Vec<String> = Vec::with_capacity(waves.len());
    for wave in waves {
        if !order.contains(&wave) {
            order.push(wave);
        }
    }
    Change::new(ChangeKind::Waves, vec![Edit::WaveOrder(order)])
}
