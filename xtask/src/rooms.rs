//! The order of the modules in a crate: where its `lib.rs` lists them under "Each uses only those
//! below it.", none uses one above it, so that nobody who reads downwards is sent back up.

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
        let mut files = Vec::new();
        let file = src.join(module).with_extension("rs");
        if file.exists() {
            files.push(file);
        } else {
            collect(&src.join(module), &mut files)?;
        }
        for file in files {
            let text = read(&file)?;
            for used in used_by(&text) {
                let used = exported.get(used).copied().unwrap_or(used);
                if modules[..place].contains(&used) {
                    let file = shown(&file);
                    return Err(format!(
                        "{file} uses crate::{used}, which is listed above {module}"
                    ));
                }
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

/// Which module has what the root of the crate exports.
fn exports(lib: &str) -> BTreeMap<&str, &str> {
    let mut exports = BTreeMap::new();
    for line in lib.lines() {
        let Some((module, names)) =
            line.strip_prefix("pub use ").and_then(|export| export.split_once("::"))
        else {
            continue;
        };
        for name in names.split(|c: char| !c.is_alphanumeric() && c != '_') {
            exports.insert(name, module);
        }
    }
    exports
}

/// What follows `crate::` in a file, its tests left out.
fn used_by(text: &str) -> impl Iterator<Item = &str> {
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    let code = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    let paths = code.flat_map(|line| line.split("crate::").skip(1));
    paths.filter_map(|path| path.split(|c: char| !c.is_alphanumeric() && c != '_').next())
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
        pub use lower::{Low, Lower};\n";

    #[test]
    fn the_list_and_the_exports_are_read() {
        assert_eq!(listed(LIB), ["upper", "lower"]);
        assert_eq!(exports(LIB).get("Lower"), Some(&"lower"));
    }

    #[test]
    fn uses_are_found_in_code_alone() {
        let text = "use crate::one::X;\n// crate::two\nlet it = crate::three();\n#[cfg(test)]\nuse crate::four;";
        assert_eq!(used_by(text).collect::<Vec<_>>(), ["one", "three"]);
    }
}
