//! The connection of a command: settings from exactly one source, or the embedded sandbox, or an error.

use super::context::{Context, Origin};
use super::failure::Failure;
use super::{ask, state};
use crate::client::{Client, ClientBuilder};
use crate::config::{self, Meaning, Settings};
use crate::journal::private_directory;
use crate::sandbox::{self, Sandbox};
use crate::sealed::Handle;
use crate::spec::Provider;
use crate::transport::{Auth, ContractMode};

/// The default provider of the embedded sandbox: one whose machines can be listed.
const SANDBOX_PROVIDER: Provider = Provider::Hyperstack;

/// What a command does with its connection. This decides what happens if no account is configured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Need {
    /// It reads, and prints a table by default.
    Read,
    /// It reads, and its output or exit code is for programs.
    Data,
    /// It changes something.
    Change,
}

/// A connection, and its sandbox if it uses the embedded one.
pub(crate) struct Connection {
    pub(crate) client: Client,
    sandbox: Option<Sandbox>,
}

/// The host of the embedded sandbox: the same for every command, so that a handle of one command works in the next. It is never
/// resolved.
const SANDBOX_HOST: &str = "sandbox.localhost";

impl Connection {
    /// Whether the account is that of the embedded sandbox.
    pub(crate) fn is_embedded(&self) -> bool {
        self.sandbox.is_some()
    }

    /// The account for messages: `Syminet`, `Syminet (embedded sandbox)`.
    pub(crate) fn title(&self) -> String {
        let note = if self.is_embedded() { " (embedded sandbox)" } else { "" };
        format!("{}{note}", self.client.provider().title())
    }
}

/// The source of a connection.
enum Source {
    Settings(Box<Settings>),
    Sandbox(Provider),
    /// No account is configured.
    Nothing,
}

/// Connects according to the arguments and the environment.
pub(crate) async fn connect(context: &Context, need: Need) -> Result<Connection, Failure> {
    let source = source(context, context.global.provider)?;
    open(context, source, need).await
}

/// Connects to the account of a profile, regardless of other settings.
pub(crate) async fn connect_profile(context: &Context, name: &str) -> Result<Connection, Failure> {
    open(context, profile(context, name)?, Need::Change).await
}

/// Connects for a handle, which names its provider, its profile, and whether it belongs to the embedded sandbox.
pub(crate) async fn connect_for(context: &Context, handle: &Handle) -> Result<Connection, Failure> {
    let ticket = handle.open()?;
    if is_embedded(&ticket.base_url) {
        if !context.global.sandbox {
            context.console.note("the operation belongs to the embedded sandbox");
        }
        return embedded(context, ticket.provider).await;
    }
    let requested = &context.global;
    let its_own = ticket
        .account_name
        .filter(|_| requested.profile.is_none() && requested.provider.is_none() && !requested.sandbox);
    if let Some(name) = its_own {
        if config::list_profiles(&context.environment())?.names.contains(&name) {
            let source = profile(context, &name)?;
            return open(context, source, Need::Change).await;
        }
        context.console.warn(&format!("the profile {name:?} that began it is not in the configuration file any more"));
    }
    let source = source(context, Some(requested.provider.unwrap_or(ticket.provider)))?;
    open(context, source, Need::Change).await
}

/// Whether a base URL is that of the embedded sandbox.
pub(crate) fn is_embedded(base_url: &str) -> bool {
    url::Url::parse(base_url).is_ok_and(|url| url.host_str() == Some(SANDBOX_HOST))
}

fn source(context: &Context, provider: Option<Provider>) -> Result<Source, Failure> {
    let global = &context.global;
    let environment = context.environment();
    if global.sandbox {
        return Ok(Source::Sandbox(provider.unwrap_or(SANDBOX_PROVIDER)));
    }
    // A name that is not valid UTF-8 must not be ignored: a different account would be used.
    let by_variable = match (&global.profile, global.provider.is_some()) {
        (None, false) => config::profile_variable(&environment)?,
        _ => std::env::var("CLOUDSNAP_PROFILE").ok().filter(|name| !name.trim().is_empty()),
    };
    let named = match (&global.profile, by_variable) {
        (Some(name), _) => Some(name.clone()),
        (None, Some(_)) if global.provider.is_some() => {
            context.console.note("ignoring CLOUDSNAP_PROFILE: `--provider` selects a provider's environment variables");
            None
        }
        (None, by_variable) => by_variable,
    };
    if let Some(name) = named {
        let ignored: Vec<_> =
            config::set_variables(&environment, None).into_iter().map(|variable| variable.name).collect();
        if !ignored.is_empty() {
            context.console.note(&format!("using profile {name:?}; ignoring {}", ignored.join(", ")));
        }
        return profile(context, &name);
    }
    match config::environment_settings(&environment, provider)? {
        Some(settings) => {
            context.settings_from(origin_of_variables(&settings));
            Ok(Source::Settings(Box::new(settings)))
        }
        None if provider.is_some() => Err(not_configured(provider)),
        None => match config::list_profiles(&environment)?.default {
            Some(name) => profile(context, &name),
            None => Ok(Source::Nothing),
        },
    }
}

/// Reads the settings of a profile and reports its warnings.
fn profile(context: &Context, name: &str) -> Result<Source, Failure> {
    let profile = config::read_profile(&context.environment(), name)?;
    for warning in &profile.warnings {
        context.console.warn(warning);
    }
    context.settings_from(origin_of_profile(context, name, &profile)?);
    Ok(Source::Settings(Box::new(profile.settings)))
}

