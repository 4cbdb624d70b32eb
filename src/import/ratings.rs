//! Which columns are closed answers, each with its scale.
//!
//! A column is one because its header asks for a rating, because its cells are steps in words, or because several
//! columns of small numbers stand side by side as the questions of one form do.

use std::collections::{BTreeMap, BTreeSet};

use super::choices;
use super::guess::names::folded;
use super::mapping::RatingColumn;
use super::scale::asked::{self, AskedKind};
use super::scale::verbal::{self, Steps, Verbal};
use super::scale::{self, Understood};
use super::table::Table;
use super::values;
use super::vocabulary::Role;
use super::words::{fold, mentions};
use crate::model::Scale;

/// So many rows tell what a column holds.
const ROWS: usize = 1000;
/// More ratings say nothing new about their scale.
const SCALE_ROWS: usize = 10_000;

/// Why a column is taken for a rating.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Evidence {
    /// Its header asks for one.
    Asked,
    /// Its cells are steps in words, faces or letters.
    Steps,
    /// Its numbers look like those of a form, and nothing else says so.
    Alike,
    /// Its header asks for one, but many of its cells are no rating.
    Half,
}

/// The columns of closed answers among those that have no other role.
pub(super) fn find(table: &Table, free: &[usize]) -> Vec<RatingColumn> {
    let steps = steps(table);
    let found = evidence(table, free, &steps);
    found.into_iter().map(|(column, _)| among(table, column, &steps)).collect()
}

/// The steps of each column of a table that has some: columns of one questionnaire share their steps.
pub(super) fn steps(table: &Table) -> Vec<(usize, Verbal)> {
    let own = |column: usize| Some((column, verbal::of(table, column)?));
    let mut found: Vec<(usize, Verbal)> = (0..table.columns()).filter_map(own).collect();
    let batteries: Vec<(&str, Steps)> = found
        .iter()
        .filter_map(|(column, own)| Some((battery(&table.headers()[*column])?, own.steps)))
        .collect();
    let others = (0..table.columns()).filter(|column| !found.iter().any(|(of, _)| of == column));
    let in_battery = |column: usize| {
        let stem = battery(&table.headers()[column])?;
        let (_, steps) = batteries.iter().find(|(other, _)| *other == stem)?;
        Some((column, verbal::beside(table, column, *steps)?))
    };
    let others: Vec<(usize, Verbal)> = others.filter_map(in_battery).collect();
    found.extend(others);
    found
}

/// The question that a header shares with those beside it: "How was it? [The desk]".
fn battery(header: &str) -> Option<&str> {
    let inside = header.trim_end().strip_suffix(']').and_then(|rest| rest.rsplit_once('['));
    let (stem, _) = inside.or_else(|| header.split_once(" - "))?;
    (!stem.trim().is_empty()).then_some(stem)
}

/// The same columns, each with the reason.
pub(super) fn evidence(table: &Table, free: &[usize], steps: &[(usize, Verbal)]) -> Vec<(usize, Evidence)> {
    let own = |column: usize| steps.iter().find(|(of, _)| *of == column).map(|(_, steps)| steps);
    let looks: Vec<(usize, Look)> =
        free.iter().map(|column| (*column, Look::of(table, *column, own(*column)))).collect();
    let alike: BTreeSet<(u64, u64)> = {
        let mut seen = BTreeSet::new();
        let form = looks.iter().filter(|(_, look)| look.is_of_a_form());
        form.filter_map(|(_, look)| (!seen.insert(look.ends)).then_some(look.ends)).collect()
    };
    let reason = |look: &Look| match look.kind {
        Kind::Steps => Some(Evidence::Steps),
        Kind::Numbers if look.header == Header::Asks => Some(Evidence::Asked),
        Kind::Numbers if look.header == Header::States && look.is_of_a_form() => Some(Evidence::Asked),
        Kind::Numbers if look.is_labelled && look.is_of_a_form() => Some(Evidence::Steps),
        Kind::Numbers
            if look.is_of_a_form() && (look.header == Header::Aspect || alike.contains(&look.ends)) =>
        {
            Some(Evidence::Alike)
        }
        Kind::Half if look.header == Header::Asks => Some(Evidence::Half),
        Kind::Numbers | Kind::Half | Kind::Other => None,
    };
    looks.iter().filter_map(|(column, look)| Some((*column, reason(look)?))).collect()
}

/// A column of closed answers with its likeliest scale, whatever it looks like.
pub fn column(table: &Table, column: usize) -> RatingColumn {
    among(table, column, &steps(table))
}

/// The same, beside the columns of a table that have steps.
fn among(table: &Table, column: usize, steps: &[(usize, Verbal)]) -> RatingColumn {
    if let Some((_, own)) = steps.iter().find(|(of, _)| *of == column) {
        let sizes = verbal::sizes(steps.iter().map(|(_, steps)| steps), own);
        if let Some((scale, meanings)) = verbal::scale(own, &sizes) {
            return RatingColumn { column, scale, meanings };
        }
    }
    let Understood { scale, meanings, .. } = understand(table, column);
    RatingColumn { column, scale, meanings }
}

