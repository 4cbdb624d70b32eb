//! The attributes of a response, and the values of one: a string, or an array of several.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
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

/// Attributes by name, as one object: a list, because another kind of map is more code in the first load. Of a name that is
/// there twice, the last one counts.
#[derive(Debug, Default, PartialEq)]
pub struct Segments(pub Vec<(String, Values)>);

impl Segments {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Serialize for Segments {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, values)| (name, values)))
    }
}

impl<'de> Deserialize<'de> for Segments {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Named)
    }
}

struct Named;

impl<'de> Visitor<'de> for Named {
    type Value = Segments;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object of attributes")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut named: A) -> Result<Segments, A::Error> {
        let mut all = Vec::new();
        while let Some(entry) = named.next_entry()? {
            all.push(entry);
        }
        Ok(Segments(all))
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
    fn attributes_are_one_object() {
        for json in ["{}", r#"{"region":"North","shop":["A","B"]}"#] {
            let segments: Segments = serde_json::from_str(json).unwrap();
            assert_eq!(serde_json::to_string(&segments).unwrap(), json);
        }
        for wrong in ["[]", r#"["region"]"#, r#"{"region":1}"#] {
            assert!(serde_json::from_str::<Segments>(wrong).is_err(), "{wrong}");
        }
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
