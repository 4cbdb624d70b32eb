//! The rejected rows as a file, for the user to repair and import again.

use std::borrow::Cow;

use reflet_grid::Separator;

use super::report::{Reason, Report};
use super::table::Table;
use super::values;

/// The rejected rows as CSV in UTF-8 with byte-order mark: row number, reason, then the row's own cells.
///
/// `titles` are the headers of the first two columns, `say` makes a sentence of a reason. Cells are guarded against
/// being taken for formulas.
///
/// # Errors
/// If the writer fails, which does not happen in memory.
pub fn to_csv(
    table: &Table,
    report: &Report,
    separator: Separator,
    titles: [&str; 2],
    say: impl Fn(Reason) -> String,
) -> Result<String, csv::Error> {
    let mut writer = csv::WriterBuilder::new()
        .flexible(true)
        .delimiter(separator.byte().unwrap_or(b','))
        .terminator(csv::Terminator::CRLF)
        .from_writer(b"\xef\xbb\xbf".to_vec());
    let titles = titles.into_iter().chain(table.names().iter().map(String::as_str));
    writer.write_record(titles.map(|title| guard(title).into_owned()))?;
    for reject in &report.rejects {
        let number = reject.row_number.to_string();
        let reason = say(reject.reason);
        let own = reject.cells.iter().map(String::as_str);
        let cells = [number.as_str(), &reason].into_iter().chain(own);
        writer.write_record(cells.map(|cell| guard(cell).into_owned()))?;
    }
    let bytes = writer.into_inner().map_err(|error| std::io::Error::other(error.to_string()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// The cell with a `'` before a leading `= + - @ '`, tabulation or line end, so that no spreadsheet takes it for a
/// formula. Numbers stay as they are.
pub fn guard(cell: &str) -> Cow<'_, str> {
    if cell.starts_with(['=', '+', '-', '@', '\'', '\t', '\r', '\n']) && !values::is_number(cell) {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::{Mapping, TextColumn, read, text};
    use crate::model::{Project, Prompt};

    #[test]
    fn rejects_can_be_read_again() -> Result<(), text::TextError> {
        let source = "id;texte\n1;\n2;Bien\n2;\"=1+1; \"\"ah\"\"\"\n";
        let (table, _) = text::open(source, text::Options::default())?;
        let texts = vec![TextColumn { column: 1, prompt: Prompt::Unknown, side: None, title: None }];
        let mapping = Mapping { texts, id: Some(0), ..Mapping::default() };
        let report = read(&table, &mapping, &Project::default()).report;
        let csv =
            to_csv(&table, &report, Separator::Semicolon, ["ligne", "motif"], |reason| format!("{reason:?}"));
        let expected =
            "\u{feff}ligne;motif;id;texte\r\n2;Empty;1;\r\n4;IdRepeated;2;\"'=1+1; \"\"ah\"\"\"\r\n";
        assert_eq!(csv.ok().as_deref(), Some(expected));
        Ok(())
    }

    #[test]
    fn formulas_are_guarded_and_numbers_are_not() {
        for (cell, guarded) in [
            ("=A1", "'=A1"),
            ("+33 6", "'+33 6"),
            ("-2", "-2"),
            ("-2,5", "-2,5"),
            ("- cher", "'- cher"),
            ("@x", "'@x"),
            ("'hui", "''hui"),
            ("\t=1", "'\t=1"),
            ("a=1", "a=1"),
        ] {
            assert_eq!(guard(cell), guarded);
        }
    }
}
