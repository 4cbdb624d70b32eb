//! What became of each row of the last import.

use std::sync::Arc;

use leptos::html::Section;
use leptos::prelude::*;

use super::annex::Annex;
use super::coders::CodingsThatCame;
use super::done::{Done, Joined};
use super::nothing::NothingThatCame;
use super::state::Import;
use crate::app::browser::files;
use crate::app::browser::keyboard::focus;
use crate::app::keep::workspace::Workspace;
use crate::app::shell::language::{Language, say, tr};
use crate::app::shell::notices::{Notice, Notices};
use crate::app::shell::reactive::{act, part};
use crate::app::shell::route::{Place, Route, Router};
use crate::import::doubt::Doubt;
use crate::import::{Report, Separator, Table, rejects};
use crate::model::{Project, Side};
use crate::say::import::{account, codebook, doubt, reason};

/// How many rejected rows and warnings are listed; the file has all.
const LISTED: usize = 5;

/// The account, once there is one.
#[component]
pub fn Account() -> impl IntoView {
    let import = Import::get();
    part(move || {
        import.done.get().map(|done| match done {
            Done::Rows(joined) => view! { <Figures joined=*joined /> }.into_any(),
            Done::Codes { added, known } => view! { <CodesAdded added known /> }.into_any(),
        })
    })
}

/// What a codebook brought.
#[component]
fn CodesAdded(added: usize, known: usize) -> impl IntoView {
    let language = Language::get();
    let words = move || codebook::brought(language.locale(), added, known);
    view! {
        <section class="account" role="status" data-testid="codebook-report" data-added=added data-known=known>
            <p>{words}</p>
        </section>
    }
}

/// Read = kept + rejected + duplicate.
#[component]
fn Figures(joined: Joined) -> impl IntoView {
    let (report, table) = (Arc::clone(&joined.report), Arc::clone(&joined.opened.table));
    let language = Language::get();
    let workspace = Workspace::get();
    let router = Router::get();
    let (read, kept, rejected, duplicate) = (report.read, report.kept, report.rejected, report.duplicate);
    let verbatims = report.verbatims;
    let (bare, sample, open) = (joined.bare, joined.sample, joined.open.clone());
    let summary = {
        let report = report.clone();
        move || account::account(language.locale(), &report)
    };
    let details = {
        let report = report.clone();
        move || {
            let lines = account::details(language.locale(), &report, LISTED);
            lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()
        }
    };
    // The next sheet or file is not left behind unseen.
    let import = Import::get();
    let waits = Memo::new(move |_| import.opened.with(Option::is_some) || import.waiting() > 0);
    // What comes next is said here.
    let account = NodeRef::<Section>::new();
    account.on_load(|account| drop(account.focus()));
    let go = move |_| {
        if let Some(key) = workspace.key() {
            let coded = workspace.peek(|p| p.coded() == p.verbatims.len()).unwrap_or_default();
            router.go(Route::Inside(key, if coded { Place::MIRROR } else { Place::CODE }));
        }
    };
    view! {
        <section
            class="account"
            role="status"
            tabindex="-1"
            node_ref=account
            data-testid="import-report"
            data-read=read
            data-kept=kept
            data-rejected=rejected
            data-duplicate=duplicate
            data-verbatims=verbatims
        >
            <p>{summary}</p>
            {part(move || (bare > 0).then(|| view! { <p>{tr!(language, import.bare, count = language.count(bare))}</p> }))}
            {part(move || {
                sample
                    .map(|(kept, left)| {
                        view! { <p>{account::sampled(language.locale(), kept, left)}</p> }
                    })
            })}
            <ul>{details}</ul>
            {(!open.is_empty()).then(|| view! { <Unsettled open table=Arc::clone(&table) /> })}
            <NothingThatCame />
            <CodingsThatCame names=joined.coders.clone() />
            {(rejected > 0).then(|| view! { <Rejects report table /> })}
            <Annex joined />
            <NextSide />
            <button class:primary=move || !waits.get() on:click=go>
                {part(move || if waits.get() { tr!(language, import.go_on_without) } else { tr!(language, import.go_on) })}
            </button>
        </section>
    }
}

/// What was taken as the page understood it: the import can be taken back, and settled first.
#[component]
fn Unsettled(open: Vec<Doubt>, table: Arc<Table>) -> impl IntoView {
    let language = Language::get();
    let lines = move || {
        let line = |doubt: &Doubt| view! { <li>{doubt::unsettled(language.locale(), doubt, &table)}</li> };
        open.iter().map(line).collect_view()
    };
    view! {
        <div class="doubts" data-testid="import-unsettled">
            <p>{say!(language, import.unsettled)}</p>
            <ul>{part(lines)}</ul>
        </div>
    }
}

/// Where one side has answers and the other has none: the way to go on with it.
#[component]
fn NextSide() -> impl IntoView {
    let language = Language::get();
    let import = Import::get();
    let workspace = Workspace::get();
    let missing = Memo::new(move |_| {
        let missing = |project: &Project| {
            let has = |side| project.responses.values().any(|response| response.side == side);
            match Side::BOTH.map(has) {
                [true, false] => Some(Side::Employee),
                [false, true] => Some(Side::Client),
                _ => None,
            }
        };
        workspace.with(missing).flatten()
    });
    let go = move |side: Side| {
        import.expected.set(Some(side));
        focus("[data-testid=import-paste]");
    };
    part(move || {
        missing.get().map(|side| {
            view! {
                <button data-testid="next-side" on:click=act(move || go(side))>
                    {account::next_side(language.locale(), side)}
                </button>
            }
        })
    })
}

/// The rejected rows as a file.
#[component]
fn Rejects(report: Arc<Report>, table: Arc<Table>) -> impl IntoView {
    let language = Language::get();
    let notices = Notices::get();
    let download = move |_| {
        let separator = language.locale().pick(Separator::Semicolon, Separator::Comma);
        let titles = [tr!(language, import.reject_row), tr!(language, import.reject_reason)];
        let say = |reason| reason::reason(language.locale(), reason).to_owned();
        let saved = rejects::to_csv(&table, &report, separator, titles, say)
            .map_err(|error| error.to_string())
            .and_then(|csv| files::download_text(tr!(language, import.reject_file), "text/csv", &csv));
        if let Err(error) = saved {
            notices.tell(Notice::NotExported(error));
        }
    };
    view! {
        <button data-testid="import-rejects" on:click=download>
            {say!(language, import.reject_download)}
        </button>
    }
}
