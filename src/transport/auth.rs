//! Credentials, and how they are added to requests.

use std::future;

use base64::Engine;
use futures_util::future::BoxFuture;
use http::{HeaderName, HeaderValue};

use super::Cause;
use crate::error::Error;
use crate::secret::Secret;

/// The credentials of an account. The provider determines the header.
///
/// ```
/// use cloudsnap::Auth;
/// let token = Auth::token(std::env::var("SYMINET_API_TOKEN").unwrap_or_default());
/// assert_eq!(format!("{token:?}"), "Token(Secret(***))");
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Auth {
    /// A token or API key, sent in the provider's preferred header.
    Token(Secret),
    /// A token sent as `Authorization: Bearer` (ManageIQ with OIDC).
    Bearer(Secret),
    /// A token sent as `X-Auth-Token` (Genesis Cloud's older scheme, ManageIQ).
    XAuthToken(Secret),
    /// A username and password (ManageIQ).
    Basic {
        /// The username.
        username: String,
        /// The password.
        password: Secret,
    },
}

impl Auth {
    /// A token or API key, sent in the provider's preferred header.
    pub fn token(token: impl Into<Secret>) -> Self {
        Self::Token(token.into())
    }

    /// A username and password.
    pub fn basic(username: impl Into<String>, password: impl Into<Secret>) -> Self {
        Self::Basic { username: username.into(), password: password.into() }
    }

    /// The secrets contained in it, in each form in which a server might echo them.
    pub(crate) fn secrets(&self) -> Vec<String> {
        match self {
            Self::Token(secret) | Self::Bearer(secret) | Self::XAuthToken(secret) => vec![secret.expose().to_owned()],
            Self::Basic { username, password } => vec![password.expose().to_owned(), encode_basic(username, password)],
        }
    }

    /// Describes anything copied along with a token that is not part of it, without revealing the token. Passwords are
    /// not checked because they may look like anything.
    pub(crate) fn decoration(&self) -> Option<&'static str> {
        match self {
            Self::Token(secret) | Self::Bearer(secret) | Self::XAuthToken(secret) => secret.decoration(),
            Self::Basic { .. } => None,
        }
    }

    /// Binds a handle to an account, with too few bits to reveal anything about the secret.
    pub(crate) fn fingerprint(&self) -> String {
        let text = match self {
            Self::Token(secret) | Self::Bearer(secret) | Self::XAuthToken(secret) => secret.expose(),
            Self::Basic { username, .. } => username,
        };
        format!("{:06x}", crate::text::hash(text) >> 40)
    }
}

/// `user:password` in header format.
pub(crate) fn encode_basic(username: &str, password: &Secret) -> String {
    base64::engine::general_purpose::STANDARD.encode(format!("{username}:{}", password.expose()))
}

/// Distinguishes the successive credentials that an [`Authenticate`] adds to requests.
pub(crate) type Generation = u64;

/// Adds credentials to a request. Called for each attempt, so that an expired token is replaced.
pub(crate) trait Authenticate: Send + Sync {
    /// Adds the credentials and returns their generation.
    fn authenticate<'a>(&'a self, request: &'a mut reqwest::Request) -> BoxFuture<'a, Result<Generation, Cause>>;

    /// Called when the server responds with 401 to those credentials. Returns true if new ones can be obtained and
    /// another attempt makes sense.
    fn rejected(&self, _generation: Generation) -> BoxFuture<'_, bool> {
        Box::pin(future::ready(false))
    }

    /// Revokes what was obtained on the caller's behalf, e.g. a token.
    fn sign_out(&self) -> BoxFuture<'_, Result<(), Error>> {
        Box::pin(future::ready(Ok(())))
    }
}

/// A single fixed header.
pub(crate) struct FixedHeader {
    name: HeaderName,
    value: HeaderValue,
}

impl FixedHeader {
    /// `prefix` precedes the secret: `Bearer ` or empty.
    pub(crate) fn new(name: HeaderName, prefix: &str, secret: &str) -> Result<Self, &'static str> {
        if secret.is_empty() {
            return Err("the credential is empty");
        }
        let mut value = HeaderValue::from_str(&format!("{prefix}{secret}"))
            .map_err(|_| "the credential contains characters that are not allowed in a header")?;
        value.set_sensitive(true);
        Ok(Self { name, value })
    }
}

impl Authenticate for FixedHeader {
    fn authenticate<'a>(&'a self, request: &'a mut reqwest::Request) -> BoxFuture<'a, Result<Generation, Cause>> {
        request.headers_mut().insert(self.name.clone(), self.value.clone());
        Box::pin(future::ready(Ok(0)))
    }
}
