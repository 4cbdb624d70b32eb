//! The list of imports: optional, so that files without any keep their bytes.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::to_model::{in_range, unique};
use crate::format::saved::Inconsistency;
use crate::model::{self, ImportId, ResponseId, VerbatimId};

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Import {
    id: u32,
    #[serde(default)]
    source: String,
    #[serde(default)]
    when: String,
    /// The first identifier and the one after the last.
    responses: [u32; 2],
    verbatims: [u32; 2],
    #[serde(default)]
    codings: u32,
}

impl Import {
    pub fn of(import: &model::Import) -> Self {
        let (responses, verbatims) = (&import.responses, &import.verbatims);
        Self {
            id: import.id.0,
            source: import.source.clone(),
            when: import.when.clone(),
            responses: [responses.start.0, responses.end.0],
            verbatims: [verbatims.start.0, verbatims.end.0],
            codings: import.codings,
        }
    }
}

pub fn into_model(raw: Vec<Import>) -> Result<Vec<model::Import>, Inconsistency> {
    unique("import", raw.iter().map(|import| import.id))?;
    let import = |raw: Import| {
        let Range { start, end } = range(raw.responses, raw.id)?;
        let responses = ResponseId(start)..ResponseId(end);
        let Range { start, end } = range(raw.verbatims, raw.id)?;
        Ok(model::Import {
            id: ImportId(raw.id),
            source: raw.source,
            when: raw.when,
            responses,
            verbatims: VerbatimId(start)..VerbatimId(end),
            codings: raw.codings,
        })
    };
    raw.into_iter().map(import).collect()
}

fn range([start, end]: [u32; 2], import: u32) -> Result<Range<u32>, Inconsistency> {
    if start > end {
        return Err(Inconsistency::Range("range", "import", import));
    }
    Ok(in_range("response", start)?..in_range("response", end)?)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail")]
mod tests {
    use crate::format::saved::Inconsistency::{Range, Twice};
    use crate::format::saved::{ReadError, read, write};
    use crate::model::{ImportId, Project};

    fn file(members: &str) -> String {
        format!(r#"{{"format":"reflet-project","version":1,{members}}}"#)
    }

    const IMPORT: &str = r#"{"id":1,"source":"a.csv","responses":[1,3],"verbatims":[1,1]}"#;

    #[test]
    fn a_file_without_imports_opens_and_keeps_its_bytes() {
        let before = read(&file(r#""name":"Study""#)).unwrap();
        assert_eq!((before.imports.len(), before.wave_order.len()), (0, 0));
        let written = write(&Project::default());
        assert!(!written.contains("import") && !written.contains("wave"), "{written}");
    }

    #[test]
    fn imports_and_the_order_of_waves_come_back() {
        let project = read(&file(&format!(r#""wave_order":["b","a"],"imports":[{IMPORT}]"#))).unwrap();
        assert_eq!((project.imports[0].id, project.free_response_id().0), (ImportId(1), 3));
        assert_eq!(project.wave_order, ["b", "a"]);
        assert_eq!(read(&write(&project)).unwrap(), project);
    }

    #[test]
    fn contradictory_imports_are_refused() {
        let turned = IMPORT.replace("[1,3]", "[3,1]");
        for (imports, expected) in [
            (format!("{IMPORT},{IMPORT}"), Twice("import", 1)),
            (turned, Range("range", "import", 1)),
            (IMPORT.replace("[1,3]", "[1,4294967295]"), Range("id", "response", u32::MAX)),
        ] {
            let read = read(&file(&format!(r#""imports":[{imports}]"#)));
            assert_eq!(read, Err(ReadError::Inconsistent(expected)), "{imports}");
        }
        let twice = read(&file(r#""wave_order":["a","a"]"#));
        assert_eq!(twice, Err(ReadError::Inconsistent(Twice("wave", 2))));
    }
}
