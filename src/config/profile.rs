//! Profiles in a TOML file: parsing, unknown keys, and file permissions of secrets.

use std::path::{Path, PathBuf};

use super::environment::text;
use super::nearest::nearest;
use super::{Environment, Settings, error};
use crate::error::Error;
use crate::secret::Secret;
use crate::spec::Provider;

/// The keys of a profile.
const KEYS: [&str; 14] = [
    "provider",
    "base_url",
    "token",
    "token_file",
    "token_env",
    "username",
    "password",
    "password_file",
    "password_env",
    "group",
    "ca_file",
    "pin_file",
    "allow_http",
    "requests_per_minute",
];

/// A parsed profile.
pub(crate) struct Profile {
    pub(crate) settings: Settings,
    /// Where the token or password comes from, without the secret itself: `token_file syminet.token`.
    #[cfg_attr(not(feature = "cli"), allow(dead_code, reason = "only the command line shows it"))]
    pub(crate) secret: Option<String>,
    pub(crate) warnings: Vec<String>,
}

#[derive(Default)]
struct Keys {
    provider: Option<String>,
    base_url: Option<String>,
    token: Option<String>,
    token_file: Option<String>,
    token_env: Option<String>,
    username: Option<String>,
    password: Option<String>,
    password_file: Option<String>,
    password_env: Option<String>,
    group: Option<String>,
    ca_file: Option<String>,
    pin_file: Option<String>,
    allow_http: bool,
    requests_per_minute: Option<u32>,
}

/// The path of the configuration file.
pub(crate) fn config_file(environment: Environment<'_>) -> Result<PathBuf, Error> {
    if let Some(path) = text(environment, "CLOUDSNAP_CONFIG")? {
        return Ok(path.into());
    }
    let folder = match text(environment, "XDG_CONFIG_HOME")? {
        Some(folder) => PathBuf::from(folder),
        None if cfg!(windows) => match text(environment, "APPDATA")? {
            Some(folder) => folder.into(),
            None => {
                return Err(error(
                    "cannot determine the configuration directory: set CLOUDSNAP_CONFIG to the configuration file",
                ));
            }
        },
        None => home(environment)?.join(".config"),
    };
    Ok(folder.join("cloudsnap").join("config.toml"))
}

fn home(environment: Environment<'_>) -> Result<PathBuf, Error> {
    let home = text(environment, if cfg!(windows) { "USERPROFILE" } else { "HOME" })?;
    home.map(PathBuf::from).ok_or_else(|| error("cannot determine the home directory: set HOME or CLOUDSNAP_CONFIG"))
}

/// Reads a profile.
pub(crate) fn read(environment: Environment<'_>, name: &str) -> Result<Profile, Error> {
    let path = config_file(environment)?;
    let shown = path.display();
    let text = std::fs::read_to_string(&path).map_err(|why| {
        error(format!("cannot read profile {name:?}: {shown}: {why}"))
            .hint("set CLOUDSNAP_CONFIG to use a different configuration file")
    })?;
    let mut reader = Reader { environment, path: &path, text: &text, name, secret: None, warnings: Vec::new() };
    let settings = reader.settings()?;
    Ok(Profile { settings, secret: reader.secret, warnings: reader.warnings })
}

struct Reader<'a> {
    environment: Environment<'a>,
    path: &'a Path,
    text: &'a str,
    name: &'a str,
    secret: Option<String>,
    warnings: Vec<String>,
}

/// An error at a position in the file. It never quotes the line, which may contain a secret.
pub(super) fn unreadable(path: &Path, text: &str, span: Option<std::ops::Range<usize>>, why: &str) -> Error {
    let line = span.and_then(|span| text.get(..span.start)).map(|before| before.matches('\n').count() + 1);
    match line {
        Some(line) => error(format!("{}, line {line}: {why}", path.display())),
        None => error(format!("{}: {why}", path.display())),
    }
}

