//! The commands in the README are commands.

use crate::support::Place;

/// The words of a line, as a shell takes them apart: quotes, comments and redirections.
fn words(line: &str) -> Vec<String> {
    let line = line.split(" #").next().unwrap().split(" > ").next().unwrap();
    let mut words = Vec::new();
    for (index, part) in line.split('\'').enumerate() {
        match index % 2 {
            0 => words.extend(part.split_whitespace().map(str::to_owned)),
            _ => words.push(part.to_owned()),
        }
    }
    words
}

#[test]
fn they_are_understood() {
    let place = Place::new();
    let readme = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap();
    let mut count = 0;
    for line in readme.lines() {
        let line = line.trim_start_matches("cargo run --features cli -- ");
        let line = match line.strip_prefix("cloudsnap ") {
            Some(rest) if !rest.starts_with('=') => rest,
            None if line.starts_with("snapshots ") || line.starts_with("--") => line,
            _ => continue,
        };
        let mut arguments = words(line);
        arguments.push("--help".to_owned());
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        place.run(&arguments).exits(0);
        count += 1;
    }
    assert!(count >= 12, "{count}");
}
