//! Providers are complete: each row of the table has everything that is defined elsewhere. `docs/providers.md` lists these places.

#![cfg(all(feature = "config", feature = "sandbox"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use std::fs;
use std::path::Path;

use cloudsnap::sandbox::{Credential, Sandbox};
use cloudsnap::spec::Provider;
use cloudsnap::{Auth, Client, config};

fn read(file: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap()
}

#[test]
fn each_is_a_default_feature() {
    let manifest = read("Cargo.toml");
    let default = manifest.lines().find(|line| line.starts_with("default = ")).unwrap();
    for id in Provider::ALL.iter().map(|provider| provider.id()) {
        assert!(manifest.contains(&format!("\n{id} = []\n")), "Cargo.toml has no feature {id}");
        assert!(default.contains(&format!("\"{id}\"")), "the feature {id} is not a default feature");
    }
}

#[test]
fn each_has_environment_variables() {
    for &provider in Provider::ALL {
        let token = config::variables(provider).any(|variable| variable.meaning == config::Meaning::Token);
        assert!(token, "src/config/mod.rs: {provider} has no variable for a token");
    }
}

#[tokio::test]
async fn each_has_an_adapter_that_works_with_its_sandbox() {
    for &provider in Provider::ALL {
        let sandbox = Sandbox::builder(provider).start().await.unwrap();
        let auth = match sandbox.credential(provider) {
            Credential::Token(token) => Auth::token(token),
            Credential::Basic { username, password } => Auth::basic(username, password),
            _ => panic!("{provider}: another kind of credential"),
        };
        let client = Client::builder(provider).base_url(sandbox.base_url(provider)).auth(auth).build().unwrap();
        assert!(client.capabilities(None).list_snapshots, "{provider} lists no snapshots");
        client.snapshots_page(&cloudsnap::ListSnapshots::default(), None).await.unwrap();
    }
}

#[test]
fn each_is_documented() {
    for provider in Provider::ALL {
        for (file, name) in [
            ("README.md", provider.title()),
            ("docs/capabilities.md", provider.title()),
            ("docs/connecting.md", provider.title()),
            ("src/lib.rs", provider.title()),
            (".ci/run", provider.id()),
        ] {
            assert!(read(file).contains(name), "{file} does not name {name}");
        }
        let provenance = format!("openapi/provenance/{provider}.md");
        assert!(!read(&provenance).is_empty(), "{provenance} is empty");
    }
}
