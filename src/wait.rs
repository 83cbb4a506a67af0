//! Options for waiting on an operation: timeout, polling interval, progress callback.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use crate::shared::SharedPoller;

/// The argument of a progress callback, which is called after each poll.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[non_exhaustive]
pub struct Progress {
    /// The name of the state: `pending`, `running`...
    pub state: &'static str,
    /// The provider's status.
    pub status: Option<String>,
    /// From 0 to 1, if the provider reports it.
    pub progress: Option<f32>,
    /// The time since the wait started.
    pub elapsed: Duration,
}

type Callback = Arc<dyn Fn(&Progress) + Send + Sync>;

/// How long to wait, and how often to poll. [`RetryPolicy`](crate::RetryPolicy) applies to single requests.
///
/// ```
/// use cloudsnap::WaitOptions;
/// use std::time::Duration;
/// let options = WaitOptions::default()
///     .timeout(Duration::from_secs(600))
///     .on_progress(|now| eprintln!("{}", now.state));
/// # let _ = options;
/// ```
#[derive(Clone)]
pub struct WaitOptions {
    pub(crate) timeout: Duration,
    pub(crate) interval: Duration,
    pub(crate) max_interval: Duration,
    pub(crate) tolerance: u32,
    pub(crate) done_words: Vec<String>,
    pub(crate) progress: Option<Callback>,
    pub(crate) shared: Option<SharedPoller>,
}

impl Default for WaitOptions {
    /// Polls every 2 s, backing off to 15 s, for at most 30 minutes; tolerates five consecutive transient errors.
    fn default() -> Self {
        Self {
            timeout: Duration::from_secs(30 * 60),
            interval: Duration::from_secs(2),
            max_interval: Duration::from_secs(15),
            tolerance: 5,
            done_words: Vec::new(),
            progress: None,
            shared: None,
        }
    }
}

impl WaitOptions {
    /// After this time the wait fails with [`ErrorKind::Timeout`](crate::ErrorKind::Timeout), which carries the handle.
    #[must_use]
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// The time between the first two polls, and the longest time between any two.
    #[must_use]
    pub fn interval(mut self, first: Duration, longest: Duration) -> Self {
        self.interval = first;
        self.max_interval = longest.max(first);
        self
    }

    /// How many consecutive transient errors (timeouts, 429, 5xx) are tolerated before the wait fails.
    #[must_use]
    pub fn tolerance(mut self, errors: u32) -> Self {
        self.tolerance = errors;
        self
    }

    /// Adds a provider status that means done, in any letter case. If the provider's objects have no such status (Syminet, ManageIQ), the
    /// wait fails with [`ErrorKind::Unsupported`](crate::ErrorKind::Unsupported).
    #[must_use]
    pub fn done_word(mut self, word: impl Into<String>) -> Self {
        self.done_words.push(word.into());
        self
    }

    /// Polls together with other waits of the same account, which share one list. Operations of other accounts are polled separately.
    #[must_use]
    pub fn shared(mut self, poller: &SharedPoller) -> Self {
        self.shared = Some(poller.clone());
        self
    }

    /// Sets a function to call after each poll.
    #[must_use]
    pub fn on_progress(mut self, callback: impl Fn(&Progress) + Send + Sync + 'static) -> Self {
        self.progress = Some(Arc::new(callback));
        self
    }
}

impl fmt::Debug for WaitOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WaitOptions")
            .field("timeout", &self.timeout)
            .field("interval", &self.interval)
            .field("max_interval", &self.max_interval)
            .field("tolerance", &self.tolerance)
            .field("done_words", &self.done_words)
            .finish_non_exhaustive()
    }
}
