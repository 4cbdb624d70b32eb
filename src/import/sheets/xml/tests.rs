use super::window::CHUNK;
use super::*;

/// The text of a part, with tags in square brackets, and an empty element like any other.
fn pieces(source: &str) -> Result<String, SheetError> {
    let mut xml = Xml::new(source.as_bytes());
    let text = |name: &[u8]| String::from_utf8_lossy(name).into_owned();
    let mut shown = String::new();
    loop {
        match xml.next()? {
            Piece::Start(element) => {
                shown.extend(["[", &text(element.name())]);
                for attribute in element.attributes() {
                    let (name, value) = attribute?;
                    shown.extend([" ", &text(name), "=", value]);
                }
                shown += "]";
            }
            Piece::End(name) => shown.extend(["[/", &text(name), "]"]),
            Piece::Over => return Ok(shown),
            piece => push(&mut shown, &piece)?,
        }
    }
}

#[test]
fn characters_are_decoded() {
    for (written, expected) in [
        ("1 &lt; 2&#233;<b/><![CDATA[<&]]>\r\n", "1 < 2é[b][/b]<&\n"),
        ("&#xE9;&#x1F600;&quot;&apos;&gt;&amp;lt;", "é😀\"'>&lt;"),
        ("a\r\nb\rc\n\r\rd", "a\nb\nc\n\n\nd"),
        ("<![CDATA[a]]b]>\r&amp;]]>]]>", "a]]b]>\n&amp;]]>"),
        ("<!-- <b> -- > --->1<!---->2<?b >?>3", "123"),
        ("a]]>b > c", "a]]>b > c"),
    ] {
        let source = format!("\u{feff}<?xml version=\"1.0\"?>\n<!DOCTYPE a SYSTEM \"b>\"><a>{written}</a >");
        let expected = format!("\n[a]{expected}[/a]");
        assert_eq!(pieces(&source), Ok(expected), "{written}");
    }
}

#[test]
fn tags_may_be_written_in_many_ways() {
    for (written, expected) in [
        ("<a\n\tb = 'c>\"'\r\nd= \"/>'\"></a\n>", "[a b=c>\" d=/>'][/a]"),
        ("<x:a y:b=\"\"/>", "[a b=][/a]"),
        ("<a b='1'c='2' />", "[a b=1 c=2][/a]"),
        ("<a b='é&lt;'/>", "[a b=é&lt;][/a]"),
        ("<a><a/><a></a></a>", "[a][a][/a][a][/a][/a]"),
        ("<a b='/'></a>", "[a b=/][/a]"),
    ] {
        assert_eq!(pieces(written).as_deref(), Ok(expected), "{written}");
    }
}

#[test]
fn other_texts_are_damaged() {
    for written in [
        "<a>",
        "<a></b>",
        "<a></A>",
        "</a>",
        "<a/></a>",
        "<x:a></y:a>",
        "<>",
        "<a></>",
        "< a></a>",
        "</",
        "<a",
        "<a/",
        "<a b='",
        "<a b='></a>",
        "<a b></a>",
        "<a b=></a>",
        "<a b=c></a>",
        "<a ='c'></a>",
        "<a b='c\"></a>",
        "<a b c='d'/>",
        "<",
        "<!",
        "<!-",
        "<!--",
        "<!-- >",
        "<?b>",
        "<!b>",
        "<a><![CDATA[",
        "<a><![CDATA[]]",
        "<a><![CDAT[]]></a>",
        "<a>&lt</a>",
        "<a>&#0;</a>",
        "<a>&#xD800;</a>",
        "<a>&#;</a>",
        "<a>&#+9;</a>",
        "<a>&#x110000;</a>",
        "<a>&#99999999999;</a>",
    ] {
        assert_eq!(pieces(written), Err(SheetError::Damaged), "{written}");
    }
    let mut xml = Xml::new(b"<a>\xff</a>".as_slice());
    assert_eq!(xml.next(), Err(SheetError::Damaged));
    let mut xml = Xml::new(b"<a/>\xc3".as_slice());
    let error = (0..4).find_map(|_| xml.next().err());
    assert_eq!(error, Some(SheetError::Damaged));
}

#[test]
fn markup_beyond_the_limits_is_refused() {
    assert_eq!(pieces("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>"), Err(SheetError::Entities));
    assert_eq!(pieces("<a>&b;</a>"), Err(SheetError::Entities));
    assert_eq!(pieces(&"<a>".repeat(MAX_DEPTH + 1)), Err(SheetError::TooDeep));
    let long = "x".repeat(2 * MAX_PIECE);
    for written in [format!("<a>{long}</a>"), format!("<a b='{long}'/>"), format!("<!--{long}-->")] {
        assert_eq!(pieces(&written), Err(SheetError::MarkupTooLong));
    }
    let name = "x".repeat(MAX_PIECE / 2);
    assert_eq!(pieces(&format!("<{name}>").repeat(3)), Err(SheetError::MarkupTooLong));
}

#[test]
fn elements_are_skipped_with_their_content() -> Result<(), SheetError> {
    for written in ["<b/>", "<b c='>'></b>", "<b><b/><c>d<!-- </b> --><![CDATA[</b>]]></c></b>"] {
        let source = format!("<a>{written}<d/></a>");
        let mut xml = Xml::new(source.as_bytes());
        xml.next()?;
        xml.next()?;
        xml.skip()?;
        assert!(matches!(xml.next()?, Piece::Start(element) if element.name() == b"d"), "{written}");
        xml.skip()?;
        assert_eq!(xml.next()?, Piece::End(b"a"), "{written}");
    }
    let mut xml = Xml::new(b"<a><b>".as_slice());
    xml.next()?;
    assert_eq!(xml.skip(), Err(SheetError::Damaged));
    Ok(())
}

#[test]
fn pieces_may_span_two_chunks() {
    let rest = "é<b c='>é'/><!-- é --><![CDATA[]]]]><?é?></a>";
    for room in 0..=rest.len() {
        let before = "x".repeat(CHUNK - "<a>".len() - room);
        let expected = format!("[a]{before}é[b c=>é][/b]]][/a]");
        assert_eq!(pieces(&format!("<a>{before}{rest}")), Ok(expected));
    }
}
