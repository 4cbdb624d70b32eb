//! The part of a page of docs/ that a command writes, between two marks; the prose around it is written by hand.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::process::{announce, root};

const END: &str = "<!-- end -->";

/// The place where a command publishes its results.
pub struct Published {
    /// The page, in docs/.
    pub page: &'static str,
    /// The command that writes the part.
    pub command: &'static str,
}

impl Published {
    /// The part as the page has it.
    pub fn read(&self) -> Result<String> {
        let text = self.text()?;
        let (_, part, _) = self.cut(&text)?;
        Ok(part.trim().to_owned())
    }

    /// Puts a new part in the place of the old one.
    pub fn write(&self, part: &str) -> Result<()> {
        let text = self.text()?;
        let (before, _, after) = self.cut(&text)?;
        fs::write(self.file(), format!("{before}\n\n{}\n\n{after}", part.trim()))?;
        announce(&format!("docs/{} is written anew", self.page));
        Ok(())
    }

    /// The page up to the part with the mark before it, the part, and the rest.
    fn cut<'a>(&self, text: &'a str) -> Result<(&'a str, &'a str, &'a str)> {
        let mark = format!("<!-- made by: {} -->", self.command);
        let ends = text.find(&mark).and_then(|at| {
            let start = at + mark.len();
            Some((start, start + text[start..].find(END)?))
        });
        let (start, end) =
            ends.with_context(|| format!("docs/{} has no part between `{mark}` and `{END}`", self.page))?;
        Ok((&text[..start], &text[start..end], &text[end..]))
    }

    fn text(&self) -> Result<String> {
        fs::read_to_string(self.file()).with_context(|| format!("docs/{}", self.page))
    }

    fn file(&self) -> PathBuf {
        root().join("docs").join(self.page)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "before\n<!-- made by: one two -->\n\nx\n\n<!-- end -->\n\
                        between\n<!-- made by: one -->\n\ny\n\n<!-- end -->\nafter\n";

    #[test]
    fn each_command_has_its_own_part() -> Result<()> {
        for (command, part) in [("one", "y"), ("one two", "x")] {
            let published = Published { page: "page.md", command };
            let (before, found, after) = published.cut(PAGE)?;
            assert_eq!(found.trim(), part);
            assert_eq!([before, found, after].concat(), PAGE);
            assert!(before.ends_with("-->") && after.starts_with(END));
        }
        Ok(())
    }

    #[test]
    fn a_page_without_the_marks_is_an_error() {
        let cut = |text: &str| Published { page: "page.md", command: "one" }.cut(text).is_err();
        assert!(cut("nothing"));
        assert!(cut("<!-- made by: one -->\n\ny"));
        assert!(cut("<!-- made by: one two -->\n\nx\n\n<!-- end -->"));
    }
}
