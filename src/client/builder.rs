//! `ClientBuilder`: configures and creates a `Client`.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use url::Url;

use super::Client;
use crate::error::{Advice, Error, ErrorKind};
use crate::journal::Journal;
use crate::provider::{self, Credentials};
use crate::spec::Provider;
use crate::transport::connect::{Connect, is_loopback};
use crate::transport::{Auth, CallOptions, Limiter, RateLimit, Redactor, RetryPolicy, Shared, Transport};

/// Configures and creates a [`Client`].
///
/// ```no_run
/// use cloudsnap::{Auth, Client, Provider};
/// use std::time::Duration;
/// # fn run() -> Result<(), cloudsnap::Error> {
/// let client = Client::builder(Provider::ManageIq)
///     .base_url("https://appliance.example/api")
///     .auth(Auth::basic("admin", "..."))
///     .timeout(Duration::from_secs(30))
///     .build()?;
/// # let _ = client;
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct ClientBuilder {
    provider: Provider,
    auth: Option<Auth>,
    base_url: Option<String>,
    allow_http: bool,
    group: Option<String>,
    session: bool,
    connect: Connect,
    call: CallOptions,
    rate_limit: Option<Option<RateLimit>>,
    max_body: usize,
    #[cfg(feature = "contract")]
    contract: crate::transport::ContractMode,
    http: Option<reqwest::Client>,
    account: Option<String>,
    state_dir: Option<PathBuf>,
}

impl std::fmt::Debug for ClientBuilder {
    // The base URL may contain a password; `build` rejects it then.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ClientBuilder")
            .field("provider", &self.provider)
            .field("auth", &self.auth)
            .field("base_url", &self.base_url.as_deref().map(crate::secret::without_users))
            .field("group", &self.group)
            .field("connect", &self.connect)
            .field("call", &self.call)
            .finish_non_exhaustive()
    }
}

impl Client {
    /// Configures a connection to a provider.
    pub fn builder(provider: Provider) -> ClientBuilder {
        ClientBuilder::new(provider)
    }
}

impl ClientBuilder {
    fn new(provider: Provider) -> Self {
        Self {
            provider,
            auth: None,
            base_url: None,
            allow_http: false,
            group: None,
            session: false,
            connect: Connect::default(),
            call: CallOptions::default(),
            rate_limit: None,
            max_body: 64 * 1024 * 1024,
            #[cfg(feature = "contract")]
            contract: crate::transport::ContractMode::Off,
            http: None,
            account: None,
            state_dir: None,
        }
    }

    /// The credentials: an [`Auth`], or the credential of a sandbox.
    #[must_use]
    pub fn auth(mut self, auth: impl Into<Auth>) -> Self {
        self.auth = Some(auth.into());
        self
    }

    /// Names the account. A handle is valid only for the credentials it was created with, or for an account with the same name: with a
    /// name, handles stay valid when a key is replaced. Different accounts need different names.
    ///
    /// ```
    /// use cloudsnap::{Auth, Client, Provider};
    /// # fn run(key: &str) -> Result<(), cloudsnap::Error> {
    /// let client = Client::builder(Provider::Hyperstack)
    ///     .auth(Auth::token(key))
    ///     .account("production")
    ///     .build()?;
    /// # let _ = client;
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn account(mut self, name: impl Into<String>) -> Self {
        self.account = Some(name.into());
        self
    }

    /// A directory that records pending operations, shared by all processes that use it. Each operation is durably recorded before its
    /// request is sent, and stays recorded until [`Operation::acknowledge`](crate::Operation::acknowledge). No operation mistakes
    /// an object for its result that another recorded operation may have created, and [`Client::ensure_snapshot`] creates only one
    /// snapshot, however many processes call it.
    ///
    /// Without a directory, the same holds within this connection, and its records end with it. The command line uses a directory.
    #[must_use]
    pub fn state_dir(mut self, directory: impl Into<PathBuf>) -> Self {
        self.state_dir = Some(directory.into());
        self
    }

