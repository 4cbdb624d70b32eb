//! The results table for programs.

use serde_json::Value;

use super::{COLUMNS, Cell, Record, six_decimals};

/// An array of one object per row, one per line, keys in the order of the columns.
///
/// Figures are numbers of six decimals in any language, an undefined or masked one is `null`, and text is as the user
/// wrote it.
pub fn json(records: &[Record]) -> String {
    let rows: Vec<String> = records.iter().map(object).collect();
    format!("[\n{}\n]\n", rows.join(",\n"))
}

fn object(Record(cells): &Record) -> String {
    let members: Vec<String> =
        COLUMNS.iter().zip(cells).map(|(column, cell)| format!("\"{column}\":{}", value(cell))).collect();
    format!("{{{}}}", members.join(","))
}

fn value(cell: &Cell) -> Value {
    match cell {
        Cell::Text(text) => Value::from(text.as_str()),
        Cell::Id(id) => Value::from(*id),
        Cell::Count(count) => Value::from(*count),
        Cell::Below(count) => Value::from(format!("<{count}")),
        Cell::Figure(figure) => six_decimals(*figure).parse::<f64>().map_or(Value::Null, Value::from),
        Cell::Empty => Value::Null,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_cell() {
        let mut cells = [const { Cell::Empty }; COLUMNS.len()];
        cells[0] = Cell::Text("=a\"".to_owned());
        cells[1] = Cell::Below(5);
        cells[2] = Cell::Count(12);
        cells[3] = Cell::Figure(-0.0);
        cells[4] = Cell::Figure(1.0 / 3.0);
        cells[5] = Cell::Id("win_win");
        let table = json(&[Record(cells)]);
        let start = "[\n{\"stage\":\"=a\\\"\",\"moment\":\"<5\",\"client_respondents\":12,\"client_n\":0.0,\
            \"client_frequency\":0.333333,\"client_frequency_low\":\"win_win\",\"client_frequency_high\":null,";
        assert!(table.starts_with(start) && table.ends_with(",\"divided\":null}\n]\n"), "{table}");
        assert_eq!(json(&[]), "[\n\n]\n");
    }
}
