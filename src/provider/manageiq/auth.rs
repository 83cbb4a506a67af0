//! Authentication for ManageIQ: username and password (sent preemptively), a token, a bearer token or a session; and the group to act as.

use std::sync::Arc;
use std::time::Duration;

use futures_util::future::BoxFuture;
use http::{HeaderName, HeaderValue, header};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use tokio::sync::Mutex;
use tokio::time::Instant;

use crate::error::{Error, ErrorKind};
use crate::generated::PerCall;
use crate::generated::manageiq::Client;
use crate::provider::backend::{Credentials, Service};
use crate::provider::kit::call;
use crate::secret::Secret;
use crate::transport::auth::{FixedHeader, encode_basic};
use crate::transport::{Auth, Authenticate, Cause, Generation, Shared, Transport};

const TOKEN: HeaderName = HeaderName::from_static("x-auth-token");
const GROUP: HeaderName = HeaderName::from_static("x-miq-group");

/// How long a call waits for a new token while the current one is still valid.
const PATIENCE: Duration = Duration::from_secs(5);

/// The maximum size of the response to a sign-in.
const MAX_BODY: usize = 64 * 1024;

/// The server sends no challenge, so credentials are sent with the first request.
pub(super) fn authenticator(credentials: &Credentials<'_>) -> Result<Arc<dyn Authenticate>, &'static str> {
    let group = credentials.group.map(group_header).transpose()?;
    let header = match credentials.auth {
        Auth::Basic { username, .. } if username.is_empty() => return Err("the username is missing"),
        Auth::Basic { username, .. } if username.contains(':') => return Err("the username must not contain a colon"),
        Auth::Basic { password, .. } if password.expose().is_empty() => return Err("the password is missing"),
        Auth::Basic { username, password } => {
            FixedHeader::new(header::AUTHORIZATION, "Basic ", &encode_basic(username, password))?
        }
        Auth::Token(token) | Auth::XAuthToken(token) => FixedHeader::new(TOKEN, "", token.expose())?,
        Auth::Bearer(token) => FixedHeader::new(header::AUTHORIZATION, "Bearer ", token.expose())?,
    };
    let direct = Direct { header, group };
    match credentials.auth {
        Auth::Basic { .. } if credentials.session => Ok(Arc::new(Session::new(direct, credentials))),
        _ if credentials.session => Err("sessions require a username and a password: Auth::basic"),
        _ => Ok(Arc::new(direct)),
    }
}

/// The server unescapes the group's description. Older releases did not, so plain text is sent unescaped.
fn group_header(group: &str) -> Result<HeaderValue, &'static str> {
    let plain = |c: char| (c.is_ascii_graphic() || c == ' ') && !matches!(c, '%' | '+');
    let value = if group.trim().is_empty() {
        return Err("the group is empty");
    } else if group.trim() == group && group.chars().all(plain) {
        HeaderValue::from_str(group)
    } else {
        HeaderValue::from_str(&utf8_percent_encode(group, NON_ALPHANUMERIC).to_string())
    };
    value.map_err(|_| "the group contains characters that are not allowed in a header")
}

/// Sends the same credentials with every request.
struct Direct {
    header: FixedHeader,
    group: Option<HeaderValue>,
}

impl Authenticate for Direct {
    fn authenticate<'a>(&'a self, request: &'a mut reqwest::Request) -> BoxFuture<'a, Result<Generation, Cause>> {
        if let Some(group) = &self.group {
            request.headers_mut().insert(GROUP, group.clone());
        }
        self.header.authenticate(request)
    }
}

/// A token requested with username and password, and renewed before it expires and when the server rejects it.
struct Session {
    /// The connection for requesting tokens.
    sign_in: Transport,
    group: Option<HeaderValue>,
    /// Held while a token is requested, so that all callers wait for the same renewal.
    current: Mutex<Current>,
}

#[derive(Default)]
struct Current {
    token: Option<Token>,
    generation: Generation,
}

struct Token {
    secret: Secret,
    header: HeaderValue,
    renew_at: Instant,
    ends_at: Instant,
}

impl Session {
    fn new(direct: Direct, credentials: &Credentials<'_>) -> Self {
        let group = direct.group.clone();
        let shared = Shared {
            provider: Client::PROVIDER,
            http: credentials.http.clone(),
            base_url: credentials.base_url.clone(),
            auth: Arc::new(direct),
            limiter: None,
            redactor: Arc::clone(credentials.redactor),
            max_body: MAX_BODY,
            // The response is a secret.
            #[cfg(feature = "contract")]
            contract: crate::transport::ContractMode::Off,
        };
        let sign_in = Transport::new(shared, credentials.observing.clone());
        Self { sign_in, group, current: Mutex::default() }
    }

