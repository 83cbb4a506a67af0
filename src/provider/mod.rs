//! The adapters: one directory per provider, all behind one private trait and with the same files. `mod` describes the provider and
//! dispatches the actions, `list` reads lists and single rows, `map` converts rows to portable objects, `check` runs the checks before a
//! change, `change` sends it, and `observe` polls its progress. Shared code is in `kit`.

mod backend;
#[cfg(feature = "genesiscloud")]
mod genesiscloud;
#[cfg(feature = "hyperstack")]
mod hyperstack;
mod kit;
#[cfg(feature = "manageiq")]
mod manageiq;
mod masked;
mod refuse;
#[cfg(feature = "syminet")]
mod syminet;

use std::sync::Arc;

use crate::error::{Error, ErrorKind};
use crate::journal::Journal;
use crate::providers::providers;
use crate::spec::Provider;
use crate::transport::{Authenticate, Transport};

use backend::Service;
pub(crate) use backend::{ABSENCES_FROM_THE_START, Backend, Credentials, Observation, Profile};
pub(crate) use refuse::refuse;

macro_rules! adapters {
    ($($(#[doc = $doc:literal])* $variant:ident $module:ident $id:literal $title:literal $as_client:ident;)*) => {
        /// The connection defaults of a provider.
        pub(crate) fn profile(provider: Provider) -> Result<Profile, Error> {
            match provider {
                $(#[cfg(feature = $id)] Provider::$variant => Ok(crate::generated::$module::Client::PROFILE),)*
                #[allow(unreachable_patterns, reason = "reachable where a provider's feature is off")]
                _ => {
                    let why = format!("this build has no client for this provider: enable the feature `{provider}`");
                    Err(Error::new(ErrorKind::Config, why).on(provider))
                }
            }
        }

        /// How a provider authenticates requests.
        pub(crate) fn authenticator(
            provider: Provider,
            credentials: &Credentials<'_>,
        ) -> Result<Arc<dyn Authenticate>, &'static str> {
            match provider {
                $(#[cfg(feature = $id)] Provider::$variant => crate::generated::$module::Client::authenticator(credentials),)*
                #[allow(unreachable_patterns, reason = "reachable where a provider's feature is off")]
                _ => Err("this build has no client for this provider"),
            }
        }

        /// The adapter of a provider.
        pub(crate) fn backend(transport: Transport, journal: Arc<Journal>) -> Option<Arc<dyn Backend>> {
            match transport.provider() {
                $(#[cfg(feature = $id)] Provider::$variant => Some(Arc::new(
                    masked::Masked::<crate::generated::$module::Client>::new(transport, journal),
                )),)*
                #[allow(unreachable_patterns, reason = "reachable where a provider's feature is off")]
                _ => None,
            }
        }
    };
}

providers!(adapters);
