//! The values of an attribute.

use crate::order::sorted;

/// The values of one attribute of a response: one, or several where several were ticked. Sorted, never empty.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Values(Kept);

/// Nearly all attributes have one value, which needs no list.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kept {
    One(String),
    /// Two or more, ascending.
    Several(Vec<String>),
}

impl Values {
    /// These values, sorted and each once; `None` for an empty list.
    ///
    /// ```
    /// use reflet::model::Values;
    /// let ticked = Values::new(["Shop", "Letter", "Shop"].map(str::to_owned).to_vec()).unwrap();
    /// assert_eq!(ticked.all(), ["Letter", "Shop"]);
    /// assert!(ticked.contains("Shop") && !ticked.contains("Phone"));
    /// assert_eq!(Values::new(Vec::new()), None);
    /// ```
    pub fn new(mut values: Vec<String>) -> Option<Self> {
        values = sorted(values, Ord::cmp);
        values.dedup();
        let last = values.pop()?;
        if values.is_empty() {
            return Some(last.into());
        }
        values.push(last);
        Some(Self(Kept::Several(values)))
    }

    /// All values, ascending.
    pub fn all(&self) -> &[String] {
        match &self.0 {
            Kept::One(value) => std::slice::from_ref(value),
            Kept::Several(values) => values,
        }
    }

    /// Whether `value` is one of them.
    pub fn contains(&self, value: &str) -> bool {
        self.all().iter().any(|one| one == value)
    }
}

impl From<String> for Values {
    fn from(value: String) -> Self {
        Self(Kept::One(value))
    }
}

impl From<&str> for Values {
    fn from(value: &str) -> Self {
        value.to_owned().into()
    }
}
