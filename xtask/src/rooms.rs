//! The order of the modules in a crate: where its `lib.rs` lists them above "Each uses only those
//! below it.", none uses one above it, so that a reader who goes downwards is never sent back up.

use std::collections::BTreeMap;
use std::path::Path;

use crate::source::{collect, read, shown};
use crate::step::{Result, root};

const PROMISE: &str = "//! Each uses only those below it.";

/// Checks every crate that makes the promise.
pub(crate) fn check() -> Result {
    let mut crates = Vec::new();
    collect(&root().join("crates"), &mut crates)?;
    crates.retain(|path| path.ends_with("src/lib.rs"));
    for lib in crates {
        let text = read(&lib)?;
        if text.contains(PROMISE) {
            let modules = listed(&text);
            check_crate(lib.parent().expect("it is in src"), &text, &modules)?;
            println!("{}: {} modules, each uses only those below it", shown(&lib), modules.len());
        }
    }
    Ok(())
}

/// The modules in the list of `lib.rs`, from the top.
fn listed(lib: &str) -> Vec<&str> {
    let list = lib.split("//! ```text\n").nth(1).unwrap_or_default();
    let list = list.split("//! ```").next().unwrap_or_default();
    let rows = list.lines().filter_map(|line| line.strip_prefix("//! "));
    rows.filter(|row| !row.starts_with(' ')).filter_map(|row| row.split(' ').next()).collect()
}

fn check_crate(src: &Path, lib: &str, modules: &[&str]) -> Result {
    let exported = exports(lib);
    for (place, module) in modules.iter().enumerate() {
        let file = src.join(module).with_extension("rs");
        let is_file = file.exists();
        let mut files = Vec::new();
        if is_file {
            files.push(file);
        } else {
            collect(&src.join(module), &mut files)?;
        }
        for file in files {
            let text = read(&file)?;
            // `super` is the crate only in a module that is one file.
            let roots: &[&str] = if is_file { &["crate::", "super::"] } else { &["crate::"] };
            let above = above(&text, roots, &modules[..place], &exported);
            if let Some(used) = above {
                let file = shown(&file);
                return Err(format!("{file} uses crate::{used}, which is listed above {module}"));
            }
        }
    }
    let declared = lib.lines().filter_map(|line| {
        line.strip_prefix("pub mod ").or(line.strip_prefix("mod "))?.strip_suffix(';')
    });
    match declared.into_iter().find(|module| !modules.contains(module)) {
        Some(module) => Err(format!("{}: the list of modules lacks {module}", shown(src))),
        None => Ok(()),
    }
}

/// The module among those `above` that `text` uses. One use that names several modules in braces
/// cannot be read here, and counts as a use of the first one above.
fn above<'m>(
    text: &str,
    roots: &[&str],
    above: &[&'m str],
    exported: &BTreeMap<String, String>,
) -> Option<&'m str> {
    used_by(text, roots).find_map(|used| {
        if used.is_empty() {
            return above.first().copied();
        }
        let used = exported.get(used).map_or(used, String::as_str);
        above.iter().copied().find(|module| *module == used)
    })
}

/// Which module has what the root of the crate exports.
fn exports(lib: &str) -> BTreeMap<String, String> {
    let mut exports = BTreeMap::new();
    for export in lib.split("pub use ").skip(1) {
        let export = export.split(';').next().unwrap_or_default();
        let Some((module, names)) = export.split_once("::") else { continue };
        for name in names.split(|c: char| !is_of_a_name(c)).filter(|name| !name.is_empty()) {
            exports.insert(name.to_owned(), module.to_owned());
        }
    }
    exports
}

/// What follows one of these `roots` in a file, its unit tests left out. They are at its end.
fn used_by<'t>(text: &'t str, roots: &[&str]) -> impl Iterator<Item = &'t str> {
    let code = text.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
    let code = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    let mut paths = Vec::new();
    for line in code {
        for root in roots {
            paths.extend(line.match_indices(root).map(|(at, _)| &line[at + root.len()..]));
        }
    }
    paths.into_iter().map(|path| path.split(|c: char| !is_of_a_name(c)).next().unwrap_or_default())
}

fn is_of_a_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIB: &str = "\
        //! ```text\n\
        //! upper   uses the lower one\n\
        //!         and says so\n\
        //! lower   uses none\n\
        //! ```\n\
        pub use lower::{\n    Low,\n    Lower,\n};\n\
        pub use upper::Up;\n";

    #[test]
    fn the_list_and_the_exports_are_read() {
        assert_eq!(listed(LIB), ["upper", "lower"]);
        let exports = exports(LIB);
        assert_eq!((&*exports["Lower"], &*exports["Up"]), ("lower", "upper"));
    }

    #[test]
    fn a_use_of_a_module_above_is_found_however_it_is_written() {
        let found = |text, roots: &[&str]| above(text, roots, &["upper"], &exports(LIB));
        for above in ["use crate::upper::X;", "let it = crate::upper::f();", "use crate::Up;"] {
            assert_eq!(found(above, &["crate::"]), Some("upper"), "{above}");
        }
        assert_eq!(found("use crate::{lower, upper};", &["crate::"]), Some("upper"));
        assert_eq!(found("use super::upper::X;", &["crate::", "super::"]), Some("upper"));
        for fine in [
            "use crate::lower::Low;",
            "use crate::Low;",
            "// crate::upper",
            "use super::upper::X;",
            "#[cfg(test)]\nmod tests {\n    use crate::upper::X;",
        ] {
            assert_eq!(found(fine, &["crate::"]), None, "{fine}");
        }
    }
}
