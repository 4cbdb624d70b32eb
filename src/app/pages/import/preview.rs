//! How the source was understood: every guess in words and changeable, and the first rows.

use leptos::prelude::*;

use super::sentences;
use super::state::Import;
use crate::app::language::{Language, say};
use crate::app::live::{live, part};
use crate::import::Separator;
use crate::import::decode::Encoding;

/// How many rows are shown.
const ROWS: usize = 8;

/// The guesses and the first rows.
#[component]
pub fn Preview() -> impl IntoView {
    let language = Language::get();
    let import = Import::get();
    let words =
        move || import.with_table(|opened| sentences::understood(language, opened)).unwrap_or_default();
    view! {
        <section class="understood">
            <h2>{say!(language, import.understood)}</h2>
            <p data-testid="import-guess">{words}</p>
            <Choices />
            <FirstRows />
        </section>
    }
}

/// Encoding, separator, header rows.
#[component]
fn Choices() -> impl IntoView {
    let language = Language::get();
    let import = Import::get();
    let encoding =
        move || import.with_table(|opened| opened.decoded).flatten().map(|decoded| decoded.encoding.id());
    let separator = move || import.with_table(|opened| opened.guess.separator.id()).unwrap_or_default();
    let header_rows = move || import.with_table(|opened| opened.guess.header_rows).unwrap_or_default();
    view! {
        <div class="choices">
            <label class="field">
                <span>{say!(language, import.encoding)}</span>
                <select
                    data-testid="import-encoding"
                    disabled=move || encoding().is_none()
                    prop:value=live(move || encoding().unwrap_or("utf-8"))
                    on:change:target=move |event| {
                        import.encoding.set(Encoding::from_id(&event.target().value()));
                        import.understand();
                    }
                >
                    {Encoding::ALL
                        .map(|e| view! { <option value=e.id()>{sentences::encoding(e)}</option> })}
                </select>
            </label>
            <label class="field">
                <span>{say!(language, import.separator)}</span>
                <select
                    data-testid="import-separator"
                    prop:value=separator
                    on:change:target=move |event| {
                        let separator = Separator::from_id(&event.target().value());
                        import.options.update(|options| options.separator = separator);
                        import.understand();
                    }
                >
                    {Separator::ALL
                        .map(|s| {
                            view! { <option value=s.id()>{part(move || sentences::separator(language, s))}</option> }
                        })}
                </select>
            </label>
            <label class="field">
                <span>{say!(language, import.header_rows)}</span>
                <select
                    data-testid="import-header-rows"
                    prop:value=live(move || header_rows().to_string())
                    on:change:target=move |event| {
                        let rows = event.target().value().parse().ok();
                        import.options.update(|options| options.header_rows = rows);
                        import.understand();
                    }
                >
                    {(0..=3).map(|rows| view! { <option value=rows>{rows}</option> }).collect_view()}
                </select>
            </label>
        </div>
    }
}

/// The first rows, as they were cut.
#[component]
fn FirstRows() -> impl IntoView {
    let import = Import::get();
    let head = move || {
        import.with_table(|opened| {
            opened
                .table
                .names()
                .iter()
                .map(|name| view! { <th scope="col">{name.clone()}</th> })
                .collect_view()
        })
    };
    let body = move || {
        import.with_table(|opened| {
            let table = &opened.table;
            (0..table.rows().min(ROWS))
                .map(|row| {
                    let cells = (0..table.columns())
                        .map(|column| view! { <td dir="auto">{shortened(table.cell(row, column))}</td> });
                    view! { <tr>{cells.collect_view()}</tr> }
                })
                .collect_view()
        })
    };
    view! {
        <div class="table-frame" tabindex="0">
            <table class="preview" data-testid="import-preview" aria-busy="false">
                <thead>
                    <tr>{head}</tr>
                </thead>
                <tbody>{body}</tbody>
            </table>
        </div>
    }
}

/// Long cells would push everything else off the screen.
fn shortened(cell: &str) -> String {
    const LONGEST: usize = 140;
    if cell.chars().count() <= LONGEST {
        return cell.to_owned();
    }
    let start: String = cell.chars().take(LONGEST).collect();
    format!("{start}…")
}
