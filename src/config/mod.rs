//! Connections from environment variables and profiles (feature `config`).
//!
//! A connection (provider, base URL, credentials) comes from exactly one source: the environment variables of one
//! provider, or a profile. Sources are never mixed, so a token is never sent to a base URL intended for another
//! account.
//!
//! ```no_run
//! # fn run() -> Result<(), cloudsnap::Error> {
//! let client = cloudsnap::config::from_env()?.build()?;
//! let nightly = cloudsnap::config::from_profile("nightly")?.build()?;
//! # let _ = (client, nightly);
//! # Ok(())
//! # }
//! ```
//!
//! The environment variables are listed in [`VARIABLES`]. Profiles are read from
//! `$XDG_CONFIG_HOME/cloudsnap/config.toml` (or the file named by `CLOUDSNAP_CONFIG`):
//!
//! ```toml
//! [profiles.nightly]
//! provider = "syminet"
//! token_file = "syminet.token"        # or token_env = "NAME", or token = "..."
//!
//! [profiles.lab]
//! provider = "manageiq"
//! base_url = "https://appliance.example/api"
//! username = "admin"
//! password_file = "lab.password"      # or password_env, or password
//! group = "EvmGroup-operator"
//! # Trusted in addition to the system's; pin_file: only this certificate.
//! ca_file = "lab-ca.pem"
//! # Plain http to another machine: the password is sent unencrypted.
//! # allow_http = true
//! ```
//!
//! File paths are relative to the directory of `config.toml`; `~/` is the home directory.

mod environment;
#[cfg(feature = "cli")]
mod file;
mod nearest;
mod profile;

use std::ffi::OsString;
use std::path::PathBuf;
use std::time::Duration;

use crate::client::{Client, ClientBuilder};
use crate::error::{Error, ErrorKind};
use crate::secret::Secret;
use crate::spec::Provider;
use crate::transport::{Auth, RateLimit};

#[cfg(feature = "cli")]
pub(crate) use environment::{set_variables, settings as environment_settings};
#[cfg(feature = "cli")]
pub(crate) use file::{Profiles, list as list_profiles, set_default as set_default_profile};
#[cfg(feature = "cli")]
pub(crate) use nearest::nearest;
#[cfg(feature = "cli")]
pub(crate) use profile::{Profile, as_word, config_file, read as read_profile};

/// What an environment variable contains.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Meaning {
    /// A token or API key.
    Token,
    /// The base URL.
    BaseUrl,
    /// A username.
    Username,
    /// A password.
    Password,
    /// The group to act as.
    Group,
    /// A file with additional CA certificates (PEM) to trust.
    CaFile,
    /// A file with the only certificate (PEM) to accept from the server.
    PinFile,
}

/// An environment variable of a provider.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Variable {
    /// The provider.
    pub provider: Provider,
    /// Its name.
    pub name: &'static str,
    /// What it contains.
    pub meaning: Meaning,
}

const fn variable(provider: Provider, name: &'static str, meaning: Meaning) -> Variable {
    Variable { provider, name, meaning }
}

/// All environment variables of all providers.
pub const VARIABLES: &[Variable] = &[
    variable(Provider::Syminet, "SYMINET_API_TOKEN", Meaning::Token),
    variable(Provider::Syminet, "SYMINET_BASE_URL", Meaning::BaseUrl),
    variable(Provider::ManageIq, "MIQ_URL", Meaning::BaseUrl),
    variable(Provider::ManageIq, "MIQ_USERNAME", Meaning::Username),
    variable(Provider::ManageIq, "MIQ_PASSWORD", Meaning::Password),
    variable(Provider::ManageIq, "MIQ_TOKEN", Meaning::Token),
    variable(Provider::ManageIq, "MIQ_GROUP", Meaning::Group),
    variable(Provider::ManageIq, "MIQ_CA_FILE", Meaning::CaFile),
    variable(Provider::ManageIq, "MIQ_PIN_FILE", Meaning::PinFile),
    variable(Provider::Hyperstack, "HYPERSTACK_API_KEY", Meaning::Token),
    variable(Provider::Hyperstack, "HYPERSTACK_BASE_URL", Meaning::BaseUrl),
    variable(Provider::GenesisCloud, "GENESISCLOUD_TOKEN", Meaning::Token),
    variable(Provider::GenesisCloud, "GENESISCLOUD_BASE_URL", Meaning::BaseUrl),
];

/// The environment variables of a provider.
pub fn variables(provider: Provider) -> impl Iterator<Item = &'static Variable> {
    VARIABLES.iter().filter(move |variable| variable.provider == provider)
}

/// Describes the variables needed to connect to a provider: `MIQ_URL with MIQ_USERNAME and MIQ_PASSWORD, or with
/// MIQ_TOKEN`.
pub fn needed(provider: Provider) -> String {
    let name = |meaning| variables(provider).find(|variable| variable.meaning == meaning).map(|variable| variable.name);
    let token = name(Meaning::Token);
    match (name(Meaning::Username), name(Meaning::Password), name(Meaning::BaseUrl)) {
        (Some(user), Some(password), Some(url)) => {
            let token = token.map(|token| format!(", or with {token}")).unwrap_or_default();
            format!("{url} with {user} and {password}{token}")
        }
        _ => token.unwrap_or_default().to_owned(),
    }
}

/// Reads environment variables; in tests, from a list.
pub(crate) type Environment<'a> = &'a dyn Fn(&str) -> Option<OsString>;

pub(crate) fn process_environment(name: &str) -> Option<OsString> {
    std::env::var_os(name)
}

/// The profile named by the environment.
pub(crate) fn profile_variable(environment: Environment<'_>) -> Result<Option<String>, Error> {
    environment::text(environment, "CLOUDSNAP_PROFILE")
}

