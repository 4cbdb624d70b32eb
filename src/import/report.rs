//! The report on each row of an import.

/// The account of a read: `read = kept + rejected + duplicate`, always.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// Rows of the table, without headers and blank rows.
    pub read: usize,
    /// Rows that bring something: a new response, or codings for one of the project.
    pub kept: usize,
    /// Rows that cannot be used, each in `rejects`.
    pub rejected: usize,
    /// Rows that bring nothing new.
    pub duplicate: usize,
    /// Responses that join the project.
    pub responses: usize,
    /// Open answers that join the project.
    pub verbatims: usize,
    /// Open answers without content among them, such as "RAS" and "n/a".
    pub nothing: usize,
    /// Codings that join the project.
    pub codings: usize,
    /// Decisions of *no moment* that join the project.
    pub no_moment: usize,
    /// Of a coded table, the open answers that join the project without any decision.
    pub uncoded: usize,
    /// Rows whose response the project has already, unchanged; they are kept or duplicate.
    pub known: usize,
    /// Rows whose response the project has with another text; they are rejected.
    pub changed: usize,
    /// Cells of ratings that stand for no answer, such as "does not know" or 99.
    pub unanswered: usize,
    /// Kept rows that repeat an earlier one of the same respondent in every mapped cell but the row's identifier.
    pub identical: usize,
    /// The rejected rows, in the order of the table.
    pub rejects: Vec<Reject>,
    /// Cells that could not be used, of rows that were not rejected.
    pub warnings: Vec<CellWarning>,
}

/// A row that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reject {
    /// The row's number as a spreadsheet shows it, from 1.
    pub row_number: usize,
    /// Why.
    pub reason: Reason,
    /// The row's cells, as they were written.
    pub cells: Vec<String>,
}

/// Why a row cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// Neither a text nor a rating nor a coding.
    Empty,
    /// The cell of the side is empty.
    SideMissing,
    /// The cell of the side names no side.
    SideUnknown,
    /// A coding without a text, neither in this row nor under its identifier.
    NothingToCode,
    /// An identifier of an earlier row of this table, with other content.
    IdRepeated,
    /// An identifier of the project, with another text.
    Changed,
    /// A moment that an earlier row put on the same verbatim, with another valence.
    CodedTwice,
    /// A moment on a verbatim that the same coder marks as *no moment*, or the other way round.
    Contradicts,
    /// The only thing that the row brings cannot be used.
    Cell(Issue),
}

/// A cell that was left out of a row which was not rejected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellWarning {
    /// The row's number as a spreadsheet shows it, from 1.
    pub row_number: usize,
    /// The column; `None` if the warning concerns the row.
    pub column: Option<usize>,
    /// The cell, as it was written.
    pub value: String,
    /// The problem.
    pub issue: Issue,
}

/// A problem of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Issue {
    /// A rating that is no number.
    RatingUnreadable,
    /// A rating outside its scale, or of another scale.
    RatingOutside,
    /// A valence that is no whole number: its coding is left out.
    ValenceUnreadable,
    /// A valence outside −2…+2: its coding is left out.
    ValenceOutside,
    /// An effort that is no whole number: its coding is left out.
    EffortUnreadable,
    /// An effort outside 0…3: its coding is left out.
    EffortOutside,
    /// A valence or an effort beside an empty moment.
    MomentMissing,
    /// *No moment* beside a theme that is put on the text: neither is taken.
    BothWays,
    /// A coding beside a rating without text.
    TextMissing,
    /// A day that cannot be read: the cell as written becomes the period.
    DayUnreadable,
    /// A cell of a choice that means neither ticked nor not ticked: it counts as not ticked.
    TickUnreadable,
    /// A prompt that is none of positive, negative, neutral: it counts as unknown.
    PromptUnknown,
    /// Ratings, wave, valence or other attributes that differ from those already there, which stay.
    Differs,
    /// One side's part of a row that was kept for the other side.
    Part,
}
