//! The appearance of the reference documentation.

use std::path::Path;

/// A page of the reference shows 80 columns of code and truncates the rest.
#[test]
fn examples_fit_on_their_page() {
    let mut examples = 0;
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap();
            let mut inside = false;
            for line in text.lines().map(str::trim_start) {
                let Some(doc) = line.strip_prefix("//!").or_else(|| line.strip_prefix("///")) else {
                    inside = false;
                    continue;
                };
                let shown = doc.strip_prefix(' ').unwrap_or(doc);
                if shown.starts_with("```") {
                    inside = !inside;
                    examples += usize::from(inside);
                } else if inside && !shown.starts_with("# ") {
                    assert!(shown.chars().count() <= 80, "{}: {shown}", path.display());
                }
            }
        }
    }
    assert!(examples > 30, "only {examples} examples");
}
