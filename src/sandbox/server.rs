//! The HTTP server: accepts connections, performs operations, applies faults, and records what happened.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderValue, header};
use http_body_util::{BodyExt, LengthLimitError, Limited};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use jiff::{SignedDuration, Timestamp};
use tokio::net::TcpListener;
use tokio::task::JoinSet;

use super::context::{Context, Settings};
use super::error::SandboxError;
use super::fault::{Asked, Fault, FaultSchedule, Kind, alter, http_date, status_reply};
use super::faulty_stream::{Delivery, FaultyStream, Outgoing, ResetFlag, build_response};
use super::pages;
use super::provider_server::{ProviderServer, Refusal};
use super::record::{Recorded, Side, Violation};
use super::routing::{authority, mounted, request, route};
use super::state_store::StateStore;
use super::store::{Store, later};
use super::wire::{Reply, Request};
use crate::contract::{Contract, Finding, RequestParts};
use crate::spec::{Operation, Provider};

/// The largest request body accepted; documented requests are far smaller.
const BODY_LIMIT: usize = 1 << 20;

/// State shared by all connections.
pub(super) struct Core {
    pub addr: SocketAddr,
    pub providers: Vec<Provider>,
    pub settings: Settings,
    pub state_store: StateStore,
    pub faults: Mutex<FaultSchedule>,
    pub records: Mutex<Vec<Recorded>>,
    pub violations: Mutex<Vec<Violation>>,
    pub log: bool,
}

/// Locks a mutex, even if it is poisoned: its content is never left half-modified.
pub(super) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Accepts connections until the future is dropped, which also closes all connections.
pub(super) async fn run(core: Arc<Core>, listener: TcpListener) {
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok((stream, peer)) => {
                    // Send small responses immediately; if this fails, they are only delayed.
                    let _ = stream.set_nodelay(true);
                    let (core, reset_flag) = (Arc::clone(&core), ResetFlag::default());
                    let io = TokioIo::new(FaultyStream::new(stream, reset_flag.clone()));
                    connections.spawn(async move {
                        let service = service_fn(|request| serve_request(Arc::clone(&core), peer, reset_flag.clone(), request));
                        // Fails whenever a client disconnects or a fault is applied; there is nothing to report.
                        let _ = http1::Builder::new().serve_connection(io, service).await;
                    });
                }
                // E.g. too many open files: resolves as connections close.
                Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
            },
            Some(_) = connections.join_next() => {}
        }
    }
}

/// Closes a connection without a response.
#[derive(Debug)]
struct Cut;

impl std::fmt::Display for Cut {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("connection closed")
    }
}

impl std::error::Error for Cut {}

async fn serve_request(
    core: Arc<Core>,
    peer: SocketAddr,
    reset_flag: ResetFlag,
    request: http::Request<Incoming>,
) -> Result<http::Response<Outgoing>, Cut> {
    let (head, body) = request.into_parts();
    let body = match Limited::new(body, BODY_LIMIT).collect().await {
        Ok(body) => Some(body.to_bytes()),
        Err(error) if error.is::<LengthLimitError>() => None,
        Err(_) => return Err(Cut),
    };
    let origin = pages::local_origin(&head.headers);
    if let Some(reply) = pages::preflight(&head).or_else(|| core.page(&head)) {
        return Outcome::whole(reply, Timestamp::now()).respond(Delivery::Whole, origin);
    }
    let outcome = if core.state_store.may_wait() {
        // Waiting for the state file's lock may block, and the runtime may have only this thread.
        let core = Arc::clone(&core);
        tokio::task::spawn_blocking(move || core.decide(peer, &head, body)).await.map_err(|_| Cut)?
    } else {
        core.decide(peer, &head, body)
    };
    match outcome.delivery {
        Delivery::Reset => {
            reset_flag.reset();
            Err(Cut)
        }
        Delivery::Hang => std::future::pending().await,
        delivery => outcome.respond(delivery, origin),
    }
}

/// The outcome of a request.
struct Outcome {
    reply: Reply,
    delivery: Delivery,
    now: Timestamp,
}

impl Outcome {
    fn respond(self, delivery: Delivery, origin: Option<HeaderValue>) -> Result<http::Response<Outgoing>, Cut> {
        let mut response = http::Response::builder().status(self.reply.status).body(()).map_err(|_| Cut)?;
        *response.headers_mut() = (*self.reply.headers).clone();
        if let Ok(date) = HeaderValue::from_str(&http_date(self.now)) {
            response.headers_mut().insert(header::DATE, date);
        }
        if let Some(origin) = origin {
            pages::allow_origin(response.headers_mut(), origin);
        }
        Ok(build_response(response.into_parts().0, self.reply.bytes(), delivery))
    }
}

