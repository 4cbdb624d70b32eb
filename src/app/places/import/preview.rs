//! How the source was understood: every guess in words and changeable, and the first rows.

use leptos::prelude::*;

use super::state::Import;
use crate::app::shell::language::{Language, say};
use crate::app::shell::reactive::{act, flag, part, reactive};
use crate::import::Encoding;
use crate::import::sheets::Sheet;
use crate::import::source::Format;
use crate::import::{Layout, Note, Separator, guess, repair};
use crate::say::import::cell::{shortened, visible};
use crate::say::import::{sheets, source};

/// How many rows are shown.
const ROWS: usize = 8;
/// How many columns are shown: a table of thousands would take seconds to lay out.
const COLUMNS: usize = 200;

/// How the source was read, in one line.
#[component]
pub fn Understanding() -> impl IntoView {
    let language = Language::get();
    let import = Import::get();
    let words = move || {
        let locale = language.locale();
        let understood =
            import.with_table(|opened| source::understood(locale, opened.format(), &opened.table));
        source::in_one_line(locale, import.name.get().as_deref(), understood, import.waiting())
    };
    view! {
        <section class="understood">
            <h2>{say!(language, import.understood)}</h2>
            <p class="faint" data-testid="import-guess">{words}</p>
            <SheetsLeft />
        </section>
    }
}

/// The sheets of answers that wait for their turn, and the way to pass this one over.
#[component]
fn SheetsLeft() -> impl IntoView {
    let language = Language::get();
    let import = Import::get();
    let left = move || {
        let names: Vec<String> = import.sheets_left().into_iter().map(|(_, name)| name).collect();
        sheets::waiting(language.locale(), &names).map(|said| {
            view! {
                <p data-testid="sheets-left">
                    {said} " "
                    <button data-testid="pass-sheet" on:click=act(move || import.pass_sheet())>
                        {say!(language, import.next_sheet)}
                    </button>
                </p>
            }
        })
    };
    part(left)
}

/// Encoding, separator, lines above the table, header rows, repair.
#[component]
pub fn Choices() -> impl IntoView {
    let language = Language::get();
    let import = Import::get();
    view! {
        <div class="choices">
            <SheetChoice />
            <EncodingChoice />
            <SeparatorChoice />
            <label class="field">
                <span>{say!(language, import.skipped_rows)}</span>
                <input
                    type="number"
                    min="0"
                    max="99"
                    data-testid="import-skip"
                    prop:value=reactive(move || layout(&import).skipped.to_string())
                    on:change:target=move |event| {
                        let rows = event.target().value().parse().ok();
                        import.top.update(|top| top.skipped = rows);
                        import.lay_out();
                        // Also where there are not so many rows.
                        event.target().set_value(&layout(&import).skipped.to_string());
                    }
                />
            </label>
            <label class="field">
                <span>{say!(language, import.header_rows)}</span>
                <select
                    data-testid="import-header-rows"
                    prop:value=reactive(move || layout(&import).header_rows.to_string())
                    on:change:target=move |event| {
                        let rows = event.target().value().parse().ok();
                        import.top.update(|top| top.header_rows = rows);
                        import.lay_out();
                    }
                >
                    {(0..=3).map(|rows| view! { <option value=rows>{rows}</option> }).collect_view()}
                </select>
            </label>
        </div>
    }
}

fn layout(import: &Import) -> Layout {
    import.with_table(|opened| opened.table.layout()).unwrap_or_default()
}

/// Which sheet of a workbook is read.
#[component]
fn SheetChoice() -> impl IntoView {
    let language = Language::get();
    let import = Import::get();
    let sheets = move || {
        let sheets = import.with_table(|opened| match opened.format() {
            Format::Workbook { sheets, chosen, .. } => Some((sheets.clone(), *chosen)),
            _ => None,
        });
        sheets.flatten()
    };
    let title = move |sheet: &Sheet| sheets::title(language.locale(), sheet);
    let select = move |(sheets, chosen): (Vec<Sheet>, usize)| {
        let option = |(at, sheet): (usize, &Sheet)| {
            view! { <option value=at selected=at == chosen>{title(sheet)}</option> }
        };
        view! {
            <label class="field">
                <span>{say!(language, import.sheet)}</span>
                <select
                    data-testid="import-sheet"
                    on:change:target=move |event| {
                        let sheet = event.target().value().parse().ok();
                        import.wish.update(|wish| wish.sheet = sheet);
                        import.understand();
                    }
                >
                    {sheets.iter().enumerate().map(option).collect_view()}
                </select>
            </label>
        }
    };
    part(move || sheets().map(select))
}

