//! Certificates: which are accepted, and how rejected ones are explained.

#![cfg(all(feature = "syminet", feature = "tls-ring"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use std::io::{Read, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use cloudsnap::{Auth, Client, ClientBuilder, Error, ErrorKind, ListSnapshots, Provider};
use futures_util::TryStreamExt;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};

fn pem(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/tests/fixtures/tls/{name}.pem", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// Presents one certificate to every client, whatever its contents.
#[derive(Debug)]
struct Always(Arc<rustls::sign::CertifiedKey>);

impl rustls::server::ResolvesServerCert for Always {
    fn resolve(&self, _hello: rustls::server::ClientHello<'_>) -> Option<Arc<rustls::sign::CertifiedKey>> {
        Some(Arc::clone(&self.0))
    }
}

/// A server with this certificate that responds to everything with an empty list, and the number of its requests.
fn server(name: &str, version: &'static rustls::SupportedProtocolVersion) -> (String, Arc<AtomicUsize>) {
    let list = r#"{"data": [], "page": 1, "pages": 1, "results": 0}"#;
    server_with(rustls::crypto::ring::default_provider(), (name, "key"), version, list.to_owned())
}

/// The same with these algorithms, another file's key, and another response.
fn server_with(
    crypto: rustls::crypto::CryptoProvider,
    (name, key): (&str, &str),
    version: &'static rustls::SupportedProtocolVersion,
    body: String,
) -> (String, Arc<AtomicUsize>) {
    let key = crypto.key_provider.load_private_key(PrivateKeyDer::from_pem_slice(&pem(key)).unwrap()).unwrap();
    let certificate = CertificateDer::from_pem_slice(&pem(name)).unwrap();
    let shown = Always(Arc::new(rustls::sign::CertifiedKey::new(vec![certificate], key)));
    let config = rustls::ServerConfig::builder_with_provider(Arc::new(crypto)).with_protocol_versions(&[version]);
    let config = Arc::new(config.unwrap().with_no_client_auth().with_cert_resolver(Arc::new(shown)));
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let (addr, calls) = (listener.local_addr().unwrap(), Arc::<AtomicUsize>::default());
    let count = Arc::clone(&calls);
    std::thread::spawn(move || {
        for stream in listener.incoming().map_while(Result::ok) {
            count.fetch_add(1, Ordering::Relaxed);
            let session = rustls::ServerConnection::new(Arc::clone(&config)).unwrap();
            let mut stream = rustls::StreamOwned::new(session, stream);
            let mut head = [0; 4096];
            let Ok(1..) = stream.read(&mut head) else { continue };
            let length = body.len();
            let head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nconnection: close";
            let _ = write!(stream, "{head}\r\ncontent-length: {length}\r\n\r\n{body}");
            stream.conn.send_close_notify();
            let _ = stream.flush();
        }
    });
    (format!("https://{addr}/api"), calls)
}

async fn list(builder: impl Fn(ClientBuilder) -> ClientBuilder, url: &str) -> Result<usize, Error> {
    let base = Client::builder(Provider::Syminet).base_url(url).auth(Auth::token("tok-0123456789"));
    let client = builder(base.timeout(Duration::from_secs(20))).build()?;
    client.snapshots(ListSnapshots::default()).try_collect::<Vec<_>>().await.map(|all| all.len())
}

/// Certificates created by ManageIQ's own script are CA certificates or of version 1: no verifier accepts them, but
/// they can be pinned.
#[tokio::test]
async fn only_the_pinned_certificate_is_accepted() {
    for version in [&rustls::version::TLS12, &rustls::version::TLS13] {
        for name in ["ca-true", "v1", "other-name"] {
            let (url, _) = server(name, version);
            assert_eq!(list(|base| base.pin_certificate_pem(pem(name)), &url).await.unwrap(), 0, "{name} {version:?}");
            let error = list(|base| base.pin_certificate_pem(pem("another")), &url).await.unwrap_err();
            assert!(error.to_string().contains("not the pinned certificate"), "{error}");
        }
    }
}

/// A certificate is public: a server presenting it must also hold its key.
#[tokio::test]
async fn a_server_must_hold_the_key_of_the_pinned_certificate() {
    for version in [&rustls::version::TLS12, &rustls::version::TLS13] {
        let list_with = async |key| {
            let crypto = rustls::crypto::ring::default_provider();
            let body = r#"{"data": [], "page": 1, "pages": 1, "results": 0}"#.to_owned();
            let (url, _) = server_with(crypto, ("ecdsa", key), version, body);
            list(|base| base.pin_certificate_pem(pem("ecdsa")), &url).await
        };
        assert_eq!(list_with("ecdsa-key").await.unwrap(), 0, "{version:?}");
        let error = list_with("stranger-key").await.unwrap_err();
        assert!(error.to_string().contains("certificate was rejected"), "{version:?} {error}");
    }
}

/// All cipher suites and groups of the client interoperate with rustls's own provider, over many records.
#[tokio::test]
async fn every_cipher_suite_and_group_interoperates() {
    let whole = rustls::crypto::ring::default_provider();
    // More than fits in one record, and of several lengths.
    let body = format!(r#"{{"data": [], "page": 1, "pages": 1, "results": 0, "more": "{}"}}"#, "x".repeat(100_001));
    for suite in &whole.cipher_suites {
        let name = format!("{:?}", suite.suite());
        let shown = if name.contains("_RSA_") { ("ca-true", "key") } else { ("ecdsa", "ecdsa-key") };
        let version = if suite.tls13().is_some() { &rustls::version::TLS13 } else { &rustls::version::TLS12 };
        for group in &whole.kx_groups {
            let mut crypto = whole.clone();
            crypto.cipher_suites = vec![*suite];
            crypto.kx_groups = vec![*group];
            let (url, calls) = server_with(crypto, shown, version, body.clone());
            let listed = list(|base| base.pin_certificate_pem(pem(shown.0)), &url).await;
            assert_eq!(listed.unwrap(), 0, "{name} {:?}", group.name());
            assert_eq!(calls.load(Ordering::Relaxed), 1, "{name}");
        }
    }
    assert_eq!((whole.cipher_suites.len(), whole.kx_groups.len()), (9, 3));
}

#[tokio::test]
async fn a_rejected_certificate_is_explained_once_and_with_advice() {
    for (name, trusted, words) in [
        ("ca-true", true, "a CA certificate"),
        ("ca-true", false, "a CA certificate"),
        ("other-name", false, "not signed by a trusted CA"),
        ("v1", false, "old version"),
        ("other-name", true, "not valid for the host"),
    ] {
        let (url, calls) = server(name, &rustls::version::TLS13);
        // With at least one CA given, the test needs no system certificates.
        let ca = if trusted { name } else { "another" };
        let error = list(|base| base.ca_certificate_pem(pem(ca)), &url).await.unwrap_err();
        let text = error.to_string();
        assert!(
            text.contains("certificate was rejected") && text.contains(words) && text.contains("pin"),
            "{name}: {text}"
        );
        assert_eq!((error.kind(), error.attempts()), (ErrorKind::Transport, 1), "{text}");
        assert!(!error.is_retryable() && !error.may_have_taken_effect(), "{text}");
        assert_eq!(calls.load(Ordering::Relaxed), 1, "{text}");
    }
}

#[test]
fn invalid_certificates_are_reported_before_anything_is_sent() {
    let https = || Client::builder(Provider::Syminet).base_url("https://cloud.example").auth(Auth::token("t"));
    let two = [pem("v1"), pem("ca-true")].concat();
    let cut = b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n".to_vec();
    for (builder, why) in [
        (https().ca_certificate_pem("nonsense"), "the CA file contains no PEM certificate"),
        (https().ca_certificate_pem(cut.clone()), "invalid certificate"),
        (https().ca_certificate_pem("-----BEGIN CERTIFICATE-----\n!!\n-----END CERTIFICATE-----\n"), "PEM format"),
        (https().pin_certificate_pem(two), "2 are given"),
        (https().pin_certificate_pem(pem("key")), "the pinned certificate contains no PEM certificate"),
        (https().pin_certificate_pem(cut), "invalid certificate"),
    ] {
        let error = builder.build().unwrap_err();
        assert!(error.kind() == ErrorKind::Config && error.to_string().contains(why), "{why}: {error}");
    }
}

/// A name that cannot be resolved will not resolve on a retry.
#[tokio::test]
async fn an_unresolvable_name_is_not_retryable() {
    let error =
        list(|base| base.ca_certificate_pem(pem("ca-true")).no_proxy(), "https://cloud.invalid").await.unwrap_err();
    assert!(!error.is_retryable(), "{error}");
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Unavailable, 1), "{error}");
}
