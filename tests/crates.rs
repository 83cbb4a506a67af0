//! The number of crates that this one brings into a program, per feature set: each takes time to build and has to be trusted.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use std::collections::BTreeSet;
use std::process::Command;

/// The maximum number of crates for each feature set, including cloudsnap itself. Raise a number only for a crate that is worth it.
const AT_MOST: [(&str, usize); 5] = [
    ("syminet,manageiq,hyperstack,genesiscloud,tls-ring,generate", 130),
    ("syminet,manageiq,hyperstack,genesiscloud,tls-ring", 102),
    ("hyperstack,tls-ring", 102),
    ("hyperstack", 86),
    ("cli,tls-ring,syminet,manageiq,hyperstack,genesiscloud,generate", 220),
];

/// The crates of a build on one platform; other platforms need others for TLS and terminals.
fn crates(features: &str) -> BTreeSet<String> {
    let output = Command::new(env!("CARGO"))
        .args(["tree", "--offline", "--locked", "--target", "x86_64-unknown-linux-gnu"])
        .args(["--edges", "normal,build", "--prefix", "none", "--no-default-features", "--features", features])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let words = |line: &str| line.split(' ').take(2).collect::<Vec<_>>().join(" ");
    String::from_utf8(output.stdout).unwrap().lines().filter(|line| !line.is_empty()).map(words).collect()
}

#[test]
fn no_set_of_features_grows_unnoticed() {
    for (features, at_most) in AT_MOST {
        let crates = crates(features);
        assert!(crates.len() > 30, "{features}: cargo names only {crates:?}");
        assert!(
            crates.len() <= at_most,
            "{features}: {} crates instead of at most {at_most}: {crates:#?}",
            crates.len()
        );
    }
}

#[test]
fn without_the_feature_generate_no_crate_of_the_generator_is_built() {
    let crates = crates("syminet,manageiq,hyperstack,genesiscloud,tls-ring");
    for generator in ["progenitor ", "typify ", "openapiv3 ", "prettyplease ", "regress ", "granit-parser "] {
        assert!(!crates.iter().any(|found| found.starts_with(generator)), "{generator}is built: {crates:#?}");
    }
}
