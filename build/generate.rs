//! Turns each document under `openapi/` into a client, typed mocks, a strict JSON copy and an operation table.
//!
//! The YAML file is the only description of a provider. Whatever the generator cannot handle, or would read too
//! strictly for a client that must cope with unexpected responses, is removed from a *copy* (`relax.rs`); the file
//! itself is never adapted.

#[path = "builders.rs"]
mod builders;
#[path = "derived.rs"]
mod derived;
#[path = "relax.rs"]
mod relax;
#[path = "slim.rs"]
mod slim;
#[path = "table.rs"]
mod table;
#[path = "yaml.rs"]
mod yaml;

use std::error::Error;
use std::fs;
use std::path::Path;

/// Which of a provider's files to generate: each takes time to generate and write.
pub struct Wanted {
    pub client: bool,
    pub mock: bool,
}

/// Writes the requested files for a provider's document to a directory. The JSON and the table are always written.
pub fn write(provider: &str, document: &str, wanted: &Wanted, folder: &Path) -> Result<(), Box<dyn Error>> {
    let strict = yaml::read(document)?;
    fs::write(folder.join(format!("{provider}.json")), serde_json::to_string_pretty(&strict)?)?;
    fs::write(folder.join(format!("{provider}_operations.rs")), table::operations(&strict)?)?;
    let relaxed = relax::relaxed(strict);
    if wanted.mock {
        fs::write(folder.join(format!("{provider}_mock.rs")), generate_mock(provider, relaxed.clone())?)?;
    }
    if wanted.client {
        fs::write(folder.join(format!("{provider}.rs")), generate(relaxed)?)?;
    }
    Ok(())
}

fn settings() -> Result<progenitor::GenerationSettings, Box<dyn Error>> {
    let mut settings = progenitor::GenerationSettings::default();
    settings
        .with_interface(progenitor::InterfaceStyle::Builder)
        .with_hooks(progenitor::HooksMode::Expected)
        .with_inner_type("crate::transport::Transport".parse()?)
        // Our own type rejects hostile IDs before a URL is built, and needs no regular expression engine at run time.
        .with_replacement(
            "PathSegment",
            "crate::spec::PathSegment",
            [progenitor::TypeImpl::Display, progenitor::TypeImpl::FromStr].into_iter(),
        )
        // Generated types print their fields, and a password must not be printed.
        .with_replacement("SecretText", "crate::spec::SecretText", std::iter::empty());
    Ok(settings)
}

/// Generates the typed mocks. They compare a query value as one string, so lists are strings in this copy.
fn generate_mock(provider: &str, mut relaxed: serde_json::Value) -> Result<String, Box<dyn Error>> {
    relax::lists_as_text(&mut relaxed);
    let document: openapiv3::OpenAPI = serde_json::from_value(relaxed)?;
    let mut generator = progenitor::Generator::new(&settings()?);
    let tokens = generator.httpmock(&document, &format!("crate::generated::{provider}"))?;
    let text = escape_segments(&tokens.to_string())?;
    Ok(prettyplease::unparse(&syn::parse_str(&text)?))
}

/// The generator inserts path parameters into a regular expression unescaped: their dots would match anything, a
/// parenthesis would panic, and characters percent-encoded by the client would never match.
fn escape_segments(text: &str) -> Result<String, &'static str> {
    const TEMPLATE: &str = "format ! (\"^";
    const VALUE: &str = "value . to_string ()";
    let mut pieces = text.split(TEMPLATE);
    let mut escaped = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (before, after) = piece.split_once(VALUE).ok_or("the generator now writes mock paths differently")?;
        escaped.push_str(&[TEMPLATE, before, "crate::mock::segment(value)", after].concat());
    }
    if escaped.len() == text.len() && text.contains("path_matches (re)") {
        return Err("the generator now writes mock paths differently");
    }
    Ok(escaped)
}

/// Clients come from the transport alone, which nobody else can name. `new` would also panic without TLS.
fn without_constructors(text: &str) -> Result<String, &'static str> {
    const CHANGED: &str = "the generator writes the constructors of clients otherwise";
    const FIRST: &str = "    /// Create a new client.";
    const SECOND: &str = "    /// Construct a new client with an existing";
    const INFO: &str = "impl ClientInfo<";
    let (before, rest) = text.split_once(FIRST).ok_or(CHANGED)?;
    let (removed, after) = rest.split_once(SECOND).ok_or(CHANGED)?;
    let hidden = after.replacen("pub fn new_with_client(", "pub(crate) fn new_with_client(", 1);
    let hidden = hidden.replacen(INFO, "#[doc(hidden)]\nimpl ClientInfo<", 1);
    // Both replacements, and nothing but the one function between.
    if removed.matches(" fn ").count() != 1 || hidden.len() != after.len() + "(crate)#[doc(hidden)]\n".len() {
        return Err(CHANGED);
    }
    Ok([before, SECOND, &hidden].concat())
}

/// Generates the client from the relaxed copy.
fn generate(relaxed: serde_json::Value) -> Result<String, Box<dyn Error>> {
    let has_options = relaxed["paths"].to_string().contains("\"options\":");
    let document: openapiv3::OpenAPI = serde_json::from_value(relaxed)?;
    let tokens = progenitor::Generator::new(&settings()?).generate_tokens(&document)?;
    let mut file = syn::parse2(tokens)?;
    builders::without_unused(&mut file)?;
    derived::replaced(&mut file)?;
    let mut text = prettyplease::unparse(&file);

    // The examples in generated docs are sketches: marked as text, not as code that is never compiled.
    text = text.replace("```ignore", "```text");
    text = without_constructors(&text)?;

    // reqwest has no `Client::options`.
    if has_options {
        const WRONG: &str = ".options(url)";
        if !text.contains(WRONG) {
            return Err("the generator no longer writes `.options(url)`: remove this replacement".into());
        }
        text = text.replace(WRONG, ".request(::reqwest::Method::OPTIONS, url)");
    }
    Ok(slim::slim(&text)?)
}
