//! Record protection in TLS 1.2 (RFC 5288, RFC 7905) and TLS 1.3 (RFC 8446).

use rustls::crypto::cipher::{
    AeadKey, InboundOpaqueMessage, InboundPlainMessage, Iv, KeyBlockShape, MessageDecrypter, MessageEncrypter,
    NONCE_LEN, Nonce, OutboundOpaqueMessage, OutboundPlainMessage, PrefixedPayload, Tls12AeadAlgorithm,
    Tls13AeadAlgorithm, UnsupportedOperationError, make_tls12_aad, make_tls13_aad,
};
use rustls::{ConnectionTrafficSecrets, ContentType, Error, ProtocolVersion};

use super::backend::aead;

/// All three algorithms have tags of this length.
const TAG: usize = 16;
/// The part of the nonce that precedes each GCM record in TLS 1.2.
const EXPLICIT: usize = 8;
/// The maximum plaintext length of a record.
const MAX_PLAIN: usize = 16_384;

/// A key of the algorithm's length. rustls passes no other length; if it did, nothing would be sent or read.
fn key(algorithm: &'static aead::Algorithm, key: &AeadKey) -> Option<aead::LessSafeKey> {
    aead::UnboundKey::new(algorithm, key.as_ref()).ok().map(aead::LessSafeKey::new)
}

fn nonce(iv: &Iv, sequence: u64) -> aead::Nonce {
    aead::Nonce::assume_unique_for_key(Nonce::new(iv, sequence).0)
}

/// Any algorithm in TLS 1.3.
pub(super) struct Record13(pub(super) &'static aead::Algorithm);

impl Tls13AeadAlgorithm for Record13 {
    fn encrypter(&self, secret: AeadKey, iv: Iv) -> Box<dyn MessageEncrypter> {
        Box::new(Keyed13 { key: key(self.0, &secret), iv })
    }

    fn decrypter(&self, secret: AeadKey, iv: Iv) -> Box<dyn MessageDecrypter> {
        Box::new(Keyed13 { key: key(self.0, &secret), iv })
    }

    fn key_len(&self) -> usize {
        self.0.key_len()
    }

    fn extract_keys(&self, _: AeadKey, _: Iv) -> Result<ConnectionTrafficSecrets, UnsupportedOperationError> {
        Err(UnsupportedOperationError)
    }
}

struct Keyed13 {
    key: Option<aead::LessSafeKey>,
    iv: Iv,
}

impl MessageEncrypter for Keyed13 {
    fn encrypt(&mut self, message: OutboundPlainMessage<'_>, sequence: u64) -> Result<OutboundOpaqueMessage, Error> {
        let key = self.key.as_ref().ok_or(Error::EncryptError)?;
        let total = self.encrypted_payload_len(message.payload.len());
        let mut payload = PrefixedPayload::with_capacity(total);
        payload.extend_from_chunks(&message.payload);
        payload.extend_from_slice(&message.typ.to_array());
        let bound = aead::Aad::from(make_tls13_aad(total));
        let sealed = key.seal_in_place_append_tag(nonce(&self.iv, sequence), bound, &mut payload);
        sealed.map_err(|_| Error::EncryptError)?;
        // On the wire, every TLS 1.3 record looks like TLS 1.2 application data.
        Ok(OutboundOpaqueMessage::new(ContentType::ApplicationData, ProtocolVersion::TLSv1_2, payload))
    }

    fn encrypted_payload_len(&self, length: usize) -> usize {
        length + 1 + TAG
    }
}

impl MessageDecrypter for Keyed13 {
    fn decrypt<'a>(
        &mut self,
        mut message: InboundOpaqueMessage<'a>,
        sequence: u64,
    ) -> Result<InboundPlainMessage<'a>, Error> {
        let key = self.key.as_ref().ok_or(Error::DecryptError)?;
        let payload = &mut message.payload;
        if payload.len() < TAG {
            return Err(Error::DecryptError);
        }
        let bound = aead::Aad::from(make_tls13_aad(payload.len()));
        let plain = key.open_in_place(nonce(&self.iv, sequence), bound, payload);
        let length = plain.map_err(|_| Error::DecryptError)?.len();
        payload.truncate(length);
        message.into_tls13_unpadded_message()
    }
}