/// The keys that the settings of a profile were read from.
fn origin_of_profile(context: &Context, name: &str, profile: &config::Profile) -> Result<Origin, Failure> {
    let file = config::config_file(&context.environment())?;
    let of_profile = |key: &str| format!("{key} of profile {name:?} in {}", file.display());
    let settings = &profile.settings;
    let credentials = profile.secret.as_deref().unwrap_or("the password typed at the prompt");
    let base_url = if settings.base_url.is_some() { of_profile("base_url") } else { of_document(settings.provider) };
    Ok(Origin { credentials: of_profile(credentials), base_url })
}

/// The environment variables that the settings were read from.
fn origin_of_variables(settings: &Settings) -> Origin {
    let name = |meaning| config::variables(settings.provider).find(|it| it.meaning == meaning).map(|it| it.name);
    let credentials = match (&settings.token, name(Meaning::Token), name(Meaning::Username), name(Meaning::Password)) {
        (None, _, Some(user), Some(password)) => format!("{user} and {password}"),
        (_, token, ..) => token.unwrap_or_default().to_owned(),
    };
    let base_url = match (&settings.base_url, name(Meaning::BaseUrl)) {
        (Some(_), Some(variable)) => variable.to_owned(),
        _ => of_document(settings.provider),
    };
    Origin { credentials, base_url }
}

/// The origin of the default base URL.
fn of_document(provider: Provider) -> String {
    format!("the OpenAPI document of {}", provider.title())
}

/// The settings, with a password from a prompt if they lack one.
fn with_password(mut settings: Settings) -> Result<Settings, Failure> {
    if settings.lacks_password() {
        let (user, source) = (settings.username.clone().unwrap_or_default(), &settings.source);
        if !ask::can_ask() {
            return Err(Failure::usage_with(
                format!("{source}: user {user:?} has no password, and stdin is not a terminal to ask for it"),
                "set `password_file` or `password_env` in the profile",
            ));
        }
        settings.password = Some(ask::password(&format!("Password of {user} ({source}): "))?);
    }
    Ok(settings)
}

/// A client of a configured account.
pub(crate) fn to_profile(context: &Context, settings: Settings) -> Result<Client, Failure> {
    finish_account(context, with_password(settings)?.builder()?)
}

/// No account is configured, and this command must not use simulated data unless `--sandbox` says so.
fn not_configured(provider: Option<Provider>) -> Failure {
    let set = |provider: Provider| format!("  {} ({})", config::needed(provider), provider.title());
    let (variables, sandbox) = match provider {
        Some(provider) => (vec![set(provider)], format!("--sandbox --provider {provider}")),
        None => (Provider::ALL.iter().copied().map(set).collect(), "--sandbox".to_owned()),
    };
    Failure::usage_with(
        "no account is configured; nothing was sent",
        format!(
            "set one provider's environment variables:\n{}\nor pass `--profile NAME`, or try the embedded sandbox with `{sandbox}`",
            variables.join("\n")
        ),
    )
}

async fn open(context: &Context, source: Source, need: Need) -> Result<Connection, Failure> {
    match source {
        Source::Sandbox(provider) => embedded(context, provider).await,
        Source::Settings(settings) => {
            let client = to_profile(context, *settings)?;
            Ok(Connection { client, sandbox: None })
        }
        // Only for a person at a terminal: a job that lost its environment must not list simulated data.
        Source::Nothing if need == Need::Read && context.out.is_for_a_person() && !context.console.is_quiet() => {
            context.console.line(&format!(
                "note: no account is configured; showing simulated data (embedded sandbox, {}). See `cloudsnap providers` to \
                 connect a real account",
                SANDBOX_PROVIDER.title()
            ));
            embedded(context, SANDBOX_PROVIDER).await
        }
        Source::Nothing => Err(not_configured(None)),
    }
}

async fn embedded(context: &Context, provider: Provider) -> Result<Connection, Failure> {
    let folder = state::folder()?;
    private_directory(&folder).map_err(|why| {
        let folder = folder.display();
        Failure::Local(format!(
            "cannot create the state directory {folder}: {why}; set CLOUDSNAP_STATE_DIR to a writable directory"
        ))
    })?;
    let sandbox = sandbox::embedded(&folder).await?;
    if !sandbox.providers().contains(&provider) {
        return Err(Failure::usage(format!("the sandbox of this build does not emulate {}", provider.title())));
    }
    let auth: Auth = sandbox.credential(provider).into();
    let state = format!("the embedded sandbox ({})", sandbox::embedded_state(&folder).display());
    context.settings_from(Origin { credentials: "the embedded sandbox".to_owned(), base_url: state });
    let base_url = sandbox.base_url(provider).replace(&sandbox.addr().to_string(), SANDBOX_HOST);
    let builder = Client::builder(provider).base_url(base_url).auth(auth).resolve(SANDBOX_HOST, sandbox.addr());
    let client = finish(context, builder)?;
    Ok(Connection { client, sandbox: Some(sandbox) })
}

/// Finishes a connection to a real account. A token that it obtains is revoked when the command ends.
fn finish_account(context: &Context, builder: ClientBuilder) -> Result<Client, Failure> {
    let client = finish(context, builder.session_if_possible())?;
    context.sign_out_at_end(&client);
    Ok(client)
}

fn finish(context: &Context, builder: ClientBuilder) -> Result<Client, Failure> {
    // With `-v`, deviations from the OpenAPI document are reported; they are not errors.
    let contract = if context.global.verbose > 0 { ContractMode::Report } else { ContractMode::Off };
    let client = builder.state_dir(state::folder()?).options(context.call_options()).contract(contract).build()?;
    if !context.global.done_word.is_empty() && !client.has_status_words() {
        // Checked before anything is sent.
        let title = client.provider().title();
        return Err(Failure::usage_with(format!("{title} reports no status"), "omit `--done-word`"));
    }
    super::mask::add_secrets(client.redactor());
    context.connected(&client);
    Ok(client)
}