    async fn request_token(&self) -> Result<Token, Error> {
        // The lifetime begins with the server's response; counted from the request, it ends no later.
        let requested_at = Instant::now();
        let client = Client::over(self.sign_in.clone());
        let given = call::<Client, _>("get_token", client.get_token().send()).await?.into_inner();
        let secret = Secret::new(given.auth_token.expose());
        // In the form in which it is sent, because a server may echo it.
        self.sign_in.keep_secret(secret.expose().to_owned());
        if secret.expose().is_empty() {
            return Err(Error::new(ErrorKind::Decode, "the token is empty"));
        }
        let mut header = HeaderValue::from_str(secret.expose()).map_err(|_| {
            Error::new(ErrorKind::Decode, "the token contains characters that are not allowed in a header")
        })?;
        header.set_sensitive(true);
        // Each use extends its lifetime at the server, but this is not relied on.
        let life = Duration::from_secs(u64::try_from(given.token_ttl).unwrap_or(0).min(24 * 3600));
        let margin = (life / 4).min(Duration::from_secs(60));
        Ok(Token { secret, header, renew_at: requested_at + life - margin, ends_at: requested_at + life })
    }
}

impl Authenticate for Session {
    fn authenticate<'a>(&'a self, request: &'a mut reqwest::Request) -> BoxFuture<'a, Result<Generation, Cause>> {
        Box::pin(async move {
            let mut current = self.current.lock().await;
            let now = Instant::now();
            let ending = current.token.as_ref().filter(|token| now >= token.renew_at).map(|token| token.ends_at);
            if current.token.is_none() || ending.is_some() {
                // It is renewed early: until it expires the old one is valid, and no call waits long for a new one.
                let left = ending.map(|end| end.saturating_duration_since(now)).filter(|left| !left.is_zero());
                let asked = match left {
                    Some(left) => tokio::time::timeout(PATIENCE.min(left / 2), self.request_token()).await.ok(),
                    None => Some(self.request_token().await),
                };
                match (asked, left, &mut current.token) {
                    (Some(Ok(token)), ..) => {
                        current.generation += 1;
                        current.token = Some(token);
                    }
                    (_, Some(left), Some(token)) => {
                        tracing::warn!("could not renew the token; continuing with the old one");
                        token.renew_at = now + left / 2;
                    }
                    (Some(Err(error)), ..) => {
                        return Err(Cause::Auth(error.kind(), format!("could not sign in: {}", error.message())));
                    }
                    (None, ..) => return Err(Cause::Timeout),
                }
            }
            if let Some(token) = &current.token {
                request.headers_mut().insert(TOKEN, token.header.clone());
            }
            if let Some(group) = &self.group {
                request.headers_mut().insert(GROUP, group.clone());
            }
            Ok(current.generation)
        })
    }

    fn rejected(&self, generation: Generation) -> BoxFuture<'_, bool> {
        Box::pin(async move {
            let mut current = self.current.lock().await;
            // Of several calls rejected with the same token, the first drops it and the others find its successor.
            if current.generation == generation {
                current.token = None;
            }
            true
        })
    }

    fn sign_out(&self) -> BoxFuture<'_, Result<(), Error>> {
        Box::pin(async move {
            let Some(token) = self.current.lock().await.token.take() else { return Ok(()) };
            let header =
                FixedHeader::new(TOKEN, "", token.secret.expose()).map_err(|why| Error::new(ErrorKind::Config, why))?;
            let client = Client::over(self.sign_in.as_other(Arc::new(Direct { header, group: self.group.clone() })));
            match call::<Client, _>("delete_token", client.delete_token().send()).await {
                // It had already expired.
                Err(error) if error.kind() == ErrorKind::Unauthorized => Ok(()),
                other => other.map(drop),
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::group_header;

    #[test]
    fn a_group_is_escaped_only_if_necessary() {
        let sent = |group: &str| group_header(group).map(|value| value.to_str().unwrap_or("?").to_owned());
        assert_eq!(sent("EvmGroup-super administrator").as_deref(), Ok("EvmGroup-super administrator"));
        assert_eq!(sent("Prüfer").as_deref(), Ok("Pr%C3%BCfer"));
        assert_eq!(sent("50% + x").as_deref(), Ok("50%25%20%2B%20x"));
        assert_eq!(sent(" padded").as_deref(), Ok("%20padded"));
        assert!(sent(" ").is_err());
    }
}