/// AES-GCM in TLS 1.2: half of the nonce is negotiated, the other half precedes the record.
pub(super) struct Gcm12(pub(super) &'static aead::Algorithm);

impl Tls12AeadAlgorithm for Gcm12 {
    fn encrypter(&self, secret: AeadKey, iv: &[u8], explicit: &[u8]) -> Box<dyn MessageEncrypter> {
        // The negotiated salt and initial explicit part form one nonce, which is varied by the record number.
        let mut whole = [0; NONCE_LEN];
        let given = iv.iter().chain(explicit);
        whole.iter_mut().zip(given).for_each(|(byte, given)| *byte = *given);
        Box::new(GcmEncrypter12 { key: key(self.0, &secret), iv: Iv::new(whole) })
    }

    fn decrypter(&self, secret: AeadKey, iv: &[u8]) -> Box<dyn MessageDecrypter> {
        Box::new(GcmDecrypter12 { key: key(self.0, &secret).zip(iv.try_into().ok()) })
    }

    fn key_block_shape(&self) -> KeyBlockShape {
        KeyBlockShape {
            enc_key_len: self.0.key_len(),
            fixed_iv_len: NONCE_LEN - EXPLICIT,
            explicit_nonce_len: EXPLICIT,
        }
    }

    fn extract_keys(
        &self,
        _: AeadKey,
        _: &[u8],
        _: &[u8],
    ) -> Result<ConnectionTrafficSecrets, UnsupportedOperationError> {
        Err(UnsupportedOperationError)
    }
}

struct GcmEncrypter12 {
    key: Option<aead::LessSafeKey>,
    iv: Iv,
}

impl MessageEncrypter for GcmEncrypter12 {
    fn encrypt(&mut self, message: OutboundPlainMessage<'_>, sequence: u64) -> Result<OutboundOpaqueMessage, Error> {
        let key = self.key.as_ref().ok_or(Error::EncryptError)?;
        let plain = message.payload.len();
        let nonce = nonce(&self.iv, sequence);
        let mut payload = PrefixedPayload::with_capacity(self.encrypted_payload_len(plain));
        payload.extend_from_slice(&nonce.as_ref()[NONCE_LEN - EXPLICIT..]);
        payload.extend_from_chunks(&message.payload);
        let bound = aead::Aad::from(make_tls12_aad(sequence, message.typ, message.version, plain));
        let sealed = key.seal_in_place_separate_tag(nonce, bound, &mut payload.as_mut()[EXPLICIT..]);
        payload.extend_from_slice(sealed.map_err(|_| Error::EncryptError)?.as_ref());
        Ok(OutboundOpaqueMessage::new(message.typ, message.version, payload))
    }

    fn encrypted_payload_len(&self, length: usize) -> usize {
        EXPLICIT + length + TAG
    }
}

struct GcmDecrypter12 {
    key: Option<(aead::LessSafeKey, [u8; NONCE_LEN - EXPLICIT])>,
}

impl MessageDecrypter for GcmDecrypter12 {
    fn decrypt<'a>(
        &mut self,
        mut message: InboundOpaqueMessage<'a>,
        sequence: u64,
    ) -> Result<InboundPlainMessage<'a>, Error> {
        let (key, salt) = self.key.as_ref().ok_or(Error::DecryptError)?;
        let payload = &mut message.payload;
        let plain = payload.len().checked_sub(EXPLICIT + TAG).ok_or(Error::DecryptError)?;
        let mut whole = [0; NONCE_LEN];
        whole[..salt.len()].copy_from_slice(salt);
        whole[salt.len()..].copy_from_slice(&payload[..EXPLICIT]);
        let nonce = aead::Nonce::assume_unique_for_key(whole);
        let bound = aead::Aad::from(make_tls12_aad(sequence, message.typ, message.version, plain));
        let opened = key.open_within(nonce, bound, payload, EXPLICIT..);
        let length = opened.map_err(|_| Error::DecryptError)?.len();
        plain_message(message, length)
    }
}

