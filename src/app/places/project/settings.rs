//! The choices that change what the mirror shows and what leaves the page.

use leptos::prelude::*;

use crate::analysis::closed::items;
use crate::analysis::{Filter, rated};
use crate::app::keep::workspace::Workspace;
use crate::app::shell::language::{Language, say, tr};
use crate::app::shell::reactive::{Reactive, part, reactive};
use crate::command::Command;
use crate::command::{ProjectPart, ProjectParts};
use crate::model::{LevelSource, Project, Question, Reading, Settings, Side, SmallGroup};
use crate::say::project::mirrored;
use crate::say::side;

/// Smallest sample, draws, what types and levels are made from, protection of small groups.
#[component]
pub fn SettingsForm() -> impl IntoView {
    let language = Language::get();
    view! {
        <section>
            <h2>{say!(language, settings.title)}</h2>
            <NumberSetting
                testid="minimum"
                range=(1, 1000)
                name=say!(language, settings.minimum)
                text=say!(language, settings.minimum_text)
                read=|s| s.minimum.into()
                write=|s, value| s.minimum = u32::try_from(value).unwrap_or(s.minimum)
            />
            <NumberSetting
                testid="seed"
                range=(0, u64::MAX)
                name=say!(language, settings.seed)
                text=say!(language, settings.seed_text)
                read=|s| s.seed
                write=|s, value| s.seed = value
            />
            <NumberSetting
                testid="resamples"
                range=(100, 100_000)
                name=say!(language, settings.resamples)
                text=reactive(String::new)
                read=|s| s.resamples.into()
                write=|s, value| s.resamples = u32::try_from(value).unwrap_or(s.resamples)
            />
            <ChoiceSetting
                testid="types-from"
                name=say!(language, settings.types)
                text=say!(language, settings.types_text)
                choices=[say!(language, mirror.absolute), say!(language, mirror.relative)]
                read=|s| s.types == Reading::Relative
                write=|s, second| s.types = if second { Reading::Relative } else { Reading::Absolute }
            />
            <ChoiceSetting
                testid="levels-from"
                name=say!(language, settings.levels)
                text=reactive(String::new)
                choices=[say!(language, settings.levels_valence), say!(language, settings.levels_rating)]
                read=|s| s.levels == LevelSource::Rating
                write=|s, second| s.levels = if second { LevelSource::Rating } else { LevelSource::Valence }
            />
            <QuestionSetting side=Side::Client />
            <QuestionSetting side=Side::Employee />
            <SwitchSetting
                testid="silence"
                name=say!(language, settings.silence)
                text=say!(language, settings.silence_text)
                read=|s| s.silence
                write=|s, on| s.silence = on
            />
            <SwitchSetting
                testid="protect-small-groups"
                name=say!(language, settings.protect)
                text=say!(language, settings.protect_text)
                read=|s| s.protect_small_groups
                write=|s, on| s.protect_small_groups = on
            />
            <NumberSetting
                testid="small-group"
                range=(SmallGroup::FEWEST.into(), 1000)
                name=say!(language, settings.small_group)
                text=say!(language, settings.small_group_text)
                read=|s| s.small_group.get().into()
                write=|s, value| {
                    let fewest = u32::try_from(value).ok().and_then(SmallGroup::new);
                    s.small_group = fewest.unwrap_or(s.small_group);
                }
            />
        </section>
    }
}

fn settings(workspace: Workspace) -> Settings {
    workspace
        .follow(ProjectParts::of(&[ProjectPart::Settings]), |project| project.settings)
        .unwrap_or_default()
}

fn change(workspace: Workspace, write: impl FnOnce(&mut Settings)) {
    let mut changed = untrack(|| settings(workspace));
    write(&mut changed);
    workspace.dispatch(Command::Settings(changed));
}

/// A whole number between two ends; what is not one leaves the setting as it is.
#[component]
fn NumberSetting(
    testid: &'static str,
    range: (u64, u64),
    name: Reactive,
    text: Reactive,
    read: fn(&Settings) -> u64,
    write: fn(&mut Settings, u64),
) -> impl IntoView {
    let workspace = Workspace::get();
    let shown = move || read(&settings(workspace)).to_string();
    let (least, most) = range;
    view! {
        <label class="field">
            <span>{name}</span>
            <input
                type="number"
                min=least.to_string()
                max=(most < u64::MAX).then(|| most.to_string())
                data-testid=testid
                prop:value=reactive(shown)
                on:change:target=move |event| {
                    let field = event.target();
                    if let Ok(value) = field.value().trim().parse::<u64>() {
                        change(workspace, |settings| write(settings, value.clamp(least, most)));
                    }
                    // What was typed may not be what holds.
                    field.set_value(&untrack(shown));
                }
            />
            <span class="faint">{text}</span>
        </label>
    }
}

