//! Keywords as a field holds them: one after the other, with commas between.

/// As a field has them.
pub fn typed(keywords: &[String]) -> String {
    keywords.join(", ")
}

/// Those that somebody typed.
pub fn of_typed(written: &str) -> Vec<String> {
    written.split(',').map(|word| word.trim().to_owned()).filter(|word| !word.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_comes_back_without_blanks() {
        assert_eq!(of_typed(" queue ,, waiting time,"), ["queue", "waiting time"]);
        assert_eq!(typed(&of_typed("a,b")), "a, b");
        assert!(of_typed(" , ").is_empty());
    }
}
