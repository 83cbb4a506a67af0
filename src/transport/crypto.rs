//! Connects rustls to *ring* or aws-lc without using rustls's own features `ring` and `aws_lc_rs`.
//!
//! Those features are for the application to choose: `rustls::ClientConfig::builder()` uses whichever is enabled and
//! panics if both are. A library that enables one breaks applications that use the other. This module therefore
//! connects the primitives to rustls through its public interface for this purpose. The algorithms, their order and
//! their limits are those of rustls's own providers. It contains only what a client needs: no private keys, session
//! tickets or QUIC.

mod backend;
mod primitives;
mod record;

use rustls::crypto::tls12::PrfUsingHmac;
use rustls::crypto::tls13::HkdfUsingHmac;
use rustls::crypto::{CipherSuiteCommon, CryptoProvider, KeyExchangeAlgorithm, KeyProvider, WebPkiSupportedAlgorithms};
use rustls::{CipherSuite, SignatureScheme, SupportedCipherSuite, Tls12CipherSuite, Tls13CipherSuite};

use backend::{aead, verify};
use primitives::{HMAC_SHA256, HMAC_SHA384, P256, P384, Random, SHA256, SHA384, X25519};
use record::{ChaCha12, Gcm12, Record13};

/// The provider for the configuration of one connection; nothing is installed process-wide.
pub(crate) fn provider() -> CryptoProvider {
    CryptoProvider {
        cipher_suites: vec![
            SupportedCipherSuite::Tls13(&AES_256_13),
            SupportedCipherSuite::Tls13(&AES_128_13),
            SupportedCipherSuite::Tls13(&CHACHA_13),
            SupportedCipherSuite::Tls12(&ECDSA_AES_256),
            SupportedCipherSuite::Tls12(&ECDSA_AES_128),
            SupportedCipherSuite::Tls12(&ECDSA_CHACHA),
            SupportedCipherSuite::Tls12(&RSA_AES_256),
            SupportedCipherSuite::Tls12(&RSA_AES_128),
            SupportedCipherSuite::Tls12(&RSA_CHACHA),
        ],
        kx_groups: vec![&X25519, &P256, &P384],
        signature_verification_algorithms: SIGNATURES,
        secure_random: &Random,
        key_provider: &NoKeys,
    }
}

/// The client does not use a certificate of its own.
#[derive(Debug)]
struct NoKeys;

impl KeyProvider for NoKeys {
    fn load_private_key(
        &self,
        _key: rustls::pki_types::PrivateKeyDer<'static>,
    ) -> Result<std::sync::Arc<dyn rustls::sign::SigningKey>, rustls::Error> {
        Err(rustls::Error::General("private keys are not supported".to_owned()))
    }
}

/// The number of records one key may protect: 2^24 for AES-GCM, as in rustls; for ChaCha20-Poly1305 there is no
/// practical limit.
const GCM_RECORDS: u64 = 1 << 24;

macro_rules! tls13 {
    ($($name:ident: $suite:ident, $hash:ident, $hmac:ident, $aead:expr, $limit:expr;)*) => {$(
        static $name: Tls13CipherSuite = Tls13CipherSuite {
            common: CipherSuiteCommon {
                suite: CipherSuite::$suite,
                hash_provider: &$hash,
                confidentiality_limit: $limit,
            },
            hkdf_provider: &HkdfUsingHmac(&$hmac),
            aead_alg: &$aead,
            quic: None,
        };
    )*};
}

tls13! {
    AES_256_13: TLS13_AES_256_GCM_SHA384, SHA384, HMAC_SHA384, Record13(&aead::AES_256_GCM), GCM_RECORDS;
    AES_128_13: TLS13_AES_128_GCM_SHA256, SHA256, HMAC_SHA256, Record13(&aead::AES_128_GCM), GCM_RECORDS;
    CHACHA_13: TLS13_CHACHA20_POLY1305_SHA256, SHA256, HMAC_SHA256, Record13(&aead::CHACHA20_POLY1305), u64::MAX;
}

macro_rules! tls12 {
    ($($name:ident: $suite:ident, $sign:ident, $hash:ident, $hmac:ident, $aead:expr, $limit:expr;)*) => {$(
        static $name: Tls12CipherSuite = Tls12CipherSuite {
            common: CipherSuiteCommon {
                suite: CipherSuite::$suite,
                hash_provider: &$hash,
                confidentiality_limit: $limit,
            },
            kx: KeyExchangeAlgorithm::ECDHE,
            sign: $sign,
            aead_alg: &$aead,
            prf_provider: &PrfUsingHmac(&$hmac),
        };
    )*};
}

