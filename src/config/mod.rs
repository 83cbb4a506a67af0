//! Connections from environment variables and profiles (feature `config`).
//!
//! A connection (provider, base URL, credentials) is one set from one source: the variables of one provider, or a profile. Nothing
//! is mixed, so a token never goes to a base URL that was meant for another.
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
//! The variables are in [`VARIABLES`]. Profiles stand in `$XDG_CONFIG_HOME/cloudsnap/config.toml` (or the file that
//! `CLOUDSNAP_CONFIG` names):
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
//! password_file = "lab.password"      # or password_env = "NAME", or password = "..."
//! group = "EvmGroup-operator"
//! ca_file = "lab-ca.pem"             # trusted beside the system's; or pin_file: the server's own, and no other
//! # allow_http = true                 # plain http to another machine: the password can be read on the way
//! ```
//!
//! Files are relative to the folder of `config.toml`; `~/` is the home folder.

mod environment;
#[cfg(feature = "cli")]
mod file;
mod profile;

use std::ffi::OsString;
use std::path::PathBuf;

use crate::client::{Client, ClientBuilder};
use crate::error::{Error, ErrorKind};
use crate::secret::Secret;
use crate::spec::Provider;
use crate::transport::Auth;

#[cfg(feature = "cli")]
pub(crate) use environment::{set_variables, settings as environment_settings};
#[cfg(feature = "cli")]
pub(crate) use file::{Profiles, list as list_profiles, set_default as set_default_profile};
#[cfg(feature = "cli")]
pub(crate) use profile::{Profile, as_word, config_file, nearest, read as read_profile};

/// What a variable holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Meaning {
    /// A token or API key.
    Token,
    /// The base URL.
    BaseUrl,
    /// A user's name.
    Username,
    /// A user's password.
    Password,
    /// The group to act as.
    Group,
    /// A file with certificates (PEM) to trust beside the system's.
    CaFile,
    /// A file with the one certificate (PEM) to take from the server, and no other.
    PinFile,
}

/// An environment variable of a provider.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Variable {
    /// Its provider.
    pub provider: Provider,
    /// Its name.
    pub name: &'static str,
    /// What it holds.
    pub meaning: Meaning,
}

const fn variable(provider: Provider, name: &'static str, meaning: Meaning) -> Variable {
    Variable { provider, name, meaning }
}

/// All variables of all providers: the one list of them.
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

/// The variables of a provider.
pub fn variables(provider: Provider) -> impl Iterator<Item = &'static Variable> {
    VARIABLES.iter().filter(move |variable| variable.provider == provider)
}

/// The variables that a connection to a provider needs, in words: `MIQ_URL with MIQ_USERNAME and MIQ_PASSWORD, or with MIQ_TOKEN`.
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

/// Reads variables; in tests from a list.
pub(crate) type Environment<'a> = &'a dyn Fn(&str) -> Option<OsString>;

pub(crate) fn process_environment(name: &str) -> Option<OsString> {
    std::env::var_os(name)
}

/// The profile that the environment names.
pub(crate) fn profile_variable(environment: Environment<'_>) -> Result<Option<String>, Error> {
    environment::text(environment, "CLOUDSNAP_PROFILE")
}

/// The connection that the environment describes: the profile that `CLOUDSNAP_PROFILE` names, else the one provider whose
/// variables are set.
///
/// # Errors
/// [`ErrorKind::Config`] if nothing, only half of a connection, or more than one provider is set; the message names the variables.
pub fn from_env() -> Result<ClientBuilder, Error> {
    if let Some(name) = profile_variable(&process_environment)? {
        return from_profile(&name);
    }
    match environment::settings(&process_environment, None)? {
        Some(settings) => settings.builder(),
        None => Err(nothing(None)),
    }
}

/// The connection that the variables of one provider describe. All other variables are ignored.
///
/// # Errors
/// [`ErrorKind::Config`] if they are not set, or only half of them.
pub fn from_env_of(provider: Provider) -> Result<ClientBuilder, Error> {
    match environment::settings(&process_environment, Some(provider))? {
        Some(settings) => settings.builder(),
        None => Err(nothing(Some(provider))),
    }
}

/// The connection of a profile. Variables of providers are ignored.
///
/// That a file with a secret can be read by others is told as a warning of `tracing`.
///
/// # Errors
/// [`ErrorKind::Config`] that names the file and, where there is one, the line.
pub fn from_profile(name: &str) -> Result<ClientBuilder, Error> {
    let profile = profile::read(&process_environment, name)?;
    for warning in &profile.warnings {
        tracing::warn!("{warning}");
    }
    profile.settings.builder()
}

/// The error where nothing is set.
pub(crate) fn nothing(provider: Option<Provider>) -> Error {
    let all = |provider: Provider| format!("{} ({})", needed(provider), provider.title());
    let names = match provider {
        Some(provider) => needed(provider),
        None => Provider::ALL.iter().copied().map(all).collect::<Vec<_>>().join("; "),
    };
    error(format!("no account is set up: none of its variables is set, and no profile is named. Set {names}"))
}

/// An error that stays readable, however long the lines of a file are.
fn error(message: impl Into<String>) -> Error {
    const MOST: usize = 1000;
    Error::new(ErrorKind::Config, message.into().chars().take(MOST).collect::<String>())
}

/// One connection, whole, from one source.
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
    /// The account's name, where its user gave it one: that of the profile.
    pub(crate) account: Option<String>,
    /// Where it comes from, for messages: `profile "nightly"`, `the environment`.
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
            account: None,
            source,
        }
    }

    /// There is a user, and the password is to be asked for.
    #[cfg(feature = "cli")]
    pub(crate) fn lacks_password(&self) -> bool {
        self.token.is_none() && self.username.is_some() && self.password.is_none()
    }

    /// The builder of the client, with all of it.
    pub(crate) fn builder(self) -> Result<ClientBuilder, Error> {
        let mut builder = Client::builder(self.provider).allow_http(self.allow_http);
        builder = match (self.token, self.username, self.password) {
            (Some(token), _, _) => builder.auth(Auth::token(token.expose())),
            (None, Some(username), Some(password)) => builder.auth(Auth::basic(username, password.expose())),
            (None, Some(_), None) => return Err(error(format!("{}: the user has no password", self.source))),
            _ => return Err(error(format!("{}: the credentials are missing", self.source))),
        };
        if let Some(account) = self.account {
            builder = builder.account(account);
        }
        if let Some(base_url) = self.base_url {
            builder = builder.base_url(base_url);
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

/// A file with certificates. One that holds none is named here, where its name is known.
fn certificate(what: &str, path: &std::path::Path) -> Result<Vec<u8>, Error> {
    let shown = path.display();
    let pem = std::fs::read(path).map_err(|why| error(format!("the {what} file {shown} cannot be read: {why}")))?;
    crate::transport::connect::check_pem(&pem).map_err(|why| error(format!("the {what} file {shown} {why}")))?;
    Ok(pem)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_provider_has_its_variables() {
        for &provider in Provider::ALL {
            for meaning in [Meaning::Token, Meaning::BaseUrl] {
                assert!(variables(provider).any(|variable| variable.meaning == meaning), "{provider} {meaning:?}");
            }
            assert!(!needed(provider).is_empty());
        }
        assert_eq!(needed(Provider::ManageIq), "MIQ_URL with MIQ_USERNAME and MIQ_PASSWORD, or with MIQ_TOKEN");
    }
}
