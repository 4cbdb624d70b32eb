//! The texts that stand beside a project in its archive.

use super::QdaError;
use super::parts::Source;
use crate::import::archive::Archive;
use crate::import::decode::decode;

/// Fetches the texts that the project in that folder does not hold itself. Only what the archive has is fetched: no other
/// place is asked. A text that is not there, or is no text, stays absent.
pub(super) fn load(sources: &mut [Source], archive: &mut Archive, folder: &str) -> Result<(), QdaError> {
    for source in sources.iter_mut().filter(|source| source.text.is_none()) {
        let Some(name) = source.path.strip_prefix("internal://") else { continue };
        let Some(bytes) = archive.read(&format!("{folder}sources/{name}"))? else { continue };
        source.text = decode(bytes, None).ok().map(|decoded| decoded.text.as_str().to_owned());
    }
    Ok(())
}
