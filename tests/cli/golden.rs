//! Golden files record what people and scripts see: help, tables, errors. `UPDATE_GOLDEN=1` writes them again.

use std::path::PathBuf;

use crate::support::{Place, Ran};

/// Replaces times, handles, short IDs and the home directory, which differ in each run, by placeholders.
fn normalized(text: &str, place: &Place) -> String {
    let text = text.replace(&place.path().display().to_string(), "HOME");
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let date =
        |word: &str| word.len() == 10 && word.split('-').map(str::len).eq([4, 2, 2]) && digits(&word.replace('-', ""));
    let hour =
        |word: &str| word.len() == 5 && word.split(':').map(str::len).eq([2, 2]) && digits(&word.replace(':', ""));
    let key = |word: &str| word.len() == 8 && word.bytes().all(|byte| byte.is_ascii_hexdigit());
    let lines = text.lines().map(|line| {
        let words = line.split(' ').map(|word| match word {
            word if word.starts_with("cs1.") => "HANDLE",
            word if date(word) => "2006-01-02",
            word if hour(word) => "15:04",
            word if key(word) => "0123abcd",
            word => word,
        });
        let line = words.collect::<Vec<_>>().join(" ");
        // The age at the end of a row.
        match line.rsplit_once(' ').and_then(|(rest, unit)| Some((rest.rsplit_once("  ")?, unit))) {
            Some(((row, number), "s" | "min" | "h" | "d")) if digits(number) => format!("{row}  7 d"),
            _ => line,
        }
    });
    lines.map(|line| format!("{line}\n")).collect()
}

fn check(name: &str, place: &Place, commands: &[&[&str]]) {
    let mut text = String::new();
    for arguments in commands {
        let Ran { code, stdout, stderr } = place.run(arguments);
        text.push_str(&format!("$ cloudsnap {}\n{stdout}", arguments.join(" ")));
        text.extend(stderr.lines().map(|line| format!("! {line}\n")));
        text.push_str(&format!("exit {code}\n\n"));
    }
    let text = normalized(&text, place);
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/cli/golden").join(format!("{name}.txt"));
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, text).unwrap();
        return;
    }
    let golden = std::fs::read_to_string(&path).unwrap_or_default();
    let differs = golden.lines().zip(text.lines()).find(|(golden, new)| golden != new);
    assert!(golden == text, "{name}.txt differs, first {differs:#?}; UPDATE_GOLDEN=1 writes it again:\n{text}");
}

#[test]
fn help() {
    check(
        "help",
        &Place::new(),
        &[
            &["--help"],
            &["providers", "--help"],
            &["vms", "--help"],
            &["vms", "list", "--help"],
            &["vms", "get", "--help"],
            &["snapshots", "--help"],
            &["snapshots", "list", "-h"],
            &["snapshots", "get", "-h"],
            &["snapshots", "create", "-h"],
            &["snapshots", "restore", "-h"],
            &["snapshots", "rename", "-h"],
            &["snapshots", "delete", "-h"],
            &["snapshots", "prune", "-h"],
            &["snapshots", "clone", "-h"],
            &["snapshots", "import", "-h"],
            &["snapshots", "image", "-h"],
            &["backups", "--help"],
            &["backups", "restore", "-h"],
            &["apply", "-h"],
            &["plan", "--help"],
            &["plan", "status", "-h"],
            &["profiles", "--help"],
            &["profiles", "check", "-h"],
            &["operations", "--help"],
            &["operations", "wait", "-h"],
            &["api", "-h"],
            &["verify", "-h"],
            &["check", "-h"],
            &["spec", "-h"],
            &["schema", "-h"],
            &["sandbox", "--help"],
            &["sandbox", "serve", "-h"],
            &["sandbox", "env", "-h"],
            &["man", "-h"],
            &["completions", "-h"],
        ],
    );
}

#[test]
fn tables() {
    check(
        "tables",
        &Place::new(),
        &[
            &["--sandbox", "snapshots", "list"],
            &["--sandbox", "snapshots", "list", "--vm", "3247"],
            &["--sandbox", "snapshots", "list", "--name", "no-such-name"],
            &["--sandbox", "snapshots", "list", "--columns", "id,name,vm_name,region,provider"],
            &["--sandbox", "snapshots", "get", "14901"],
            &["--sandbox", "backups", "list", "3247", "--columns", "id,name,vm,size"],
            &["--sandbox", "snapshots", "list", "--sort", "created:desc", "--no-headers"],
            &["--sandbox", "snapshots", "list", "--glob", "*-*", "-o", "value", "--columns", "id,name"],
            &["--sandbox", "snapshots", "list", "--older-than", "1000d"],
            &["--provider", "hyperstack", "--sandbox", "vms", "list", "--name", "web"],
            &["--provider", "hyperstack", "--sandbox", "vms", "list", "--name", "web", "-o", "yaml"],
            &["--provider", "hyperstack", "--sandbox", "snapshots", "list"],
            &["--sandbox", "operations", "list"],
            &["--sandbox", "snapshots", "create", "3247", "--name", "x", "--dry-run"],
            &["--sandbox", "snapshots", "delete", "14901", "14933", "--dry-run"],
            &["--sandbox", "backups", "disable", "3247", "--yes"],
            &["--sandbox", "snapshots", "restore", "14901", "--vm", "3247", "--yes", "--wait"],
            &["--sandbox", "verify"],
            &["providers"],
        ],
    );
}

#[test]
fn errors() {
    let place = Place::new();
    check(
        "errors",
        &place,
        &[
            &["snapshots", "list", "-o", "json"],
            &["--provider", "manageiq", "snapshots", "list"],
            &["--profile", "nightly", "snapshots", "list"],
            &["--sandbox", "snapshots", "get", "5"],
            &["--sandbox", "snapshots", "get", "abc"],
            &["--sandbox", "snapshots", "get", "99999999999999999999"],
            &["--sandbox", "snapshots", "list", "--limit", "0"],
            &["--sandbox", "snapshots", "get", "a/b"],
            &["--sandbox", "vms", "list"],
            &["--sandbox", "--provider", "hyperstack", "vms", "get", "nobody"],
            &["--sandbox", "snapshots", "list", "--sort", "colour"],
            &["--sandbox", "snapshots", "list", "--older-than", "soon"],
            &["--sandbox", "snapshots", "list", "--time-zone", "Europe/Berln"],
            &["--sandbox", "snapshots", "create", "3247", "--name", "x", "--memory"],
            &["--sandbox", "snapshots", "restore", "14901", "--new-vm", "x"],
            &["--sandbox", "snapshots", "restore", "14901", "--vm", "3301", "--yes"],
            &["--sandbox", "snapshots", "delete", "14901"],
            &["--sandbox", "snapshots", "delete", "5", "6", "--yes"],
            &["--sandbox", "snapshots", "list", "--columns", "colour"],
            &["--sandbox", "api", "GET", "/nowhere"],
            &["operations", "wait", "nonsense"],
            &["operations", "wait", "cs1.nonsense"],
            &["schema", "nonsense"],
            &["nonsense"],
            &["snapshots", "nonsense"],
            &["sandbox", "serve", "--fault", "nonsense"],
        ],
    );
}
