//! The environment variables of one provider, and how they select a provider.

use crate::client::ClientBuilder;
use crate::error::{Advice, Error};
use crate::secret::Secret;
use crate::spec::Provider;

use super::{Environment, Meaning, Settings, VARIABLES, Variable, error, needed, variables};

/// The text of an environment variable. An empty one is treated as unset.
pub(super) fn text(environment: Environment<'_>, name: &str) -> Result<Option<String>, Error> {
    match environment(name).map(std::ffi::OsString::into_string) {
        None => Ok(None),
        Some(Ok(text)) if text.trim().is_empty() => Ok(None),
        Some(Ok(text)) => Ok(Some(text.trim().to_owned())),
        Some(Err(_)) => Err(error(format!("the environment variable {name} is not valid UTF-8"))),
    }
}

/// The variables that are set, including empty ones.
pub(crate) fn set_variables(environment: Environment<'_>, provider: Option<Provider>) -> Vec<&'static Variable> {
    VARIABLES
        .iter()
        .filter(|variable| provider.is_none_or(|provider| provider == variable.provider))
        .filter(|variable| environment(variable.name).is_some())
        .collect()
}

/// The connection described by the environment variables; `None` if none of them is set.
///
/// A variable that is set but empty makes the connection incomplete rather than absent: a job that has lost its secret
/// must not be mistaken for one that never had any. However, it does not interfere with the variables of another
/// provider.
pub(crate) fn settings(environment: Environment<'_>, wanted: Option<Provider>) -> Result<Option<Settings>, Error> {
    let there = set_variables(environment, wanted);
    let mut filled = Vec::new();
    for variable in &there {
        if text(environment, variable.name)?.is_some() {
            filled.push(*variable);
        }
    }
    let selecting = if filled.is_empty() { &there } else { &filled };
    let mut providers: Vec<Provider> = selecting.iter().map(|variable| variable.provider).collect();
    providers.dedup();
    match providers.as_slice() {
        [] => Ok(None),
        [only] => of(environment, *only).map(Some),
        _ => {
            let names: Vec<_> =
                selecting.iter().map(|variable| format!("{} ({})", variable.name, variable.provider)).collect();
            Err(error(format!("several providers are configured: {}", names.join(", "))).hint(Advice::ChooseProvider))
        }
    }
}

fn of(environment: Environment<'_>, provider: Provider) -> Result<Settings, Error> {
    let mut settings = Settings::new(provider, format!("{} environment variables", provider.title()));
    for variable in variables(provider) {
        let Some(value) = text(environment, variable.name)? else {
            // Falling back to the public service could be exactly the wrong choice.
            if variable.meaning == Meaning::BaseUrl && environment(variable.name).is_some() {
                return Err(error(format!(
                    "the environment variable {} is empty: set it to a URL, or unset it",
                    variable.name
                )));
            }
            continue;
        };
        match variable.meaning {
            Meaning::Token => settings.token = Some(Secret::new(value)),
            Meaning::BaseUrl => settings.base_url = Some(ClientBuilder::api_url(provider, value)),
            Meaning::Username => settings.username = Some(value),
            Meaning::Password => settings.password = Some(Secret::new(value)),
            Meaning::Group => settings.group = Some(value),
            Meaning::CaFile => settings.ca_file = Some(value.into()),
            Meaning::PinFile => settings.pin_file = Some(value.into()),
        }
    }
    let name = |meaning| variables(provider).find(|variable| variable.meaning == meaning).map(|variable| variable.name);
    let signs_in_by_user = name(Meaning::Username).is_some();
    let login = settings.username.is_some() && settings.password.is_some();
    let some_login = settings.username.is_some() || settings.password.is_some();
    if settings.token.is_some() && some_login {
        let names: Vec<_> =
            [Meaning::Token, Meaning::Username, Meaning::Password].into_iter().filter_map(name).collect();
        return Err(error(format!("conflicting credentials for {}: {}", provider.title(), names.join(", ")))
            .hint("set either the token, or the username and password"));
    }
    // Only a provider without a public service has both kinds of credentials and a required base URL.
    let whole = (settings.token.is_some() || login) && (!signs_in_by_user || settings.base_url.is_some());
    if whole {
        return Ok(settings);
    }
    let there: Vec<_> = set_variables(environment, Some(provider))
        .into_iter()
        .map(|variable| match text(environment, variable.name) {
            Ok(Some(_)) => variable.name.to_owned(),
            _ => format!("{} (empty)", variable.name),
        })
        .collect();
    Err(error(format!("incomplete {} configuration: {}", provider.title(), there.join(", ")))
        .hint(format!("set {}", needed(provider))))
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;

    use super::*;

    fn read(pairs: &[(&str, &str)], wanted: Option<Provider>) -> Result<Option<Settings>, String> {
        let environment = |name: &str| pairs.iter().find(|(n, _)| *n == name).map(|(_, value)| OsString::from(value));
        settings(&environment, wanted).map_err(|error| error.to_string())
    }

    #[test]
    fn a_providers_variables_select_it() {
        let settings =
            read(&[("HYPERSTACK_API_KEY", "k"), ("HYPERSTACK_BASE_URL", "https://x")], None).unwrap().unwrap();
        assert_eq!((settings.provider, settings.base_url.as_deref()), (Provider::Hyperstack, Some("https://x")));
        assert!(read(&[], None).unwrap().is_none());
        assert!(read(&[("HOME", "/")], None).unwrap().is_none());
    }

    #[test]
    fn the_address_of_the_appliance_is_sufficient() {
        for (text, base_url) in [
            ("https://miq.example", "https://miq.example/api"),
            ("https://miq.example:8443/", "https://miq.example:8443/api"),
            ("https://miq.example/api", "https://miq.example/api"),
            ("https://miq.example/x/api/v4", "https://miq.example/x/api/v4"),
        ] {
            let settings = read(&[("MIQ_URL", text), ("MIQ_TOKEN", "t")], None).unwrap().unwrap();
            assert_eq!(settings.base_url.as_deref(), Some(base_url));
        }
    }

    #[test]
    fn incomplete_connections_are_rejected_by_name() {
        for (pairs, names) in [
            (&[("SYMINET_BASE_URL", "https://x")][..], "SYMINET_BASE_URL"),
            (&[("SYMINET_API_TOKEN", "")], "SYMINET_API_TOKEN (empty)"),
            (&[("MIQ_URL", "https://x"), ("MIQ_USERNAME", "u")], "MIQ_URL, MIQ_USERNAME"),
            (&[("MIQ_TOKEN", "t")], "MIQ_TOKEN"),
            (&[("MIQ_GROUP", "g")], "MIQ_GROUP"),
        ] {
            let error = read(pairs, None).unwrap_err();
            assert!(error.contains("incomplete") && error.contains(names), "{error}");
        }
        let both = [("MIQ_URL", "https://x"), ("MIQ_TOKEN", "t"), ("MIQ_USERNAME", "u"), ("MIQ_PASSWORD", "p")];
        assert!(read(&both, None).unwrap_err().contains("conflicting credentials"));
        assert!(read(&both[..2], None).unwrap().is_some());
    }

    #[test]
    fn several_providers_require_a_choice() {
        let pairs = [("SYMINET_API_TOKEN", "a"), ("HYPERSTACK_API_KEY", "b")];
        let error = read(&pairs, None).unwrap_err();
        assert!(error.contains("SYMINET_API_TOKEN (syminet), HYPERSTACK_API_KEY (hyperstack)"), "{error}");
        assert_eq!(read(&pairs, Some(Provider::Hyperstack)).unwrap().unwrap().provider, Provider::Hyperstack);
        assert!(read(&pairs, Some(Provider::GenesisCloud)).unwrap().is_none());
        // An empty variable of another provider does not interfere.
        let pairs = [("SYMINET_API_TOKEN", ""), ("HYPERSTACK_API_KEY", "b")];
        assert_eq!(read(&pairs, None).unwrap().unwrap().provider, Provider::Hyperstack);
    }
}
