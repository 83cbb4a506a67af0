//! Puts the code generated from each document under `openapi/` into `OUT_DIR`: newly generated with the feature
//! `generate`, otherwise copied from `generated/`, which must match the documents' hashes.

#[cfg(feature = "generate")]
#[path = "build/generate.rs"]
mod generate;
#[path = "build/hash.rs"]
mod hash;
#[path = "src/providers.rs"]
mod providers;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

macro_rules! names {
    ($($(#[doc = $doc:literal])* $variant:ident $module:ident $id:literal $title:literal $as_client:ident;)*) => {
        /// The providers, named like the file, the Cargo feature and the generated module.
        const PROVIDERS: &[&str] = &[$($id),*];
    };
}

providers::providers!(names);

fn main() {
    println!("cargo::rerun-if-changed=openapi");
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=src/providers.rs");
    println!("cargo::rerun-if-changed=generated");
    println!("cargo::rustc-check-cfg=cfg(every_provider, any_provider)");
    if PROVIDERS.iter().copied().all(has) {
        println!("cargo::rustc-cfg=every_provider");
    }
    if PROVIDERS.iter().copied().any(has) {
        println!("cargo::rustc-cfg=any_provider");
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    for &provider in PROVIDERS {
        if let Err(error) = build(provider, &out) {
            println!("cargo::error=openapi/{provider}.yaml: {error}");
        }
    }
}

/// The documents and tables of all providers are always included; a client only if its feature is enabled.
fn has(feature: &str) -> bool {
    env::var_os(format!("CARGO_FEATURE_{}", feature.to_uppercase())).is_some()
}

#[cfg(feature = "generate")]
fn build(provider: &str, out: &Path) -> Result<(), Box<dyn Error>> {
    let document = fs::read_to_string(Path::new("openapi").join(format!("{provider}.yaml")))?;
    let wanted = generate::Wanted { client: has(provider), mock: has(provider) && has("mock") };
    generate::write(provider, &document, &wanted, out)?;
    // Stored next to the generated code, for copying to `generated/`.
    fs::write(out.join(format!("{provider}.hash")), hash::of(&document) + "\n")?;
    Ok(())
}

#[cfg(not(feature = "generate"))]
fn build(provider: &str, out: &Path) -> Result<(), Box<dyn Error>> {
    let document = fs::read_to_string(Path::new("openapi").join(format!("{provider}.yaml")))?;
    let made = Path::new("generated");
    if fs::read_to_string(made.join(format!("{provider}.hash")))?.trim() != hash::of(&document) {
        return Err("the code in generated/ is out of date: build with the feature `generate`".into());
    }
    let client = has(provider).then(|| format!("{provider}.rs"));
    let mock = (has(provider) && has("mock")).then(|| format!("{provider}_mock.rs"));
    let always = [format!("{provider}.json"), format!("{provider}_operations.rs")];
    for name in always.into_iter().chain(client).chain(mock) {
        // Not copied as a file: a read-only source would make the copy read-only, which could then not be overwritten.
        fs::write(out.join(&name), fs::read(made.join(&name))?)?;
    }
    Ok(())
}
