//! Builds the HTTP client: TLS, proxies, and everything off that could carry credentials elsewhere.

use std::time::Duration;

use url::{Host, Url};

/// How connections are opened.
#[derive(Clone, Default)]
pub(crate) struct Connect {
    pub(crate) ca_certificates_pem: Vec<Vec<u8>>,
    pub(crate) proxy: Option<String>,
    pub(crate) no_proxy: bool,
    pub(crate) user_agent_suffix: Option<String>,
    pub(crate) connect_timeout: Option<Duration>,
    /// The address of a host name that is not to be looked up.
    pub(crate) resolve: Option<(String, std::net::SocketAddr)>,
}

impl std::fmt::Debug for Connect {
    // The URL of a proxy may hold a password.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Connect")
            .field("ca_certificates_pem", &self.ca_certificates_pem.len())
            .field("proxy", &self.proxy.as_deref().map(super::redact::without_users))
            .field("no_proxy", &self.no_proxy)
            .field("user_agent_suffix", &self.user_agent_suffix)
            .field("connect_timeout", &self.connect_timeout)
            .finish_non_exhaustive()
    }
}

/// Loopback: plain http is fine there, and no proxy ever sees it.
pub(crate) fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

impl Connect {
    /// The HTTP client for a base URL. The error is a sentence for people.
    pub(crate) fn client(&self, base_url: &Url) -> Result<reqwest::Client, String> {
        let mut user_agent = format!("cloudsnap/{}", env!("CARGO_PKG_VERSION"));
        if let Some(suffix) = &self.user_agent_suffix {
            user_agent.push(' ');
            user_agent.push_str(suffix);
        }
        let mut builder = reqwest::Client::builder()
            .user_agent(user_agent)
            .redirect(reqwest::redirect::Policy::none())
            .retry(reqwest::retry::never())
            .referer(false)
            .connect_timeout(self.connect_timeout.unwrap_or(Duration::from_secs(10)));

        if let Some((host, address)) = &self.resolve {
            builder = builder.resolve(host, *address);
        }

        // A default client would hand the bearer token of a plain-http request to whatever `http_proxy` names.
        builder = builder.no_proxy();
        if let Some(proxy) = &self.proxy
            && !is_loopback(base_url)
        {
            let proxy = reqwest::Proxy::all(proxy.as_str()).map_err(|_| "the proxy is no valid URL".to_owned())?;
            builder = builder.proxy(proxy);
        } else if base_url.scheme() == "https"
            && !self.no_proxy
            && !is_loopback(base_url)
            && let Some(proxy) = proxy_from_environment(base_url)
        {
            let proxy = reqwest::Proxy::https(proxy.as_str())
                .map_err(|_| "HTTPS_PROXY in the environment is no valid URL".to_owned())?;
            builder = builder.proxy(proxy);
        }
        self.tls(builder)?.build().map_err(|error| format!("the HTTP client cannot be built: {}", innermost(&error)))
    }

    #[cfg(feature = "__tls")]
    fn tls(&self, builder: reqwest::ClientBuilder) -> Result<reqwest::ClientBuilder, String> {
        use rustls::pki_types::{CertificateDer, pem::PemObject};
        use rustls_platform_verifier::Verifier;
        use std::sync::Arc;

        let mut extra = Vec::new();
        for pem in &self.ca_certificates_pem {
            for certificate in CertificateDer::pem_slice_iter(pem) {
                extra.push(certificate.map_err(|_| "the CA certificate is not in PEM form".to_owned())?);
            }
        }
        if extra.is_empty() && !self.ca_certificates_pem.is_empty() {
            return Err("the CA file holds no certificate in PEM form".to_owned());
        }
        // The provider is given, not installed for the whole process: another crate may have its own.
        let crypto = Arc::new(super::tls::provider());
        let verifier = Verifier::new_with_extra_roots(extra, Arc::clone(&crypto))
            .map_err(|error| format!("the system's trusted certificates cannot be used: {error}"))?;
        let config = rustls::ClientConfig::builder_with_provider(crypto)
            .with_safe_default_protocol_versions()
            .map_err(|error| format!("TLS cannot be set up: {error}"))?
            .dangerous()
            .with_custom_certificate_verifier(Arc::new(verifier))
            .with_no_client_auth();
        Ok(builder.tls_backend_preconfigured(config))
    }

    #[cfg(not(feature = "__tls"))]
    fn tls(&self, builder: reqwest::ClientBuilder) -> Result<reqwest::ClientBuilder, String> {
        match self.ca_certificates_pem.as_slice() {
            [] => Ok(builder),
            _ => Err("this build has no TLS: enable the feature tls-ring or tls-aws-lc".to_owned()),
        }
    }
}

/// `HTTPS_PROXY`, unless `NO_PROXY` names the host. Only for https, where the proxy sees no credentials.
fn proxy_from_environment(base_url: &Url) -> Option<String> {
    let read = |name: &str| std::env::var(name).ok().filter(|value| !value.trim().is_empty());
    let host = base_url.host_str()?;
    let excluded = read("NO_PROXY").or_else(|| read("no_proxy")).unwrap_or_default();
    let excluded = excluded
        .split(',')
        .map(|entry| entry.trim().trim_start_matches('.'))
        .any(|entry| entry == "*" || (!entry.is_empty() && (host == entry || host.ends_with(&format!(".{entry}")))));
    if excluded { None } else { read("HTTPS_PROXY").or_else(|| read("https_proxy")) }
}

fn innermost(error: &dyn std::error::Error) -> String {
    let mut error = error;
    while let Some(source) = error.source() {
        error = source;
    }
    error.to_string()
}
