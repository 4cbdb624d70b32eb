//! Reads XML one piece at a time, with no entities but those of the language itself, and limited nesting.

use serde::{Deserialize, Serialize};

use quick_xml::XmlVersion;
use quick_xml::escape::{EscapeError, resolve_predefined_entity};
use quick_xml::events::{BytesStart, Event as Piece};

/// The deepest nesting of elements, deeper than any codebook.
const MAX_DEPTH: usize = 128;

/// Why a text is not the expected XML.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum XmlError {
    /// The text is no well-formed XML.
    #[error("no sound XML near byte {position}")]
    Malformed {
        /// In bytes, from 0.
        position: u64,
    },
    /// The text ends before its elements do.
    #[error("elements without end")]
    CutOff,
    /// An entity that the text defines itself, or that is undefined.
    #[error("unknown entity {name}")]
    UnknownEntity {
        /// Its name.
        name: String,
    },
    /// Elements are nested too deeply.
    #[error("more than {MAX_DEPTH} elements inside each other")]
    TooDeep,
    /// The text is well-formed, but another kind of document.
    #[error("the root is {name}")]
    WrongRoot {
        /// The name of its root; empty if it has none.
        name: String,
    },
}

/// A piece of a document.
pub(in crate::import) enum Event {
    /// An element begins; it also ends, be it empty.
    Start(Element),
    /// The innermost element ends.
    End,
    /// Characters. Those of one element may come in several pieces.
    Text(String),
}

/// The beginning of an element; names are without prefix.
pub(in crate::import) struct Element {
    pub name: String,
    attributes: Vec<(String, String)>,
}

impl Element {
    /// The value of an attribute, empty if it is absent.
    pub(in crate::import) fn attribute(&self, name: &str) -> &str {
        self.attributes.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value)
    }

    /// The value of an identifying attribute in comparable form: some programs put it into braces, or change its case.
    pub(in crate::import) fn guid(&self, name: &str) -> String {
        self.attribute(name).trim().trim_matches(['{', '}']).to_lowercase()
    }
}

/// Reads a document.
pub(in crate::import) struct Reader<'a> {
    reader: quick_xml::Reader<&'a [u8]>,
    depth: usize,
}

impl<'a> Reader<'a> {
    pub(in crate::import) fn new(text: &'a str) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut reader = quick_xml::Reader::from_str(text.trim_start());
        reader.config_mut().expand_empty_elements = true;
        Self { reader, depth: 0 }
    }

    /// How many elements are open.
    pub(in crate::import) const fn depth(&self) -> usize {
        self.depth
    }

    /// Enters the root, which must have that name.
    pub(in crate::import) fn root(&mut self, wanted: &str) -> Result<Element, XmlError> {
        while let Some(event) = self.next()? {
            if let Event::Start(element) = event {
                let name = element.name.clone();
                return if name == wanted { Ok(element) } else { Err(XmlError::WrongRoot { name }) };
            }
        }
        Err(XmlError::WrongRoot { name: String::new() })
    }

    /// The next piece; `None` at the end.
    pub(in crate::import) fn next(&mut self) -> Result<Option<Event>, XmlError> {
        loop {
            let piece = self.reader.read_event().map_err(|error| self.error(&error))?;
            return Ok(Some(match piece {
                Piece::Start(start) => {
                    self.depth += 1;
                    if self.depth > MAX_DEPTH {
                        return Err(XmlError::TooDeep);
                    }
                    Event::Start(self.element(&start)?)
                }
                Piece::End(_) => {
                    self.depth -= 1;
                    Event::End
                }
                Piece::Text(text) => Event::Text(text.xml10_content().into_owned()),
                Piece::CData(text) => Event::Text(text.xml10_content().into_owned()),
                Piece::GeneralRef(reference) => {
                    let letter = reference.resolve_char_ref().map_err(|error| self.error(&error))?;
                    let name = reference.into_inner();
                    let letters = letter.map(String::from);
                    let letters = letters.or_else(|| resolve_predefined_entity(&name).map(str::to_owned));
                    Event::Text(letters.ok_or_else(|| XmlError::UnknownEntity { name: name.into_owned() })?)
                }
                Piece::Eof if self.depth > 0 => return Err(XmlError::CutOff),
                Piece::Eof => return Ok(None),
                _ => continue,
            }));
        }
    }

    /// All characters up to the end of the innermost element, including those of elements inside it.
    pub(in crate::import) fn text(&mut self) -> Result<String, XmlError> {
        let depth = self.depth;
        let mut text = String::new();
        while self.depth >= depth {
            match self.next()? {
                Some(Event::Text(letters)) => text.push_str(&letters),
                Some(_) => {}
                None => return Err(XmlError::CutOff),
            }
        }
        Ok(text)
    }

    fn element(&self, start: &BytesStart) -> Result<Element, XmlError> {
        let mut attributes = Vec::new();
        for attribute in start.attributes() {
            let attribute = attribute.map_err(|error| self.error(&error.into()))?;
            let value = attribute.normalized_value(XmlVersion::Implicit1_0);
            let value = value.map_err(|error| self.error(&error))?.into_owned();
            attributes.push((attribute.key.local_name().as_ref().to_owned(), value));
        }
        Ok(Element { name: start.local_name().as_ref().to_owned(), attributes })
    }

    fn error(&self, error: &quick_xml::Error) -> XmlError {
        match error {
            quick_xml::Error::Escape(EscapeError::UnrecognizedEntity(_, name)) => {
                XmlError::UnknownEntity { name: name.clone() }
            }
            _ => XmlError::Malformed { position: self.reader.error_position() },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The characters of the root.
    fn text(source: &str) -> Result<String, XmlError> {
        let mut reader = Reader::new(source);
        reader.root("a")?;
        let text = reader.text()?;
        while reader.next()?.is_some() {}
        Ok(text)
    }

    #[test]
    fn characters_are_joined_however_they_are_written() {
        let source =
            "\u{feff}<?xml version=\"1.0\"?><!-- - --><p:a>&lt;&#233;<![CDATA[&<]]>\r\n<b>c</b></p:a>";
        assert_eq!(text(source), Ok("<é&<\nc".to_owned()));
    }

    #[test]
    fn malformed_xml_gives_a_reason() {
        let entity = "<!DOCTYPE a [<!ENTITY e \"eeee\">]><a>&e;</a>";
        let in_attribute = "<!DOCTYPE a [<!ENTITY e \"eeee\">]><a b=\"&e;\"/>";
        let unknown = || XmlError::UnknownEntity { name: "e".to_owned() };
        let deep = format!("<a>{}", "<b>".repeat(MAX_DEPTH));
        let root = |name: &str| XmlError::WrongRoot { name: name.to_owned() };
        for (source, error) in [
            ("", root("")),
            ("<html/>", root("html")),
            ("<a>b", XmlError::CutOff),
            (entity, unknown()),
            (in_attribute, unknown()),
            (deep.as_str(), XmlError::TooDeep),
            ("<a></b>", XmlError::Malformed { position: 3 }),
        ] {
            assert_eq!(text(source), Err(error), "{source}");
        }
        for source in ["<a><!-- </a>", "<a b></a>", "<a b=c/>", "<a/></a>"] {
            assert!(matches!(text(source), Err(XmlError::Malformed { .. })), "{source}: {:?}", text(source));
        }
    }
}
