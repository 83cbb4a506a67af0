//! `ClientBuilder`: what a connection is made from.

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

/// Sets up a [`Client`].
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
    // The base URL may hold a password, for which it is refused later.
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

impl ClientBuilder {
    pub(super) fn new(provider: Provider) -> Self {
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

    /// The credentials: an [`Auth`], or what a sandbox asks for.
    #[must_use]
    pub fn auth(mut self, auth: impl Into<Auth>) -> Self {
        self.auth = Some(auth.into());
        self
    }

    /// Names the account. A handle is bound to the credentials that it was made with; it is also taken by a client whose account
    /// bears the same name, so that a key that was replaced leaves no handle behind. Give accounts different names.
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

    /// A folder that keeps what is known of operations whose end was not seen, for this and all other processes that are given the
    /// same. Each operation is written there, durably, before its request is sent, and stays until
    /// [`Operation::acknowledge`](crate::Operation::acknowledge). No operation takes for its own what another one of the folder may
    /// have made, and [`Client::ensure_snapshot`] makes one snapshot, however many processes ask for it.
    ///
    /// Without a folder all this holds within the connection, and ends with it. The command line uses one.
    #[must_use]
    pub fn state_dir(mut self, folder: impl Into<PathBuf>) -> Self {
        self.state_dir = Some(folder.into());
        self
    }

    /// Where the API is. Needed for ManageIQ; the others have a public service.
    #[must_use]
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.base_url = Some(url.into());
        self
    }

    /// Permits plain http to other hosts than loopback. The credentials can then be read on the way.
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

    /// Signs in with user and password once, and uses the token that this gives (ManageIQ). The token is renewed before it ends,
    /// and once when the server no longer takes it; [`Client::sign_out`] drops it. Without this, each request bears user and
    /// password.
    #[must_use]
    pub fn session(mut self, session: bool) -> Self {
        self.session = session;
        self
    }

    /// Trusts these certificates (PEM, one or several) beside the system's.
    #[must_use]
    pub fn ca_certificate_pem(mut self, pem: impl Into<Vec<u8>>) -> Self {
        self.connect.ca_certificates_pem.push(pem.into());
        self
    }

    /// Takes exactly this certificate (PEM) from the server and no other, whoever signed it and whatever it says of itself: for an
    /// appliance whose self-signed one no verifier takes, such as those of ManageIQ's own script. Neither its host name nor its end
    /// is checked then.
    #[must_use]
    pub fn pin_certificate_pem(mut self, pem: impl Into<Vec<u8>>) -> Self {
        self.connect.pin_pem = Some(pem.into());
        self
    }

    /// Sends all through this proxy; loopback never. Without it `HTTPS_PROXY` is used for https, and nothing for plain http.
    #[must_use]
    pub fn proxy(mut self, url: impl Into<String>) -> Self {
        self.connect.proxy = Some(url.into());
        self
    }

    /// Uses no proxy, whatever the environment says.
    #[must_use]
    pub fn no_proxy(mut self) -> Self {
        self.connect.no_proxy = true;
        self.connect.proxy = None;
        self
    }

    /// Connects to this address for that host name, which is not looked up.
    #[cfg(feature = "cli")]
    pub(crate) fn resolve(mut self, host: &str, address: std::net::SocketAddr) -> Self {
        self.connect.resolve = Some((host.to_owned(), address));
        self
    }

    /// Adds this to `cloudsnap/VERSION` in the user agent.
    #[must_use]
    pub fn user_agent(mut self, suffix: impl Into<String>) -> Self {
        self.connect.user_agent_suffix = Some(suffix.into());
        self
    }

