//! TLS: which certificates are trusted, and explanations for rejected ones.

use std::sync::Arc;

use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::{WebPkiSupportedAlgorithms, verify_tls13_signature_with_raw_key};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName, SubjectPublicKeyInfoDer, UnixTime};
use rustls::{CertificateError, DigitallySignedStruct, SignatureScheme};
use rustls_platform_verifier::Verifier;

/// The TLS configuration for a connection. System certificates are read only if TLS is needed: plain http works without
/// any.
pub(super) fn config(
    ca_pems: &[Vec<u8>],
    pin_pem: Option<&[u8]>,
    needed: bool,
) -> Result<rustls::ClientConfig, String> {
    let mut extra = Vec::new();
    for pem in ca_pems {
        extra.extend(certificates(pem).map_err(|why| format!("the CA file {why}"))?);
    }
    let pin = pin_pem.map(pinned).transpose()?;
    // The provider is passed in rather than installed process-wide: another crate may have its own.
    let crypto = Arc::new(super::crypto::provider());
    let builder = rustls::ClientConfig::builder_with_provider(Arc::clone(&crypto))
        .with_safe_default_protocol_versions()
        .map_err(|error| format!("cannot set up TLS: {error}"))?;
    let verifier: Arc<dyn ServerCertVerifier> = match pin {
        Some(certificate) => Arc::new(Pin { certificate, algorithms: crypto.signature_verification_algorithms }),
        None if !needed => {
            return Ok(builder.with_root_certificates(rustls::RootCertStore::empty()).with_no_client_auth());
        }
        None => Arc::new(Verifier::new_with_extra_roots(extra, crypto).map_err(|error| {
            format!(
                "no trusted certificates: {error}; install the system's CA bundle (package ca-certificates), set \
                 SSL_CERT_FILE, or set `ca_file` to the CA of the server"
            )
        })?),
    };
    Ok(builder.dangerous().with_custom_certificate_verifier(verifier).with_no_client_auth())
}

/// Reads the certificates in a file. The error continues a sentence that starts with the file's name.
pub(super) fn certificates(pem: &[u8]) -> Result<Vec<CertificateDer<'static>>, &'static str> {
    let read: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(pem).collect();
    let certificates = read.map_err(|_| "is not in PEM format")?;
    if certificates.is_empty() {
        return Err("contains no PEM certificate");
    }
    // Otherwise an invalid certificate would be noticed at the first connection, or never.
    if certificates.iter().any(|certificate| public_key(certificate).is_none()) {
        return Err("contains an invalid certificate");
    }
    Ok(certificates)
}

fn pinned(pem: &[u8]) -> Result<CertificateDer<'static>, String> {
    match certificates(pem).map_err(|why| format!("the pinned certificate {why}"))?.as_slice() {
        [only] => Ok(only.clone()),
        several => {
            Err(format!("exactly one certificate, the server's own, can be pinned, but {} are given", several.len()))
        }
    }
}

/// Accepts exactly one certificate, regardless of its contents: for example a self-signed one marked as a CA, or one of
/// version 1. The check that the server holds its key still applies.
#[derive(Debug)]
struct Pin {
    certificate: CertificateDer<'static>,
    algorithms: WebPkiSupportedAlgorithms,
}

