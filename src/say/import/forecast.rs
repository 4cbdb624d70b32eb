//! What an import would bring, said before the one step that does it.

use std::collections::BTreeMap;

use super::decisions;
use crate::import::{Outcome, Reason};
use crate::model::Side;
use crate::model::imported::Imported;
use crate::say::{Locale, side, text};

/// What the import would bring, after what is still to be checked.
pub fn foreseen(locale: Locale, outcome: &Outcome, open_doubts: usize) -> String {
    let said = format!("{} {}", sides(locale, &outcome.imported), brought(locale, outcome));
    if open_doubts == 0 {
        return said;
    }
    format!("{} {said}", text!(locale, import.to_check, count = locale.count(open_doubts)))
}

/// Whose answers would come in.
fn sides(locale: Locale, imported: &Imported) -> String {
    let named = |side: Side| match imported.people_of(side) {
        0 => None,
        count => Some(text!(
            locale,
            import.side_count,
            side = side::name(locale, side),
            count = locale.count(count)
        )),
    };
    let sides: Vec<String> = Side::BOTH.into_iter().filter_map(named).collect();
    if sides.is_empty() {
        String::new()
    } else {
        text!(locale, import.whose_answers, sides = sides.join(", "))
    }
}

/// What the import would bring. What does not occur is not said.
fn brought(locale: Locale, outcome: &Outcome) -> String {
    let report = &outcome.report;
    let said = |count: usize| locale.count(count);
    let mut parts = vec![
        text!(locale, import.fore_people, count = said(outcome.imported.people())),
        if report.nothing > 0 {
            let (count, nothing) = (said(report.verbatims), said(report.nothing));
            text!(locale, import.fore_silent, count = count, nothing = nothing)
        } else {
            text!(locale, import.fore_texts, count = said(report.verbatims))
        },
        text!(locale, import.fore_rows, count = said(report.read)),
    ];
    let refused = report.rejected.saturating_sub(report.changed);
    let mut also = |count: usize, words: &dyn Fn(String) -> String| {
        parts.extend((count > 0).then(|| words(said(count))));
    };
    also(report.codings, &|count| text!(locale, import.fore_codings, count = count));
    also(report.known, &|count| text!(locale, import.fore_known, count = count));
    also(report.changed, &|count| text!(locale, import.fore_changed, count = count));
    also(refused, &|count| text!(locale, import.fore_rejected, count = count));
    let counts = text!(locale, import.forecast, parts = parts.join(", "));
    let counts = decisions::after(locale, counts, report);
    let mut reasons = BTreeMap::<Reason, usize>::new();
    for reject in report.rejects.iter().filter(|reject| reject.reason != Reason::Changed) {
        *reasons.entry(reject.reason).or_default() += 1;
    }
    let reasons: Vec<String> = reasons
        .into_iter()
        .map(|(reason, count)| {
            text!(
                locale,
                import.refused_for,
                why = super::reason::reason(locale, reason),
                count = locale.count(count)
            )
        })
        .collect();
    if reasons.is_empty() {
        counts
    } else {
        format!("{counts} {}", text!(locale, import.refused, reasons = reasons.join(" · ")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::{Mapping, SideSource, read};
    use crate::model::Project;
    use crate::say::import::tables::{read_as_guessed, table};

    #[test]
    fn what_comes_in_is_counted_and_what_does_not_occur_is_not_said() {
        let (_, _, outcome) =
            read_as_guessed("What did you like?\nA warm welcome\nThe opening hours\nnone\n");
        assert_eq!(
            foreseen(Locale::English, &outcome, 0),
            "Clients: 3. To add: people 3, answers to code 3 (“none” and the like 1), rows read 3."
        );
        assert!(foreseen(Locale::English, &outcome, 2).starts_with("To check: 2. Clients: 3. "));
        assert!(foreseen(Locale::French, &outcome, 1).starts_with("Points à vérifier"));
    }

    #[test]
    fn refused_rows_come_with_their_reasons() {
        let table = table("id;side;text\n1;client;They were kind\n2;x;They were rude\n3;;Fine\n");
        let texts = crate::import::guess::text_column(&table, 2);
        let side = SideSource::Column { column: 1, values: BTreeMap::new() };
        let mapping = Mapping { texts: vec![texts], side, id: Some(0), ..Mapping::default() };
        let outcome = read(&table, &mapping, &Project::default());
        let said = foreseen(Locale::English, &outcome, 0);
        assert!(said.contains("rows read 3, refused 2."), "{said}");
        assert!(
            said.ends_with("Reasons: the side is missing (1) · the side is not recognised (1)."),
            "{said}"
        );
    }

    #[test]
    fn nobody_has_no_side() {
        assert_eq!(sides(Locale::English, &Imported::default()), "");
    }
}
