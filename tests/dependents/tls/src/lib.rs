//! Tests the library's TLS against the rustls provider that the program chose: each cipher suite with each key exchange and each kind of
//! certificate.

use std::sync::Arc;

use cloudsnap::{Auth, Client, ErrorKind, Provider};
use rustls::crypto::{CryptoProvider, SupportedKxGroup};
use rustls::pki_types::PrivateKeyDer;
use rustls::{NamedGroup, ServerConfig, SignatureAlgorithm, SupportedCipherSuite};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio_rustls::TlsAcceptor;

/// Several times the maximum length of a TLS record.
fn body() -> String {
    format!("{{\"text\":\"{}\"}}", "0123456789".repeat(20_000))
}

fn http_body(response: http::Response<bytes::Bytes>) -> String {
    String::from_utf8_lossy(response.body()).into_owned()
}

/// A server on this machine, for one suite and one group.
struct Server {
    url: String,
    task: tokio::task::JoinHandle<()>,
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Server {
    async fn start(config: ServerConfig) -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("https://localhost:{}/api", listener.local_addr().unwrap().port());
        let acceptor = TlsAcceptor::from(Arc::new(config));
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let acceptor = acceptor.clone();
                tokio::spawn(async move {
                    // A client that does not trust the certificate hangs up.
                    let Ok(mut stream) = acceptor.accept(stream).await else { return };
                    let mut head = [0; 8192];
                    while matches!(stream.read(&mut head).await, Ok(1..)) {
                        let body = body();
                        let length = body.len();
                        let head = format!(
                            "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {length}\r\n\r\n"
                        );
                        if stream.write_all((head + &body).as_bytes()).await.is_err() || stream.flush().await.is_err() {
                            return;
                        }
                    }
                });
            }
        });
        Self { url, task }
    }
}

/// Keys for server certificates, by signature algorithm.
pub struct Keys {
    /// For the suites with ECDSA.
    pub ecdsa: Vec<rcgen::KeyPair>,
    /// For the suites with RSA.
    pub rsa: Vec<rcgen::KeyPair>,
}

fn config(
    provider: &CryptoProvider,
    suite: SupportedCipherSuite,
    group: &'static dyn SupportedKxGroup,
    key: &rcgen::KeyPair,
) -> (String, ServerConfig) {
    let certificate = rcgen::CertificateParams::new(["localhost".to_owned()]).unwrap().self_signed(key).unwrap();
    let provider = CryptoProvider { cipher_suites: vec![suite], kx_groups: vec![group], ..provider.clone() };
    let private = PrivateKeyDer::try_from(key.serialize_der()).unwrap();
    let config = ServerConfig::builder_with_provider(Arc::new(provider))
        .with_protocol_versions(&[suite.version()])
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![certificate.der().clone()], private)
        .unwrap();
    (certificate.pem(), config)
}

fn client(url: &str, pem: Option<String>) -> Client {
    let builder = Client::builder(Provider::Syminet).base_url(url).auth(Auth::token("test-token"));
    pem.into_iter().fold(builder, |builder, pem| builder.ca_certificate_pem(pem)).build().unwrap()
}

/// Every suite of the provider with every group that the library supports and every suitable key: a long response is read completely,
/// twice on one connection, and a server with an untrusted certificate gets no request. Returns the number of combinations.
pub async fn every_suite_and_group(provider: CryptoProvider, keys: &Keys) -> usize {
    let groups = [NamedGroup::X25519, NamedGroup::secp256r1, NamedGroup::secp384r1];
    let mut tried = 0;
    for suite in &provider.cipher_suites {
        for group in provider.kx_groups.iter().copied().filter(|group| groups.contains(&group.name())) {
            for (kind, key) in keys
                .ecdsa
                .iter()
                .map(|key| (SignatureAlgorithm::ECDSA, key))
                .chain(keys.rsa.iter().map(|key| (SignatureAlgorithm::RSA, key)))
                .filter(|(kind, _)| suite.usable_for_signature_algorithm(*kind))
            {
                let (pem, config) = config(&provider, *suite, group, key);
                let server = Server::start(config).await;
                let what = format!("{:?} {:?} {kind:?}", suite.suite(), group.name());
                let trusting = client(&server.url, Some(pem));
                for turn in 1..=2 {
                    let response = trusting.request("GET", "/images", None).await;
                    let read = response.map(http_body).unwrap_or_else(|error| format!("{error:?}"));
                    assert!(read == body(), "{what}, {turn}: {:.400}", read);
                }
                tried += 1;
                if tried == 1 {
                    let error = client(&server.url, None).request("GET", "/images", None).await.unwrap_err();
                    assert_eq!(error.kind(), ErrorKind::Transport, "{what}: {error}");
                    assert!(error.to_string().contains("certificate"), "{what}: {error}");
                }
            }
        }
    }
    tried
}
