//! The text files of the repository.

use std::fs;
use std::io;
use std::path::Path;

/// Folders that hold nothing that a person wrote.
const GENERATED: [&str; 3] = ["target", "dist", ".git"];

/// A file by its path from the root of the repository, with `/` between the names.
#[derive(Clone)]
pub struct File {
    pub path: String,
    pub text: String,
}

impl File {
    /// Each line with its number, without the comments.
    pub fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text.lines().enumerate().map(|(index, line)| {
            let code = line.split("//").next().unwrap_or_default();
            (index + 1, code)
        })
    }
}

/// All files below a folder whose names end in one of these ways, in a stable order.
///
/// A folder without any is an error: no rule holds of nothing.
pub fn read(folder: &str, endings: &[&str]) -> io::Result<Vec<File>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    collect(root, &root.join(folder), endings, &mut files)?;
    if files.is_empty() {
        return Err(io::Error::other(format!("{folder}: no file ends in {}", endings.join(", "))));
    }
    files.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(files)
}

fn collect(root: &Path, folder: &Path, endings: &[&str], files: &mut Vec<File>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let (name, path) = (entry.file_name(), entry.path());
        if entry.file_type()?.is_dir() {
            if !GENERATED.iter().any(|generated| name == *generated) {
                collect(root, &path, endings, files)?;
            }
        } else if path.extension().is_some_and(|end| endings.iter().any(|ending| end == *ending)) {
            let relative = path.strip_prefix(root).unwrap_or(&path);
            let names: Vec<_> = relative.iter().map(|name| name.to_string_lossy()).collect();
            // Tables of the corpus are in many encodings.
            let text = String::from_utf8_lossy(&fs::read(&path)?).into_owned();
            files.push(File { path: names.join("/"), text });
        }
    }
    Ok(())
}
