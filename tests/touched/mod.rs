//! In which parts two states of a project differ.

use reflet::command::{Slice, Slices};
use reflet::model::{Project, Verbatim};

/// The parts in which two states of a project differ; none if they do not.
pub fn touched(before: &Project, after: &Project) -> Option<Slices> {
    let decisions = |project: &Project| -> Vec<_> {
        project.verbatims.iter().map(|(id, verbatim)| (*id, verbatim.decisions.clone())).collect()
    };
    let texts = |project: &Project| -> Vec<_> {
        let text = |verbatim: &Verbatim| (verbatim.response, verbatim.prompt, verbatim.text.clone());
        project.verbatims.iter().map(|(id, verbatim)| (*id, text(verbatim))).collect()
    };
    let responses = before.responses != after.responses || before.wave_order != after.wave_order;
    let differs = [
        (Slice::Name, before.name != after.name),
        (Slice::Codebook, before.codebook != after.codebook),
        (Slice::Coders, before.coders != after.coders),
        (Slice::Settings, before.settings != after.settings),
        (Slice::Surveys, before.surveys != after.surveys),
        (Slice::Imports, before.imports != after.imports),
        (Slice::Responses, responses),
        (Slice::Verbatims, texts(before) != texts(after)),
        (Slice::Codings, decisions(before) != decisions(after)),
    ];
    let slices =
        differs.iter().filter(|(_, differs)| *differs).map(|(slice, _)| Slices::of(&[*slice])).collect();
    (slices != Slices::default()).then_some(slices)
}