impl ServerCertVerifier for Pin {
    fn verify_server_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        _intermediates: &[CertificateDer<'_>],
        _name: &ServerName<'_>,
        _ocsp: &[u8],
        _now: UnixTime,
    ) -> Result<ServerCertVerified, rustls::Error> {
        match end_entity.as_ref() == self.certificate.as_ref() {
            true => Ok(ServerCertVerified::assertion()),
            false => Err(CertificateError::ApplicationVerificationFailure.into()),
        }
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        // rustls only reads version 3 certificates, but only the key is needed here.
        let (algorithm, key) = public_key(certificate).and_then(key_parts).ok_or(CertificateError::BadEncoding)?;
        let known = self.algorithms.mapping.iter().find(|(scheme, _)| *scheme == signed.scheme);
        let fits =
            known.and_then(|(_, known)| known.iter().find(|known| known.public_key_alg_id().as_ref() == algorithm));
        let verified = fits.is_some_and(|fits| fits.verify_signature(key, message, signed.signature()).is_ok());
        if verified { Ok(HandshakeSignatureValid::assertion()) } else { Err(CertificateError::BadSignature.into()) }
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        let key = public_key(certificate).ok_or(CertificateError::BadEncoding)?;
        verify_tls13_signature_with_raw_key(message, &SubjectPublicKeyInfoDer::from(key), signed, &self.algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.algorithms.supported_schemes()
    }
}

const SEQUENCE: u8 = 0x30;
const BIT_STRING: u8 = 0x03;
const VERSION: u8 = 0xa0;

/// The SubjectPublicKeyInfo of a certificate of any version.
fn public_key<'a>(certificate: &'a CertificateDer<'_>) -> Option<&'a [u8]> {
    let (certificate, _) = content(certificate.as_ref(), SEQUENCE)?;
    let (mut fields, _) = content(certificate, SEQUENCE)?;
    if fields.first() == Some(&VERSION) {
        fields = element(fields)?.1;
    }
    // Serial number, signature algorithm, issuer, validity, subject.
    for _ in 0..5 {
        fields = element(fields)?.1;
    }
    let (key, _) = element(fields)?;
    key_parts(key).map(|_| key)
}

/// The algorithm and bits of a key.
fn key_parts(key: &[u8]) -> Option<(&[u8], &[u8])> {
    let (key, _) = content(key, SEQUENCE)?;
    let (algorithm, rest) = content(key, SEQUENCE)?;
    let (bits, _) = content(rest, BIT_STRING)?;
    // The first byte counts the unused bits of the last one.
    Some((algorithm, bits.strip_prefix(&[0])?))
}

/// The content of an element of this kind, and the remaining bytes.
fn content(der: &[u8], tag: u8) -> Option<(&[u8], &[u8])> {
    let (whole, rest) = element(der)?;
    let header = if *whole.get(1)? < 0x80 { 2 } else { 2 + usize::from(whole.get(1)? & 0x7f) };
    (whole.first() == Some(&tag)).then_some((whole.get(header..)?, rest))
}

/// The first DER element, and the remaining bytes.
fn element(der: &[u8]) -> Option<(&[u8], &[u8])> {
    let first = usize::from(*der.get(1)?);
    let (header, length) = if first < 0x80 {
        (2, first)
    } else {
        let bytes = der.get(2..2 + (first & 0x7f))?;
        let fits = (1..=4).contains(&bytes.len());
        let length = bytes.iter().fold(0_usize, |length, byte| (length << 8) | usize::from(*byte));
        (2 + bytes.len(), fits.then_some(length)?)
    };
    der.split_at_checked(header.checked_add(length)?)
}

/// Why a certificate was rejected and what to create instead; `None` for other errors.
pub(super) fn refused(error: &(dyn std::error::Error + 'static)) -> Option<String> {
    // The layers in between wrap the cause in I/O errors, which do not expose it as their source, and do so more than
    // once.
    let mut error = error;
    while let Some(inner) = error.downcast_ref::<std::io::Error>().and_then(std::io::Error::get_ref) {
        error = inner;
    }
    let rustls::Error::InvalidCertificate(why) = error.downcast_ref::<rustls::Error>()? else { return None };
    const ADVICE: &str =
        "create one with basicConstraints CA:FALSE and the host in subjectAltName, or pin this exact certificate";
    let text = format!("{why:?}");
    Some(match why {
        CertificateError::ApplicationVerificationFailure => {
            "it is not the pinned certificate; get the new one from the server's operator and pin it".to_owned()
        }
        CertificateError::Expired | CertificateError::ExpiredContext { .. } => {
            "it has expired; the server needs a new one (or this machine's clock is wrong)".to_owned()
        }
        CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => {
            "it is not valid yet; check this machine's clock".to_owned()
        }
        CertificateError::UnknownIssuer => {
            "it is not signed by a trusted CA; set `ca_file` to the CA that signed it, or pin this exact certificate"
                .to_owned()
        }
        CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
            format!("it is not valid for the host of the base URL; {ADVICE}")
        }
        _ if text.contains("CaUsedAsEndEntity") => {
            format!("it is a CA certificate used as a server certificate; {ADVICE}")
        }
        _ if text.contains("UnsupportedCertVersion") => format!("it uses an old version of X.509; {ADVICE}"),
        other => format!("{other}; {ADVICE}"),
    })
}
