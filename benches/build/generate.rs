//! The build script of the program that generates its clients itself: all four, from the documents as they are.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let out = env::var("OUT_DIR")?;
    for provider in ["syminet", "manageiq", "hyperstack", "genesiscloud"] {
        println!("cargo::rerun-if-changed={provider}.json");
        let document: openapiv3::OpenAPI = serde_json::from_slice(&fs::read(format!("{provider}.json"))?)?;
        let tokens = progenitor::Generator::default().generate_tokens(&document)?;
        let text = prettyplease::unparse(&syn::parse2(tokens)?);
        // reqwest has no method `options`.
        let text = text.replace(".options(url)", ".request(reqwest::Method::OPTIONS, url)");
        fs::write(Path::new(&out).join(format!("{provider}.rs")), text)?;
    }
    Ok(())
}