    /// The time for opening a connection. 10 s unless set.
    #[must_use]
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect.connect_timeout = Some(timeout);
        self
    }

    /// The time of a call with all its repeats. 60 s unless set.
    #[must_use]
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.call = self.call.timeout(timeout);
        self
    }

    /// How failed attempts are repeated.
    #[must_use]
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.call = self.call.retry(policy);
        self
    }

    /// Told of each response, each retry and each finding: see [`Event`](crate::Event).
    #[must_use]
    pub fn observer(mut self, observer: impl Fn(&crate::transport::Event) + Send + Sync + 'static) -> Self {
        self.call = self.call.observer(observer);
        self
    }

    /// The options of all calls: [`timeout`](Self::timeout), [`retry`](Self::retry) and more in one. What they do not set stays as
    /// it was set before.
    #[must_use]
    pub fn options(mut self, call: CallOptions) -> Self {
        self.call = call.over(&self.call);
        self
    }

    /// At most so many requests; `None` lifts the limit that a provider has by default. A server on
    /// loopback has none unless set.
    #[must_use]
    pub fn rate_limit(mut self, limit: Option<RateLimit>) -> Self {
        self.rate_limit = Some(limit);
        self
    }

    /// The largest answer that is read, in bytes. 64 MiB unless set.
    #[must_use]
    pub fn max_body(mut self, bytes: usize) -> Self {
        self.max_body = bytes;
        self
    }

    /// What to do with answers that break the document. Off unless set.
    #[cfg(feature = "contract")]
    #[must_use]
    pub fn contract(mut self, mode: crate::transport::ContractMode) -> Self {
        self.contract = mode;
        self
    }

    /// A session where it makes sense: a password then travels once, not with each request.
    #[cfg(feature = "cli")]
    #[must_use]
    pub(crate) fn session_if_possible(mut self) -> Self {
        let has_sessions = provider::profile(self.provider).is_ok_and(|profile| profile.sessions);
        self.session = has_sessions && matches!(self.auth, Some(Auth::Basic { .. }));
        self
    }

    /// The address of the interface, of that of a whole installation: most tools are given that.
    #[cfg(feature = "config")]
    pub(crate) fn whole_url(provider: Provider, text: String) -> String {
        let path = provider::profile(provider).ok().and_then(|profile| profile.path);
        match (path, Url::parse(&text)) {
            (Some(path), Ok(url)) if matches!(url.path(), "" | "/") => format!("{}{path}", text.trim_end_matches('/')),
            _ => text,
        }
    }

    /// Uses this HTTP client: TLS, proxies, redirects and connection times are then yours to mind.
    #[must_use]
    pub fn http_client(mut self, client: reqwest::Client) -> Self {
        self.http = Some(client);
        self
    }

    /// Makes the client. Nothing is sent.
    ///
    /// # Errors
    /// [`ErrorKind::Config`] that says what is missing or wrong.
    pub fn build(self) -> Result<Client, Error> {
        let provider = self.provider;
        let config = |why: String| Error::new(ErrorKind::Config, why).on(provider).trying("set up the client");
        let profile = provider::profile(provider)?;
        let text = self.base_url.as_deref().or(profile.base_url);
        let text = text.ok_or_else(|| {
            config(format!("the base URL is missing: https://HOST{}", profile.path.unwrap_or_default()))
        })?;
        let is_given = self.connect.resolve.is_some();
        let base_url = base_url(text, self.allow_http || is_given, is_given).map_err(|why| {
            // Nothing but plain http stands against it.
            let is_http = base_url(text, true, is_given).is_ok();
            if is_http { config(why).hint(Advice::AllowHttp) } else { config(why) }
        })?;
        if !profile.sessions && (self.group.is_some() || self.session) {
            return Err(config("it has neither groups nor sessions".to_owned()));
        }
        let auth = self.auth.ok_or_else(|| config("the credentials are missing".to_owned()))?;
        if let Some(why) = auth.decoration() {
            let hint = "give the bare token: cloudsnap adds the header and the scheme that the provider expects";
            return Err(config(format!("the credential cannot be right: {why}")).hint(hint));
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
        // A server on this machine is nobody's account: a test shall not crawl.
        let usual = if self.connect.stays_here(&base_url) { None } else { profile.rate_limit };
        let limit = self.rate_limit.unwrap_or(usual);
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
        let backend = backend.ok_or_else(|| config("this build has no client for it".to_owned()))?;
        let account_name = self.account.map(Into::into);
        let profile = Arc::new(profile);
        Ok(Client { backend, profile, transport, journal, account: auth.fingerprint().into(), account_name })
    }
}

/// Checks a base URL. The error never shows the text: it may hold a password.
fn base_url(text: &str, allow_http: bool, is_given: bool) -> Result<Url, String> {
    let url =
        Url::parse(text.trim()).map_err(|why| format!("the base URL is no URL: {why}; write https://HOST/PATH"))?;
    if !url.username().is_empty() || url.password().is_some() {
        return Err("the base URL holds a user or a password: give credentials apart from it".to_owned());
    }
    if url.query().is_some() || url.fragment().is_some() {
        return Err("the base URL has a query or a fragment: end it with its path".to_owned());
    }
    let host = url.host_str().unwrap_or_default().trim_end_matches('.');
    if !is_given && (host.ends_with(".localhost") || url.host_str() == Some("localhost.")) {
        return Err(
            "who a name below localhost is, each system decides for itself: write localhost or 127.0.0.1".to_owned()
        );
    }
    match url.scheme() {
        "https" => Ok(normal(url)),
        "http" if allow_http || is_loopback(&url) => Ok(normal(url)),
        "http" => {
            Err("the base URL is plain http: anybody on the way could read the credentials; use https, or allow \
                       plain http expressly"
                .to_owned())
        }
        // Which it has is not shown: what stands before the first colon may be part of a secret.
        _ => Err("the base URL has another scheme than https: write https://HOST/PATH".to_owned()),
    }
}

/// One account has one base URL, however it is written: with or without a slash at its end.
fn normal(mut url: Url) -> Url {
    let path = url.path().trim_end_matches('/').to_owned();
    url.set_path(&path);
    url
}
