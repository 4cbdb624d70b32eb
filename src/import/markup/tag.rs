//! `<br>`, `</p>`, `<span style="…">`: the elements of HTML that editors of answers write.

use memchr::memmem;

/// The most bytes of an element or comment: a longer search for its end would be slow in a text of many beginnings.
const LONGEST: usize = 4000;

/// The effect of an element on a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tag {
    /// A line ends here.
    Break,
    /// A line begins or ends here, unless one already does.
    Block,
    /// Words end here.
    Gap,
    /// The content up to the end of that element is no text.
    Skipped(&'static str),
    /// The element leaves no trace.
    Nothing,
}

#[rustfmt::skip]
const BLOCKS: &[&str] = &[
    "p", "div", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "section",
    "article", "pre", "dl", "dt", "dd", "hr", "center",
];
#[rustfmt::skip]
const INLINE: &[&str] = &[
    "span", "strong", "em", "b", "i", "u", "s", "a", "font", "small", "big", "sub", "sup", "strike", "del",
    "ins", "mark", "code", "kbd", "img", "label", "tbody", "thead", "tfoot", "col", "colgroup", "html", "body",
    "head", "meta", "link", "title", "input", "button", "form", "iframe", "figure", "figcaption", "abbr",
    "cite", "q", "tt", "wbr", "nobr", "o:p", "v:shape", "w:sdt", "st1:personname",
];

/// The element at the beginning of a text, and its length in bytes. A lone `<`, `<3` and `<name>` are no elements.
pub(super) fn first(text: &str) -> Option<(Tag, usize)> {
    let text = &text[..text.floor_char_boundary(LONGEST)];
    if let Some(inside) = text.strip_prefix("<!--") {
        return memmem::find(inside.as_bytes(), b"-->").map(|end| (Tag::Nothing, end + 7));
    }
    if text.get(..9).is_some_and(|start| start.eq_ignore_ascii_case("<!doctype")) {
        return text.find('>').map(|end| (Tag::Nothing, end + 1));
    }
    let inside = text.strip_prefix('<')?;
    let closes = inside.starts_with('/');
    let inside = inside.strip_prefix('/').unwrap_or(inside);
    let end =
        inside.find(|c: char| !c.is_ascii_alphanumeric() && c != ':').filter(|end| (1..=14).contains(end))?;
    let (name, rest) = inside.split_at(end);
    let name = name.to_ascii_lowercase();
    let tag = match name.as_str() {
        "br" => Tag::Break,
        "td" | "th" => Tag::Gap,
        "style" if !closes => Tag::Skipped("</style"),
        "script" if !closes => Tag::Skipped("</script"),
        "style" | "script" => Tag::Nothing,
        name if BLOCKS.contains(&name) => Tag::Block,
        name if INLINE.contains(&name) => Tag::Nothing,
        _ => return None,
    };
    let length = attributes(rest)?;
    Some((tag, text.len() - rest.len() + length))
}

/// The length in bytes of the attributes up to the end of the element; `None` if it is no element after all.
fn attributes(text: &str) -> Option<usize> {
    let mut rest = text;
    loop {
        let blank = rest.len();
        rest = rest.trim_start();
        for end in [">", "/>"] {
            if rest.starts_with(end) {
                return Some(text.len() - rest.len() + end.len());
            }
        }
        // An attribute has a space before it and a value behind it: "a <b et c>" is no element.
        if blank == rest.len() {
            return None;
        }
        let name =
            rest.find(|c: char| !c.is_ascii_alphanumeric() && !"-_:".contains(c)).filter(|end| *end > 0)?;
        let value = rest[name..].trim_start().strip_prefix('=')?.trim_start();
        let length = match value.chars().next()? {
            mark @ ('"' | '\'') => value[1..].find(mark)? + 2,
            _ => value.find(|c: char| c.is_whitespace() || c == '>')?,
        };
        rest = &value[length..];
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_are_recognised_and_signs_are_none() {
        for (text, expected) in [
            ("<br>x", Some((Tag::Break, 4))),
            ("<BR />", Some((Tag::Break, 6))),
            ("</p>", Some((Tag::Block, 4))),
            ("<p class=\"a > b\">x", Some((Tag::Block, 17))),
            ("<span style='x'>", Some((Tag::Nothing, 16))),
            ("<a href=https://example.org target=_blank>x", Some((Tag::Nothing, 42))),
            ("<strong>", Some((Tag::Nothing, 8))),
            ("<o:p></o:p>", Some((Tag::Nothing, 5))),
            ("<!-- Word -->x", Some((Tag::Nothing, 13))),
            ("<style>p{}</style>", Some((Tag::Skipped("</style"), 7))),
            ("</td>", Some((Tag::Gap, 5))),
            ("<3", None),
            ("< b>", None),
            ("<b et c>", None),
            ("<Nom>", None),
            ("<a@example.org>", None),
            ("<p", None),
            ("<p class=\"x", None),
            ("<-", None),
            ("<", None),
            ("", None),
        ] {
            assert_eq!(first(text), expected, "{text}");
        }
    }
}
