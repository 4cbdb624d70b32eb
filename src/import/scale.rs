//! Which scale a column of ratings is on.

use super::values::Written;
use super::words::{fold, mentions};
use crate::model::{Scale, ScaleKind};

/// The likeliest scale of those ratings under that header.
///
/// A header that names a scale wins if most ratings fit; then what most cells say themselves (`4/5`); then the
/// smallest of 1–5, 1–7, 0–10 that holds all but a slip: one rating, or one in ten; then 0–20 and 0–100.
pub fn guess(header: &str, ratings: &[Written]) -> Scale {
    if let Some(scale) = named(header).filter(|scale| outside(*scale, ratings) * 2 <= ratings.len()) {
        return scale;
    }
    if ratings.is_empty() {
        return Scale::NPS;
    }
    let mut ends: Vec<f64> = ratings.iter().filter_map(|rating| rating.of).collect();
    ends.sort_by(f64::total_cmp);
    if let Some(end) = ends.get(ends.len() / 2).filter(|_| ends.len() * 2 >= ratings.len()) {
        return ending_at(*end);
    }
    let plausible: Vec<Written> = inside(Scale::NPS, ratings);
    let slips = ratings.len() - plausible.len();
    if slips * 10 <= ratings.len() || (slips == 1 && ratings.len() >= 3) {
        let fits = |scale: &Scale| outside(*scale, &plausible) * 100 <= plausible.len();
        return [Scale::CSAT, Scale::CES].into_iter().find(fits).unwrap_or(Scale::NPS);
    }
    let low = ratings.iter().map(|rating| rating.value).fold(0.0, f64::min);
    let high = ratings.iter().map(|rating| rating.value).fold(0.0, f64::max);
    let (low, high) = if low < 0.0 {
        let end = high.max(-low);
        (-end, end)
    } else if high <= 20.0 {
        (0.0, 20.0)
    } else if high <= 100.0 {
        (0.0, 100.0)
    } else {
        (0.0, high)
    };
    Scale::custom(low, high).unwrap_or(Scale::NPS)
}

/// The scale that a header names.
fn named(header: &str) -> Option<Scale> {
    let folded = fold(header);
    let any = |words: &[&str]| words.iter().any(|word| mentions(&folded, word));
    if any(&["nps", "enps", "recommanderiez", "recommander", "recommandation", "recommend"]) {
        Some(Scale::NPS)
    } else if any(&["csat"]) {
        Some(Scale::CSAT)
    } else if any(&["ces", "customer effort"]) {
        Some(Scale::CES)
    } else if any(&["sur 10", "out of 10", "0 a 10", "0 to 10"]) {
        Some(Scale::NPS)
    } else if any(&["sur 5", "out of 5", "1 a 5", "1 to 5"]) {
        Some(Scale::CSAT)
    } else if any(&["sur 7", "out of 7", "1 a 7", "1 to 7"]) {
        Some(Scale::CES)
    } else if any(&["sur 20", "out of 20", "0 a 20", "0 to 20"]) {
        Scale::custom(0.0, 20.0).ok()
    } else {
        None
    }
}

/// The scale whose upper end is that: 5, 7 and 10 are the usual ones, others start at 0.
fn ending_at(end: f64) -> Scale {
    [Scale::CSAT, Scale::CES, Scale::NPS]
        .into_iter()
        .find(|scale| (scale.ends().1 - end).abs() < 1e-9)
        .or_else(|| Scale::custom(0.0, end).ok())
        .unwrap_or(Scale::NPS)
}

fn inside(scale: Scale, ratings: &[Written]) -> Vec<Written> {
    let (low, high) = scale.ends();
    ratings.iter().filter(|rating| rating.value >= low && rating.value <= high).copied().collect()
}

fn outside(scale: Scale, ratings: &[Written]) -> usize {
    ratings.len() - inside(scale, ratings).len()
}

/// The name of a scale for programs.
pub const fn id(kind: ScaleKind) -> &'static str {
    match kind {
        ScaleKind::Nps => "nps",
        ScaleKind::Csat => "csat",
        ScaleKind::Ces => "ces",
        ScaleKind::Agreement => "agreement",
        ScaleKind::Custom => "custom",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scales_by_header_and_values() {
        let custom = |low, high| Scale::custom(low, high).unwrap_or(Scale::NPS);
        for (header, values, expected) in [
            ("note", [0.0, 9.0, 10.0].as_slice(), Scale::NPS),
            ("note", &[1.0, 3.0, 5.0], Scale::CSAT),
            ("note", &[1.0, 6.0, 7.0], Scale::CES),
            ("NPS", &[3.0, 4.0, 5.0], Scale::NPS),
            ("Recommanderiez-vous la boutique ?", &[1.0], Scale::NPS),
            ("note", &[8.0, 9.0, 12.0], Scale::NPS),
            ("note", &[5.0, 4.0, 3.0, 42.0], Scale::CSAT),
            ("note", &[8.0, 12.0, 15.0, 18.0], custom(0.0, 20.0)),
            ("note", &[80.0, 95.0, 7.0, 60.0], custom(0.0, 100.0)),
            ("note", &[-3.0, -2.0, 3.0], custom(-3.0, 3.0)),
            ("note", &[500.0, 900.0], custom(0.0, 900.0)),
            ("note", &[], Scale::NPS),
        ] {
            let ratings: Vec<Written> =
                values.iter().map(|value| Written { value: *value, of: None }).collect();
            assert_eq!(guess(header, &ratings), expected, "{header} {values:?}");
        }
        let of = |end| guess("avis", &[Written { value: 4.0, of: Some(end) }]);
        assert_eq!((of(5.0), of(10.0), of(20.0)), (Scale::CSAT, Scale::NPS, custom(0.0, 20.0)));
    }
}
