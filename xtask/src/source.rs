//! Checks of the source files themselves.

use std::fs;
use std::path::{Path, PathBuf};

use crate::step::{Result, root};

/// A file with more lines than this has more than one purpose.
const LINES_MAX: usize = 500;

/// The greatest width of a comment, in characters: the width to which rustfmt formats code.
const COMMENT_WIDTH_MAX: usize = 100;

/// Every Rust file begins with a line that says what it is for, no file is too long, and no comment
/// is too wide.
pub(crate) fn tidy() -> Result {
    let mut files = Vec::new();
    for dir in ["crates", "xtask"] {
        collect(&root().join(dir), &mut files)?;
    }
    files.retain(|path| path.extension().is_some_and(|extension| extension == "rs"));
    let mut faults = Vec::new();
    for path in &files {
        let text = read(path)?;
        let lines = text.lines().count();
        if !text.starts_with("//! ") && !text.starts_with("#![doc") {
            faults.push(format!("{}: must begin with what it is for: `//! …`", shown(path)));
        }
        if lines > LINES_MAX {
            faults.push(format!("{}: {lines} lines; at most {LINES_MAX} are allowed", shown(path)));
        }
        for (number, line) in too_wide(&text) {
            let width = line.chars().count();
            faults.push(format!(
                "{}:{number}: a comment of {width} columns; at most {COMMENT_WIDTH_MAX} are allowed",
                shown(path)
            ));
        }
    }
    conclude(&faults, files.len())
}

/// The comments that are too wide, with their line numbers. Diagrams and examples between fences
/// may have any width.
fn too_wide(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut is_fenced = false;
    (1..).zip(text.lines()).filter(move |(_, line)| {
        let comment = line.trim_start();
        let begins_or_ends_a_fence = comment.trim_start_matches(['/', '!', ' ']).starts_with("```");
        is_fenced = comment.starts_with("//") && is_fenced != begins_or_ends_a_fence;
        !is_fenced && is_too_wide(line)
    })
}

/// Whether the line is a comment that is too wide and can be broken: it is more than one word.
fn is_too_wide(line: &str) -> bool {
    let comment = line.trim_start();
    comment.starts_with("//")
        && line.chars().count() > COMMENT_WIDTH_MAX
        && comment.split_whitespace().nth(2).is_some()
}

/// Fails if `grep -rnE "DELETE.*jobs" crates/*/src` would find anything: the check that was used on
/// the previous dashboard when users asked why their jobs had been deleted.
pub(crate) fn no_delete() -> Result {
    let mut files = Vec::new();
    for package in entries(&root().join("crates"))? {
        collect(&package.join("src"), &mut files)?;
    }
    let mut faults = Vec::new();
    for path in &files {
        for (number, line) in (1..).zip(read(path)?.lines()) {
            if deletes_jobs(line) {
                faults.push(format!("{}:{number}: {}", shown(path), line.trim()));
            }
        }
    }
    conclude(&faults, files.len())
}

fn deletes_jobs(line: &str) -> bool {
    line.split_once("DELETE").is_some_and(|(_, rest)| rest.contains("jobs"))
}

fn conclude(faults: &[String], files: usize) -> Result {
    if files == 0 {
        return Err("no source files were found".into());
    }
    if faults.is_empty() {
        println!("{files} files");
        return Ok(());
    }
    Err(faults.join("\n"))
}

/// All files below `dir`, in order.
pub(crate) fn collect(dir: &Path, files: &mut Vec<PathBuf>) -> Result {
    for path in entries(dir)? {
        if path.is_dir() {
            collect(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}

fn entries(dir: &Path) -> Result<Vec<PathBuf>> {
    let failed = |error| format!("{}: {error}", dir.display());
    let entries: std::io::Result<Vec<_>> = fs::read_dir(dir).map_err(failed)?.collect();
    let mut paths: Vec<PathBuf> =
        entries.map_err(failed)?.into_iter().map(|entry| entry.path()).collect();
    paths.sort();
    Ok(paths)
}

pub(crate) fn read(path: &Path) -> Result<String> {
    let bytes = fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// The path, relative to the top of the workspace.
pub(crate) fn shown(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).display().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn diagrams_are_as_wide_as_they_must_be() {
        let wide = "x ".repeat(60);
        let text = format!("//! ```text\n//! {wide}\n//! ```\n//! {wide}\nlet x;\n// {wide}\n");
        assert_eq!(too_wide(&text).map(|(number, _)| number).collect::<Vec<_>>(), [4, 6]);
    }

    #[test]
    fn a_comment_is_too_wide_where_it_could_be_broken() {
        let words = |columns: usize| format!("    /// a {}", "x".repeat(columns - 10));
        assert!(!is_too_wide(&words(100)) && is_too_wide(&words(101)));
        assert!(!is_too_wide(&format!("// {}", "─".repeat(97))), "characters, not bytes");
        assert!(!is_too_wide(&format!("/// <https://{}>", "x".repeat(100))), "a link is one word");
        assert!(!is_too_wide(&format!("let text = \"{}\";", "x ".repeat(100))), "no comment");
    }

    #[test]
    fn lines_are_matched_as_grep_would() {
        for line in ["DELETE FROM jobs", "x DELETE x DELETE jobs", "BEFORE DELETE ON old_jobs"] {
            assert!(deletes_jobs(line), "{line}");
        }
        for line in ["jobs DELETE", "delete from jobs", "DELETE FROM entries", "jobs"] {
            assert!(!deletes_jobs(line), "{line}");
        }
    }
}