impl Reader<'_> {
    fn at(&self, span: Option<std::ops::Range<usize>>, why: impl std::fmt::Display) -> Error {
        unreadable(self.path, self.text, span, &why.to_string())
    }

    fn here(&self, why: impl std::fmt::Display) -> Error {
        error(format!("{}, profile {:?}: {why}", self.path.display(), self.name))
    }

    fn settings(&mut self) -> Result<Settings, Error> {
        let text = self.text;
        let table = toml::de::DeTable::parse(text).map_err(|why| self.at(why.span(), why.message()))?;
        let mut found = None;
        for (key, value) in table.get_ref() {
            let profiles = match (key.get_ref().as_ref(), value.get_ref().as_table()) {
                ("profiles", Some(profiles)) => profiles,
                ("profiles", None) => {
                    return Err(self.at(Some(value.span()), "`profiles` must be a table: [profiles.NAME]"));
                }
                // The profile used if none is specified.
                ("default", None) if value.get_ref().is_str() => continue,
                (other, _) => {
                    let why = format!("{}: define profiles as [profiles.NAME]", unknown_key(other));
                    return Err(self.at(Some(key.span()), why));
                }
            };
            let names: Vec<_> = profiles.keys().map(|key| key.get_ref().to_string()).collect();
            let entry = profiles.iter().find(|(key, _)| key.get_ref().as_ref() == self.name);
            let Some((_, profile)) = entry else { return Err(self.missing(&names)) };
            found = Some(profile);
        }
        let Some(profile) = found else { return Err(self.missing(&[])) };
        let Some(keys) = profile.get_ref().as_table() else {
            return Err(self.at(Some(profile.span()), "a profile must be a table: [profiles.NAME]"));
        };
        for key in keys.keys() {
            if !KEYS.contains(&key.get_ref().as_ref()) {
                let nearest = nearest(key.get_ref(), &KEYS);
                let meant = nearest.map_or_else(
                    || format!("available: {}", KEYS.join(", ")),
                    |nearest| format!("did you mean `{nearest}`?"),
                );
                return Err(self.at(Some(key.span()), format!("{}: {meant}", unknown_key(key.get_ref()))));
            }
        }
        let mut read = Keys::default();
        for (key, value) in keys {
            let key = key.get_ref().as_ref();
            let text = value.get_ref().as_str();
            if key == "allow_http" {
                let flag = value.get_ref().as_bool();
                read.allow_http =
                    flag.ok_or_else(|| self.at(Some(value.span()), "`allow_http` must be true or false"))?;
                continue;
            }
            if key == "requests_per_minute" {
                let number = value.get_ref().as_integer().and_then(|number| number.as_str().parse().ok());
                let why = "`requests_per_minute` must be a whole number from 1";
                let number = number.filter(|number| *number > 0).ok_or_else(|| self.at(Some(value.span()), why))?;
                read.requests_per_minute = Some(number);
                continue;
            }
            let text =
                text.ok_or_else(|| self.at(Some(value.span()), format!("`{key}` must be a string: {key} = \"...\"")))?;
            if let Some(slot) = read.slot(key) {
                *slot = Some(text.to_owned());
            }
        }
        self.check(read)
    }

    fn missing(&self, names: &[String]) -> Error {
        let known = if names.is_empty() {
            "there are no profiles".to_owned()
        } else {
            format!("available: {}", names.join(", "))
        };
        error(format!("no profile {:?} in {}: {known}", self.name, self.path.display()))
    }

    fn check(&mut self, keys: Keys) -> Result<Settings, Error> {
        let provider = keys.provider.as_deref().ok_or_else(|| self.here("`provider` is missing"))?;
        let provider: Provider = match (provider.parse(), as_word(provider)) {
            (Ok(provider), _) => provider,
            (Err(why), Some(_)) => return Err(self.here(why)),
            (Err(_), None) => {
                return Err(self.here(format!(
                    "unknown `provider`; available: {}",
                    Provider::ALL.iter().map(|provider| provider.id()).collect::<Vec<_>>().join(", ")
                )));
            }
        };
        let mut settings = Settings::new(provider, format!("profile {:?}", self.name));
        if keys.token.is_some() || keys.password.is_some() {
            self.warn_if_open(self.path.to_owned(), "holds a secret");
        }
        settings.token = self.secret("token", keys.token, keys.token_file, keys.token_env)?;
        settings.password = self.secret("password", keys.password, keys.password_file, keys.password_env)?;
        settings.username = keys.username;
        if settings.token.is_some() && (settings.username.is_some() || settings.password.is_some()) {
            return Err(self.here("conflicting credentials: keep either the token, or the username and password"));
        }
        if settings.token.is_none() && settings.username.is_none() {
            let why = "credentials are missing: set token, token_file or token_env, or username with password_file";
            return Err(self.here(why));
        }
        settings.base_url = keys.base_url;
        settings.group = keys.group;
        settings.ca_file = keys.ca_file.map(|path| self.path_of(&path)).transpose()?;
        settings.pin_file = keys.pin_file.map(|path| self.path_of(&path)).transpose()?;
        settings.allow_http = keys.allow_http;
        settings.requests_per_minute = keys.requests_per_minute;
        // Replacing the key in a profile does not change the account.
        settings.account = Some(self.name.to_owned());
        Ok(settings)
    }

    /// Reads a secret from its only source.
    fn secret(
        &mut self,
        what: &str,
        inline: Option<String>,
        file: Option<String>,
        variable: Option<String>,
    ) -> Result<Option<Secret>, Error> {
        let source = match (&inline, &file, &variable) {
            (_, Some(file), _) => format!("{what}_file {file}"),
            // If the secret itself was entered here by mistake, it must not be shown.
            (_, _, Some(variable)) if is_variable(variable) => format!("{what}_env {variable}"),
            (_, _, Some(_)) => format!("{what}_env"),
            _ => what.to_owned(),
        };
        let secret = match (inline, file, variable) {
            (None, None, None) => return Ok(None),
            (Some(secret), None, None) => secret,
            (None, Some(file), None) => {
                let path = self.path_of(&file)?;
                let read = std::fs::read_to_string(&path);
                let secret =
                    read.map_err(|why| self.here(format!("cannot read {what}_file {}: {why}", path.display())))?;
                self.warn_if_open(path, "holds a secret");
                secret
            }
            (None, None, Some(variable)) => text(self.environment, &variable)?.ok_or_else(|| {
                // If the secret itself was entered here by mistake, it must not appear in a log.
                match is_variable(&variable) {
                    true => self.here(format!("environment variable {variable} (from {what}_env) is not set")),
                    false => self.here(format!("{what}_env must be the name of an environment variable that is set")),
                }
            })?,
            _ => return Err(self.here(format!("{what}, {what}_file and {what}_env are mutually exclusive: keep one"))),
        };
        if secret.trim().is_empty() {
            return Err(self.here(format!("the {what} is empty")));
        }
        self.secret = Some(source);
        Ok(Some(Secret::new(secret)))
    }

    fn path_of(&self, text: &str) -> Result<PathBuf, Error> {
        if let Some(rest) = text.strip_prefix("~/") {
            return Ok(home(self.environment)?.join(rest));
        }
        Ok(self.path.parent().unwrap_or(Path::new(".")).join(text))
    }

    #[cfg(unix)]
    fn warn_if_open(&mut self, path: PathBuf, why: &str) {
        use std::os::unix::fs::PermissionsExt;
        let open = std::fs::metadata(&path).is_ok_and(|data| data.permissions().mode() & 0o077 != 0);
        if open {
            let shown = path.display();
            self.warnings.push(format!("{shown} {why} and is readable by other users: run chmod 600 {shown}"));
        }
    }

    #[cfg(not(unix))]
    fn warn_if_open(&mut self, _path: PathBuf, _why: &str) {}
}

