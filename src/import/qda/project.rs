//! `project.qde` → its parts.

use super::codes;
use super::parts::{AppliedCode, Case, Project, Selection, Source, Value};
use super::xml::{Element, Event, Reader, XmlError};

/// Reads a project, of any version of the format.
pub(super) fn read(text: &str) -> Result<Project, XmlError> {
    let mut reader = Reader::new(text);
    reader.root("Project")?;
    let mut project = Project::default();
    while let Some(event) = reader.next()? {
        let Event::Start(element) = event else { continue };
        match element.name.as_str() {
            "User" => {
                let name = Some(element.attribute("name")).filter(|name| !name.trim().is_empty());
                let name = name.unwrap_or_else(|| element.attribute("id"));
                project.users.insert(element.guid("guid"), name.to_owned());
            }
            "Codes" => project.codes.extend(codes::read(&mut reader)?),
            "Variable" => {
                project.variables.push((element.guid("guid"), element.attribute("name").to_owned()));
            }
            "Case" => project.cases.push(case(&mut reader, &element)?),
            "TextSource" => project.sources.push(source(&mut reader, &element)?),
            "PictureSource" | "PDFSource" | "AudioSource" | "VideoSource" => {
                project.other_sources += 1;
                reader.text()?;
            }
            "Note" => {
                project.memos += 1;
                reader.text()?;
            }
            _ => {}
        }
    }
    Ok(project)
}

/// Calls `f` with each element inside the current one.
fn inside<F>(reader: &mut Reader, mut f: F) -> Result<(), XmlError>
where
    F: FnMut(&mut Reader, &Element) -> Result<(), XmlError>,
{
    let outside = reader.depth();
    while reader.depth() >= outside {
        match reader.next()? {
            Some(Event::Start(element)) => f(reader, &element)?,
            Some(_) => {}
            None => return Err(XmlError::CutOff),
        }
    }
    Ok(())
}

fn case(reader: &mut Reader, element: &Element) -> Result<Case, XmlError> {
    let mut case = Case { name: named(element), ..Case::default() };
    inside(reader, |reader, element| {
        match element.name.as_str() {
            "VariableValue" => case.values.push(value(reader)?),
            "SourceRef" | "SelectionRef" => case.members.push(element.guid("targetGUID")),
            _ => {}
        }
        Ok(())
    })?;
    Ok(case)
}

fn value(reader: &mut Reader) -> Result<Value, XmlError> {
    let (mut variable, mut value) = Value::default();
    inside(reader, |reader, element| {
        if element.name == "VariableRef" {
            variable = element.guid("targetGUID");
        } else if element.name.ends_with("Value") {
            reader.text()?.trim().clone_into(&mut value);
        }
        Ok(())
    })?;
    Ok((variable, value))
}

fn source(reader: &mut Reader, element: &Element) -> Result<Source, XmlError> {
    let path = element.attribute("plainTextPath").trim().to_owned();
    let mut source = Source { guid: element.guid("guid"), name: named(element), path, ..Source::default() };
    inside(reader, |reader, element| {
        match element.name.as_str() {
            "PlainTextContent" => source.text = Some(reader.text()?),
            "VariableValue" => source.values.push(value(reader)?),
            "Coding" => coding(reader, element, "", &mut source.codings)?,
            "PlainTextSelection" => source.selections.push(selection(reader, element)?),
            _ => {}
        }
        Ok(())
    })?;
    Ok(source)
}

fn selection(reader: &mut Reader, element: &Element) -> Result<Selection, XmlError> {
    let position = |name| element.attribute(name).trim().parse::<usize>().ok();
    let range = position("startPosition").zip(position("endPosition")).filter(|(start, end)| start <= end);
    let name = element.attribute("name").to_owned();
    let mut selection = Selection { guid: element.guid("guid"), name, range, codings: Vec::new() };
    let user = element.guid("creatingUser");
    inside(reader, |reader, element| match element.name.as_str() {
        "Coding" => coding(reader, element, &user, &mut selection.codings),
        _ => Ok(()),
    })?;
    Ok(selection)
}

/// Adds a coding. Without a coder of its own, it has that of the piece.
fn coding(
    reader: &mut Reader,
    element: &Element,
    user: &str,
    codings: &mut Vec<AppliedCode>,
) -> Result<(), XmlError> {
    let user = Some(element.guid("creatingUser")).filter(|own| !own.is_empty()).unwrap_or(user.to_owned());
    inside(reader, |_, element| {
        if element.name == "CodeRef" {
            codings.push(AppliedCode { code: element.guid("targetGUID"), user: user.clone() });
        }
        Ok(())
    })
}

fn named(element: &Element) -> String {
    let name = element.attribute("name").trim();
    if name.is_empty() { element.guid("guid") } else { name.to_owned() }
}