/// The connection described by the environment: the profile named by `CLOUDSNAP_PROFILE`, otherwise the one provider
/// whose environment variables are set.
///
/// # Errors
/// [`ErrorKind::Config`] if nothing is set, if a connection is incomplete, or if several providers are configured; the
/// message names the variables.
pub fn from_env() -> Result<ClientBuilder, Error> {
    if let Some(name) = profile_variable(&process_environment)? {
        return from_profile(&name);
    }
    match environment::settings(&process_environment, None)? {
        Some(settings) => settings.builder(),
        None => Err(nothing(None)),
    }
}

/// The connection described by the environment variables of one provider. All other variables are ignored.
///
/// # Errors
/// [`ErrorKind::Config`] if they are missing or incomplete.
pub fn from_env_of(provider: Provider) -> Result<ClientBuilder, Error> {
    match environment::settings(&process_environment, Some(provider))? {
        Some(settings) => settings.builder(),
        None => Err(nothing(Some(provider))),
    }
}

/// The connection described by a profile. The environment variables of providers are ignored.
///
/// If other users can read a file containing a secret, a `tracing` warning is logged.
///
/// # Errors
/// [`ErrorKind::Config`] naming the file and, if applicable, the line.
pub fn from_profile(name: &str) -> Result<ClientBuilder, Error> {
    let profile = profile::read(&process_environment, name)?;
    for warning in &profile.warnings {
        tracing::warn!("{warning}");
    }
    profile.settings.builder()
}

/// The error if nothing is configured.
pub(crate) fn nothing(provider: Option<Provider>) -> Error {
    let all = |provider: Provider| format!("{} ({})", needed(provider), provider.title());
    let names = match provider {
        Some(provider) => needed(provider),
        None => Provider::ALL.iter().copied().map(all).collect::<Vec<_>>().join("; "),
    };
    error(format!("no account configured: no environment variables are set and no profile is selected; set {names}"))
}

/// An error of bounded length, even if the lines of a file are long.
fn error(message: impl Into<String>) -> Error {
    const MOST: usize = 1000;
    Error::new(ErrorKind::Config, message.into().chars().take(MOST).collect::<String>())
}

/// A complete connection from one source.
#[derive(Clone, Debug)]
pub(crate) struct Settings {
    pub(crate) provider: Provider,
    pub(crate) base_url: Option<String>,
    pub(crate) token: Option<Secret>,
    pub(crate) username: Option<String>,
    pub(crate) password: Option<Secret>,
    pub(crate) group: Option<String>,
    pub(crate) ca_file: Option<PathBuf>,
    pub(crate) pin_file: Option<PathBuf>,
    pub(crate) allow_http: bool,
    /// The share of the provider's limit that this connection may use.
    pub(crate) requests_per_minute: Option<u32>,
    /// The account's name as chosen by the user: the profile's name.
    pub(crate) account: Option<String>,
    /// The source, for messages: `profile "nightly"`, `Syminet environment variables`.
    pub(crate) source: String,
}

impl Settings {
    fn new(provider: Provider, source: String) -> Self {
        Self {
            provider,
            base_url: None,
            token: None,
            username: None,
            password: None,
            group: None,
            ca_file: None,
            pin_file: None,
            allow_http: false,
            requests_per_minute: None,
            account: None,
            source,
        }
    }

    /// Whether there is a username but no password, so that the password must be prompted for.
    #[cfg(feature = "cli")]
    pub(crate) fn lacks_password(&self) -> bool {
        self.token.is_none() && self.username.is_some() && self.password.is_none()
    }

    /// A client builder with all of these settings.
    pub(crate) fn builder(self) -> Result<ClientBuilder, Error> {
        let mut builder = Client::builder(self.provider).allow_http(self.allow_http);
        builder = match (self.token, self.username, self.password) {
            (Some(token), _, _) => builder.auth(Auth::token(token.expose())),
            (None, Some(username), Some(password)) => builder.auth(Auth::basic(username, password.expose())),
            (None, Some(_), None) => return Err(error(format!("{}: the password is missing", self.source))),
            _ => return Err(error(format!("{}: credentials are missing", self.source))),
        };
        if let Some(account) = self.account {
            builder = builder.account(account);
        }
        if let Some(base_url) = self.base_url {
            builder = builder.base_url(base_url);
        }
        if let Some(requests) = self.requests_per_minute {
            builder = builder.rate_limit(Some(RateLimit::new(requests, Duration::from_secs(60))));
        }
        if let Some(group) = self.group {
            builder = builder.group(group);
        }
        if let Some(path) = self.ca_file {
            builder = builder.ca_certificate_pem(certificate("CA", &path)?);
        }
        if let Some(path) = self.pin_file {
            builder = builder.pin_certificate_pem(certificate("pinned", &path)?);
        }
        Ok(builder)
    }
}

/// Reads a certificate file. One without valid certificates is reported here, where the file's name is known.
fn certificate(what: &str, path: &std::path::Path) -> Result<Vec<u8>, Error> {
    let shown = path.display();
    let pem = std::fs::read(path).map_err(|why| error(format!("cannot read the {what} file {shown}: {why}")))?;
    crate::transport::connect::check_pem(&pem).map_err(|why| error(format!("the {what} file {shown} {why}")))?;
    Ok(pem)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_provider_has_environment_variables() {
        for &provider in Provider::ALL {
            for meaning in [Meaning::Token, Meaning::BaseUrl] {
                assert!(variables(provider).any(|variable| variable.meaning == meaning), "{provider} {meaning:?}");
            }
            assert!(!needed(provider).is_empty());
        }
        assert_eq!(needed(Provider::ManageIq), "MIQ_URL with MIQ_USERNAME and MIQ_PASSWORD, or with MIQ_TOKEN");
    }
}
