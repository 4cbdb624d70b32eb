//! A share beside what others reach.

use leptos::prelude::*;

use super::how::How;
use super::state::Surveys;
use crate::analysis::closed::benchmark::{Benchmark, above};
use crate::analysis::{Estimate, Points, Proportion};
use crate::app::shell::language::{Language, say, tr};
use crate::app::shell::live::{live, part};
use crate::model::{self, Fraction, Question, Side};
use crate::say::words;

/// The field for the benchmark, and how far the share lies above or below it.
#[component]
pub fn BenchmarkField(side: Side, question: Question, share: Estimate<Proportion>) -> impl IntoView {
    let language = Language::get();
    let surveys = Surveys::get();
    let known = question.clone();
    let benchmark = Memo::new(move |_| surveys.said.with(|said| said.benchmark(side, &known)));
    let shown = move || benchmark.get().map_or_else(String::new, typed);
    let change = move |written: &str| {
        let share = written.trim().parse::<f64>().ok().and_then(|percent| Fraction::new(percent / 100.0));
        let question = question.clone();
        surveys.change(|said| match share {
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
                prop:value=live(shown)
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
            Some(distance(language, share, benchmark))
        })}
    }
}

/// A share in percent as a field has it, without the noise of a binary fraction.
fn typed(share: Fraction) -> String {
    ((share.get() * 1e10).round() / 1e8).to_string()
}

fn distance(language: Language, share: Estimate<Proportion>, benchmark: Benchmark) -> impl IntoView {
    let found = above(share, benchmark);
    let points = |points: Points| language.signed(points.0 * 100.0, 1);
    let percent = |share: Proportion| language.percent(share.0, 1);
    let (id, verdict) = match found.interval {
        Ok(ends) if ends.low.0 > 0.0 => ("above", tr!(language, surveys.above)),
        Ok(ends) if ends.high.0 < 0.0 => ("below", tr!(language, surveys.below)),
        Ok(_) => ("neither", tr!(language, surveys.near)),
        Err(reason) => ("neither", words::undefined(language.locale(), reason)),
    };
    let range = super::figures::range(language, &found, points);
    let how = tr!(
        language,
        surveys.benchmark_how,
        value = percent(share.value),
        benchmark = percent(benchmark.share()),
        points = words::points(language.locale(), points(found.value))
    );
    view! {
        <div class="benchmark-result" data-testid="benchmark-result" data-verdict=id>
            <p>
                <b>{words::points(language.locale(), points(found.value))}</b>
                " " <small>{range}</small>
            </p>
            <p>{verdict}</p>
            <How sentences=vec![how] />
        </div>
    }
}
