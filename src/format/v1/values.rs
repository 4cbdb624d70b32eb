//! The values of an attribute: a string, or an array of several.

use std::fmt;

use serde::de::{Deserialize, Deserializer, SeqAccess, Visitor};
use serde::ser::{Serialize, Serializer};

use crate::model;

/// Writes one value as a string, as in files from before several values were possible.
///
/// Reads values in any order; repeated ones count once. An empty array is an error of the file.
#[derive(Debug, PartialEq)]
pub struct Values(Vec<String>);

impl Values {
    pub fn of(values: &model::Values) -> Self {
        Self(values.all().to_vec())
    }

    pub fn into_model(self) -> Option<model::Values> {
        model::Values::new(self.0)
    }
}

impl Serialize for Values {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0.as_slice() {
            [one] => one.serialize(serializer),
            several => several.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Values {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Either)
    }
}

struct Either;

impl<'de> Visitor<'de> for Either {
    type Value = Values;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a string or an array of strings")
    }

    fn visit_str<E>(self, value: &str) -> Result<Values, E> {
        Ok(Values(vec![value.to_owned()]))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut several: A) -> Result<Values, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = several.next_element()? {
            values.push(value);
        }
        Ok(Values(values))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail")]
mod tests {
    use super::*;

    #[test]
    fn one_value_is_written_as_a_string() {
        let written = |values: &[&str]| {
            let values =
                model::Values::new(values.iter().map(|value| (*value).to_owned()).collect()).unwrap();
            serde_json::to_string(&Values::of(&values)).unwrap()
        };
        assert_eq!(written(&["Shop"]), r#""Shop""#);
        assert_eq!(written(&["Shop", "Letter", "Shop"]), r#"["Letter","Shop"]"#);
    }

    #[test]
    fn arrays_are_sets_and_never_empty() {
        let read = |json| serde_json::from_str(json).ok().and_then(Values::into_model);
        assert_eq!(read(r#"["b","a","b"]"#), model::Values::new(vec!["a".into(), "b".into()]));
        assert_eq!(read(r#"["a"]"#), Some("a".into()));
        assert_eq!(read(r#""""#), Some("".into()));
        for broken in ["[]", "[1]", "[[]]", "null", "7", "{}"] {
            assert_eq!(read(broken), None, "{broken}");
        }
    }
}
