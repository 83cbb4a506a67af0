//! What it takes to play a provider, and the table of those who do. A further provider is one file and one line here.

use std::fmt;

use super::fault::Alike;
use super::wire::{Reply, Request};
use super::world::World;
use crate::contract::{Finding, Location};
use crate::providers::providers;
use crate::spec::{Operation, Provider};

/// The server of one provider. All it knows stands in the [`World`]; it keeps nothing itself.
pub(super) trait Play: Sync {
    /// Whose part it is.
    fn provider(&self) -> Provider;

    /// The path of the base URL: `/syminet/api/v1`.
    fn mount(&self) -> &'static str;

    /// What a client must show, given the sandbox's secret.
    fn credential(&self, secret: &str) -> Credential {
        Credential::Token(secret.to_owned())
    }

    /// The field that holds the state of an object.
    fn status_field(&self) -> &'static str {
        "status"
    }

    /// Splits an optional part off the path that belongs to the base URL, such as a version.
    fn split_base<'a>(&self, path: &'a str) -> (&'a str, &'a str) {
        ("", path)
    }

    /// Fills the shelf of a new account.
    fn seed(&self, world: &mut World<'_>);

    /// Does what is due by the clock, such as a scheduled backup. Called before each request.
    fn settle(&self, _world: &mut World<'_>) {}

    /// Lets the request in, or answers it.
    ///
    /// # Errors
    /// The answer to a request without the right credentials.
    fn authenticate(&self, operation: &Operation, request: &Request, world: &mut World<'_>) -> Result<(), Reply>;

    /// The answer to a request that breaks the document, or none where the real server would let it through to the
    /// operation. An id that cannot be one goes through: nothing is found with it, as with any other.
    fn broken(&self, _operation: &Operation, _request: &Request, findings: &[Finding]) -> Option<Reply> {
        let of_an_id = |it: &Finding| it.location == Location::RequestPath && it.pointer.ends_with("_id");
        if findings.iter().any(of_an_id) {
            return None;
        }
        let why: Vec<_> = findings.iter().map(Finding::to_string).collect();
        Some(self.refuse(Refusal::Broken(why.join("; "))))
    }

    /// The names of its `custom` faults.
    fn customs(&self) -> &'static [&'static str];

    /// What its operations are called in faults, where its document calls them otherwise than most.
    fn alike(&self) -> &'static [Alike] {
        &[]
    }

    /// Does the operation.
    fn handle(&self, operation: &'static Operation, request: &Request, world: &mut World<'_>) -> Reply;

    /// The provider's own way to say no before an operation is reached.
    fn refuse(&self, refusal: Refusal) -> Reply;
}

/// Why a request does not reach an operation.
#[derive(Clone, Debug)]
pub(super) enum Refusal {
    /// There is no such path.
    NoSuchPath,
    /// The path knows other methods. The server adds `Allow`.
    NoSuchMethod,
    /// The request breaks the document in these ways.
    Broken(String),
    /// The body is larger than the server takes.
    TooLarge,
    /// The sandbox itself failed, such as by a full disk.
    Internal(String),
}

macro_rules! servers {
    ($($(#[doc = $doc:literal])* $variant:ident $module:ident $id:literal $title:literal $as_client:ident;)*) => {
        /// The server of a provider.
        pub(super) fn play(provider: Provider) -> Option<&'static dyn Play> {
            match provider {
                $(Provider::$variant => Some(&super::$module::$variant),)*
            }
        }
    };
}

providers!(servers);

/// What a client must show to a sandbox. `Debug` hides the secret.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Credential {
    /// A token or key.
    Token(String),
    /// A name and a password.
    Basic {
        /// The name.
        username: String,
        /// The password.
        password: String,
    },
}

impl fmt::Debug for Credential {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Token(_) => f.write_str("Token(<redacted>)"),
            Self::Basic { username, .. } => write!(f, "Basic {{ username: {username:?}, password: <redacted> }}"),
        }
    }
}
