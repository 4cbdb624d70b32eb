//! What the parts of the place share: the questions with their answers, and what the user says about them.

use leptos::prelude::*;

use crate::analysis::Filter;
use crate::analysis::closed::{Item, items};
use crate::app::keep::workspace::Workspace;
use crate::app::shell::language::{Language, tr};
use crate::app::shell::reactive::part;
use crate::command::Command;
use crate::model::{self, Project, Question, Side};

/// A question with what was answered.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// The question and its answers, one per person.
    pub item: Item,
    /// How many answers they gave.
    pub given: usize,
}

/// What the parts of the place share. What does not change keeps its fields and its open explanations.
#[derive(Clone, Copy)]
pub struct Surveys {
    workspace: Workspace,
    /// The questions.
    pub asked: Memo<Vec<Asked>>,
    /// Benchmarks and pairs.
    pub said: Memo<model::Surveys>,
    /// Employees that a group needs before its figures may be published; none where small groups are not protected.
    fewest: Memo<Option<u32>>,
}

impl Asked {
    /// As it is known again.
    pub fn question(&self) -> Question {
        Question { name: self.item.name.clone(), scale: self.item.answers.scale }
    }

    /// Whether it is that one.
    pub fn is(&self, side: Side, question: &Question) -> bool {
        let item = &self.item;
        item.side == side && item.name == question.name && item.answers.scale == question.scale
    }
}

impl Surveys {
    /// Follows the open project.
    pub fn provide(workspace: Workspace) -> Self {
        let surveys = Self {
            workspace,
            asked: Memo::new(move |_| workspace.with(asked).unwrap_or_default()),
            said: Memo::new(move |_| workspace.with(|project| project.surveys.clone()).unwrap_or_default()),
            fewest: Memo::new(move |_| {
                let settings = workspace.with(|project| project.settings)?;
                settings.protect_small_groups.then(|| settings.small_group.get())
            }),
        };
        provide_context(surveys);
        surveys
    }

    /// What [`Surveys::provide`] made.
    pub fn get() -> Self {
        expect_context()
    }

    /// Changes benchmarks and pairs. Benchmarks of questions that nobody answers any more go, because nobody could
    /// see them; pairs stay until they are removed.
    pub fn change(self, write: impl FnOnce(&mut model::Surveys)) {
        let mut said = self.said.get_untracked();
        write(&mut said);
        self.asked.with_untracked(|all| {
            said.retain_benchmarks(|side, question| all.iter().any(|asked| asked.is(side, question)));
        });
        self.workspace.dispatch(Command::Surveys(said));
    }
}

fn asked(project: &Project) -> Vec<Asked> {
    let given = |item: &Item| {
        let own = project.responses.values().filter(|response| response.side == item.side);
        let ratings = own.flat_map(|response| &response.ratings);
        ratings.filter(|rating| rating.name == item.name && rating.scale() == item.answers.scale).count()
    };
    let all = items(project, &Filter::default()).into_iter();
    all.map(|item| Asked { given: given(&item), item }).collect()
}

/// A warning beside figures of so few employees that those could be recognised.
#[component]
pub fn SmallGroupWarning(side: Side, respondents: u32) -> impl IntoView {
    let language = Language::get();
    let surveys = Surveys::get();
    let fewest =
        move || surveys.fewest.get().filter(|fewest| side == Side::Employee && respondents < *fewest);
    part(move || {
        fewest().map(|fewest| {
            view! { <p class="warning" data-testid="small-group-warning">{tr!(language, surveys.small, fewest = fewest)}</p> }
        })
    })
}
