//! The library that implements the primitives: *ring*, or aws-lc if only that is enabled. Both have the same interface.

#[cfg(all(feature = "tls-aws-lc", not(feature = "tls-ring")))]
pub(super) use aws_lc_rs::{aead, agreement, digest, hmac, rand};
#[cfg(feature = "tls-ring")]
pub(super) use ring::{aead, agreement, digest, hmac, rand};
#[cfg(all(feature = "tls-aws-lc", not(feature = "tls-ring")))]
pub(super) use webpki::aws_lc_rs as verify;
#[cfg(feature = "tls-ring")]
pub(super) use webpki::ring as verify;
