//! What a browser stores of a project: its record in one line, and below it the project file.
//!
//! Both are one value, so that one write replaces both or neither. Earlier pages stored the file alone, and the record
//! under a key of its own: a value without a record is their form, or cannot be read.
//!
//! ```
//! use reflet::{format::stored::{self, Record}, model::Project};
//! let project = Project { name: "Bank".to_owned(), ..Project::default() };
//! let record = Record::of(&project, 3, 1_753_000_000_000.0);
//! let value = stored::write(&record, &project);
//! let (line, file) = stored::split(&value);
//! assert_eq!(line, Some(record));
//! assert_eq!(file, reflet::format::saved::write(&project));
//! ```

use serde::{Deserialize, Serialize};

use super::{saved, strict};
use crate::model::{Origin, Project};

/// What ends the record. Neither the record nor the file has it inside.
pub const END: &str = "\n";

/// What can be said of a stored project without reading it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// The number of changes that it has seen.
    pub revision: u64,
    /// When it was saved, in milliseconds since 1970.
    pub saved: f64,
    /// Its name.
    pub name: String,
    /// Whether it is a sample.
    pub sample: bool,
    /// How many verbatims it holds.
    pub verbatims: usize,
}

impl Record {
    /// That of a project which has seen so many changes, saved at that time.
    pub fn of(project: &Project, revision: u64, saved: f64) -> Self {
        Self {
            revision,
            saved,
            name: project.name.clone(),
            sample: project.origin == Origin::Sample,
            verbatims: project.verbatims.len(),
        }
    }

    /// Reads the line of a value, or what earlier pages stored under a key of its own.
    pub fn read(line: &str) -> Option<Self> {
        strict::read(line).ok()
    }
}

/// Puts a record and its project together.
pub fn write(record: &Record, project: &Project) -> String {
    let mut value = saved::write(project);
    // Nothing in a record can fail to be written. A large file is moved within its own memory, not made a second time.
    let line = serde_json::to_string(record).unwrap_or_default() + END;
    value.insert_str(0, &line);
    value
}

/// Takes a value apart: the record, if it starts with one that can be read, and what is left for the file. Without a
/// record that is all of it.
pub fn split(value: &str) -> (Option<Record>, &str) {
    value
        .split_once(END)
        .and_then(|(line, file)| Some((Some(Record::read(line)?), file)))
        .unwrap_or((None, value))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAMPLE: &str = include_str!("../../public/samples/bank-fr.json");

    fn named(name: &str) -> Project {
        Project { name: name.to_owned(), ..Project::default() }
    }

    fn record(project: &Project) -> Record {
        Record::of(project, 7, 1_753_000_000_123.0)
    }

    #[test]
    fn what_was_put_together_comes_apart() {
        for name in ["", "Banque", "two\nlines\r\n", "\"quoted\" \\n {}", "\u{2028}\u{85}\0 é 🪞"] {
            let project = named(name);
            let value = write(&record(&project), &project);
            let (line, file) = split(&value);
            assert_eq!(line, Some(record(&project)), "{name:?}");
            assert_eq!(file, saved::write(&project), "{name:?}");
            assert_eq!(saved::read(file), Ok(project), "{name:?}");
            assert_eq!(value.matches(END).count(), 1, "{name:?}: the first line is not the record alone");
        }
    }

    #[test]
    fn a_sample_is_recorded_as_one() {
        let sample = saved::read(SAMPLE).unwrap();
        let Record { revision, saved, name, sample: is_sample, verbatims } = record(&sample);
        assert_eq!((revision, saved), (7, 1_753_000_000_123.0));
        assert_eq!((name, verbatims), (sample.name.clone(), sample.verbatims.len()));
        assert!(is_sample && verbatims > 0);
        assert!(!record(&named("")).sample);
    }

    /// A record as pages wrote it before it was a line: what they stored has to stay readable.
    #[test]
    fn the_form_of_earlier_pages_is_read() {
        let project = named("Banque");
        let stored = saved::write(&project);
        assert_eq!(split(&stored), (None, stored.as_str()));
        assert_eq!(saved::read(split(&stored).1), Ok(project.clone()));
        let beside = r#"{"revision":7,"saved":1753000000123.0,"name":"Banque","sample":false,"verbatims":0}"#;
        assert_eq!(Record::read(beside), Some(record(&project)));
        assert_eq!(write(&record(&project), &project), format!("{beside}\n{stored}"));
    }

    #[test]
    fn without_a_record_that_can_be_read_nothing_is_taken_off() {
        let project = named("Banque");
        let file = saved::write(&project);
        let whole = write(&record(&project), &project);
        let cut_off = &whole[1..];
        let lines = [
            String::new(),
            "\n".to_owned(),
            "gribouillis".to_owned(),
            cut_off.to_owned(),
            format!("{{}}\n{file}"),
            format!("{file}\n{file}"),
            format!("{{\"revision\":-1,\"saved\":0,\"name\":\"\",\"sample\":false,\"verbatims\":0}}\n{file}"),
        ];
        for value in &lines {
            assert_eq!(split(value), (None, value.as_str()));
            assert!(saved::read(value).is_err(), "{value}");
        }
        // Lines of the file are no record either, and no damage.
        for value in [format!("\n{file}"), file.replacen('{', "{\n", 1)] {
            assert_eq!(split(&value), (None, value.as_str()));
            assert_eq!(saved::read(&value).as_ref(), Ok(&project));
        }
    }

    #[test]
    fn a_record_outlives_a_file_that_cannot_be_read() {
        let project = named("Banque");
        let value = write(&record(&project), &project);
        let (line, file) = split(&value[..value.len() / 2 + value.len() / 4]);
        assert_eq!(line, Some(record(&project)));
        assert!(saved::write(&project).starts_with(file));
        assert!(matches!(saved::read(file), Err(saved::ReadError::Truncated { line: 1, .. })));
    }
}