    /// The base URL of the API. Required for ManageIQ; the other providers have a public service.
    #[must_use]
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.base_url = Some(url.into());
        self
    }

    /// Allows plain HTTP to hosts other than loopback. The credentials are then sent unencrypted.
    #[must_use]
    pub fn allow_http(mut self, allow: bool) -> Self {
        self.allow_http = allow;
        self
    }

    /// The group to act as (ManageIQ).
    #[must_use]
    pub fn group(mut self, group: impl Into<String>) -> Self {
        self.group = Some(group.into());
        self
    }

    /// Signs in with username and password once, and then uses the returned token (ManageIQ). The token is renewed before it expires,
    /// and once if the server rejects it; [`Client::sign_out`] revokes it. Without a session, each request contains the username
    /// and password.
    #[must_use]
    pub fn session(mut self, session: bool) -> Self {
        self.session = session;
        self
    }

    /// Trusts these certificates (PEM, one or several) in addition to the system's.
    #[must_use]
    pub fn ca_certificate_pem(mut self, pem: impl Into<Vec<u8>>) -> Self {
        self.connect.ca_certificates_pem.push(pem.into());
        self
    }

    /// Accepts exactly this certificate (PEM) from the server and no other, whatever its issuer and contents. For appliances with
    /// self-signed certificates that no verifier accepts, such as those created by ManageIQ's own script. Neither the host name nor
    /// the expiry date is checked.
    #[must_use]
    pub fn pin_certificate_pem(mut self, pem: impl Into<Vec<u8>>) -> Self {
        self.connect.pin_pem = Some(pem.into());
        self
    }

    /// Sends all requests through this proxy, except to loopback. By default `HTTPS_PROXY` applies to HTTPS, and plain HTTP uses no proxy.
    #[must_use]
    pub fn proxy(mut self, url: impl Into<String>) -> Self {
        self.connect.proxy = Some(url.into());
        self
    }

    /// Uses no proxy, regardless of environment variables.
    #[must_use]
    pub fn no_proxy(mut self) -> Self {
        self.connect.no_proxy = true;
        self.connect.proxy = None;
        self
    }

    /// Connects to this address for that host name, without resolving it.
    #[cfg(feature = "cli")]
    pub(crate) fn resolve(mut self, host: &str, address: std::net::SocketAddr) -> Self {
        self.connect.resolve = Some((host.to_owned(), address));
        self
    }

    /// Appends this to `cloudsnap/VERSION` in the user agent.
    #[must_use]
    pub fn user_agent(mut self, suffix: impl Into<String>) -> Self {
        self.connect.user_agent_suffix = Some(suffix.into());
        self
    }

    /// The timeout for opening a connection. 10 s by default.
    #[must_use]
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect.connect_timeout = Some(timeout);
        self
    }

    /// The timeout of a request including its retries. 60 s by default.
    #[must_use]
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.call = self.call.timeout(timeout);
        self
    }

    /// The retry policy.
    #[must_use]
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.call = self.call.retry(policy);
        self
    }

    /// Sets a function to call for each response, retry and finding; see [`Event`](crate::Event).
    #[must_use]
    pub fn observer(mut self, observer: impl Fn(&crate::transport::Event) + Send + Sync + 'static) -> Self {
        self.call = self.call.observer(observer);
        self
    }

    /// The options of all requests: [`timeout`](Self::timeout), [`retry`](Self::retry) and more at once. Options that are not set keep
    /// their previous value.
    #[must_use]
    pub fn options(mut self, call: CallOptions) -> Self {
        self.call = call.over(&self.call);
        self
    }

    /// The rate limit; `None` removes the provider's default limit. Servers on loopback have no limit by default.
    #[must_use]
    pub fn rate_limit(mut self, limit: Option<RateLimit>) -> Self {
        self.rate_limit = Some(limit);
        self
    }

    /// The maximum size of a response in bytes. 64 MiB by default.
    #[must_use]
    pub fn max_body(mut self, bytes: usize) -> Self {
        self.max_body = bytes;
        self
    }

    /// What to do with responses that violate the OpenAPI document. Off by default.
    #[cfg(feature = "contract")]
    #[must_use]
    pub fn contract(mut self, mode: crate::transport::ContractMode) -> Self {
        self.contract = mode;
        self
    }

    /// Uses a session if possible, so that a password is sent once instead of with each request.
    #[cfg(feature = "cli")]
    #[must_use]
    pub(crate) fn session_if_possible(mut self) -> Self {
        let has_sessions = provider::profile(self.provider).is_ok_and(|profile| profile.sessions);
        self.session = has_sessions && matches!(self.auth, Some(Auth::Basic { .. }));
        self
    }

    /// The base URL of the API, given the URL of an installation, which most tools ask for.
    #[cfg(feature = "config")]
    pub(crate) fn api_url(provider: Provider, text: String) -> String {
        let path = provider::profile(provider).ok().and_then(|profile| profile.path);
        match (path, Url::parse(&text)) {
            (Some(path), Ok(url)) if matches!(url.path(), "" | "/") => format!("{}{path}", text.trim_end_matches('/')),
            _ => text,
        }
    }

    /// Uses this HTTP client. Its TLS, proxy, redirect and timeout settings are then your responsibility.
    #[must_use]
    pub fn http_client(mut self, client: reqwest::Client) -> Self {
        self.http = Some(client);
        self
    }

    /// Creates the client. Nothing is sent.
    ///
    /// # Errors
    /// [`ErrorKind::Config`], which says what is missing or invalid.
    pub fn build(self) -> Result<Client, Error> {
        let provider = self.provider;
        let config = |why: String| Error::new(ErrorKind::Config, why).on(provider).trying("create the client");
        let profile = provider::profile(provider)?;
        let text = self.base_url.as_deref().or(profile.base_url);
        let text = text.ok_or_else(|| {
            config(format!("missing base URL: expected https://HOST{}", profile.path.unwrap_or_default()))
        })?;
        let is_given = self.connect.resolve.is_some();
        let base_url = base_url(text, self.allow_http || is_given, is_given).map_err(|why| {
            // Plain HTTP is the only reason to reject it.
            let is_http = base_url(text, true, is_given).is_ok();
            if is_http { config(why).hint(Advice::AllowHttp) } else { config(why) }
        })?;
        if !profile.sessions && (self.group.is_some() || self.session) {
            return Err(config("groups and sessions are not supported".to_owned()));
        }
        let auth = self.auth.ok_or_else(|| config("missing credentials".to_owned()))?;
        if let Some(why) = auth.decoration() {
            let hint = "set the token alone: the header and scheme are added automatically";
            return Err(config(format!("invalid credentials: {why}")).hint(hint));
        }
        let http = match self.http {
            Some(http) => http.into(),
            None => self.connect.client(&base_url).map_err(config)?,
        };
        let redactor = Arc::new(Redactor::new(auth.secrets()));
        let credentials = Credentials {
            auth: &auth,
            group: self.group.as_deref(),
            http: &http,
            base_url: &base_url,
            session: self.session,
            redactor: &redactor,
            observing: self.call.observer_alone(),
        };
        let authenticator = provider::authenticator(provider, &credentials).map_err(|why| config(why.to_owned()))?;
        let stays_here = self.connect.stays_here(&base_url);
        // Servers on this machine are for tests, which must not be slowed down.
        let default_limit = if stays_here { None } else { profile.rate_limit };
        let limit = self.rate_limit.unwrap_or(default_limit);
        let shared = Shared {
            provider,
            base_url,
            auth: authenticator,
            limiter: limit.map(Limiter::new),
            redactor,
            max_body: self.max_body,
            #[cfg(feature = "contract")]
            contract: self.contract,
            http,
        };
        let transport = Transport::new(shared, self.call);
        let journal = Arc::new(Journal::new(profile.rules, self.state_dir));
        let backend = provider::backend(transport.clone(), Arc::clone(&journal));
        let backend = backend.ok_or_else(|| config("this build does not include its client".to_owned()))?;
        let account_name = self.account.map(Into::into);
        let profile = Arc::new(profile);
        let account = auth.fingerprint().into();
        Ok(Client { backend, profile, transport, journal, account, account_name, stays_here })
    }
}

