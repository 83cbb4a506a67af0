//! The generated clients, one module per provider, and the hook that connects them to the transport.
//!
//! Their names come from the OpenAPI documents. Any release may add operations, fields or types; names change only with a minor version
//! of the crate while it is below 1.0. Start from `Client::as_syminet()` and its counterparts: these clients authenticate, retry and
//! trace their requests. Their methods fail with `Error<()>`, which `?` or `into()` converts to [`crate::Error`].

use progenitor_client::{ClientHooks, ClientInfo, OperationInfo};

use crate::providers::providers;
use crate::transport::Transport;
// Called by the generated methods.
#[allow(unused_imports, reason = "not used where no provider is enabled")]
pub(crate) use crate::transport::{decoded, undecoded, whole};

macro_rules! generated {
    ($($(#[doc = $doc:literal])* $variant:ident $module:ident $id:literal $title:literal $as_client:ident;)*) => {$(
        #[doc = concat!("Every documented operation of ", $title, ": [`Client::", stringify!($as_client), "`](crate::Client::", stringify!($as_client), ").")]
        ///
        /// Each method returns a builder that sets the parameters and the body; `send` sends the request. Types of requests have builders,
        /// too; those that only responses contain have none. For example:
        ///
        #[doc = include_str!(concat!("provider/", stringify!($module), "/example.md"))]
        #[cfg(feature = $id)]
        // Generated code: its documentation comes from the OpenAPI document, its style from the generator.
        #[allow(missing_docs, dead_code, rustdoc::all, clippy::all, clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "generated")]
        pub mod $module {
            include!(concat!(env!("OUT_DIR"), "/", $id, ".rs"));
        }

        #[cfg(feature = $id)]
        impl ClientHooks<Transport> for $module::Client {
            async fn exec(&self, request: reqwest::Request, info: &OperationInfo) -> reqwest::Result<reqwest::Response> {
                Ok(self.inner().execute_id(request, info.operation_id).await)
            }
        }

        #[cfg(feature = $id)]
        impl PerCall for $module::Client {
            fn per_call(&self, transport: Transport) -> Self {
                Self { baseurl: self.baseurl.clone(), client: self.client.clone(), inner: transport }
            }

            fn over(transport: Transport) -> Self {
                let base_url = transport.base_url().as_str().trim_end_matches('/').to_owned();
                Self::new_with_client(&base_url, transport.http().clone(), transport)
            }
        }
    )*};
}

/// Creates a generated client from a transport, also for the options of a single request: this copies a few counters and opens no
/// connection.
#[allow(dead_code, reason = "not used where no provider is enabled")]
pub(crate) trait PerCall {
    /// The same client with another transport.
    fn per_call(&self, transport: Transport) -> Self;
    /// A client over a transport.
    fn over(transport: Transport) -> Self;
}

providers!(generated);
