//! Where the two readers differ, and why each time Reflet's reading stands. A place that is not listed fails the test, and so
//! does one that no longer differs.

/// What differs in a workbook.
pub struct Known {
    pub file: &'static str,
    pub places: &'static [&'static str],
    pub reason: &'static str,
}

/// What calamine does not come back from.
pub const NOT_GIVEN: [(&str, &str); 1] =
    [("xls-sectors-in-a-circle.xls", "calamine follows the circle of sectors until the memory is full")];

pub const DIFFERENCES: &[Known] = &[
    Known {
        file: "ods-cells-repeated-beyond-the-sheet.ods",
        places: &["refused here alone"],
        reason: "no sheet has so many columns: a file that says so may be made to fill the memory",
    },
    Known {
        file: "ods-deleted-and-linked-tables.ods",
        places: &["sheet with calamine alone: 'file:///home/a.ods'#Feuille1"],
        reason: "the copy that a formula has of another file, which no program shows as a sheet",
    },
    Known {
        file: "ods-libreoffice-dates-and-percent.ods",
        places: &["Dates, row 2, column 3"],
        reason: "LibreOffice writes a day shown as a time as a million hours: what it shows is the time of the day",
    },
    Known {
        file: "ods-libreoffice-formulas-booleans-errors.ods",
        places: &["Calcul, row 2, column 4", "Calcul, row 3, column 1", "Calcul, row 3, column 2"],
        reason: "the cells are booleans, which the sheet shows as TRUE and FALSE; calamine gives 1 and 0",
    },
    Known {
        file: "ods-libreoffice-rich-text-and-spaces.ods",
        places: &["Riche, row 6, column 1"],
        reason: "a carriage return in markup is white space, which OpenDocument shows as one blank",
    },
    Known {
        file: "odt-text-document.odt",
        places: &["refused here alone"],
        reason: "a text document has no sheets",
    },
    Known {
        file: "xls-formulas-of-all-kinds.xls",
        places: &["Calcul, row 4, column 1", "sheet with calamine alone: Graphique"],
        reason: "calamine ends the text of a formula with its first record; a chart has no cells",
    },
    Known {
        file: "xlsb-all-kinds-of-cells.xlsb",
        places: &["Avis, row 3, column 5", "Avis, row 6, column 3"],
        reason: "calamine leaves out the error of a formula and rich text that stands in its cell",
    },
    Known {
        file: "xlsb-row-outside.xlsb",
        places: &["refused here alone"],
        reason: "no sheet has four thousand million rows",
    },
    Known {
        file: "xlsx-blank-rows-and-columns.xlsx",
        places: &["Espacé, row 9, column 2"],
        reason: "a row whose only cell holds blanks is no row of answers",
    },
    Known {
        file: "xlsx-chartsheet-comment-table.xlsx",
        places: &["sheet with calamine alone: Graphique"],
        reason: "a chart has no cells",
    },
    Known {
        file: "xlsx-no-sheets.xlsx",
        places: &["refused here alone"],
        reason: "where there is no sheet, there is nothing to choose",
    },
    Known {
        file: "xlsx-parts-elsewhere-with-bom.xlsx",
        places: &["refused by calamine alone"],
        reason: "parts may stand in any folder of the archive: their relations say where",
    },
    Known {
        file: "xlsx-reference-outside.xlsx",
        places: &["refused here alone"],
        reason: "no sheet has such a cell: a file that says so may be made to fill the memory",
    },
];
