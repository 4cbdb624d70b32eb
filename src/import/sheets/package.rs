//! Parts of an Office file and how they point at each other.

use super::SheetError;
use super::xml::{self, Piece, Xml};
use crate::import::archive::Archive;

/// A pointer from one part to another.
pub struct Relation {
    /// Its identifier in the part that points.
    pub id: String,
    /// The type of the other part: the last word of an address whose beginning differs between versions of the format.
    pub kind: String,
    /// The name of the other part in the archive.
    pub target: String,
}

/// The pointers of a part, without those out of the file; empty if it has none.
pub fn relations(archive: &mut Archive, part: &str) -> Result<Vec<Relation>, SheetError> {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    let name = format!("{folder}/_rels/{file}.rels");
    let Some(entry) = archive.entry(&name)? else { return Ok(Vec::new()) };
    let mut xml = Xml::new(entry);
    let mut relations = Vec::new();
    loop {
        match xml.next()? {
            Piece::Start(element) if element.name() == b"Relationship" => {
                let is_outside = xml::attribute(&element, "TargetMode")?.as_deref() == Some("External");
                let parts = (
                    xml::attribute(&element, "Id")?,
                    xml::attribute(&element, "Type")?,
                    xml::attribute(&element, "Target")?,
                );
                if let ((Some(id), Some(kind), Some(target)), false) = (parts, is_outside) {
                    let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                    relations.push(Relation { id, kind, target: resolve(folder, &target) });
                }
            }
            Piece::Over => return Ok(relations),
            _ => {}
        }
    }
}

/// The target of the first pointer of that type, if there is one.
pub fn target<'a>(relations: &'a [Relation], kind: &str) -> Option<&'a str> {
    relations.iter().find(|relation| relation.kind == kind).map(|relation| relation.target.as_str())
}

/// The name in the archive of a target that is given relative to that folder.
fn resolve(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let mut steps: Vec<&str> = if target.starts_with('/') { Vec::new() } else { folder.split('/').collect() };
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    steps.retain(|step| !step.is_empty());
    steps.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_found_from_the_folder_or_from_the_top() {
        assert_eq!(resolve("xl", "worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(resolve("xl", "/xl/worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(resolve("xl/worksheets", "..\\./media/a.png"), "xl/media/a.png");
        assert_eq!(resolve("", "xl/workbook.xml"), "xl/workbook.xml");
        assert_eq!(resolve("", "../../a"), "a");
    }
}
