//! The table of all servers: one module for each provider.

use super::provider_server::ProviderServer;
use crate::providers::providers;
use crate::spec::Provider;

macro_rules! servers {
    ($($(#[doc = $doc:literal])* $variant:ident $module:ident $id:literal $title:literal $as_client:ident;)*) => {
        /// The server of a provider.
        pub(super) fn server_for(provider: Provider) -> Option<&'static dyn ProviderServer> {
            match provider {
                $(Provider::$variant => Some(&$crate::sandbox::$module::$variant),)*
            }
        }
    };
}

providers!(servers);