/// What a column of numbers says of its scale.
pub(super) fn understand(table: &Table, column: usize) -> Understood {
    let cells = (0..table.rows().min(SCALE_ROWS)).map(|row| table.cell(row, column));
    scale::understand(table.headers().get(column).map_or("", String::as_str), cells)
}

/// What a column holds, as far as ratings go.
enum Kind {
    Steps,
    Numbers,
    /// Half of it and more.
    Half,
    Other,
}

/// What the header of a column speaks of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Header {
    /// A rating.
    Asks,
    /// A statement of those who answer.
    States,
    /// Something that people are asked to rate.
    Aspect,
    /// Something that is counted, measured or numbered.
    Counts,
    /// Who somebody is, often as the number of a group.
    Describes,
    /// None of these.
    Other,
}

struct Look {
    kind: Kind,
    header: Header,
    distinct: usize,
    /// Whether words stand behind its numbers that say how good they are.
    is_labelled: bool,
    /// Whether all numbers are whole or halves.
    is_stepped: bool,
    highest: f64,
    lowest: f64,
    /// The ends of its scale, bit by bit.
    ends: (u64, u64),
}

impl Look {
    fn of(table: &Table, column: usize, steps: Option<&Verbal>) -> Self {
        let header = table.headers().get(column).map_or("", String::as_str);
        let folded = folded(header);
        let asked = asked::of(header);
        let says_so = Role::Rating.is_called(&folded) || Role::Rating.is_betrayed_by(&folded);
        let is_ranked = is_ranked(&folded) || is_ranked(&fold(choices::title(table, column)));
        let is_counted = counts(&folded, asked.kind.is_some() || says_so) && asked.ends.is_none();
        let header = if is_ranked || is_counted {
            Header::Counts
        } else if describes(&folded) && !says_so && asked.kind.is_none() && asked.ends.is_none() {
            Header::Describes
        } else if !says_so && asked.ends.is_none() && asked.kind == Some(AskedKind::Agreement) {
            Header::States
        } else if says_so || asked.ends.is_some() || asked.kind.is_some() {
            Header::Asks
        } else if ASPECTS.iter().any(|aspect| mentions(&folded, aspect)) {
            Header::Aspect
        } else {
            Header::Other
        };
        let asks = header == Header::Asks;
        let mut look = Self {
            kind: Kind::Other,
            header,
            distinct: 0,
            is_labelled: false,
            is_stepped: true,
            highest: f64::NEG_INFINITY,
            lowest: f64::INFINITY,
            ends: (0, 0),
        };
        let may_be = |steps: &&Verbal| steps.steps != Steps::Letters || asks;
        if steps.filter(may_be).is_some_and(|steps| !look.is_of_texts(&folded, steps)) {
            look.kind = Kind::Steps;
            return look;
        }
        let (mut filled, mut numbers) = (0_usize, 0_usize);
        let mut values = BTreeSet::new();
        let mut cells: BTreeMap<&str, usize> = BTreeMap::new();
        for cell in (0..table.rows().min(ROWS)).map(|row| table.cell(row, column).trim()) {
            *cells.entry(cell).or_insert(0) += 1;
        }
        for (cell, times) in cells.into_iter().filter(|(cell, _)| !cell.is_empty()) {
            let written = values::rating(cell);
            if written.is_none() && scale::words::is_no_answer(cell) {
                continue;
            }
            filled += times;
            if let Some(written) = written {
                numbers += times;
                look.is_stepped &= (written.value * 2.0).fract().abs() < 1e-9;
                values.insert(written.value.to_bits());
            }
        }
        look.distinct = values.len();
        look.kind = match numbers * 100 {
            _ if filled == 0 && asks && table.rows() == 0 => Kind::Numbers,
            share if filled > 0 && share >= filled * 80 => Kind::Numbers,
            share if filled > 0 && share >= filled * 50 => Kind::Half,
            _ => Kind::Other,
        };
        if matches!(look.kind, Kind::Numbers) && look.is_stepped {
            let Understood { scale, meanings, by_labels, .. } = understand(table, column);
            look.is_labelled = by_labels.is_some();
            let (low, high) = Scale::ends(scale);
            let silent = |value: f64| {
                meanings
                    .iter()
                    .any(|m| values::rating(&m.cell).is_some_and(|w| (w.value - value).abs() < 1e-9))
            };
            for value in values.into_iter().map(f64::from_bits).filter(|value| !silent(*value)) {
                look.lowest = look.lowest.min(value);
                look.highest = look.highest.max(value);
            }
            look.ends = (low.to_bits(), high.to_bits());
        }
        look
    }

