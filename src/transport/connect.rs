//! Builds the HTTP client: TLS and proxies; redirects and referers are disabled so that credentials never leave the
//! host.

use std::time::Duration;

use url::{Host, Url};

/// How connections are established.
#[derive(Clone, Default)]
pub(crate) struct Connect {
    pub(crate) ca_certificates_pem: Vec<Vec<u8>>,
    /// The only certificate that is accepted.
    pub(crate) pin_pem: Option<Vec<u8>>,
    pub(crate) proxy: Option<String>,
    pub(crate) no_proxy: bool,
    pub(crate) user_agent_suffix: Option<String>,
    pub(crate) connect_timeout: Option<Duration>,
    /// The address to use for a host name instead of looking it up.
    pub(crate) resolve: Option<(String, std::net::SocketAddr)>,
}

impl std::fmt::Debug for Connect {
    // A proxy URL may contain a password.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Connect")
            .field("ca_certificates_pem", &self.ca_certificates_pem.len())
            .field("pin_pem", &self.pin_pem.is_some())
            .field("proxy", &self.proxy.as_deref().map(crate::secret::without_users))
            .field("no_proxy", &self.no_proxy)
            .field("user_agent_suffix", &self.user_agent_suffix)
            .field("connect_timeout", &self.connect_timeout)
            .finish_non_exhaustive()
    }
}

/// The HTTP client of a connection, and the proxy it may use.
#[derive(Clone)]
pub(crate) struct Http {
    pub(crate) client: reqwest::Client,
    /// For messages: without username and password.
    pub(crate) proxy: Option<std::sync::Arc<str>>,
    /// Whether all traffic goes through the proxy without a tunnel, so that connection failures are the proxy's.
    pub(crate) untunnelled: bool,
}

impl From<reqwest::Client> for Http {
    fn from(client: reqwest::Client) -> Self {
        Self { client, proxy: None, untunnelled: false }
    }
}

/// A loopback host: plain http is allowed, and no proxy is used.
pub(crate) fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

impl Connect {
    /// The HTTP client for a base URL. The error is a readable message.
    pub(crate) fn client(&self, base_url: &Url) -> Result<Http, String> {
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

        // A default client would send the bearer token of a plain-http request to whatever `http_proxy` names.
        builder = builder.no_proxy();
        let (mut shown, mut untunnelled) = (None, false);
        if let Some((text, proxy)) = self.proxy_for(base_url)? {
            shown = Some(crate::secret::without_users(&text).into());
            untunnelled = base_url.scheme() == "http";
            builder = builder.proxy(proxy);
        }
        let client = self.tls(builder, base_url)?.build();
        let client = client.map_err(|error| format!("cannot build the HTTP client: {}", innermost(&error)))?;
        Ok(Http { client, proxy: shown, untunnelled })
    }

    /// Whether the base URL is on this machine, by name or because its address is given.
    pub(crate) fn stays_here(&self, base_url: &Url) -> bool {
        let given = |(host, address): &(String, std::net::SocketAddr)| {
            base_url.host_str() == Some(host.as_str()) && address.ip().is_loopback()
        };
        is_loopback(base_url) || self.resolve.as_ref().is_some_and(given)
    }

    /// The proxy to use, and its text: the configured one, otherwise the one in the environment for https, which sees
    /// no credentials. An unusable proxy is an error, because connecting without it may be exactly what someone
    /// forbids.
    fn proxy_for(&self, base_url: &Url) -> Result<Option<(String, reqwest::Proxy)>, String> {
        if self.stays_here(base_url) {
            return Ok(None);
        }
        if let Some(text) = &self.proxy {
            let url = proxy_url(text).ok_or("invalid proxy URL: expected http://HOST:PORT")?;
            let proxy = reqwest::Proxy::all(url).map_err(|_| "invalid proxy URL".to_owned())?;
            return Ok(Some((text.clone(), proxy)));
        }
        if base_url.scheme() != "https" || self.no_proxy {
            return Ok(None);
        }
        let Some((name, text)) = first_of(["HTTPS_PROXY", "https_proxy"])? else { return Ok(None) };
        let unusable =
            || format!("invalid proxy URL in the environment variable {name}: expected http://HOST:PORT, or unset it");
        let url = proxy_url(&text).ok_or_else(unusable)?;
        let proxy = reqwest::Proxy::https(url).map_err(|_| unusable())?;
        let direct = first_of(["NO_PROXY", "no_proxy"])?;
        let direct = direct.and_then(|(_, list)| reqwest::NoProxy::from_string(&hosts_of(&list, base_url)));
        Ok(Some((text, proxy.no_proxy(direct))))
    }

