//! A share beside what others reach.

use leptos::prelude::*;

use super::how::How;
use super::state::Surveys;
use crate::analysis::closed::benchmark::Benchmark;
use crate::analysis::{Estimate, Proportion};
use crate::app::shell::language::{Language, say};
use crate::app::shell::reactive::{part, reactive};
use crate::model::{self, Question, Side};
use crate::say::surveys::benchmark::{self, Beside};

/// The field for the benchmark, and how far the share lies above or below it.
#[component]
pub fn BenchmarkField(side: Side, question: Question, share: Estimate<Proportion>) -> impl IntoView {
    let language = Language::get();
    let surveys = Surveys::get();
    let known = question.clone();
    let benchmark = Memo::new(move |_| surveys.said.with(|said| said.benchmark(side, &known)));
    let shown = move || benchmark.get().map_or_else(String::new, benchmark::typed);
    let change = move |written: &str| {
        let question = question.clone();
        surveys.change(|said| match benchmark::of_typed(written) {
            Some(share) => said.set_benchmark(model::Benchmark { side, question, share }),
            None => said.retain_benchmarks(|other, asked| other != side || *asked != question),
        });
    };
    view! {
        <label class="field benchmark">
            <span>{say!(language, surveys.benchmark)}</span>
            <input
                type="number"
                min="0"
                max="100"
                step="any"
                data-testid="benchmark"
                prop:value=reactive(shown)
                on:change:target=move |event| {
                    let field = event.target();
                    // What is no share leaves the benchmark as it is.
                    if field.check_validity() {
                        change(&field.value());
                    }
                    field.set_value(&untrack(shown));
                }
            />
            <span class="faint">{say!(language, surveys.benchmark_text)}</span>
        </label>
        {part(move || {
            let benchmark = Benchmark::new(Proportion(benchmark.get()?.get()))?;
            Some(distance(benchmark::beside(language.locale(), share, benchmark)))
        })}
    }
}

fn distance(Beside { id, distance, range, verdict, how }: Beside) -> impl IntoView {
    view! {
        <div class="benchmark-result" data-testid="benchmark-result" data-verdict=id>
            <p>
                <b>{distance}</b>
                " " <small>{range}</small>
            </p>
            <p>{verdict}</p>
            <How sentences=vec![how] />
        </div>
    }
}
