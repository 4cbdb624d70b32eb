//! From version 1 to the model, checking every reference and range on the way.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Coding, Decision, File, LevelSource, Origin, Prompt, Rating, Reading, Response, ScaleKind, Settings,
    Side, Source, Stage, imports,
};
use crate::format::saved::Inconsistency::{self, Missing, Range, Twice};
use crate::model::{self, CoderId, MomentId, ResponseId, StageId, VerbatimId};

type Checked<T> = Result<T, Inconsistency>;

impl File {
    pub fn into_project(self) -> Checked<model::Project> {
        let coders = coders(self.coders, self.settings.coder)?;
        let coder_ids = set(coders.iter().map(|coder| coder.id.0));
        let settings = settings(&self.settings, &coder_ids)?;
        let codebook = codebook(self.codebook)?;
        let surveys = self.surveys.into_model()?;
        let moments = set(codebook.moments().map(|(_, moment)| moment.id.0));
        let mut responses = BTreeMap::new();
        for raw in self.responses {
            let id = in_range("response", raw.id)?;
            if responses.insert(ResponseId(id), response(raw)?).is_some() {
                return Err(Twice("response", id));
            }
        }
        let mut verbatims = BTreeMap::new();
        for raw in self.verbatims {
            let response = ResponseId(raw.response);
            if !responses.contains_key(&response) {
                return Err(Missing("response", raw.response));
            }
            let mut decisions = BTreeMap::new();
            for decision in raw.decisions {
                let coder = decision.coder;
                if !coder_ids.contains(&coder) {
                    return Err(Missing("coder", coder));
                }
                let decision = self::decision(decision, &raw.text, raw.id, &moments)?;
                if decisions.insert(CoderId(coder), decision).is_some() {
                    return Err(Twice("coder", coder));
                }
            }
            let verbatim =
                model::Verbatim { response, prompt: prompt(&raw.prompt), text: raw.text, decisions };
            if verbatims.insert(VerbatimId(in_range("verbatim", raw.id)?), verbatim).is_some() {
                return Err(Twice("verbatim", raw.id));
            }
        }
        let origin = match self.origin {
            Origin::Own => model::Origin::Own,
            Origin::Sample => model::Origin::Sample,
        };
        Ok(model::Project {
            name: self.name,
            origin,
            codebook,
            coders,
            settings,
            surveys,
            wave_order: wave_order(self.wave_order)?,
            imports: imports::into_model(self.imports)?,
            responses,
            verbatims,
        })
    }
}

impl Side {
    pub fn into_model(self) -> model::Side {
        match self {
            Self::Client => model::Side::Client,
            Self::Employee => model::Side::Employee,
        }
    }
}

impl ScaleKind {
    pub fn into_model(self) -> model::ScaleKind {
        match self {
            Self::Nps => model::ScaleKind::Nps,
            Self::Csat => model::ScaleKind::Csat,
            Self::Ces => model::ScaleKind::Ces,
            Self::Agreement => model::ScaleKind::Agreement,
            Self::Custom => model::ScaleKind::Custom,
        }
    }
}

/// The coders; an owner without a name where the file lists none.
fn coders(raw: Vec<super::Coder>, owner: u32) -> Checked<Vec<model::Coder>> {
    if raw.is_empty() {
        let owner = in_range("coder", owner)?;
        return Ok(vec![model::Coder { id: CoderId(owner), name: String::new() }]);
    }
    unique("coder", raw.iter().map(|coder| coder.id))?;
    Ok(raw.into_iter().map(|coder| model::Coder { id: CoderId(coder.id), name: coder.name }).collect())
}

fn settings(raw: &Settings, coders: &BTreeSet<u32>) -> Checked<model::Settings> {
    if !coders.contains(&raw.coder) {
        return Err(Missing("coder", raw.coder));
    }
    let threshold = |valence| model::Threshold::new(valence).ok_or(Range("threshold", "settings", 0));
    if raw.resamples == 0 {
        return Err(Range("resamples", "settings", 0));
    }
    Ok(model::Settings {
        client_threshold: threshold(raw.client_threshold)?,
        employee_threshold: threshold(raw.employee_threshold)?,
        minimum: raw.minimum,
        seed: raw.seed,
        resamples: raw.resamples,
        types: match raw.types {
            Reading::Absolute => model::Reading::Absolute,
            Reading::Relative => model::Reading::Relative,
        },
        levels: match raw.levels {
            LevelSource::Valence => model::LevelSource::Valence,
            LevelSource::Rating => model::LevelSource::Rating,
        },
        silence: raw.silence,
        protect_small_groups: raw.protect_small_groups,
        small_group: model::SmallGroup::new(raw.small_group).ok_or(Range("small_group", "settings", 0))?,
        coder: CoderId(raw.coder),
    })
}

