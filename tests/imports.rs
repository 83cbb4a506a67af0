//! Imports go one way: no module imports, directly or indirectly, a module that imports it. Checks top-level modules first, then all
//! files.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

type Module = Vec<String>;
type Graph = BTreeMap<Module, BTreeSet<Module>>;

struct Source {
    /// The imported paths from the crate root, with their local names.
    uses: Vec<(Vec<String>, String)>,
    /// What it re-exports.
    exports: BTreeMap<String, Vec<String>>,
}

fn read(folder: &Path, module: &Module, into: &mut BTreeMap<Module, String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let mut module = module.clone();
        if path.is_dir() {
            module.push(name);
            read(&path, &module, into);
        } else if name != "main" && name != "tests" && path.extension().is_some_and(|ext| ext == "rs") {
            if name != "mod" && name != "lib" {
                module.push(name);
            }
            into.insert(module, code(&fs::read_to_string(&path).unwrap()));
        }
    }
}

/// Without comments, documentation and unit tests.
fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]\nmod tests").next().unwrap();
    let lines = text.lines().filter(|line| !line.trim_start().starts_with("#[doc"));
    let code = lines.map(|line| line.split("//").next().unwrap()).collect::<Vec<_>>().join("\n");
    // A visibility is not an import.
    code.replace("pub(in crate::", "pub(in ")
}

/// The paths of a `use` tree, with their local names.
fn leaves(tree: &str, before: &[String]) -> Vec<(Vec<String>, String)> {
    let tree = tree.trim();
    let segments = |text: &str| text.split("::").map(|segment| segment.trim().to_owned()).collect::<Vec<_>>();
    if let Some((head, tail)) = tree.split_once('{') {
        let mut path = before.to_vec();
        path.extend(segments(head.trim().trim_end_matches("::")).into_iter().filter(|segment| !segment.is_empty()));
        let (mut depth, mut parts, mut part) = (0, Vec::new(), String::new());
        for c in tail.trim_end().trim_end_matches('}').chars() {
            depth += i32::from(c == '{') - i32::from(c == '}');
            if c == ',' && depth == 0 { parts.push(std::mem::take(&mut part)) } else { part.push(c) }
        }
        // The closing brace of the tree may belong to its last branch.
        part.push_str(&"}".repeat(usize::try_from(depth.max(0)).unwrap()));
        parts.push(part);
        return parts.iter().filter(|part| !part.trim().is_empty()).flat_map(|part| leaves(part, &path)).collect();
    }
    let (path, name) = tree.split_once(" as ").unwrap_or((tree, ""));
    let mut whole = before.to_vec();
    whole.extend(segments(path).into_iter().filter(|segment| segment != "self" || before.is_empty()));
    let name = if name.is_empty() { whole.last().unwrap().clone() } else { name.trim().to_owned() };
    vec![(whole, name)]
}

/// The path from the crate root.
fn absolute(module: &Module, path: &[String], all: &BTreeMap<Module, String>) -> Option<Vec<String>> {
    let ups = path.iter().take_while(|segment| *segment == "super").count();
    let (base, rest) = match path[0].as_str() {
        "crate" => (&[][..], &path[1..]),
        "super" => (&module[..module.len().checked_sub(ups)?], &path[ups..]),
        "self" => (&module[..], &path[1..]),
        first => {
            let mut child = module.clone();
            child.push(first.to_owned());
            if !all.contains_key(&child) {
                return None;
            }
            (&module[..], path)
        }
    };
    Some([base, rest].concat())
}

