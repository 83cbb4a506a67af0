//! How a wait goes: how long, how often, and what it tells on the way.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use crate::shared::SharedPoller;

/// What a progress callback is told after each look.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[non_exhaustive]
pub struct Progress {
    /// The state's word: `pending`, `running`...
    pub state: &'static str,
    /// The provider's word.
    pub status: Option<String>,
    /// From 0 to 1, where the provider tells.
    pub progress: Option<f32>,
    /// Time since the wait began.
    pub elapsed: Duration,
}

type Callback = Arc<dyn Fn(&Progress) + Send + Sync>;

/// How long to wait, and how often to look. Apart from how single calls are repeated: see [`RetryPolicy`](crate::RetryPolicy).
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
    /// 30 minutes; a look every 2 seconds, more and more seldom, down to every 15; five passing errors in a row are borne.
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
    /// No verdict by then is [`ErrorKind::Timeout`](crate::ErrorKind::Timeout), with the handle.
    #[must_use]
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// The time between the first two looks, and the longest between any two.
    #[must_use]
    pub fn interval(mut self, first: Duration, longest: Duration) -> Self {
        self.interval = first;
        self.max_interval = longest.max(first);
        self
    }

    /// So many passing errors in a row (time-outs, 429, 5xx) are borne; one more ends the wait.
    #[must_use]
    pub fn tolerance(mut self, errors: u32) -> Self {
        self.tolerance = errors;
        self
    }

    /// A provider's status that means done, beside those known here. Letter case is ignored. Where a provider's objects have no
    /// such words (Syminet, ManageIQ), the wait is refused as [`ErrorKind::Unsupported`](crate::ErrorKind::Unsupported).
    #[must_use]
    pub fn done_word(mut self, word: impl Into<String>) -> Self {
        self.done_words.push(word.into());
        self
    }

    /// Polls together with other waits of the same account: one list serves them all. Operations of other accounts are polled alone.
    #[must_use]
    pub fn shared(mut self, poller: &SharedPoller) -> Self {
        self.shared = Some(poller.clone());
        self
    }

    /// Called after each look.
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