/// Inserts them one by one: a collected set brings a sort along.
fn set(ids: impl Iterator<Item = u32>) -> BTreeSet<u32> {
    let mut set = BTreeSet::new();
    set.extend(ids);
    set
}

fn wave_order(raw: Vec<String>) -> Checked<Vec<String>> {
    let mut seen = BTreeSet::new();
    match (1..).zip(&raw).find(|(_, wave)| !seen.insert(*wave)) {
        Some((place, _)) => Err(Twice("wave", place)),
        None => Ok(raw),
    }
}

fn codebook(raw: Vec<Stage>) -> Checked<model::Codebook> {
    unique("stage", raw.iter().map(|stage| stage.id))?;
    unique("moment", raw.iter().flat_map(|stage| &stage.moments).map(|moment| moment.id))?;
    let stages = raw
        .into_iter()
        .map(|stage| model::Stage {
            id: StageId(stage.id),
            name: stage.name,
            moments: stage
                .moments
                .into_iter()
                .map(|moment| model::Moment {
                    id: MomentId(moment.id),
                    name: moment.name,
                    definition: moment.definition,
                    keywords: moment.keywords,
                    color: moment.color.map(model::Color),
                })
                .collect(),
        })
        .collect();
    Ok(model::Codebook { stages })
}

fn response(raw: Response) -> Checked<model::Response> {
    let id = raw.id;
    let source = match raw.source {
        Source::Id(id) => model::SourceKey::Id(id),
        Source::Content { hash, ordinal } => model::SourceKey::Content {
            hash: u64::from_str_radix(&hash, 16).map_err(|_| Range("hash", "response", id))?,
            ordinal,
        },
    };
    let mut segments = BTreeMap::new();
    for (name, values) in raw.segments.0 {
        segments.insert(name, values.into_model().ok_or(Range("segment", "response", id))?);
    }
    Ok(model::Response {
        side: raw.side.into_model(),
        source,
        respondent: raw.respondent,
        wave: raw.wave,
        date: raw.date,
        segments,
        ratings: raw.ratings.into_iter().map(|r| rating(r, id)).collect::<Checked<_>>()?,
    })
}

fn rating(raw: Rating, response: u32) -> Checked<model::Rating> {
    let outside = |_| Range("rating", "response", response);
    let scale = model::Scale::new(raw.kind.into_model(), raw.min, raw.max).map_err(outside)?;
    let scale = if raw.reversed { scale.turned() } else { scale };
    model::Rating::new(raw.name, raw.value, scale).map_err(outside)
}

fn prompt(raw: &Prompt) -> model::Prompt {
    match raw {
        Prompt::Positive => model::Prompt::Positive,
        Prompt::Negative => model::Prompt::Negative,
        Prompt::Neutral => model::Prompt::Neutral,
        Prompt::Unknown => model::Prompt::Unknown,
    }
}

fn decision(raw: Decision, text: &str, verbatim: u32, moments: &BTreeSet<u32>) -> Checked<model::Decision> {
    if raw.codings.is_empty() {
        return Ok(model::Decision::NoMoment);
    }
    unique("moment", raw.codings.iter().map(|coding| coding.moment))?;
    let codings = raw
        .codings
        .into_iter()
        .map(|raw| coding(raw, text, verbatim, moments))
        .collect::<Checked<Vec<_>>>()?;
    Ok(model::Decision::Codings(codings))
}

fn coding(raw: Coding, text: &str, verbatim: u32, moments: &BTreeSet<u32>) -> Checked<model::Coding> {
    if !moments.contains(&raw.moment) {
        return Err(Missing("moment", raw.moment));
    }
    let valence = raw.valence.map(model::Score::try_from).transpose();
    let effort = raw.effort.map(model::Effort::try_from).transpose();
    let span = raw.span.map(|[start, end]| model::Span { start, end });
    if span.is_some_and(|span| text.get(span.start as usize..span.end as usize).is_none()) {
        return Err(Range("span", "verbatim", verbatim));
    }
    Ok(model::Coding {
        moment: MomentId(raw.moment),
        valence: valence.map_err(|_| Range("valence", "verbatim", verbatim))?,
        span,
        effort: effort.map_err(|_| Range("effort", "verbatim", verbatim))?,
        memo: raw.memo,
    })
}

pub(super) fn unique(kind: &'static str, ids: impl Iterator<Item = u32>) -> Checked<()> {
    let mut seen = BTreeSet::new();
    for id in ids {
        if !seen.insert(in_range(kind, id)?) {
            return Err(Twice(kind, id));
        }
    }
    Ok(())
}

/// Refuses identifiers near the end of their type, so that there is always a next one.
pub(super) fn in_range(kind: &'static str, id: u32) -> Checked<u32> {
    if id < u32::MAX / 2 { Ok(id) } else { Err(Range("id", kind, id)) }
}