/// One of two.
#[component]
fn ChoiceSetting(
    testid: &'static str,
    name: Reactive,
    text: Reactive,
    choices: [Reactive; 2],
    read: fn(&Settings) -> bool,
    write: fn(&mut Settings, bool),
) -> impl IntoView {
    let workspace = Workspace::get();
    let [first, second] = choices;
    let is_second = move || read(&settings(workspace));
    view! {
        <label class="field">
            <span>{name}</span>
            <select
                data-testid=testid
                on:change:target=move |event| {
                    let second = event.target().value() == "1";
                    change(workspace, |settings| write(settings, second));
                }
            >
                <option value="0" prop:selected=move || !is_second()>{first}</option>
                <option value="1" prop:selected=is_second>{second}</option>
            </select>
            <span class="faint">{text}</span>
        </label>
    }
}

/// Which closed question of a side the mirror reads; nothing where there is nothing to choose from.
#[component]
fn QuestionSetting(side: Side) -> impl IntoView {
    let language = Language::get();
    let workspace = Workspace::get();
    let wanted = Memo::new(move |_| workspace.with(|p| p.surveys.mirrored(side).cloned()).flatten());
    let questions = Memo::new(move |_| {
        let own = |project: &Project| -> Vec<Question> {
            let items = items(project, &Filter::default()).into_iter().filter(|item| item.side == side);
            items.map(|item| Question { name: item.name, scale: item.answers.scale }).collect()
        };
        let mut all = workspace.with(own).unwrap_or_default();
        all.extend(wanted.get().filter(|wanted| !all.contains(wanted)));
        all
    });
    let read = Memo::new(move |_| workspace.with(|project| rated::question(project, side)).flatten());
    let is_gone = move || wanted.get().is_some_and(|wanted| read.get().as_ref() != Some(&wanted));
    let rule = move || mirrored::rule(language.locale(), wanted.get().as_ref(), read.get().as_ref());
    let option = move |(place, question): (usize, Question)| {
        let is_wanted = wanted.get().as_ref() == Some(&question);
        let name = mirrored::choice(language.locale(), &question, is_wanted && is_gone());
        view! { <option value=place prop:selected=is_wanted>{name}</option> }
    };
    let choose = move |place: &str| {
        let chosen = place.parse::<usize>().ok();
        let chosen = chosen.and_then(|place| questions.with_untracked(|all| all.get(place).cloned()));
        if let Some(mut said) = untrack(|| workspace.with(|project| project.surveys.clone())) {
            said.mirror(side, chosen);
            workspace.dispatch(Command::Surveys(said));
        }
    };
    part(move || {
        let is_offered = questions.with(|all| all.len() > 1) || wanted.with(Option::is_some);
        is_offered.then(|| {
            view! {
                <label class="field">
                    <span>
                        {reactive(move || tr!(language, settings.question, side = side::name(language.locale(), side)))}
                    </span>
                    <select
                        data-testid="mirror-question"
                        data-side=side::id(side)
                        on:change:target=move |event| choose(&event.target().value())
                    >
                        <option value="" prop:selected=move || wanted.with(Option::is_none)>
                            {reactive(rule)}
                        </option>
                        {part(move || questions.get().into_iter().enumerate().map(option).collect_view())}
                    </select>
                    <span class="faint">{say!(language, settings.question_text)}</span>
                    {part(move || {
                        is_gone()
                            .then(|| {
                                view! {
                                    <span class="warning" role="status">
                                        {mirrored::fallback(language.locale(), read.get().as_ref())}
                                    </span>
                                }
                            })
                    })}
                </label>
            }
        })
    })
}

/// On or off.
#[component]
fn SwitchSetting(
    testid: &'static str,
    name: Reactive,
    text: Reactive,
    read: fn(&Settings) -> bool,
    write: fn(&mut Settings, bool),
) -> impl IntoView {
    let workspace = Workspace::get();
    view! {
        <label class="field check">
            <input
                type="checkbox"
                data-testid=testid
                prop:checked=move || read(&settings(workspace))
                on:change:target=move |event| {
                    let on = event.target().checked();
                    change(workspace, |settings| write(settings, on));
                }
            />
            <span>{name}</span>
            <span class="faint">{text}</span>
        </label>
    }
}
