//! What the adapters have in common: one struct, over which each provider puts its own calls, and the checks that each makes.

mod call;
mod claim;
mod clock;
mod pages;
mod rows;

use std::future::Future;
use std::sync::Arc;

use futures_util::future::BoxFuture;
use http::HeaderName;
use progenitor_client::ResponseValue;
use serde::de::DeserializeOwned;
use tokio::time::Instant;

use crate::error::Error;
use crate::journal::Journal;
use crate::model::{NewVm, RestoreTarget, VmId};
use crate::page::{self, Identified, Page, PageToken, Reading, Shared};
use crate::provider::backend::{Service, not_offered};
use crate::secret::Secret;
use crate::transport::auth::FixedHeader;
use crate::transport::{Authenticate, CallOptions, RetryPolicy, Transport};

pub(crate) use call::{Sent, ask, call};
pub(crate) use claim::baseline;
pub(crate) use clock::Clock;
pub(crate) use pages::{Numbered, Part, identified};
pub(crate) use rows::{
    about, absent, another, decode_id, deleted, found, gone_on_retry, is_done_status, new_machine, not_of,
    nothing_sent, of_vm, or_listed, ready, running, unfit,
};

/// A secret in one header of each request.
pub(crate) fn header(name: HeaderName, prefix: &str, secret: &Secret) -> Result<Arc<dyn Authenticate>, &'static str> {
    Ok(Arc::new(FixedHeader::new(name, prefix, secret.expose())?))
}

/// The adapter of the provider whose generated client it is made over, within one call.
pub(crate) struct Adapter<C: Service> {
    pub(crate) client: C,
    pub(crate) transport: Transport,
    pub(crate) journal: Arc<Journal>,
    /// The server's.
    pub(crate) clock: Clock,
    /// The account's snapshots, for all who look at them at the same time.
    account: Arc<Shared<C::Row>>,
}

impl<C: Service> Adapter<C> {
    pub(crate) fn new(transport: Transport, journal: Arc<Journal>) -> Self {
        let client = C::over(transport.clone());
        Self { client, transport, journal, clock: Clock::default(), account: Arc::default() }
    }

    /// The same with the options of another call.
    pub(crate) fn with(&self, options: CallOptions) -> Self {
        let transport = self.transport.with(options);
        let client = self.client.per_call(transport.clone());
        let (journal, clock) = (Arc::clone(&self.journal), self.clock.clone());
        Self { client, transport, journal, clock, account: Arc::clone(&self.account) }
    }

    /// The same for a restore onto the machine itself: it is sent once, come what may. A second one, late, would erase what was done
    /// since.
    pub(crate) fn once(&self) -> Self {
        self.with(self.transport.options().clone().retry(RetryPolicy::never()))
    }

    /// Awaits a generated call, and takes down what the answer tells of the server's clock.
    pub(crate) async fn sent<T: DeserializeOwned + 'static>(
        &self,
        operation: &'static str,
        sending: impl Future<Output = Sent<T>>,
    ) -> Result<T, Error> {
        let response = call::<C, T>(operation, sending).await?;
        self.clock.note(response.headers());
        Ok(ResponseValue::into_inner(response))
    }

    /// The account's snapshots, as far as they can be read, by a list that begins now. Callers share the readings.
    #[allow(dead_code, reason = "not every provider's lists are of the account, and each can be built alone")]
    pub(crate) async fn shared<'a>(
        &self,
        page: impl FnMut(Option<PageToken>) -> BoxFuture<'a, Result<Page<C::Row>, Error>> + Send + 'a,
    ) -> Reading<C::Row>
    where
        C::Row: Identified,
    {
        let deadline = self.transport.options().deadline_from(Instant::now());
        self.account.read(deadline, || Reading::of(page::stream(C::PROVIDER, page))).await
    }

    /// All entries of a list, where something is looked up in it.
    pub(crate) async fn all<'a, T: Identified + Send + 'a>(
        &self,
        page: impl FnMut(Option<PageToken>) -> BoxFuture<'a, Result<Page<T>, Error>> + Send + 'a,
    ) -> Result<Vec<T>, Error> {
        page::collect(page::stream(C::PROVIDER, page)).await
    }
}

/// The machine that a restore puts back.
pub(crate) fn onto(target: &RestoreTarget) -> Result<&VmId, Error> {
    match target {
        RestoreTarget::InPlace(vm) => Ok(vm),
        RestoreTarget::NewVm(_) => Err(not_offered()),
    }
}

/// The machine that a restore makes.
pub(crate) fn new_vm(target: &RestoreTarget) -> Result<&NewVm, Error> {
    match target {
        RestoreTarget::NewVm(new) => Ok(new),
        RestoreTarget::InPlace(_) => Err(not_offered()),
    }
}