tls12! {
    ECDSA_AES_256: TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384, ECDSA, SHA384, HMAC_SHA384, Gcm12(&aead::AES_256_GCM), GCM_RECORDS;
    ECDSA_AES_128: TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, ECDSA, SHA256, HMAC_SHA256, Gcm12(&aead::AES_128_GCM), GCM_RECORDS;
    ECDSA_CHACHA: TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256, ECDSA, SHA256, HMAC_SHA256, ChaCha12, u64::MAX;
    RSA_AES_256: TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384, RSA, SHA384, HMAC_SHA384, Gcm12(&aead::AES_256_GCM), GCM_RECORDS;
    RSA_AES_128: TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, RSA, SHA256, HMAC_SHA256, Gcm12(&aead::AES_128_GCM), GCM_RECORDS;
    RSA_CHACHA: TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256, RSA, SHA256, HMAC_SHA256, ChaCha12, u64::MAX;
}

static ECDSA: &[SignatureScheme] = &[
    SignatureScheme::ED25519,
    SignatureScheme::ECDSA_NISTP521_SHA512,
    SignatureScheme::ECDSA_NISTP384_SHA384,
    SignatureScheme::ECDSA_NISTP256_SHA256,
];

static RSA: &[SignatureScheme] = &[
    SignatureScheme::RSA_PSS_SHA512,
    SignatureScheme::RSA_PSS_SHA384,
    SignatureScheme::RSA_PSS_SHA256,
    SignatureScheme::RSA_PKCS1_SHA512,
    SignatureScheme::RSA_PKCS1_SHA384,
    SignatureScheme::RSA_PKCS1_SHA256,
];

static SIGNATURES: WebPkiSupportedAlgorithms = WebPkiSupportedAlgorithms {
    all: &[
        verify::ECDSA_P256_SHA256,
        verify::ECDSA_P256_SHA384,
        verify::ECDSA_P384_SHA256,
        verify::ECDSA_P384_SHA384,
        verify::ED25519,
        verify::RSA_PSS_2048_8192_SHA256_LEGACY_KEY,
        verify::RSA_PSS_2048_8192_SHA384_LEGACY_KEY,
        verify::RSA_PSS_2048_8192_SHA512_LEGACY_KEY,
        verify::RSA_PKCS1_2048_8192_SHA256,
        verify::RSA_PKCS1_2048_8192_SHA384,
        verify::RSA_PKCS1_2048_8192_SHA512,
        verify::RSA_PKCS1_2048_8192_SHA256_ABSENT_PARAMS,
        verify::RSA_PKCS1_2048_8192_SHA384_ABSENT_PARAMS,
        verify::RSA_PKCS1_2048_8192_SHA512_ABSENT_PARAMS,
    ],
    // TLS 1.2 does not fix the curve; TLS 1.3 uses the first of each.
    mapping: &[
        (SignatureScheme::ECDSA_NISTP384_SHA384, &[verify::ECDSA_P384_SHA384, verify::ECDSA_P256_SHA384]),
        (SignatureScheme::ECDSA_NISTP256_SHA256, &[verify::ECDSA_P256_SHA256, verify::ECDSA_P384_SHA256]),
        (SignatureScheme::ED25519, &[verify::ED25519]),
        (SignatureScheme::RSA_PSS_SHA512, &[verify::RSA_PSS_2048_8192_SHA512_LEGACY_KEY]),
        (SignatureScheme::RSA_PSS_SHA384, &[verify::RSA_PSS_2048_8192_SHA384_LEGACY_KEY]),
        (SignatureScheme::RSA_PSS_SHA256, &[verify::RSA_PSS_2048_8192_SHA256_LEGACY_KEY]),
        (SignatureScheme::RSA_PKCS1_SHA512, &[verify::RSA_PKCS1_2048_8192_SHA512]),
        (SignatureScheme::RSA_PKCS1_SHA384, &[verify::RSA_PKCS1_2048_8192_SHA384]),
        (SignatureScheme::RSA_PKCS1_SHA256, &[verify::RSA_PKCS1_2048_8192_SHA256]),
    ],
};