/// Parses and checks a base URL. The error never shows the text, which may contain a password.
fn base_url(text: &str, allow_http: bool, is_given: bool) -> Result<Url, String> {
    let url = Url::parse(text.trim()).map_err(|why| format!("invalid base URL: {why}; expected https://HOST/PATH"))?;
    if !url.username().is_empty() || url.password().is_some() {
        return Err("the base URL contains a username or password: set credentials separately".to_owned());
    }
    if url.query().is_some() || url.fragment().is_some() {
        return Err("the base URL contains a query or fragment: end it with the path".to_owned());
    }
    let host = url.host_str().unwrap_or_default().trim_end_matches('.');
    if !is_given && (host.ends_with(".localhost") || url.host_str() == Some("localhost.")) {
        return Err("names below localhost resolve differently on each system: use localhost or 127.0.0.1".to_owned());
    }
    match url.scheme() {
        "https" => Ok(normalized(url)),
        "http" if allow_http || is_loopback(&url) => Ok(normalized(url)),
        "http" => {
            Err("the base URL uses plain HTTP, so credentials would be sent unencrypted; use HTTPS, or explicitly \
                       allow plain HTTP"
                .to_owned())
        }
        // The scheme is not shown: the text before the first colon may be part of a secret.
        _ => Err("the base URL must use HTTPS: expected https://HOST/PATH".to_owned()),
    }
}

/// An account has the same base URL with and without a trailing slash.
fn normalized(mut url: Url) -> Url {
    let path = url.path().trim_end_matches('/').to_owned();
    url.set_path(&path);
    url
}
