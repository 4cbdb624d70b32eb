//! From the model to version 1.

use super::{
    Coder, Coding, Decision, File, Import, LevelSource, Moment, Origin, Prompt, Rating, Reading, Response,
    ScaleKind, Segments, Settings, Side, Source, Stage, Surveys, Verbatim, values::Values,
};
use crate::model;

impl File {
    pub fn of(project: &model::Project, format: &str, version: u32) -> Self {
        Self {
            format: format.to_owned(),
            version,
            name: project.name.clone(),
            origin: match project.origin {
                model::Origin::Own => Origin::Own,
                model::Origin::Sample => Origin::Sample,
            },
            settings: Settings::of(project.settings),
            coders: project.coders.iter().map(|c| Coder { id: c.id.0, name: c.name.clone() }).collect(),
            codebook: project.codebook.stages.iter().map(stage).collect(),
            surveys: Surveys::of(&project.surveys),
            wave_order: project.wave_order.clone(),
            imports: project.imports.iter().map(Import::of).collect(),
            responses: project.responses.iter().map(|(id, r)| response(id.0, r)).collect(),
            verbatims: project.verbatims.iter().map(|(id, v)| verbatim(id.0, v)).collect(),
        }
    }
}

impl Settings {
    pub fn of(settings: model::Settings) -> Self {
        Self {
            client_threshold: settings.client_threshold.valence(),
            employee_threshold: settings.employee_threshold.valence(),
            minimum: settings.minimum,
            seed: settings.seed,
            resamples: settings.resamples,
            types: match settings.types {
                model::Reading::Absolute => Reading::Absolute,
                model::Reading::Relative => Reading::Relative,
            },
            levels: match settings.levels {
                model::LevelSource::Valence => LevelSource::Valence,
                model::LevelSource::Rating => LevelSource::Rating,
            },
            silence: settings.silence,
            protect_small_groups: settings.protect_small_groups,
            small_group: settings.small_group.get(),
            coder: settings.coder.0,
        }
    }
}

impl Side {
    pub fn of(side: model::Side) -> Self {
        match side {
            model::Side::Client => Self::Client,
            model::Side::Employee => Self::Employee,
        }
    }
}

impl ScaleKind {
    pub fn of(kind: model::ScaleKind) -> Self {
        match kind {
            model::ScaleKind::Nps => Self::Nps,
            model::ScaleKind::Csat => Self::Csat,
            model::ScaleKind::Ces => Self::Ces,
            model::ScaleKind::Agreement => Self::Agreement,
            model::ScaleKind::Custom => Self::Custom,
        }
    }
}

fn stage(stage: &model::Stage) -> Stage {
    let moments = stage
        .moments
        .iter()
        .map(|moment| Moment {
            id: moment.id.0,
            name: moment.name.clone(),
            definition: moment.definition.clone(),
            keywords: moment.keywords.clone(),
            color: moment.color.map(|color| color.0),
        })
        .collect();
    Stage { id: stage.id.0, name: stage.name.clone(), moments }
}

fn response(id: u32, response: &model::Response) -> Response {
    let segments = response.segments.iter().map(|(name, values)| (name.clone(), Values::of(values)));
    Response {
        id,
        side: Side::of(response.side),
        source: match &response.source {
            model::SourceKey::Id(id) => Source::Id(id.clone()),
            model::SourceKey::Content { hash, ordinal } => {
                Source::Content { hash: format!("{hash:016x}"), ordinal: *ordinal }
            }
        },
        respondent: response.respondent.clone(),
        wave: response.wave.clone(),
        date: response.date.clone(),
        segments: Segments(segments.collect()),
        ratings: response.ratings.iter().map(rating).collect(),
    }
}

fn rating(rating: &model::Rating) -> Rating {
    let (min, max) = rating.scale().ends();
    let kind = ScaleKind::of(rating.scale().kind);
    let reversed = rating.scale().is_reversed();
    Rating { name: rating.name.clone(), value: rating.value(), kind, min, max, reversed }
}

fn verbatim(id: u32, verbatim: &model::Verbatim) -> Verbatim {
    Verbatim {
        id,
        response: verbatim.response.0,
        prompt: match verbatim.prompt {
            model::Prompt::Positive => Prompt::Positive,
            model::Prompt::Negative => Prompt::Negative,
            model::Prompt::Neutral => Prompt::Neutral,
            model::Prompt::Unknown => Prompt::Unknown,
        },
        text: verbatim.text.clone(),
        decisions: verbatim
            .decisions
            .iter()
            .map(|(coder, decision)| Decision {
                coder: coder.0,
                codings: decision.codings().iter().map(coding).collect(),
            })
            .collect(),
    }
}

fn coding(coding: &model::Coding) -> Coding {
    Coding {
        moment: coding.moment.0,
        valence: coding.valence.map(|valence| i64::from(valence.get())),
        span: coding.span.map(|span| [span.start, span.end]),
        effort: coding.effort.map(|effort| i64::from(effort.get())),
        memo: coding.memo.clone(),
    }
}
