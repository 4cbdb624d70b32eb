//! The tracker of what may leave the page.

use crate::model::Project;

use super::{
    super::{
        Class, Filter, Masked, Measures, Profile, Reason, Row, Tracker, Undefined, tracker::mean_level,
        types::Rule,
    },
    EFFORT_OF_MOMENT, Plan, decide, decide_beside,
    people::{Citing, Sizes},
    threshold,
};

/// What is told of one moment under one filter.
struct Cell {
    cited: Result<(), Masked>,
    valued: Result<(), Masked>,
    rated: Result<(), Masked>,
}

/// The results as they may leave the page: `tracker` is what was measured under `filter`, and `plan` of the same project.
///
/// Nothing is told of the employees of a filter that is not offered, N included. Under an offered one, a moment that
/// some but too few employees cite is masked, and so is one whose figures would tell of a few beside those told before.
/// Where those who gave a valence are too few, or would be told, the figures made of valences are undefined as
/// [`Undefined::Masked`], with the type; ratings likewise. The employees' mean level is taken anew over what is told,
/// because relative levels beside absolute ones give it away. Clients keep every figure of their own.
pub fn protect(project: &Project, tracker: &Tracker, filter: &Filter, plan: &Plan) -> Tracker {
    let mut protected = tracker.clone();
    let rule = tracker.rule(&project.settings);
    if !project.settings.protect_small_groups {
        return protected;
    }
    let place = plan.filters().iter().position(|offered| offered == filter);
    let Some(place) = place else {
        // A filter that holds nobody tells of nobody; of any other, a plan that does not know it is no leave.
        if protected.employee.respondents == 0 {
            return protected;
        }
        let side = &mut protected.employee;
        (side.respondents, side.verbatims, side.coded, side.prompts) = (0, 0, 0, [0; 4]);
        side.mean_level = Err(Undefined::Masked);
        side.moments = (0.0, 0.0);
        side.ties = Vec::new();
        side.masked = Some(plan.masks(filter).unwrap_or(Masked::Derivable));
        for row in &mut protected.rows {
            row.employee = nothing(Masked::Group);
            derive(row, &rule);
        }
        return protected;
    };
    for row in &mut protected.rows {
        let Some(citing) = plan.moments.get(&row.moment) else { continue };
        let cell = Cell::new(citing, place, plan.filters().len(), threshold(project));
        if cell.mask(&mut row.employee) {
            derive(row, &rule);
        }
    }
    let hidden = protected.rows.iter().any(|row| row.employee.level == Err(Undefined::Masked));
    protected.employee.mean_level =
        mean_level(protected.rows.iter().map(|row| &row.employee), protected.employee.respondents)
            .map_err(|reason| if hidden { Undefined::Masked } else { reason });
    if hidden {
        // Sums over all moments, those that are not told included.
        protected.employee.moments = (0.0, 0.0);
        protected.employee.ties = Vec::new();
    }
    protected
}

impl Cell {
    /// Every filter is decided on, because those before bind those after. Where the count is masked so is the rest, and
    /// what is told of valences under other filters must not give it away.
    fn new(citing: &Citing, at: usize, filters: usize, threshold: u32) -> Self {
        let counts = decide(&citing.cited, filters, threshold, EFFORT_OF_MOMENT);
        let cited = counts.get(at).copied().unwrap_or(Ok(()));
        let among = |people: &Sizes| {
            if *people == citing.cited {
                return cited;
            }
            let decisions = decide_beside(&counts, people, threshold, EFFORT_OF_MOMENT);
            decisions.get(at).copied().unwrap_or(Ok(()))
        };
        Self { valued: among(&citing.valued), rated: among(&citing.rated), cited }
    }

    /// Takes away what is not told; says whether it took something.
    fn mask(&self, measures: &mut Measures) -> bool {
        if let Err(masked) = self.cited {
            *measures = nothing(masked);
            return true;
        }
        if self.rated.is_err() {
            measures.rating = Err(Undefined::Masked);
        }
        if self.valued.is_err() {
            let kept = measures.clone();
            *measures = Measures {
                cited: kept.cited,
                frequency: kept.frequency,
                rating: kept.rating,
                masked: None,
                ..nothing(Masked::Derivable)
            };
        }
        self.valued.is_err()
    }
}

/// Measures that say nothing, the same whatever they would have said.
fn nothing(masked: Masked) -> Measures {
    Measures {
        cited: 0,
        with_valence: 0,
        frequency: Err(Undefined::Masked),
        level: Err(Undefined::Masked),
        intensity: Err(Undefined::Masked),
        balance: Err(Undefined::Masked),
        rating: Err(Undefined::Masked),
        effort: Err(Undefined::Masked),
        ambivalent: false,
        profile: Profile::default(),
        masked: Some(masked),
    }
}

/// What both sides make together, once the employees' level is not told: of fewer than a type needs, that they are too
/// few; of others, nothing that might be false.
fn derive(row: &mut Row, rule: &Rule) {
    let class = rule.class(&row.client, &row.employee);
    let is_true = match row.employee.masked {
        _ if class == Class::Unclassified(Reason::NoDataClient) => true,
        Some(Masked::Few(below)) => below <= rule.minimum,
        _ => false,
    };
    row.class = if is_true { class } else { Class::Unclassified(Reason::Masked) };
    row.stake = Err(Undefined::Masked);
}
