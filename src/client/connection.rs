//! The connection itself: its provider, capabilities and options.

use url::Url;

use super::Client;
use crate::capability::Capabilities;
#[cfg(feature = "cli")]
use crate::journal::Journal;
use crate::model::VmId;
use crate::spec::Provider;
use crate::transport::CallOptions;

impl Client {
    /// The provider this client is connected to.
    pub fn provider(&self) -> Provider {
        self.transport.provider()
    }

    /// The base URL of all requests.
    pub fn base_url(&self) -> &Url {
        self.transport.base_url()
    }

    /// What the provider supports. On some providers this depends on the kind of machine.
    pub fn capabilities(&self, vm: Option<&VmId>) -> Capabilities {
        self.backend.capabilities(vm)
    }

    /// The options of its requests.
    pub fn options(&self) -> &CallOptions {
        self.transport.options()
    }

    /// The same connection with other options: a deadline, no retries, an observer, a dry run. Options that are not set stay as they
    /// are.
    #[must_use]
    pub fn with_options(&self, call: CallOptions) -> Self {
        Self { transport: self.transport.with(call.over(self.options())), ..self.clone() }
    }
}

#[cfg(feature = "cli")]
impl Client {
    /// Whether the statuses of the provider's snapshots are words, so that another word can mean done.
    pub(crate) fn has_status_words(&self) -> bool {
        self.backend.has_status_words()
    }

    /// Whether the server is on this machine, so that polling it costs nothing.
    pub(crate) fn stays_here(&self) -> bool {
        self.stays_here
    }

    /// Identifies the account among others of the provider, without revealing a secret.
    pub(crate) fn account(&self) -> &str {
        &self.account
    }

    /// The name that the user gave the account: that of the profile.
    pub(crate) fn account_name(&self) -> Option<&str> {
        self.account_name.as_deref()
    }

    /// The record of this connection's operations.
    pub(crate) fn journal(&self) -> &std::sync::Arc<Journal> {
        &self.journal
    }
}
