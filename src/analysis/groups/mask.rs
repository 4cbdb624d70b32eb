//! The results as they may leave the page.

use crate::model::Project;

use super::{
    super::{
        Class, Filter, Masked, Measures, Mirror, Profile, Reason, Row, Undefined, mirror::mean_level,
        types::Rule,
    },
    BUDGET_OF_MOMENT, Plan, decide, decide_beside,
    people::{Atoms, Contributors},
    threshold,
};

/// Which of the employees' figures of one moment under one filter are published, or why they are not.
struct Cell {
    /// The number who cite the moment, and its frequency.
    cited: Result<(), Masked>,
    /// The figures made of valences.
    valued: Result<(), Masked>,
    /// The mean rating.
    rated: Result<(), Masked>,
}

/// The results as they may leave the page: `mirror` is what was measured under `filter`, and `plan` of the same
/// project.
///
/// Under a filter that the plan does not offer, all employees' figures are masked, N included. Under an offered one, a
/// moment is masked if the employees who cite it are some but too few, or if its figures would disclose a few together
/// with those already published. If those who gave a valence are too few, or could be derived, the figures made of
/// valences are [`Undefined::Masked`], and so is the type; ratings likewise. The employees' mean level is computed again
/// over the published levels, because relative levels beside absolute ones disclose it. Clients' own figures all stay.
pub fn protect(project: &Project, mirror: &Mirror, filter: &Filter, plan: &Plan) -> Mirror {
    let mut protected = mirror.clone();
    let rule = mirror.rule(&project.settings);
    if !project.settings.protect_small_groups {
        return protected;
    }
    let place = plan.filters().iter().position(|offered| offered == filter);
    let Some(place) = place else {
        // A filter without employees discloses none. Any other that is missing from the plan is masked.
        if protected.employee.respondents == 0 {
            return protected;
        }
        let side = &mut protected.employee;
        (side.respondents, side.verbatims, side.coded, side.prompts) = (0, 0, 0, [0; 4]);
        side.mean_level = Err(Undefined::Masked);
        side.moments = (0.0, 0.0);
        side.cross_sums = Vec::new();
        side.masked = Some(plan.masks(filter).unwrap_or(Masked::Derivable));
        for row in &mut protected.rows {
            row.employee = masked_measures(Masked::Group);
            mask_derived(row, &rule);
        }
        return protected;
    };
    for row in &mut protected.rows {
        let Some(contributors) = plan.moments.get(&row.moment) else { continue };
        let cell = Cell::new(contributors, place, plan.filters().len(), threshold(project));
        if cell.mask(&mut row.employee) {
            mask_derived(row, &rule);
        }
    }
    let hidden = protected.rows.iter().any(|row| row.employee.level == Err(Undefined::Masked));
    protected.employee.mean_level =
        mean_level(protected.rows.iter().map(|row| &row.employee), protected.employee.respondents)
            .map_err(|reason| if hidden { Undefined::Masked } else { reason });
    if hidden {
        // These sums include the moments that are masked.
        protected.employee.moments = (0.0, 0.0);
        protected.employee.cross_sums = Vec::new();
    }
    protected
}

impl Cell {
    /// Decides for all filters up to `filters` in order, because what is published under earlier ones restricts later
    /// ones, and returns the decisions for the one at `at`. Where the count is masked, all is, and the figures published
    /// under other filters must not disclose it.
    fn new(contributors: &Contributors, at: usize, filters: usize, threshold: u32) -> Self {
        let counts = decide(&contributors.cited, filters, threshold, BUDGET_OF_MOMENT);
        let cited = counts.get(at).copied().unwrap_or(Ok(()));
        let among = |people: &Atoms| {
            if *people == contributors.cited {
                return cited;
            }
            let decisions = decide_beside(&counts, people, threshold, BUDGET_OF_MOMENT);
            decisions.get(at).copied().unwrap_or(Ok(()))
        };
        Self { valued: among(&contributors.valued), rated: among(&contributors.rated), cited }
    }

    /// Masks the figures that are not published; whether the level is among them.
    fn mask(&self, measures: &mut Measures) -> bool {
        if let Err(masked) = self.cited {
            *measures = masked_measures(masked);
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
                ..masked_measures(Masked::Derivable)
            };
        }
        self.valued.is_err()
    }
}

/// Measures without any figure, whatever the data.
fn masked_measures(masked: Masked) -> Measures {
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

/// Masks the figures of both sides together, once the employees' level is masked. The reason why there is no type stays
/// if it is true whatever the masked figures are: no client, or fewer employees than a type needs.
fn mask_derived(row: &mut Row, rule: &Rule) {
    let class = rule.class(&row.client, &row.employee);
    let is_certain = match row.employee.masked {
        _ if class == Class::Unclassified(Reason::NoDataClient) => true,
        Some(Masked::Few(below)) => below <= rule.minimum,
        _ => false,
    };
    row.class = if is_certain { class } else { Class::Unclassified(Reason::Masked) };
    row.stake = Err(Undefined::Masked);
}