    /// Whether words under a header of answers are too few to be steps: three people may all write "Bien".
    fn is_of_texts(&self, folded: &str, steps: &Verbal) -> bool {
        let answers = Role::Text.is_called(folded) || Role::Text.is_betrayed_by(folded);
        answers && self.header != Header::Asks && steps.filled < 4 * steps.cells.len()
    }

    /// Whether its numbers look like answers of a form: few whole or half steps, none below 0 or above 10.
    fn is_of_a_form(&self) -> bool {
        matches!(self.kind, Kind::Numbers)
            && !matches!(self.header, Header::Counts | Header::Describes)
            && self.is_stepped
            && (3..=11).contains(&self.distinct)
            && self.lowest >= 0.0
            && (4.0..=10.0).contains(&self.highest)
    }
}

/// Whether a folded header speaks of something that is counted, measured or numbered. Where it asks for a rating, hours
/// and days may be what is rated.
fn counts(folded: &str, asks: bool) -> bool {
    #[rustfmt::skip]
    const ALWAYS: &[&str] = &[
        "nombre", "nbre", "number of", "count", "counts", "total", "totaux", "totals", "sum", "somme", "how many",
        "combien", "duree", "duration", "date", "sentiment score", "confidence", "id", "rank", "rang", "votes", "helpful",
    ];
    #[rustfmt::skip]
    const COUNTED: &[&str] = &[
        "nombre", "nb", "nbre", "number of", "count", "counts", "total", "totaux", "totals", "sum", "somme", "age",
        "ages", "annee", "annees", "year", "years", "mois", "month", "months", "duree", "duration", "minutes",
        "heures", "hours", "seconds", "secondes", "jours", "days", "lead time", "response time", "date", "likes",
        "votes", "upvotes", "views", "vues", "helpful", "thumbs up", "latitude", "longitude", "zip", "postal",
        "code postal", "id", "identifiant", "numero", "montant", "amount", "how many", "combien", "children",
        "enfants", "anciennete", "sentiment score", "confidence", "probability", "rank", "rang", "index", "version",
        "progress", "finished", "quantity", "quantite", "visites", "visits", "commandes", "orders",
    ];
    (if asks { ALWAYS } else { COUNTED }).iter().any(|word| mentions(folded, word))
}

/// Whether that folded question has things put in order: their places are no ratings.
fn is_ranked(folded: &str) -> bool {
    #[rustfmt::skip]
    const WORDS: [&str; 8] = [
        "rank", "ranking", "classez", "classement", "ordre de preference", "order of preference", "par ordre",
        "in order of",
    ];
    WORDS.iter().any(|words| mentions(folded, words))
}

/// What tells who somebody is.
#[rustfmt::skip]
const DEMOGRAPHICS: &[&str] = &[
    "gender", "sex", "sexe", "genre", "age group", "age band", "age range", "classe d age", "tranche d age", "tenure",
    "seniority", "anciennete", "region", "statut", "status", "department", "departement", "categorie", "category", "csp",
    "education", "diplome", "etudes", "income", "revenu", "revenus", "marital", "country", "pays", "contract", "contrat",
    "job level", "niveau hierarchique", "profession", "occupation", "ethnicity", "race", "religion", "nationality",
    "nationalite", "segment", "cohort", "cohorte", "group", "groupe", "cluster", "version",
    "language", "langue", "city", "ville",
];

/// Whether that folded header counts, measures or numbers something.
pub(super) fn is_counted(folded: &str) -> bool {
    counts(folded, false)
}

/// Whether that folded header says who somebody is.
pub(super) fn describes(folded: &str) -> bool {
    DEMOGRAPHICS.iter().any(|word| mentions(folded, word))
}

/// What people are asked to rate.
#[rustfmt::skip]
const ASPECTS: &[&str] = &[
    "overall", "global", "globale", "ensemble", "pace", "pay", "salary", "salaire", "remuneration", "compensation",
    "benefits", "avantages", "service", "qualite", "quality", "value", "rapport qualite prix", "cleanliness",
    "proprete", "location", "emplacement", "comfort", "confort", "staff", "personnel", "work life balance",
    "equilibre", "culture", "management", "encadrement", "career", "carriere", "price", "prix", "features",
    "support", "accueil", "rapidite", "speed", "ecoute", "delai", "delais", "ambiance", "atmosphere", "food",
    "cuisine", "rooms", "chambre", "equipment", "equipement", "content", "contenu", "materials", "supports",
    "instructor", "formateur", "trainer", "organisation", "organization", "communication", "teamwork", "leadership",
    "recognition", "reconnaissance", "wellbeing", "bien etre", "conditions", "opportunities", "diversity",
    "design", "performance", "reliability", "fiabilite", "disponibilite", "availability", "competence", "expertise",
];
