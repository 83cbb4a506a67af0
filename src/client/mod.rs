//! `Client`: the operations that users call.

mod action;
mod builder;
mod tokens;

// rustdoc lists the methods of `Client` in the order of these modules: everyday use first.
mod lists;

mod changes;

mod ensure;

mod together;

mod resume;

mod connection;

mod names;

pub(crate) mod raw;

mod prepared;

use std::sync::Arc;

use futures_util::stream::BoxStream;

use crate::error::Error;
use crate::handle::{Ticket, Verb};
use crate::journal::Journal;
use crate::model::Outcome;
use crate::operation::Operation;
use crate::provider::{self, Backend};
use crate::transport::{CallOptions, Transport};

pub use builder::ClientBuilder;
pub use ensure::{Ensured, Missing};
pub use prepared::Prepared;

/// A list that is read page by page, on demand, over all pages.
pub type List<T> = BoxStream<'static, Result<T, Error>>;

/// A connection to one account of one provider. Cheap to clone; all clones share their connections and rate limit.
///
/// ```no_run
/// use cloudsnap::{Auth, Client, ListSnapshots, Provider};
/// use futures_util::TryStreamExt;
///
/// # async fn run() -> Result<(), cloudsnap::Error> {
/// let client = Client::builder(Provider::Syminet)
///     .auth(Auth::token("..."))
///     .build()?;
/// let mut snapshots = client.snapshots(ListSnapshots::default());
/// while let Some(snapshot) = snapshots.try_next().await? {
///     println!("{} {}", snapshot.id, snapshot.status);
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Client {
    backend: Arc<dyn Backend>,
    #[cfg_attr(not(feature = "cli"), allow(dead_code, reason = "only the command line uses it"))]
    profile: Arc<provider::Profile>,
    transport: Transport,
    journal: Arc<Journal>,
    account: Arc<str>,
    account_name: Option<Arc<str>>,
    #[cfg_attr(not(feature = "cli"), allow(dead_code, reason = "only the command line uses it"))]
    stays_here: bool,
}

impl std::fmt::Debug for Client {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.transport.fmt(f)
    }
}

impl Client {
    fn operation<T: Outcome>(&self, call: CallOptions, ticket: Ticket) -> Operation<T> {
        Operation::new(Arc::clone(&self.backend), Arc::clone(&self.journal), call, ticket)
    }

    fn ticket(&self, verb: Verb) -> Ticket {
        let mut ticket = Ticket::new(self.provider(), self.base_url().as_str(), &self.account, verb);
        ticket.account_name = self.account_name.as_deref().map(str::to_owned);
        // Set before anything is read: whatever is new was created after this time.
        ticket.baseline_at = Some(jiff::Timestamp::now());
        ticket
    }

    fn about(&self, error: Error, tried: impl std::fmt::Display) -> Error {
        error.on(self.provider()).trying(tried)
    }
}
