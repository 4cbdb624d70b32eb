//! The results table as text that spreadsheets open.

use super::{COLUMNS, Cell, Record, six_decimals};

/// The separator of cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Separator {
    /// `,`
    Comma,
    /// `;`
    Semicolon,
}

/// The decimal sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decimal {
    /// `.`
    Point,
    /// `,`
    Comma,
}

/// The form of CSV that a spreadsheet expects in a given language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dialect {
    /// The separator of cells.
    pub separator: Separator,
    /// The decimal sign.
    pub decimal: Decimal,
}

impl Dialect {
    /// `,` between cells and a decimal point.
    pub const POINT: Self = Self { separator: Separator::Comma, decimal: Decimal::Point };
    /// `;` between cells and a decimal comma.
    pub const COMMA: Self = Self { separator: Separator::Semicolon, decimal: Decimal::Comma };
}

/// The table with its header: UTF-8 with a byte order mark, lines ended by CR LF, cells quoted where needed.
///
/// Text that a spreadsheet would run as a formula gets a `'` before it.
pub fn csv(records: &[Record], dialect: Dialect) -> String {
    let header = COLUMNS.map(str::to_owned);
    let lines = records.iter().map(|Record(cells)| cells.each_ref().map(|cell| text(cell, dialect.decimal)));
    let mut table = String::from('\u{feff}');
    for line in std::iter::once(header).chain(lines) {
        table += &line.map(|cell| quoted(cell, dialect.separator)).join(dialect.separator.as_str());
        table += "\r\n";
    }
    table
}

impl Separator {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Comma => ",",
            Self::Semicolon => ";",
        }
    }
}

fn text(cell: &Cell, decimal: Decimal) -> String {
    match (cell, decimal) {
        (Cell::Text(text), _) => guarded(text),
        (Cell::Id(id), _) => (*id).to_owned(),
        (Cell::Count(count), _) => count.to_string(),
        (Cell::Below(count), _) => format!("<{count}"),
        (Cell::Figure(figure), Decimal::Point) => six_decimals(*figure),
        (Cell::Figure(figure), Decimal::Comma) => six_decimals(*figure).replace('.', ","),
        (Cell::Empty, _) => String::new(),
    }
}

/// Puts a `'` before a text that could start a formula, and before one that starts with `'` itself.
fn guarded(text: &str) -> String {
    let quote = if text.starts_with(['=', '+', '-', '@', '\'', '\t', '\r', '\n']) { "'" } else { "" };
    format!("{quote}{text}")
}

fn quoted(cell: String, separator: Separator) -> String {
    if cell.contains(['"', '\r', '\n']) || cell.contains(separator.as_str()) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str, figure: f64, dialect: Dialect) -> String {
        let mut cells = [const { Cell::Empty }; COLUMNS.len()];
        cells[0] = Cell::Text(text.to_owned());
        cells[1] = Cell::Figure(figure);
        let table = csv(&[Record(cells)], dialect);
        table.split_once("\r\n").map_or(String::new(), |(_, line)| line.to_owned())
    }

    #[test]
    fn formulas_are_guarded_and_numbers_are_not() {
        for start in ['=', '+', '-', '@', '\''] {
            let guarded = format!("'{start}A1,-1.000000,");
            assert!(line(&format!("{start}A1"), -1.0, Dialect::POINT).starts_with(&guarded));
        }
        assert!(line("\tA1", 0.0, Dialect::POINT).starts_with("'\tA1,"));
        assert!(line("\nA1", 0.0, Dialect::POINT).starts_with("\"'\nA1\","));
        assert!(line("\rA1", 0.0, Dialect::POINT).starts_with("\"'\rA1\","));
        assert!(line("A=1", 0.0, Dialect::POINT).starts_with("A=1,"));
    }

    #[test]
    fn cells_are_quoted_where_needed() {
        assert!(line("a;b", 0.5, Dialect::COMMA).starts_with("\"a;b\";0,500000;"));
        assert!(line("a,b", 0.5, Dialect::COMMA).starts_with("a,b;0,500000;"));
        assert!(line("a\"b", 0.5, Dialect::POINT).starts_with("\"a\"\"b\",0.500000,"));
        let odd = Dialect { separator: Separator::Comma, decimal: Decimal::Comma };
        assert!(line("a", 0.5, odd).starts_with("a,\"0,500000\","));
    }
}
