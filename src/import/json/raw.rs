//! Reads one value at a time, with its members still as written.

use std::fmt;

use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

/// A member of an object.
pub(super) type Member<'a> = (String, &'a RawValue);

/// A value, one level deep.
pub(super) enum Value<'a> {
    /// `null`.
    Null,
    /// A number, `true` or `false`, as written.
    Plain(&'a str),
    /// A string, without its escapes.
    Text(String),
    /// Its items.
    Array(Vec<&'a RawValue>),
    /// Its members, in their order.
    Object(Vec<Member<'a>>),
}

/// Reads one level of a value. Strings and keys with half a character are errors.
pub(super) fn open(raw: &RawValue) -> serde_json::Result<Value<'_>> {
    let text = raw.get();
    Ok(match text.as_bytes().first() {
        Some(b'{') => Value::Object(members(text)?),
        Some(b'[') => Value::Array(serde_json::from_str(text)?),
        Some(b'"') => Value::Text(serde_json::from_str(text)?),
        Some(b'n') => Value::Null,
        _ => Value::Plain(text),
    })
}

/// The value of the first member of that name.
pub(super) fn member<'a>(members: &[Member<'a>], name: &str) -> Option<&'a RawValue> {
    members.iter().find(|(key, _)| key == name).map(|(_, value)| *value)
}

/// The members of an object in their order, which a map would lose.
pub(super) fn members(text: &str) -> serde_json::Result<Vec<Member<'_>>> {
    struct Members;
    impl<'de> Visitor<'de> for Members {
        type Value = Vec<Member<'de>>;

        fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
            formatter.write_str("an object")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut members = Vec::new();
            while let Some(member) = map.next_entry()? {
                members.push(member);
            }
            Ok(members)
        }
    }
    serde_json::Deserializer::from_str(text).deserialize_map(Members)
}

/// The first item of an array, which may be truncated behind it.
pub(super) fn first(text: &str) -> Option<&RawValue> {
    let mut first = None;
    // The error only stops the reading, or is about the missing end.
    let _ = items(text, |item| {
        first = Some(item);
        false
    });
    first
}

/// Calls `each` with the items of an array until it refuses one.
pub(super) fn items<'a, F>(text: &'a str, each: F) -> serde_json::Result<()>
where
    F: FnMut(&'a RawValue) -> bool,
{
    struct Items<F>(F);
    impl<'de, F: FnMut(&'de RawValue) -> bool> Visitor<'de> for Items<F> {
        type Value = ();

        fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
            formatter.write_str("an array")
        }

        fn visit_seq<A: SeqAccess<'de>>(mut self, mut items: A) -> Result<(), A::Error> {
            while let Some(item) = items.next_element()? {
                if !(self.0)(item) {
                    return Err(serde::de::Error::custom("refused"));
                }
            }
            Ok(())
        }
    }
    let mut source = serde_json::Deserializer::from_str(text);
    source.deserialize_seq(Items(each))?;
    source.end()
}
