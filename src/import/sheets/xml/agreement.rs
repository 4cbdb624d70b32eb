//! Compares our reader with a general reader of XML on well-formed markup.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use proptest::prelude::*;
use quick_xml::Reader;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::Event;

use super::{Piece, Xml, push};

/// An item of markup; characters with only a comment between them are one item.
#[derive(Debug, PartialEq, Eq)]
enum MarkupItem {
    Start(String, Vec<(String, String)>),
    End(String),
    Letters(String),
}

fn add(items: &mut Vec<MarkupItem>, more: &str) {
    match items.last_mut() {
        _ if more.is_empty() => {}
        Some(MarkupItem::Letters(letters)) => letters.push_str(more),
        _ => items.push(MarkupItem::Letters(more.to_owned())),
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn ours(source: &str) -> Vec<MarkupItem> {
    let mut xml = Xml::new(source.as_bytes());
    let mut items = Vec::new();
    loop {
        match xml.next().unwrap() {
            Piece::Start(element) => {
                let attributes = element.attributes().map(|attribute| {
                    let (name, value) = attribute.unwrap();
                    (text(name), value.to_owned())
                });
                items.push(MarkupItem::Start(text(element.name()), attributes.collect()));
            }
            Piece::End(name) => items.push(MarkupItem::End(text(name))),
            Piece::Over => return items,
            piece => {
                let mut letters = String::new();
                push(&mut letters, &piece).unwrap();
                add(&mut items, &letters);
            }
        }
    }
}

fn theirs(source: &str) -> Vec<MarkupItem> {
    let mut reader = Reader::from_str(source);
    reader.config_mut().expand_empty_elements = true;
    let mut items = Vec::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Start(element) => {
                let mut attributes = element.attributes();
                let attributes = attributes.with_checks(false).map(|attribute| {
                    let attribute = attribute.unwrap();
                    (attribute.key.local_name().as_ref().to_owned(), attribute.value.into_owned())
                });
                items.push(MarkupItem::Start(element.local_name().as_ref().to_owned(), attributes.collect()));
            }
            Event::End(element) => items.push(MarkupItem::End(element.local_name().as_ref().to_owned())),
            Event::Text(text) => add(&mut items, &text.xml10_content()),
            Event::CData(text) => add(&mut items, &text.xml10_content()),
            Event::GeneralRef(name) => match name.resolve_char_ref().unwrap() {
                Some(letter) => add(&mut items, letter.encode_utf8(&mut [0; 4])),
                None => add(&mut items, resolve_xml_entity(&name).unwrap()),
            },
            Event::Eof => return items,
            _ => {}
        }
    }
}

/// The text and comments between two tags.
fn letters() -> impl Strategy<Value = String> {
    let fixed = vec![
        " ",
        "\r\n",
        "\n",
        "é",
        "😀",
        "]]",
        ">",
        "'",
        "\"",
        "=",
        "/",
        "&amp;",
        "&lt;",
        "&gt;",
        "&apos;",
        "&quot;",
        "&#13;",
        "&#xe9;",
        "<!---->",
        "<!-- <a> -->",
        "<?a b=\"?\"?>",
        "<![CDATA[<a>&]]>",
        "<![CDATA[]]]]>",
        "<![CDATA[]]>",
    ];
    prop_oneof![3 => prop::sample::select(fixed).prop_map(str::to_owned), 1 => "[a-z0-9 ]{0,8}"]
}

fn attribute() -> impl Strategy<Value = String> {
    let space = || prop::sample::select(vec!["", " ", "\n", "\t "]);
    let value = || "[a-zé0-9>/= \n;]{0,6}(&amp;)?";
    let quoted = prop_oneof![
        value().prop_map(|value| format!("\"{value}'\"")),
        value().prop_map(|value| format!("'{value}\"'"))
    ];
    ("( |\n|\t)", "([a-z]:)?[a-zé]{1,4}", space(), space(), quoted)
        .prop_map(|(first, name, before, after, value)| format!("{first}{name}{before}={after}{value}"))
}

/// An element with attributes, letters and elements in it.
fn element() -> impl Strategy<Value = String> {
    let tag = || ("([a-z]:)?[a-zé]{1,4}", prop::collection::vec(attribute(), 0..4), "[ \n]?");
    let empty =
        tag().prop_map(|(name, attributes, space)| format!("<{name}{}{space}/>", attributes.concat()));
    empty.prop_recursive(4, 40, 6, move |inside| {
        let inside = prop::collection::vec(prop_oneof![letters(), inside], 0..6);
        (tag(), inside).prop_map(|((name, attributes, space), inside)| {
            format!("<{name}{}{space}>{}</{name}{space}>", attributes.concat(), inside.concat())
        })
    })
}

proptest! {
    #[test]
    fn well_formed_markup_is_read_alike(element in element()) {
        let source = format!("<?xml version=\"1.0\"?>\r\n<!DOCTYPE a>{element}<!-- > -->\n");
        prop_assert_eq!(ours(&source), theirs(&source));
    }

    #[test]
    fn any_markup_is_read_or_refused(
        pieces in prop::collection::vec(prop_oneof![letters(), element(), "[<>/!?&;\\[\\]\"'= a-c-]{0,6}"], 0..8),
    ) {
        let source = pieces.concat();
        let mut xml = Xml::new(source.as_bytes());
        let most = source.len() + 2;
        let read = (0..most).find_map(|_| match xml.next() {
            Ok(Piece::Over) | Err(_) => Some(()),
            Ok(Piece::Start(element)) => element.attributes().find_map(Result::err).map(|_| ()),
            Ok(_) => None,
        });
        prop_assert!(read.is_some(), "has no end");
    }
}
