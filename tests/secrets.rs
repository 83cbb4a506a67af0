//! Collects everything that the crate and the command line can print, with known secrets everywhere a secret can occur,
//! and finds none of them.

#![cfg(all(feature = "sandbox", feature = "syminet", feature = "genesiscloud"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

#[cfg(feature = "cli")]
#[path = "secrets/cli.rs"]
mod cli;
#[path = "common/doc.rs"]
mod doc;
#[path = "secrets/library.rs"]
mod library;
#[cfg(feature = "manageiq")]
#[path = "secrets/manageiq.rs"]
mod manageiq;
#[path = "common/raw.rs"]
mod raw;

use base64::Engine;

/// A token or API key, with characters that JSON and URLs escape.
pub const TOKEN: &str = "tok+/SECRET-0123456789\"x";
/// A user's password (Basic).
pub const PASSWORD: &str = "pw-SECRET-basic-1";
/// The password in the user part of a URL: base URL, proxy, image.
pub const URL_PASSWORD: &str = "pw-SECRET-url-2";
/// The password of a new machine.
pub const VM_PASSWORD: &str = "Pw-SECRET-vm-3\\\"x";
/// The token a server issues for a password.
pub const GIVEN: &str = "given+/SECRET-5678\"y";
/// A cookie set by a server.
pub const COOKIE: &str = "sid-SECRET-cookie-4";

/// Everything that was printed, and where.
#[derive(Default)]
pub struct Gathered(Vec<(String, String)>);

impl Gathered {
    /// Records what was printed in this place.
    pub fn add(&mut self, place: impl Into<String>, text: impl Into<String>) {
        self.0.push((place.into(), text.into()));
    }

    /// Texts that contain a secret, in any form.
    fn leaks(&self) -> Vec<String> {
        let forms = [TOKEN, PASSWORD, URL_PASSWORD, VM_PASSWORD, GIVEN, COOKIE].into_iter().flat_map(|secret| {
            let quoted = serde_json::Value::from(secret).to_string();
            let debug = format!("{secret:?}");
            let base64 = base64::engine::general_purpose::STANDARD.encode(secret);
            let user = base64::engine::general_purpose::STANDARD.encode(format!("admin:{secret}"));
            let url: String = url::form_urlencoded::byte_serialize(secret.as_bytes()).collect();
            let inner = |text: String| text[1..text.len() - 1].to_owned();
            let plain = [secret.to_owned(), inner(quoted), inner(debug), base64, user, url];
            plain.into_iter().chain(spellings(secret))
        });
        // Half a secret is a secret, too, in any alphabet.
        let half = "SECRET-";
        let halves = [half.to_owned()].into_iter().chain(spellings(half)).chain(["SECRET".to_owned()]);
        // Millions of bytes are searched for hundreds of forms: at most bytes, none begins.
        let mut begin: Vec<Vec<String>> = vec![Vec::new(); 256];
        for form in forms.chain(halves) {
            begin[usize::from(form.as_bytes()[0])].push(form);
        }
        let found = self.0.iter().flat_map(|(place, text)| {
            let (at, form) = first(&begin, text.as_bytes())?;
            let around: Vec<char> = String::from_utf8_lossy(&text.as_bytes()[..at]).chars().rev().take(60).collect();
            let around: String = around.into_iter().rev().collect();
            Some(format!("{place}: ...{around}>>{form}<<"))
        });
        found.collect()
    }
}

/// The first of these forms in a text, and its position. The forms are listed by their first byte.
fn first<'a>(begin: &'a [Vec<String>], text: &[u8]) -> Option<(usize, &'a str)> {
    for (at, byte) in text.iter().enumerate() {
        for form in &begin[usize::from(*byte)] {
            if text[at..].starts_with(form.as_bytes()) {
                return Some((at, form));
            }
        }
    }
    None
}

/// Other encodings in which a server may echo a text: HTML, percent-encoding, escapes, hexadecimal, UTF-16, base64 of a
/// text containing it.
pub fn spellings(secret: &str) -> Vec<String> {
    use base64::engine::general_purpose::{STANDARD_NO_PAD, URL_SAFE_NO_PAD};
    let each = |spell: &dyn Fn(u8) -> String| secret.bytes().map(spell).collect::<String>();
    let mut all = vec![
        each(&|byte| format!("%{byte:02x}")),
        each(&|byte| format!("%{byte:02X}")),
        each(&|byte| format!("&#{byte};")),
        each(&|byte| format!("&#x{byte:x};")),
        each(&|byte| format!("\\u{byte:04x}")),
        each(&|byte| format!("{byte:02x}")),
        each(&|byte| format!("{byte:02X}")),
        each(&|byte| format!("{}\0", char::from(byte))),
        secret.replace('&', "&amp;").replace('"', "&quot;").replace('+', "&#43;").replace('/', "&#x2F;"),
        secret.replace('/', "\\/"),
    ];
    for before in ["", "x", "xy"] {
        let text = format!("{before}{secret}");
        let (from, to) = ((before.len() * 8).div_ceil(6), text.len() * 8 / 6);
        all.push(STANDARD_NO_PAD.encode(&text)[from..to].to_owned());
        all.push(URL_SAFE_NO_PAD.encode(&text)[from..to].to_owned());
    }
    all
}

/// A text containing all secrets is detected: otherwise the rest proves nothing.
#[test]
fn the_search_finds_all_secrets() {
    for text in [TOKEN, GIVEN, VM_PASSWORD, &format!("{VM_PASSWORD:?}"), "YWRtaW46cHctU0VDUkVULWJhc2ljLTE="] {
        let mut gathered = Gathered::default();
        gathered.add("here", text);
        assert_eq!(gathered.leaks().len(), 1, "{text}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_secret_is_printed_anywhere() {
    let mut gathered = Gathered::default();
    library::gather(&mut gathered).await;
    #[cfg(feature = "cli")]
    cli::gather(&mut gathered).await;
    let leaks = gathered.leaks();
    let bytes: usize = gathered.0.iter().map(|(_, text)| text.len()).sum();
    let table = format!(
        "| | |\n|---|---:|\n| texts gathered | {} |\n| bytes | {bytes} |\n| **secrets found** | {} |\n",
        gathered.0.len(),
        leaks.len()
    );
    doc::record("secrets", &table);
    assert!(leaks.is_empty(), "{}", leaks.join("\n"));
    assert!(gathered.0.len() > 100, "{}", gathered.0.len());
}
