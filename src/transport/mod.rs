//! The only path to a provider: every request of the generated clients goes through `Transport::execute`.
//!
//! The order of processing: span -> deadline -> retry { rate limit -> auth -> send } -> contract check -> decode (by
//! the caller). Failures are reported as a synthetic response with status 599 and a typed [`Report`], because the
//! generated clients cannot carry our error type.

pub(crate) mod auth;
#[cfg(feature = "contract")]
mod check;
pub(crate) mod connect;
mod convert;
#[cfg(any(feature = "tls-ring", feature = "tls-aws-lc"))]
mod crypto;
mod effect;
mod execute;
mod limit;
mod options;
mod received;
mod redact;
mod report;
mod retry;
mod retry_after;
mod send;
mod spelling;
#[cfg(any(feature = "tls-ring", feature = "tls-aws-lc"))]
mod tls;
#[cfg(feature = "cli")]
mod trace;

use std::sync::Arc;

use url::Url;

pub use auth::Auth;
pub(crate) use auth::{Authenticate, Generation};
#[cfg(feature = "contract")]
pub use check::ContractMode;
#[cfg(feature = "cli")]
pub(crate) use convert::is_refusal;
pub(crate) use limit::Limiter;
pub use limit::RateLimit;
pub(crate) use options::later;
pub use options::{CallOptions, Event, PlannedRequest};
pub(crate) use received::{decoded, undecoded, whole};
pub(crate) use redact::Redactor;
#[cfg(test)]
pub(crate) use report::Context;
pub(crate) use report::{Cause, Received, Report};
pub use retry::RetryPolicy;
#[cfg(feature = "cli")]
pub(crate) use trace::{Detail, Trace};

use crate::error::Error;
use crate::spec::Provider;

/// The state shared by all calls of a client, and the options of one call. It is the inner type of the generated
/// clients.
#[derive(Clone)]
pub struct Transport {
    shared: Arc<Shared>,
    call: CallOptions,
    /// The connection's redactor, or this call's own if it carries further secrets.
    redactor: Arc<Redactor>,
}

/// The state shared by all clones of a client.
pub(crate) struct Shared {
    pub(crate) provider: Provider,
    pub(crate) http: connect::Http,
    pub(crate) base_url: Url,
    pub(crate) auth: Arc<dyn Authenticate>,
    pub(crate) limiter: Option<Limiter>,
    pub(crate) redactor: Arc<Redactor>,
    pub(crate) max_body: usize,
    #[cfg(feature = "contract")]
    pub(crate) contract: ContractMode,
}

impl std::fmt::Debug for Transport {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Transport")
            .field("provider", &self.shared.provider)
            .field("base_url", &self.shared.base_url.as_str())
            .finish_non_exhaustive()
    }
}

impl Transport {
    pub(crate) fn new(shared: Shared, call: CallOptions) -> Self {
        Self::of(Arc::new(shared), call)
    }

    /// The same connection with the options of another call.
    pub(crate) fn with(&self, call: CallOptions) -> Self {
        Self::of(Arc::clone(&self.shared), call)
    }

    fn of(shared: Arc<Shared>, call: CallOptions) -> Self {
        let redactor = match call.secrets.as_slice() {
            [] => Arc::clone(&shared.redactor),
            more => Arc::new(shared.redactor.and(more)),
        };
        Self { shared, call, redactor }
    }

    /// A connection to the same server with other credentials and no rate limit of its own.
    #[cfg_attr(not(feature = "manageiq"), allow(dead_code, reason = "only ManageIQ's tokens are revoked"))]
    pub(crate) fn as_other(&self, auth: Arc<dyn Authenticate>) -> Self {
        let Shared { provider, http, base_url, redactor, max_body, .. } = &*self.shared;
        let shared = Shared {
            provider: *provider,
            http: http.clone(),
            base_url: base_url.clone(),
            auth,
            limiter: None,
            redactor: Arc::clone(redactor),
            max_body: *max_body,
            #[cfg(feature = "contract")]
            contract: self.shared.contract,
        };
        Self::new(shared, self.call.clone())
    }

    pub(crate) fn provider(&self) -> Provider {
        self.shared.provider
    }

    pub(crate) fn base_url(&self) -> &Url {
        &self.shared.base_url
    }

    pub(crate) fn options(&self) -> &CallOptions {
        &self.call
    }

    pub(crate) fn http(&self) -> &reqwest::Client {
        &self.shared.http.client
    }

    /// Treats this text as a secret of the connection from now on: a newly issued token.
    #[cfg_attr(not(feature = "manageiq"), allow(dead_code, reason = "only ManageIQ's tokens are requested"))]
    pub(crate) fn keep_secret(&self, secret: String) {
        self.shared.redactor.learn(secret);
    }

    /// Masks secrets in server text that an adapter passes on.
    pub(crate) fn redacted(&self, text: &str) -> String {
        self.redactor.text(text)
    }

    /// The same for a body in any encoding.
    #[cfg(feature = "cli")]
    pub(crate) fn redactor(&self) -> &Arc<Redactor> {
        &self.redactor
    }

    /// Revokes what the authenticator obtained on the caller's behalf, e.g. a token.
    pub(crate) async fn sign_out(&self) -> Result<(), Error> {
        self.shared.auth.sign_out().await
    }
}