impl Core {
    /// Serves a document or a page. This is not a provider request: no faults apply, and it is not recorded.
    fn page(&self, head: &http::request::Parts) -> Option<Reply> {
        let mounts = |provider: &Provider| Some((*provider, super::servers::server_for(*provider)?.mount()));
        let providers: Vec<_> = self.providers.iter().filter_map(mounts).collect();
        pages::page(head, &providers, &authority(self.addr, head))
    }

    /// Handles a request from routing to response.
    fn decide(&self, peer: SocketAddr, head: &http::request::Parts, body: Option<Bytes>) -> Outcome {
        let path = head.uri.path();
        let found = mounted(&self.providers, path);
        if let Some(provider) = pages::asks_for_ids(&head.method, path).filter(|asked| self.providers.contains(asked)) {
            return Outcome::whole(pages::ids(provider, &self.store_view()), Timestamp::now());
        }
        let (mut record, now) = (Recorded::new(head, peer), Timestamp::now());
        let Some((server, rest)) = found else {
            let reply = Reply::text(404, "text/plain; charset=utf-8", "nothing is served at this path; see /docs/\n");
            return self.done(record, Outcome { reply, delivery: Delivery::Whole, now });
        };
        record.provider = Some(server.provider());
        let request = request(self.addr, server, head, rest, body.clone().unwrap_or_default());
        let outcome = match route(server, &request) {
            _ if body.is_none() => Outcome::whole(server.refuse(Refusal::TooLarge), now),
            Err(reply) => Outcome::whole(reply, now),
            Ok(operation) => {
                record.operation = Some(operation.id);
                let query = request.raw_query.as_deref().unwrap_or_default();
                let asked = Asked { query, body: &request.body };
                let fault = lock(&self.faults).take(server.provider(), operation, asked);
                record.fault = fault.as_ref().map(Fault::to_string);
                self.with_fault(server, operation, request, fault.map(|fault| fault.kind), &mut record.created)
            }
        };
        self.done(record, outcome)
    }

    /// Performs the operation, with the fault applied before, instead of, or after it.
    fn with_fault(
        &self,
        server: &'static dyn ProviderServer,
        operation: &'static Operation,
        mut request: Request,
        fault: Option<Kind>,
        created: &mut Vec<String>,
    ) -> Outcome {
        request.read_params(operation.path);
        let staleness = match fault {
            Some(Kind::Stale(seconds)) => SignedDuration::from_secs(seconds.into()),
            _ => SignedDuration::ZERO,
        };
        let acted = match fault.as_ref().filter(|kind| kind.replaces_handling()) {
            // This response is never sent, or is replaced by the fault's own.
            Some(_) => self.state_store.with(|store| (Reply::empty(204), store.now())),
            None => self.state_store.with(|store| {
                let known =
                    |store: &Store| store.providers.get(&server.provider()).map_or(0, |state| state.snapshots.len());
                let before = known(store);
                let acted = self.act(server, operation, &request, store, staleness);
                let state = store.providers.get(&server.provider());
                created.extend(
                    state.into_iter().flat_map(|state| &state.snapshots).skip(before).map(|row| row.id.clone()),
                );
                acted
            }),
        };
        let (reply, now) = acted.unwrap_or_else(|error| (self.internal(server, &error), Timestamp::now()));
        let Some(kind) = fault else { return Outcome::whole(reply, now) };
        let delivery = match kind {
            Kind::Reset { .. } => Delivery::Reset,
            Kind::Hang { .. } => Delivery::Hang,
            // A response without a body cannot be truncated.
            Kind::Truncate | Kind::Endless if matches!(reply.status, 204 | 304) => Delivery::Reset,
            Kind::Truncate => Delivery::Truncated,
            Kind::Endless => Delivery::Endless,
            Kind::Slow(per_second) => Delivery::Slow(per_second),
            _ => Delivery::Whole,
        };
        let reply = status_reply(&kind, now).unwrap_or_else(|| alter(&kind, server.status_field(), reply));
        Outcome { reply, delivery, now }
    }

    /// The provider-specific part: authentication, validation, the operation.
    fn act(
        &self,
        server: &'static dyn ProviderServer,
        operation: &'static Operation,
        request: &Request,
        store: &mut Store,
        staleness: SignedDuration,
    ) -> (Reply, Timestamp) {
        let (provider, now) = (server.provider(), store.now());
        let mut schedule = lock(&self.faults);
        let state = store.providers.entry(provider).or_default();
        let faults = Some((operation, &mut *schedule));
        let mut ctx = Context { provider, state, settings: &self.settings, now, faults };
        server.settle(&mut ctx);
        ctx.now = later(now, -staleness);
        let reply = match server.authenticate(operation, request, &mut ctx) {
            Err(reply) => reply,
            Ok(()) => {
                let findings = self.check_request(provider, operation, request);
                let reject_invalid =
                    if findings.is_empty() { None } else { server.reject_invalid(operation, request, &findings) };
                reject_invalid.unwrap_or_else(|| server.handle(operation, request, &mut ctx))
            }
        };
        self.check_reply(provider, operation, &reply);
        (reply, now)
    }