/// Whether this looks like the name of an environment variable rather than a secret.
fn is_variable(text: &str) -> bool {
    let plain = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_';
    text.len() <= 64 && text.chars().all(plain)
}

impl Keys {
    fn slot(&mut self, key: &str) -> Option<&mut Option<String>> {
        Some(match key {
            "provider" => &mut self.provider,
            "base_url" => &mut self.base_url,
            "token" => &mut self.token,
            "token_file" => &mut self.token_file,
            "token_env" => &mut self.token_env,
            "username" => &mut self.username,
            "password" => &mut self.password,
            "password_file" => &mut self.password_file,
            "password_env" => &mut self.password_env,
            "group" => &mut self.group,
            "ca_file" => &mut self.ca_file,
            "pin_file" => &mut self.pin_file,
            _ => return None,
        })
    }
}

/// The text, if it is safe to show: a plain word. Anything else may be a misplaced secret.
pub(crate) fn as_word(text: &str) -> Option<&str> {
    let plain = |c: char| c.is_ascii_lowercase() || matches!(c, '_' | '-');
    (text.len() <= 24 && text.chars().all(plain)).then_some(text)
}

fn unknown_key(key: &str) -> String {
    as_word(key).map_or_else(|| "unknown key".to_owned(), |key| format!("unknown key `{key}`"))
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;

    use super::*;

    #[test]
    fn the_documentation_lists_all_keys() {
        let page = include_str!("../../docs/connecting.md");
        for key in KEYS {
            assert!(page.contains(&format!("`{key}`")), "{key}");
        }
    }

    fn read_text(text: &str, name: &str) -> Result<Profile, String> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("config.toml");
        std::fs::write(&path, text).unwrap();
        std::fs::write(folder.path().join("secret"), "from-a-file\n").unwrap();
        let environment = |name: &str| match name {
            "CLOUDSNAP_CONFIG" => Some(path.clone().into_os_string()),
            "THE_TOKEN" => Some(OsString::from("from-a-variable")),
            _ => None,
        };
        read(&environment, name).map_err(|error| {
            let text = format!("{error} {}", error.advice().map(ToString::to_string).unwrap_or_default());
            text.replace(&folder.path().display().to_string(), "DIR")
        })
    }

    #[test]
    fn a_secret_has_one_of_three_sources() {
        for (line, secret) in [
            ("token = \"inline-token\"", "inline-token"),
            ("token_file = \"secret\"", "from-a-file"),
            ("token_env = \"THE_TOKEN\"", "from-a-variable"),
        ] {
            let profile = read_text(&format!("[profiles.a]\nprovider = \"syminet\"\n{line}\n"), "a").ok().unwrap();
            assert_eq!(profile.settings.token.unwrap().expose(), secret);
        }
    }

    #[cfg(unix)]
    #[test]
    fn secrets_readable_by_others_cause_a_warning() {
        let inline = read_text("[profiles.a]\nprovider = \"syminet\"\ntoken = \"x\"\n", "a").ok().unwrap();
        assert!(inline.warnings[0].contains("chmod 600"), "{:?}", inline.warnings);
        let by_name = "[profiles.a]\nprovider = \"syminet\"\ntoken_env = \"THE_TOKEN\"\n";
        assert!(read_text(by_name, "a").ok().unwrap().warnings.is_empty());
    }

    #[test]
    fn errors_name_file_and_line_but_not_the_secret() {
        let head = "[profiles.a]\nprovider = \"syminet\"\n";
        for (text, why) in [
            (
                format!("{head}tokn = \"SECRET\"\n"),
                "DIR/config.toml, line 3: unknown key `tokn`: did you mean `token`?",
            ),
            (format!("{head}colour = \"SECRET\"\n"), "line 3: unknown key `colour`: available: provider, base_url"),
            (format!("{head}token = \"SECRET\n"), "DIR/config.toml, line 3: "),
            (format!("{head}token = \"SECRET\" x\n"), "DIR/config.toml, line 3: "),
            (format!("{head}token = 5\n"), "line 3: `token` must be a string"),
            (format!("{head}allow_http = \"yes\"\n"), "line 3: `allow_http` must be true or false"),
            ("top = 1\n".to_owned(), "line 1: unknown key `top`"),
            ("profiles = 1\n".to_owned(), "line 1: `profiles` must be a table"),
            (head.to_owned(), "credentials are missing"),
            ("[profiles.a]\nprovider = \"sminet\"\n".to_owned(), "unknown provider \"sminet\""),
            ("[profiles.b]\n".to_owned(), "no profile \"a\" in DIR/config.toml: available: b"),
            (String::new(), "no profile \"a\" in DIR/config.toml: there are no profiles"),
            (format!("{head}token = \"\"\n"), "the token is empty"),
            (format!("{head}token = \"SECRET\"\ntoken_env = \"THE_TOKEN\"\n"), "keep one"),
            (format!("{head}token_env = \"NONE\"\n"), "environment variable NONE (from token_env) is not set"),
            (format!("{head}token_file = \"none\"\n"), "cannot read token_file DIR/none"),
        ] {
            let error = read_text(&text, "a").err().unwrap();
            assert!(error.contains(why), "{text:?}\n  {error}");
            assert!(!error.contains("SECRET"), "{error}");
        }
    }
}