    #[cfg(any(feature = "tls-ring", feature = "tls-aws-lc"))]
    fn tls(&self, builder: reqwest::ClientBuilder, base_url: &Url) -> Result<reqwest::ClientBuilder, String> {
        let proxy_is_https = self.proxy.as_ref().is_some_and(|proxy| proxy.starts_with("https"));
        let needed = base_url.scheme() == "https" || proxy_is_https;
        let config = super::tls::config(&self.ca_certificates_pem, self.pin_pem.as_deref(), needed)?;
        Ok(builder.tls_backend_preconfigured(config))
    }

    #[cfg(not(any(feature = "tls-ring", feature = "tls-aws-lc")))]
    fn tls(&self, builder: reqwest::ClientBuilder, base_url: &Url) -> Result<reqwest::ClientBuilder, String> {
        let wanted = !self.ca_certificates_pem.is_empty() || self.pin_pem.is_some() || base_url.scheme() == "https";
        if wanted {
            Err("this build has no TLS: enable the feature tls-ring or tls-aws-lc".to_owned())
        } else {
            Ok(builder)
        }
    }
}

/// Whether a file contains certificates. The error continues a sentence that starts with the file's name.
#[cfg(feature = "config")]
pub(crate) fn check_pem(pem: &[u8]) -> Result<(), String> {
    #[cfg(any(feature = "tls-ring", feature = "tls-aws-lc"))]
    super::tls::certificates(pem)?;
    let _ = pem;
    Ok(())
}

/// The first of these environment variables that is set to a non-empty value.
fn first_of(names: [&'static str; 2]) -> Result<Option<(&'static str, String)>, String> {
    for name in names {
        match std::env::var(name) {
            Ok(text) if text.trim().is_empty() => {}
            Ok(text) => return Ok(Some((name, text.trim().to_owned()))),
            Err(std::env::VarError::NotPresent) => {}
            Err(std::env::VarError::NotUnicode(_)) => {
                return Err(format!("the environment variable {name} is not valid UTF-8"));
            }
        }
    }
    Ok(None)
}

/// The URL of an HTTP proxy, which must have a host. The default scheme is http, as in curl.
fn proxy_url(text: &str) -> Option<Url> {
    let text = if text.contains("://") { text.to_owned() } else { format!("http://{text}") };
    let url = Url::parse(&text).ok()?;
    let whole = matches!(url.scheme(), "http" | "https") && matches!(url.path(), "" | "/") && url.query().is_none();
    (whole && url.host().is_some()).then_some(url)
}

/// Converts `NO_PROXY` for reqwest, which understands networks and domains, but not ports, upper case or spaces between
/// entries.
fn hosts_of(list: &str, base_url: &Url) -> String {
    let ours = base_url.port_or_known_default();
    let host = |entry: &str| match entry.rsplit_once(':') {
        Some((host, port)) if !host.contains(':') || host.ends_with(']') => {
            (port.parse().ok() == ours).then(|| host.trim_matches(['[', ']']).to_owned())
        }
        _ => Some(entry.trim_matches(['[', ']']).to_owned()),
    };
    let entries = list.split([',', ' ', '\t']).filter(|entry| !entry.is_empty());
    let hosts: Vec<_> = entries.filter_map(|entry| host(&entry.to_ascii_lowercase())).collect();
    hosts.join(",")
}

fn innermost(error: &dyn std::error::Error) -> String {
    let mut error = error;
    while let Some(source) = error.source() {
        error = source;
    }
    error.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_proxy_entries_may_have_ports_capitals_and_spaces() {
        let of = |list: &str| hosts_of(list, &Url::parse("https://cloud.example:8443/api").unwrap());
        assert_eq!(of("A.Example , b.example\tc.example"), "a.example,b.example,c.example");
        assert_eq!(of("a.example:8443,b.example:443,c.example:x"), "a.example");
        assert_eq!(of("10.0.0.0/8,[::1]:8443,[fe80::1],fe80::2"), "10.0.0.0/8,::1,fe80::1,fe80::2");
        assert_eq!(hosts_of("a.example:443", &Url::parse("https://a.example").unwrap()), "a.example");
    }

    #[test]
    fn a_proxy_must_be_a_url_with_a_host() {
        for text in
            ["http://proxy.example:3128", "https://user:pw@proxy.example", "proxy.example:3128", "10.0.0.1:3128/"]
        {
            assert!(proxy_url(text).is_some(), "{text}");
        }
        for text in ["http://", "http://[::1", "ftp://proxy.example", "://", "http://proxy.example/path", "a b"] {
            assert!(proxy_url(text).is_none(), "{text}");
        }
    }
}