/// ChaCha20-Poly1305 in TLS 1.2, with nonces as in TLS 1.3.
pub(super) struct ChaCha12;

impl Tls12AeadAlgorithm for ChaCha12 {
    fn encrypter(&self, secret: AeadKey, iv: &[u8], _: &[u8]) -> Box<dyn MessageEncrypter> {
        Box::new(ChaChaKeyed12::new(&secret, iv))
    }

    fn decrypter(&self, secret: AeadKey, iv: &[u8]) -> Box<dyn MessageDecrypter> {
        Box::new(ChaChaKeyed12::new(&secret, iv))
    }

    fn key_block_shape(&self) -> KeyBlockShape {
        KeyBlockShape { enc_key_len: aead::CHACHA20_POLY1305.key_len(), fixed_iv_len: NONCE_LEN, explicit_nonce_len: 0 }
    }

    fn extract_keys(
        &self,
        _: AeadKey,
        _: &[u8],
        _: &[u8],
    ) -> Result<ConnectionTrafficSecrets, UnsupportedOperationError> {
        Err(UnsupportedOperationError)
    }
}

struct ChaChaKeyed12(Option<(aead::LessSafeKey, Iv)>);

impl ChaChaKeyed12 {
    fn new(secret: &AeadKey, iv: &[u8]) -> Self {
        Self(key(&aead::CHACHA20_POLY1305, secret).zip(iv.try_into().ok().map(Iv::new)))
    }
}

impl MessageEncrypter for ChaChaKeyed12 {
    fn encrypt(&mut self, message: OutboundPlainMessage<'_>, sequence: u64) -> Result<OutboundOpaqueMessage, Error> {
        let (key, iv) = self.0.as_ref().ok_or(Error::EncryptError)?;
        let plain = message.payload.len();
        let mut payload = PrefixedPayload::with_capacity(self.encrypted_payload_len(plain));
        payload.extend_from_chunks(&message.payload);
        let bound = aead::Aad::from(make_tls12_aad(sequence, message.typ, message.version, plain));
        let sealed = key.seal_in_place_append_tag(nonce(iv, sequence), bound, &mut payload);
        sealed.map_err(|_| Error::EncryptError)?;
        Ok(OutboundOpaqueMessage::new(message.typ, message.version, payload))
    }

    fn encrypted_payload_len(&self, length: usize) -> usize {
        length + TAG
    }
}

impl MessageDecrypter for ChaChaKeyed12 {
    fn decrypt<'a>(
        &mut self,
        mut message: InboundOpaqueMessage<'a>,
        sequence: u64,
    ) -> Result<InboundPlainMessage<'a>, Error> {
        let (key, iv) = self.0.as_ref().ok_or(Error::DecryptError)?;
        let payload = &mut message.payload;
        let plain = payload.len().checked_sub(TAG).ok_or(Error::DecryptError)?;
        let bound = aead::Aad::from(make_tls12_aad(sequence, message.typ, message.version, plain));
        let opened = key.open_in_place(nonce(iv, sequence), bound, payload);
        let length = opened.map_err(|_| Error::DecryptError)?.len();
        plain_message(message, length)
    }
}

fn plain_message(mut message: InboundOpaqueMessage<'_>, length: usize) -> Result<InboundPlainMessage<'_>, Error> {
    if length > MAX_PLAIN {
        return Err(Error::PeerSentOversizedRecord);
    }
    message.payload.truncate(length);
    Ok(message.into_plain_message())
}