/// How bytes became text; nothing to choose for a paste.
#[component]
fn EncodingChoice() -> impl IntoView {
    let language = Language::get();
    let import = Import::get();
    let encoding = move || {
        let reading = import.with_table(|opened| match opened.format() {
            Format::Text { reading, .. } => *reading,
            _ => None,
        });
        reading.flatten().map(|reading| reading.encoding.id())
    };
    view! {
        <label class="field">
            <span>{say!(language, import.encoding)}</span>
            <select
                data-testid="import-encoding"
                disabled=move || encoding().is_none()
                prop:value=reactive(move || encoding().unwrap_or_default())
                on:change:target=move |event| {
                    import.wish.update(|wish| wish.encoding = Encoding::from_id(&event.target().value()));
                    import.understand();
                }
            >
                <option value="" hidden>
                    {say!(language, import.none)}
                </option>
                {Encoding::ALL.map(|e| view! { <option value=e.id()>{source::encoding(e)}</option> })}
            </select>
        </label>
    }
}

/// What stands between the cells of a text.
#[component]
fn SeparatorChoice() -> impl IntoView {
    let language = Language::get();
    let import = Import::get();
    let separator = move || {
        let separator = import.with_table(|opened| match opened.format() {
            Format::Text { separator, .. } => Some(separator.id()),
            _ => None,
        });
        separator.flatten()
    };
    view! {
        <label class="field">
            <span>{say!(language, import.separator)}</span>
            <select
                data-testid="import-separator"
                disabled=move || separator().is_none()
                prop:value=reactive(move || separator().unwrap_or_default())
                on:change:target=move |event| {
                    import.wish.update(|wish| wish.separator = Separator::from_id(&event.target().value()));
                    import.understand();
                }
            >
                <option value="" hidden>
                    {say!(language, import.none)}
                </option>
                {Separator::ALL
                    .map(|s| {
                        view! { <option value=s.id()>{part(move || source::separator(language.locale(), s))}</option> }
                    })}
            </select>
        </label>
    }
}

/// Offered where another program has misread characters: what it would change, and the choice.
#[component]
fn Repair() -> impl IntoView {
    let language = Language::get();
    let import = Import::get();
    let misread = move || {
        import
            .with_table(|opened| opened.table.notes().iter().any(|note| matches!(note, Note::Misread { .. })))
    };
    let example = move || import.with_table(|opened| repair::example(opened.table.grid())).flatten();
    let shown = move || {
        let before = example()?;
        let after = repair::repaired(&before);
        Some(view! {
            <p class="repair-example">
                <span dir="auto">{visible(&before)}</span>
                " → "
                <span dir="auto">{after}</span>
            </p>
        })
    };
    let offer = move || {
        view! {
            <div class="repair">
                <label>
                    <input
                        type="checkbox"
                        data-testid="import-repair"
                        prop:checked=move || import.wish.get().repaired
                        on:change:target=move |event| {
                            import.wish.update(|wish| wish.repaired = event.target().checked());
                            import.understand();
                        }
                    />
                    {say!(language, import.repair)}
                </label>
                {part(shown)}
            </div>
        }
    };
    part(move || misread().unwrap_or_default().then(offer))
}

/// The first rows, as they were cut.
#[component]
pub fn FirstRows() -> impl IntoView {
    let import = Import::get();
    let head = move || {
        import.with_table(|opened| {
            opened
                .table
                .names()
                .iter()
                .take(COLUMNS)
                .enumerate()
                .map(|(column, name)| {
                    view! {
                        <th scope="col">
                            <span>{shortened(name)}</span>
                            {part(move || (!import.is_codebook()).then(|| view! { <TextMark column /> }))}
                        </th>
                    }
                })
                .collect_view()
        })
    };
    let body = move || {
        import.with_table(|opened| {
            let table = &opened.table;
            (0..table.rows().min(ROWS))
                .map(|row| {
                    let cells = (0..table.columns().min(COLUMNS))
                        .map(|column| view! { <td dir="auto">{shortened(table.cell(row, column))}</td> });
                    view! { <tr>{cells.collect_view()}</tr> }
                })
                .collect_view()
        })
    };
    view! {
        <Repair />
        <div class="table-frame" tabindex="0">
            <table class="preview" data-testid="import-preview" aria-busy=flag(move || !import.shown.get() || import.busy.with(Option::is_some))>
                <thead>
                    <tr>{head}</tr>
                </thead>
                <tbody>{body}</tbody>
            </table>
        </div>
    }
}

/// Says with one click that a column holds verbatims, or that it does not.
#[component]
fn TextMark(column: usize) -> impl IntoView {
    let language = Language::get();
    let import = Import::get();
    let is_text = move || import.mapping.with(|m| m.texts.iter().any(|text| text.column == column));
    let toggle = move |_| {
        let text = import.with_table(|opened| guess::text_column(&opened.table, column));
        import.mapping.update(|mapping| {
            let before = mapping.texts.len();
            mapping.texts.retain(|text| text.column != column);
            if mapping.texts.len() == before {
                mapping.texts.extend(text);
                mapping.texts.sort_by_key(|text| text.column);
            }
        });
    };
    view! {
        <button class="mark-text" data-testid="mark-text" data-column=column aria-pressed=flag(is_text) on:click=toggle>
            {say!(language, import.mark_text)}
        </button>
    }
}
