//! The project file as a download.

use super::workspace::Workspace;
use crate::app::browser::files;
use crate::app::shell::notices::{Notice, Notices};
use crate::format::saved;
use crate::model::Project;

/// Offers the open project as a file.
pub fn download_open(workspace: Workspace, notices: Notices) {
    workspace.peek(|project| download(project, notices));
}

/// Offers a project as a file.
pub fn download(project: &Project, notices: Notices) {
    let name = format!("{}.reflet.json", files::file_stem(&project.name, "reflet"));
    if let Err(error) = files::download_text(&name, "application/json", &saved::write(project)) {
        notices.tell(Notice::NotExported(error));
    }
}
