//! The program's own code behaves as it does without the library, and the library's TLS works beside it.

use rcgen::KeyPair;

/// rustls uses the provider that the program enabled; it panics if a library enabled the other one too.
#[test]
fn rustls_finds_the_provider_of_the_program() {
    let config =
        rustls::ClientConfig::builder().with_root_certificates(rustls::RootCertStore::empty()).with_no_client_auth();
    assert!(!config.crypto_provider().cipher_suites.is_empty());
    cloudsnap::Client::builder(cloudsnap::Provider::Syminet).auth(cloudsnap::Auth::token("t")).build().unwrap();
}

/// Sorted, serde_json's default, and in 32 bytes.
#[test]
fn json_keeps_serde_jsons_defaults() {
    let value = serde_json::json!({"z": 1, "a": 2});
    assert_eq!(value.to_string(), r#"{"a":2,"z":1}"#);
    assert_eq!(size_of::<serde_json::Value>(), 32);
    // Neither `arbitrary_precision` nor `float_roundtrip`.
    assert!(serde_json::from_str::<serde_json::Value>("1e999").is_err());
}

#[tokio::test]
async fn tls_with_aws_lc_talks_to_ring() {
    let make = |algorithm| KeyPair::generate_for(algorithm).unwrap();
    // rcgen cannot create RSA keys with ring; the program with aws-lc covers them.
    let keys =
        tls::Keys { ecdsa: vec![make(&rcgen::PKCS_ECDSA_P256_SHA256), make(&rcgen::PKCS_ED25519)], rsa: Vec::new() };
    assert_eq!(tls::every_suite_and_group(rustls::crypto::ring::default_provider(), &keys).await, 3 * (3 * 2 + 3 * 2));
}
