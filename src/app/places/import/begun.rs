//! An import that was begun and is neither confirmed nor given up, while the user is at another place.

use leptos::prelude::*;

use super::state::Import;
use crate::app::browser::storage::ProjectKey;
use crate::app::keep::workspace::Workspace;

/// The import that was left, and of which project. It lives as long as the page: nothing of it is stored before it is
/// confirmed.
#[derive(Clone, Copy)]
pub struct Begun {
    left: StoredValue<Option<Left>, LocalStorage>,
    /// Owns what outlives the place.
    home: StoredValue<Owner>,
}

struct Left {
    project: Option<ProjectKey>,
    import: Import,
    /// Owns the signals of the import.
    owner: Owner,
}

impl Begun {
    /// Starts without one.
    pub fn provide() {
        provide_context(Self { left: StoredValue::new_local(None), home: StoredValue::new(Owner::new()) });
    }

    /// The one that [`Begun::provide`] started.
    pub fn get() -> Self {
        expect_context()
    }

    /// The import that was left, if it is one of the open project; else a new one. It is left again with the place that
    /// asks.
    pub fn take_up(self, workspace: Workspace) -> Import {
        let project = untrack(|| workspace.key());
        let left = self.left.try_update_value(Option::take).flatten();
        let known = left.and_then(|left| {
            if left.project == project {
                return Some(left);
            }
            left.give_up();
            None
        });
        let Left { import, owner, .. } = known.unwrap_or_else(|| {
            let owner = self.home.with_value(Owner::child);
            let import = owner.with(|| Import::new(workspace));
            Left { project: project.clone(), import, owner }
        });
        on_cleanup(move || {
            // The project may be closed already; what was confirmed may have opened another.
            let project = untrack(|| workspace.key()).or(project);
            let left = Left { project, import, owner };
            if import.is_begun() {
                import.rest();
                self.left.try_set_value(Some(left));
            } else {
                left.give_up();
            }
        });
        import
    }
}

impl Left {
    fn give_up(self) {
        self.import.abandon();
        self.owner.cleanup();
    }
}