    /// Creates the initial state of providers that have none yet.
    pub fn seed(&self) -> Result<(), SandboxError> {
        self.state_store.with(|store| {
            for provider in &self.providers {
                let Some(server) = super::servers::server_for(*provider) else { continue };
                let now = store.now();
                store.providers.entry(*provider).or_insert_with(|| {
                    let mut state = super::store::ProviderState::default();
                    let settings = &self.settings;
                    server.seed(&mut Context { provider: *provider, state: &mut state, settings, now, faults: None });
                    state
                });
            }
        })
    }

    fn internal(&self, server: &'static dyn ProviderServer, error: &SandboxError) -> Reply {
        tracing::warn!(target: "cloudsnap::sandbox", %error, "cannot save the sandbox state");
        server.refuse(Refusal::Internal(error.to_string()))
    }

    fn done(&self, mut record: Recorded, outcome: Outcome) -> Outcome {
        let delivered = !matches!(outcome.delivery, Delivery::Reset | Delivery::Hang);
        record.status = delivered.then_some(outcome.reply.status);
        record.at = outcome.now;
        if self.log {
            tracing::info!(
                target: "cloudsnap::sandbox",
                method = record.method, path = record.path, status = record.status, fault = record.fault, "request"
            );
        }
        lock(&self.records).push(record);
        outcome
    }
}

impl Outcome {
    fn whole(reply: Reply, now: Timestamp) -> Self {
        Self { reply, delivery: Delivery::Whole, now }
    }
}

// ---- validation against the OpenAPI documents ----

impl Core {
    /// The violations in a request. Additions are accepted, as real servers do.
    fn check_request(&self, provider: Provider, operation: &'static Operation, request: &Request) -> Vec<Finding> {
        let contract = Contract::of(provider);
        let Some(documented) = contract.operation(operation.id) else { return Vec::new() };
        let (path, query) = (request.path.as_str(), request.raw_query.as_deref());
        let parts = RequestParts { path, query, headers: &request.headers, body: &request.body };
        self.violations_among(provider, operation, Side::Request, contract.check_request(documented, &parts))
    }

    /// Records violations in the sandbox's own responses.
    fn check_reply(&self, provider: Provider, operation: &'static Operation, reply: &Reply) {
        let contract = Contract::of(provider);
        let Some(documented) = contract.operation(operation.id) else { return };
        let findings = contract.check_response(documented, reply.status, reply.content_type(), &reply.bytes());
        self.violations_among(provider, operation, Side::Response, findings);
    }

    fn violations_among(
        &self,
        provider: Provider,
        operation: &'static Operation,
        side: Side,
        findings: Vec<Finding>,
    ) -> Vec<Finding> {
        // The value may be a password, so findings are recorded without it.
        let violations = findings.into_iter().filter(Finding::is_violation).map(Finding::without_value);
        let violations: Vec<_> = violations.collect();
        for finding in violations.iter().map(Finding::to_string) {
            tracing::warn!(target: "cloudsnap::sandbox", operation = operation.id, ?side, finding, "violation");
            lock(&self.violations).push(Violation { provider, operation: operation.id, side, finding });
        }
        violations
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::sandbox::Sandbox;
    use crate::spec;

    #[tokio::test]
    async fn violations_in_own_responses_are_recorded() {
        let sandbox = Sandbox::builder(Provider::Syminet).start().await.unwrap();
        let operation = spec::operation(Provider::Syminet, "list_backups").unwrap();
        let good =
            json!({ "data": [{ "backup_id": 7, "name": "automatic", "created": "2025-03-01 03:30:12.640127" }] });
        sandbox.core.check_reply(Provider::Syminet, operation, &Reply::json(200, good));
        assert_eq!(sandbox.violations(), []);
        let bad =
            json!({ "data": [{ "backup_id": "7", "name": "automatic", "created": "2025-03-01 03:30:12.640127" }] });
        sandbox.core.check_reply(Provider::Syminet, operation, &Reply::json(200, bad));
        let violations = sandbox.violations();
        assert_eq!((violations.len(), violations[0].side), (1, Side::Response));
        assert!(violations[0].finding.contains("/data/0/backup_id"), "{violations:?}");
    }
}
