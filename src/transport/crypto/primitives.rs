//! Hashes, HMAC, key exchange and random numbers.

use rustls::crypto::{
    ActiveKeyExchange, GetRandomFailed, SecureRandom, SharedSecret, SupportedKxGroup, hash as tls_hash,
    hmac as tls_hmac,
};
use rustls::{Error, NamedGroup, PeerMisbehaved};

use super::backend::rand::{SecureRandom as _, SystemRandom};
use super::backend::{agreement, digest, hmac};

/// The system's random number generator.
#[derive(Debug)]
pub(super) struct Random;

impl SecureRandom for Random {
    fn fill(&self, buffer: &mut [u8]) -> Result<(), GetRandomFailed> {
        SystemRandom::new().fill(buffer).map_err(|_| GetRandomFailed)
    }
}

pub(super) static SHA256: Hash = Hash(&digest::SHA256, tls_hash::HashAlgorithm::SHA256);
pub(super) static SHA384: Hash = Hash(&digest::SHA384, tls_hash::HashAlgorithm::SHA384);

pub(super) struct Hash(&'static digest::Algorithm, tls_hash::HashAlgorithm);

impl tls_hash::Hash for Hash {
    fn start(&self) -> Box<dyn tls_hash::Context> {
        Box::new(Context(digest::Context::new(self.0)))
    }

    fn hash(&self, data: &[u8]) -> tls_hash::Output {
        tls_hash::Output::new(digest::digest(self.0, data).as_ref())
    }

    fn output_len(&self) -> usize {
        self.0.output_len()
    }

    fn algorithm(&self) -> tls_hash::HashAlgorithm {
        self.1
    }
}

struct Context(digest::Context);

impl tls_hash::Context for Context {
    fn fork_finish(&self) -> tls_hash::Output {
        tls_hash::Output::new(self.0.clone().finish().as_ref())
    }

    fn fork(&self) -> Box<dyn tls_hash::Context> {
        Box::new(Self(self.0.clone()))
    }

    fn finish(self: Box<Self>) -> tls_hash::Output {
        tls_hash::Output::new(self.0.finish().as_ref())
    }

    fn update(&mut self, data: &[u8]) {
        self.0.update(data);
    }
}

pub(super) static HMAC_SHA256: Hmac = Hmac(&hmac::HMAC_SHA256);
pub(super) static HMAC_SHA384: Hmac = Hmac(&hmac::HMAC_SHA384);

pub(super) struct Hmac(&'static hmac::Algorithm);

impl tls_hmac::Hmac for Hmac {
    fn with_key(&self, key: &[u8]) -> Box<dyn tls_hmac::Key> {
        Box::new(Key(hmac::Key::new(*self.0, key)))
    }

    fn hash_output_len(&self) -> usize {
        self.0.digest_algorithm().output_len()
    }
}

struct Key(hmac::Key);

impl tls_hmac::Key for Key {
    fn sign_concat(&self, first: &[u8], middle: &[&[u8]], last: &[u8]) -> tls_hmac::Tag {
        let mut context = hmac::Context::with_key(&self.0);
        context.update(first);
        middle.iter().for_each(|part| context.update(part));
        context.update(last);
        tls_hmac::Tag::new(context.sign().as_ref())
    }

    fn tag_len(&self) -> usize {
        self.0.algorithm().digest_algorithm().output_len()
    }
}

pub(super) static X25519: Group = Group(NamedGroup::X25519, &agreement::X25519);
pub(super) static P256: Group = Group(NamedGroup::secp256r1, &agreement::ECDH_P256);
pub(super) static P384: Group = Group(NamedGroup::secp384r1, &agreement::ECDH_P384);

/// A key exchange group.
#[derive(Debug)]
pub(super) struct Group(NamedGroup, &'static agreement::Algorithm);

impl Group {
    /// What the peer may send: 32 bytes for X25519, an uncompressed point for the others.
    fn is_public_key(&self, key: &[u8]) -> bool {
        match self.0 {
            NamedGroup::X25519 => key.len() == 32,
            _ => key.first() == Some(&4),
        }
    }
}

impl SupportedKxGroup for Group {
    fn start(&self) -> Result<Box<dyn ActiveKeyExchange>, Error> {
        let private = agreement::EphemeralPrivateKey::generate(self.1, &SystemRandom::new());
        let private = private.map_err(|_| GetRandomFailed)?;
        let public = private.compute_public_key().map_err(|_| GetRandomFailed)?;
        Ok(Box::new(Exchange { group: Self(self.0, self.1), private, public }))
    }

    fn name(&self) -> NamedGroup {
        self.0
    }
}

struct Exchange {
    group: Group,
    private: agreement::EphemeralPrivateKey,
    public: agreement::PublicKey,
}

impl ActiveKeyExchange for Exchange {
    fn complete(self: Box<Self>, peer: &[u8]) -> Result<SharedSecret, Error> {
        if !self.group.is_public_key(peer) {
            return Err(PeerMisbehaved::InvalidKeyShare.into());
        }
        let peer = agreement::UnparsedPublicKey::new(self.group.1, peer);
        agree(self.private, &peer).ok_or_else(|| PeerMisbehaved::InvalidKeyShare.into())
    }

    fn pub_key(&self) -> &[u8] {
        self.public.as_ref()
    }

    fn group(&self) -> NamedGroup {
        self.group.0
    }
}

#[cfg(feature = "tls-ring")]
fn agree(private: agreement::EphemeralPrivateKey, peer: &agreement::UnparsedPublicKey<&[u8]>) -> Option<SharedSecret> {
    agreement::agree_ephemeral(private, peer, |secret| SharedSecret::from(secret)).ok()
}

#[cfg(all(feature = "tls-aws-lc", not(feature = "tls-ring")))]
fn agree(private: agreement::EphemeralPrivateKey, peer: &agreement::UnparsedPublicKey<&[u8]>) -> Option<SharedSecret> {
    agreement::agree_ephemeral(private, peer, (), |secret| Ok(SharedSecret::from(secret))).ok()
}
