//! What the adapters share: one struct, which each provider extends with its own calls, and common checks.

mod call;
mod claim;
mod clock;
mod pages;
mod read;
mod rows;

use std::future::Future;
use std::sync::Arc;

use futures_util::future::BoxFuture;
use http::HeaderName;
use progenitor_client::ResponseValue;
use serde::de::DeserializeOwned;
use tokio::time::Instant;

use crate::error::{Error, ErrorKind};
use crate::journal::Journal;
use crate::model::{NewVm, RestoreTarget, VmId};
use crate::page::{self, Identified, Page, Reading, Shared, Wanted};
use crate::provider::backend::{Service, not_offered};
use crate::secret::Secret;
use crate::transport::auth::FixedHeader;
use crate::transport::{Authenticate, CallOptions, RetryPolicy, Transport, decoded};

pub(crate) use call::{Sent, Undecoded, ask, call, read};
pub(crate) use claim::baseline;
pub(crate) use clock::Clock;
pub(crate) use pages::{Numbered, Part, identified};
#[cfg(test)]
pub(crate) use read::{Declared, fits_the_document};
pub(crate) use read::{Keep, Kept, Lean, lean};
pub(crate) use rows::{
    about, absent, another, decode_id, deleted, found, gone_on_retry, is_done_status, new_machine, not_of,
    nothing_sent, of_vm, or_listed, ready, running, unfit,
};

/// Authentication by a secret in a header of each request.
pub(crate) fn header(name: HeaderName, prefix: &str, secret: &Secret) -> Result<Arc<dyn Authenticate>, &'static str> {
    Ok(Arc::new(FixedHeader::new(name, prefix, secret.expose())?))
}

/// The adapter of a provider, on top of its generated client, within one call.
pub(crate) struct Adapter<C: Service> {
    pub(crate) client: C,
    pub(crate) transport: Transport,
    pub(crate) journal: Arc<Journal>,
    /// The server's clock.
    pub(crate) clock: Clock,
    /// The account's snapshots, shared by concurrent callers.
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

    /// The same for an in-place restore, which is sent once under all circumstances: a delayed second one would erase what was written
    /// since.
    pub(crate) fn once(&self) -> Self {
        self.with(self.transport.options().clone().retry(RetryPolicy::never()))
    }

    /// Awaits a generated call and records the time by the server's clock.
    pub(crate) async fn sent<T: DeserializeOwned + 'static>(
        &self,
        operation: &'static str,
        sending: impl Future<Output = Sent<T>>,
    ) -> Result<T, Error> {
        let response = call::<C, T>(operation, sending).await?;
        self.clock.note(response.headers());
        Ok(ResponseValue::into_inner(response))
    }

    /// Awaits a generated call and decodes the fields that the adapter uses. A response that does not have the expected form is decoded
    /// with the generated type, which provides the error.
    pub(crate) async fn received<T: Lean>(
        &self,
        sending: impl Future<Output = Undecoded>,
    ) -> Result<T, Box<Sent<T::Whole>>> {
        let response = sending.await.map_err(|error| Box::new(Err(error)))?;
        match read::received(&response) {
            Some(value) => {
                self.clock.note(response.headers());
                Ok(value)
            }
            None => Err(Box::new(decoded(response))),
        }
    }

    /// Awaits a generated call and decodes the fields that the adapter uses.
    pub(crate) async fn read<T: Lean>(
        &self,
        operation: &'static str,
        sending: impl Future<Output = Undecoded>,
    ) -> Result<T, Error> {
        let received = self.received(sending).await;
        self.or_unread(operation, received).await
    }

    /// One page of a list. If all its entries were already yielded, only their ids are decoded.
    pub(crate) async fn page<T: Lean, I: DeserializeOwned + Keep, E: Identified, K: Identified>(
        &self,
        wanted: &Wanted,
        sending: impl Future<Output = Undecoded>,
        ids: impl FnOnce(I) -> Option<Part<K>>,
        rows: impl FnOnce(T) -> Part<E>,
    ) -> Result<Part<E>, Box<Sent<T::Whole>>> {
        let response = sending.await.map_err(|error| Box::new(Err(error)))?;
        self.clock.note(response.headers());
        if let Some(known) = &wanted.known
            && let Some(part) = read::received(&response).and_then(ids)
            && let Some(part) = part.if_known(known)
        {
            return Ok(part);
        }
        match read::received(&response) {
            Some(value) => Ok(rows(value)),
            None => Err(Box::new(decoded(response))),
        }
    }

    /// The value, or the error of a response that could not be decoded.
    pub(crate) async fn or_unread<T, W: DeserializeOwned + 'static>(
        &self,
        operation: &'static str,
        received: Result<T, Box<Sent<W>>>,
    ) -> Result<T, Error> {
        match received {
            Ok(value) => Ok(value),
            Err(whole) => Err(unread(call::<C, W>(operation, std::future::ready(*whole)).await)),
        }
    }

    /// The account's snapshots, as far as they can be read, by a list that begins now. Readings are shared among callers.
    pub(crate) async fn shared<'a>(
        &self,
        mut page: impl FnMut(Wanted) -> BoxFuture<'a, Result<Page<C::Row>, Error>> + Send + 'a,
    ) -> Reading<C::Row>
    where
        C::Row: Identified,
    {
        let deadline = self.transport.options().deadline_from(Instant::now());
        self.account
            .read(deadline, || {
                Reading::of(page::stream_known(C::PROVIDER, move |token, known| page(Wanted { token, known })))
            })
            .await
    }

    /// All entries of a list.
    pub(crate) async fn all<'a, T: Identified + Send + 'a>(
        &self,
        mut page: impl FnMut(Wanted) -> BoxFuture<'a, Result<Page<T>, Error>> + Send + 'a,
    ) -> Result<Vec<T>, Error> {
        page::collect(page::stream(C::PROVIDER, move |token| page(token.into()))).await
    }
}

/// The error of a response that could not be decoded.
pub(crate) fn unread<T>(whole: Result<T, Error>) -> Error {
    let otherwise = || Error::new(ErrorKind::Decode, "the response does not have the expected form");
    whole.err().unwrap_or_else(otherwise)
}

/// The machine of an in-place restore.
pub(crate) fn onto(target: &RestoreTarget) -> Result<&VmId, Error> {
    match target {
        RestoreTarget::InPlace(vm) => Ok(vm),
        RestoreTarget::NewVm(_) => Err(not_offered()),
    }
}

/// The new machine that a restore creates.
pub(crate) fn new_vm(target: &RestoreTarget) -> Result<&NewVm, Error> {
    match target {
        RestoreTarget::NewVm(new) => Ok(new),
        RestoreTarget::InPlace(_) => Err(not_offered()),
    }
}
