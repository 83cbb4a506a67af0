//! Credentials, and how they get onto a request.

use async_trait::async_trait;
use base64::Engine;
use http::{HeaderName, HeaderValue};

use super::Cause;
use crate::error::Error;
use crate::secret::Secret;

/// The credentials of an account. The provider decides on the header.
///
/// ```
/// use cloudsnap::Auth;
/// let token = Auth::token(std::env::var("SYMINET_API_TOKEN").unwrap_or_default());
/// assert_eq!(format!("{token:?}"), "Token(Secret(***))");
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Auth {
    /// A token or API key, sent the way that the provider prefers.
    Token(Secret),
    /// A token as `Authorization: Bearer` (ManageIQ with OIDC).
    Bearer(Secret),
    /// A token as `X-Auth-Token` (Genesis Cloud's older way, ManageIQ).
    XAuthToken(Secret),
    /// A user and a password (ManageIQ).
    Basic {
        /// The user.
        username: String,
        /// The password.
        password: Secret,
    },
}

impl Auth {
    /// A token or API key, sent the way that the provider prefers.
    pub fn token(token: impl Into<Secret>) -> Self {
        Self::Token(token.into())
    }

    /// A user and a password.
    pub fn basic(username: impl Into<String>, password: impl Into<Secret>) -> Self {
        Self::Basic { username: username.into(), password: password.into() }
    }

    /// The secret texts in it, in each form in which a server might echo them.
    pub(crate) fn secrets(&self) -> Vec<String> {
        match self {
            Self::Token(secret) | Self::Bearer(secret) | Self::XAuthToken(secret) => vec![secret.expose().to_owned()],
            Self::Basic { username, password } => vec![password.expose().to_owned(), encode_basic(username, password)],
        }
    }

    /// What was copied along with a token and is not part of it: in words, without the token. A password may look like anything.
    pub(crate) fn decoration(&self) -> Option<&'static str> {
        match self {
            Self::Token(secret) | Self::Bearer(secret) | Self::XAuthToken(secret) => secret.decoration(),
            Self::Basic { .. } => None,
        }
    }

    /// What binds a handle to an account: few enough bits that they tell nothing of the secret.
    pub(crate) fn fingerprint(&self) -> String {
        let text = match self {
            Self::Token(secret) | Self::Bearer(secret) | Self::XAuthToken(secret) => secret.expose(),
            Self::Basic { username, .. } => username,
        };
        format!("{:06x}", crate::text::hash(text) >> 40)
    }
}

/// `user:password` as the header wants it.
pub(crate) fn encode_basic(username: &str, password: &Secret) -> String {
    base64::engine::general_purpose::STANDARD.encode(format!("{username}:{}", password.expose()))
}

/// Tells the credentials apart that an [`Authenticate`] puts on requests one after the other.
pub(crate) type Generation = u64;

/// Puts credentials on a request. Called for each attempt, so that a token which ended in between is replaced.
#[async_trait]
pub(crate) trait Authenticate: Send + Sync {
    /// Puts them on, and tells which they were.
    async fn authenticate(&self, request: &mut reqwest::Request) -> Result<Generation, Cause>;

    /// The server answered 401 to those credentials: true if others can be had and one more attempt makes sense.
    async fn rejected(&self, _generation: Generation) -> bool {
        false
    }

    /// Gives up what was asked for on the caller's behalf, such as a token.
    async fn sign_out(&self) -> Result<(), Error> {
        Ok(())
    }
}

/// One fixed header.
pub(crate) struct FixedHeader {
    name: HeaderName,
    value: HeaderValue,
}

impl FixedHeader {
    /// `prefix` is what stands before the secret: `Bearer `, or nothing.
    pub(crate) fn new(name: HeaderName, prefix: &str, secret: &str) -> Result<Self, &'static str> {
        if secret.is_empty() {
            return Err("the credential is empty");
        }
        let mut value = HeaderValue::from_str(&format!("{prefix}{secret}"))
            .map_err(|_| "the credential holds characters that a header cannot carry")?;
        value.set_sensitive(true);
        Ok(Self { name, value })
    }
}

#[async_trait]
impl Authenticate for FixedHeader {
    async fn authenticate(&self, request: &mut reqwest::Request) -> Result<Generation, Cause> {
        request.headers_mut().insert(self.name.clone(), self.value.clone());
        Ok(0)
    }
}
