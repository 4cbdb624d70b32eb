//! The texts beside a project file in its archive.

use super::QdaError;
use super::parts::Source;
use crate::import::archive::Archive;
use crate::import::decode::decode;

/// Loads from the archive the texts that the project file in that folder does not hold itself. A text that the archive
/// lacks or that cannot be decoded stays absent.
pub(super) fn load(sources: &mut [Source], archive: &mut Archive, folder: &str) -> Result<(), QdaError> {
    for source in sources.iter_mut().filter(|source| source.text.is_none()) {
        let Some(name) = source.path.strip_prefix("internal://") else { continue };
        let Some(bytes) = archive.read(&format!("{folder}sources/{name}"))? else { continue };
        source.text = decode(bytes, None).ok().map(|decoded| decoded.text.as_str().to_owned());
    }
    Ok(())
}