fn parse(module: &Module, text: &str, all: &BTreeMap<Module, String>) -> Source {
    let (mut uses, mut exports, mut rest) = (Vec::new(), BTreeMap::new(), String::new());
    for statement in text.split_inclusive(';') {
        let found = statement.rfind("use ").filter(|at| {
            let line = statement[..*at].rsplit('\n').next().unwrap().trim();
            line.is_empty() || line.starts_with("pub")
        });
        let Some(at) = found else {
            rest.push_str(statement);
            continue;
        };
        let public = statement[..at].rsplit('\n').next().unwrap().trim().starts_with("pub");
        rest.push_str(&statement[..at]);
        for (path, name) in leaves(statement[at + 4..].trim_end_matches(';'), &[]) {
            let Some(path) = absolute(module, &path, all) else { continue };
            if public {
                exports.insert(name.clone(), path.clone());
            }
            // Re-exporting an item of a child module is not an import.
            if !(public && path.starts_with(module)) {
                uses.push((path, name));
            }
        }
    }
    // Paths outside of `use`.
    for start in ["crate::", "super::"] {
        for (at, _) in rest.match_indices(start) {
            if rest[..at].ends_with(|c: char| c.is_alphanumeric() || matches!(c, ':' | '_' | '$')) {
                continue;
            }
            let end = rest[at..].find(|c: char| !(c.is_alphanumeric() || matches!(c, ':' | '_')));
            let path = &rest[at..end.map_or(rest.len(), |end| at + end)];
            let path: Vec<_> = path.split("::").filter(|part| !part.is_empty()).map(str::to_owned).collect();
            if let Some(path) = absolute(module, &path, all) {
                uses.push((path, String::new()));
            }
        }
    }
    Source { uses, exports }
}

/// The module that defines an item, following re-exports.
fn home(path: &[String], sources: &BTreeMap<Module, Source>, depth: u32) -> Module {
    let length = (0..=path.len()).rev().find(|length| sources.contains_key(&path[..*length])).unwrap();
    let module = path[..length].to_vec();
    match path.get(length).and_then(|name| sources[&module].exports.get(name)) {
        Some(on) if depth < 8 => home(&[on, &path[length + 1..]].concat(), sources, depth + 1),
        _ => module,
    }
}

fn graph() -> Graph {
    let mut texts = BTreeMap::new();
    read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &Vec::new(), &mut texts);
    let sources: BTreeMap<_, _> =
        texts.iter().map(|(module, text)| (module.clone(), parse(module, text, &texts))).collect();
    let imports = |module: &Module| {
        let homes = sources[module].uses.iter().map(|(path, _)| home(path, &sources, 0));
        homes.filter(|other| other != module && !other.is_empty()).collect()
    };
    sources.keys().filter(|module| !module.is_empty()).map(|module| (module.clone(), imports(module))).collect()
}

/// The shortest import cycle.
fn cycle(graph: &Graph) -> Option<Vec<Module>> {
    let from = |start: &Module| {
        let (mut ways, mut seen) = (vec![vec![start.clone()]], BTreeSet::new());
        while let Some(way) = (!ways.is_empty()).then(|| ways.remove(0)) {
            for next in graph.get(way.last()?).into_iter().flatten() {
                if next == start {
                    return Some([&way[..], std::slice::from_ref(start)].concat());
                }
                if seen.insert(next.clone()) {
                    ways.push([&way[..], std::slice::from_ref(next)].concat());
                }
            }
        }
        None
    };
    graph.keys().filter_map(from).min_by_key(Vec::len)
}

fn shown(way: &[Module]) -> String {
    way.iter().map(|module| module.join("::")).collect::<Vec<_>>().join(" -> ")
}

#[test]
fn top_level_modules_have_no_import_cycles() {
    let mut parts = Graph::new();
    for (module, imports) in graph() {
        let others = imports.into_iter().map(|other| other[..1].to_vec()).filter(|other| other[..] != module[..1]);
        parts.entry(module[..1].to_vec()).or_default().extend(others);
    }
    assert!(parts.len() > 20 && parts[&vec!["client".to_owned()]].contains(&vec!["provider".to_owned()]), "{parts:?}");
    if let Some(way) = cycle(&parts) {
        panic!("{}", shown(&way));
    }
}

#[test]
fn files_have_no_import_cycles() {
    if let Some(way) = cycle(&graph()) {
        panic!("{}", shown(&way));
    }
}
