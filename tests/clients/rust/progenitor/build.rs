//! Generates a client from each unmodified document: CLOUDSNAP_DOCUMENTS is the folder that contains them.

use std::error::Error;
use std::path::PathBuf;
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let documents = PathBuf::from(env::var("CLOUDSNAP_DOCUMENTS")?);
    let out = PathBuf::from(env::var("OUT_DIR")?);
    println!("cargo:rerun-if-env-changed=CLOUDSNAP_DOCUMENTS");
    for provider in ["syminet", "manageiq", "hyperstack", "genesiscloud"] {
        let path = documents.join(format!("{provider}.json"));
        println!("cargo:rerun-if-changed={}", path.display());
        let document: openapiv3::OpenAPI = serde_json::from_slice(&fs::read(path)?)?;
        let text = progenitor::Generator::default().generate_tokens(&document)?.to_string();
        // A bug in the generator: reqwest has no method `options`.
        let text = text.replace(". options (url)", ". request (reqwest :: Method :: OPTIONS , url)");
        fs::write(out.join(format!("{provider}.rs")), text)?;
    }
    Ok(())
}
