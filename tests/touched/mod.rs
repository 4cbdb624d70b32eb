//! In which parts two states of a project differ.

use reflet::command::{ProjectPart, ProjectParts};
use reflet::model::{Project, Verbatim};

/// The parts in which two states of a project differ; none if they do not.
pub fn touched(before: &Project, after: &Project) -> Option<ProjectParts> {
    let decisions = |project: &Project| -> Vec<_> {
        project.verbatims.iter().map(|(id, verbatim)| (*id, verbatim.decisions.clone())).collect()
    };
    let texts = |project: &Project| -> Vec<_> {
        let text = |verbatim: &Verbatim| (verbatim.response, verbatim.prompt, verbatim.text.clone());
        project.verbatims.iter().map(|(id, verbatim)| (*id, text(verbatim))).collect()
    };
    let responses = before.responses != after.responses || before.wave_order != after.wave_order;
    let differs = [
        (ProjectPart::Name, before.name != after.name),
        (ProjectPart::Codebook, before.codebook != after.codebook),
        (ProjectPart::Coders, before.coders != after.coders),
        (ProjectPart::Settings, before.settings != after.settings),
        (ProjectPart::Surveys, before.surveys != after.surveys),
        (ProjectPart::Imports, before.imports != after.imports),
        (ProjectPart::Responses, responses),
        (ProjectPart::Verbatims, texts(before) != texts(after)),
        (ProjectPart::Codings, decisions(before) != decisions(after)),
    ];
    let parts =
        differs.iter().filter(|(_, differs)| *differs).map(|(part, _)| ProjectParts::of(&[*part])).collect();
    (parts != ProjectParts::default()).then_some(parts)
}
