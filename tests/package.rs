//! The exact contents of the published package. `.ci/package` builds from it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use cloudsnap::spec::Provider;

/// Other files than Rust sources and documents. Cargo adds the last three.
const FILES: [&str; 20] = [
    "docs/capabilities.md",
    "docs/command-line.md",
    "docs/connecting.md",
    "docs/documents.md",
    "docs/faults.md",
    "docs/nightly.md",
    "docs/providers.md",
    "docs/sandbox.md",
    "docs/speed.md",
    "build.rs",
    "README.md",
    "CHANGELOG.md",
    "SECURITY.md",
    "LICENSE-MIT",
    "LICENSE-APACHE",
    "openapi/README.md",
    "src/sandbox/pages.html",
    "Cargo.toml",
    "Cargo.toml.orig",
    "Cargo.lock",
];

/// All Rust files below a folder of the project; none if the folder does not exist.
fn rust_files(folder: &str, found: &mut BTreeSet<String>) {
    let Ok(entries) = std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)) else { return };
    for entry in entries {
        let entry = entry.expect("a readable folder");
        let path = format!("{folder}/{}", entry.file_name().to_str().expect("plain names"));
        if entry.file_type().expect("a file type").is_dir() {
            rust_files(&path, found);
        } else if path.ends_with(".rs") {
            found.insert(path);
        }
    }
}

#[test]
fn the_package_contains_the_documents_what_a_build_needs_and_nothing_else() {
    let mut wanted: BTreeSet<String> = FILES.map(str::to_owned).into();
    for folder in ["src", "build", "examples"] {
        rust_files(folder, &mut wanted);
    }
    for &provider in Provider::ALL {
        wanted.insert(format!("openapi/{provider}.yaml"));
        wanted.insert(format!("openapi/provenance/{provider}.md"));
        wanted.insert(format!("src/provider/{provider}/example.md"));
        for made in [".hash", ".json", ".rs", "_mock.rs", "_operations.rs"] {
            wanted.insert(format!("generated/{provider}{made}"));
        }
    }

    let output = Command::new(env!("CARGO"))
        .args(["package", "--list", "--allow-dirty", "--offline"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let listed: BTreeSet<String> = String::from_utf8(output.stdout)
        .expect("text")
        .lines()
        // Only present if the package is created from a repository.
        .filter(|line| *line != ".cargo_vcs_info.json")
        .map(|line| line.replace('\\', "/"))
        .collect();

    let missing: Vec<_> = wanted.difference(&listed).collect();
    let surplus: Vec<_> = listed.difference(&wanted).collect();
    assert!(
        missing.is_empty() && surplus.is_empty(),
        "missing from the package: {missing:#?}\nin it without need: {surplus:#?}\n(see `include` in Cargo.toml)"
    );
}
