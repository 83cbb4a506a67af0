//! The server: takes connections, finds the operation, lets faults and the provider's file act, and writes down what
//! happened.

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

use super::error::SandboxError;
use super::fault::{Asked, Book, Fault, Kind, alter, http_date, status_reply};
use super::line::{Delivery, Fate, Line, Outgoing, deal_out};
use super::pages;
use super::play::{Play, Refusal};
use super::record::{Recorded, Side, Violation};
use super::state::Keeper;
use super::store::{Store, later};
use super::wire::{Reply, Request};
use super::world::{Settings, World};
use crate::contract::{Contract, Finding, RequestParts};
use crate::spec::{self, Operation, Provider};

/// The largest body that is read: no documented request comes near.
const BODY_LIMIT: usize = 1 << 20;

/// Methods that a path may know, for `Allow`.
const METHODS: [&str; 7] = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/// Everything that connections share.
pub(super) struct Core {
    pub addr: SocketAddr,
    pub players: Vec<Provider>,
    pub settings: Settings,
    pub keeper: Keeper,
    pub faults: Mutex<Book>,
    pub records: Mutex<Vec<Recorded>>,
    pub violations: Mutex<Vec<Violation>>,
    pub log: bool,
}

/// What is behind a mutex, also after a panic elsewhere: none of it is ever half changed.
pub(super) fn open<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Takes connections until the future is dropped; all connections end with it.
pub(super) async fn run(core: Arc<Core>, listener: TcpListener) {
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok((stream, peer)) => {
                    // Small answers should not wait for more to send; without it, they only come later.
                    let _ = stream.set_nodelay(true);
                    let (core, fate) = (Arc::clone(&core), Fate::default());
                    let line = TokioIo::new(Line::new(stream, fate.clone()));
                    connections.spawn(async move {
                        let service = service_fn(|request| answer(Arc::clone(&core), peer, fate.clone(), request));
                        // Ends with an error whenever a client goes away or a fault strikes: nothing to tell.
                        let _ = http1::Builder::new().serve_connection(line, service).await;
                    });
                }
                // Such as too many open files: passes as connections end.
                Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
            },
            Some(_) = connections.join_next() => {}
        }
    }
}

/// Ends a connection without an answer.
#[derive(Debug)]
struct Cut;

impl std::fmt::Display for Cut {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the connection was cut")
    }
}

impl std::error::Error for Cut {}

async fn answer(
    core: Arc<Core>,
    peer: SocketAddr,
    fate: Fate,
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
    let outcome = if core.keeper.may_wait() {
        // The lock of the state file may take its time, and this thread may be the only one.
        let core = Arc::clone(&core);
        tokio::task::spawn_blocking(move || core.decide(peer, &head, body)).await.map_err(|_| Cut)?
    } else {
        core.decide(peer, &head, body)
    };
    match outcome.delivery {
        Delivery::Reset => {
            fate.reset();
            Err(Cut)
        }
        Delivery::Never => std::future::pending().await,
        delivery => outcome.respond(delivery, origin),
    }
}

/// What comes of a request.
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
            pages::readable(response.headers_mut(), origin);
        }
        Ok(deal_out(response.into_parts().0, self.reply.bytes(), delivery))
    }
}

impl Core {
    /// A document or a page about it. It is no request to a provider: no fault strikes it, and it is not told of.
    fn page(&self, head: &http::request::Parts) -> Option<Reply> {
        let mounts = |provider: &Provider| Some((*provider, super::play::play(*provider)?.mount()));
        let players: Vec<_> = self.players.iter().filter_map(mounts).collect();
        pages::page(head, &players, &authority(self.addr, head))
    }

    /// All that a request does, from its head to the answer.
    fn decide(&self, peer: SocketAddr, head: &http::request::Parts, body: Option<Bytes>) -> Outcome {
        let path = head.uri.path();
        let found = self.players.iter().filter_map(|provider| super::play::play(*provider)).find_map(|play| {
            let rest = path.strip_prefix(play.mount())?;
            (rest.is_empty() || rest.starts_with('/')).then_some((play, rest))
        });
        if let Some(provider) = pages::asks_for_ids(&head.method, path).filter(|asked| self.players.contains(asked)) {
            return Outcome::whole(pages::ids(provider, &self.truth()), Timestamp::now());
        }
        let (mut record, now) = (Recorded::new(head, peer), Timestamp::now());
        let Some((play, rest)) = found else {
            let reply = Reply::text(404, "text/plain; charset=utf-8", "nothing is served at this path; see /docs/\n");
            return self.done(record, Outcome { reply, delivery: Delivery::Whole, now });
        };
        record.provider = Some(play.provider());
        let request = request(self.addr, play, head, rest, body.clone().unwrap_or_default());
        let outcome = match route(play, &request) {
            _ if body.is_none() => Outcome::whole(play.refuse(Refusal::TooLarge), now),
            Err(reply) => Outcome::whole(reply, now),
            Ok(operation) => {
                record.operation = Some(operation.id);
                let query = request.raw_query.as_deref().unwrap_or_default();
                let asked = Asked { query, body: &request.body };
                let fault = open(&self.faults).strike(play.provider(), operation, asked);
                record.fault = fault.as_ref().map(Fault::to_string);
                self.with_fault(play, operation, request, fault.map(|fault| fault.kind), &mut record.made)
            }
        };
        self.done(record, outcome)
    }

    /// Does the operation, with the fault before, in place of, or after it.
    fn with_fault(
        &self,
        play: &'static dyn Play,
        operation: &'static Operation,
        mut request: Request,
        fault: Option<Kind>,
        made: &mut Vec<String>,
    ) -> Outcome {
        request.read_params(operation.path);
        let set_back = match fault {
            Some(Kind::Stale(seconds)) => SignedDuration::from_secs(seconds.into()),
            _ => SignedDuration::ZERO,
        };
        let acted = match fault.as_ref().filter(|kind| kind.instead()) {
            // The body of this answer is never sent, or is the fault's own.
            Some(_) => self.keeper.with(|store| (Reply::empty(204), store.now())),
            None => self.keeper.with(|store| {
                let known =
                    |store: &Store| store.shelves.get(&play.provider()).map_or(0, |shelf| shelf.snapshots.len());
                let before = known(store);
                let acted = self.act(play, operation, &request, store, set_back);
                let shelf = store.shelves.get(&play.provider());
                made.extend(
                    shelf.into_iter().flat_map(|shelf| &shelf.snapshots).skip(before).map(|row| row.id.clone()),
                );
                acted
            }),
        };
        let (reply, now) = acted.unwrap_or_else(|error| (self.internal(play, &error), Timestamp::now()));
        let Some(kind) = fault else { return Outcome::whole(reply, now) };
        let delivery = match kind {
            Kind::Reset { .. } => Delivery::Reset,
            Kind::Hang { .. } => Delivery::Never,
            // Nothing can be missing from an answer that may not have a body.
            Kind::Truncate | Kind::Endless if matches!(reply.status, 204 | 304) => Delivery::Reset,
            Kind::Truncate => Delivery::Half,
            Kind::Endless => Delivery::Endless,
            Kind::Slow(per_second) => Delivery::Slow(per_second),
            _ => Delivery::Whole,
        };
        let reply = status_reply(&kind, now).unwrap_or_else(|| alter(&kind, play.status_field(), reply));
        Outcome { reply, delivery, now }
    }

    /// The provider's part: credentials, the document, the operation.
    fn act(
        &self,
        play: &'static dyn Play,
        operation: &'static Operation,
        request: &Request,
        store: &mut Store,
        set_back: SignedDuration,
    ) -> (Reply, Timestamp) {
        let (provider, now) = (play.provider(), store.now());
        let mut book = open(&self.faults);
        let shelf = store.shelves.entry(provider).or_default();
        let faults = Some((operation, &mut *book));
        let mut world = World { provider, shelf, settings: &self.settings, now, faults };
        play.settle(&mut world);
        world.now = later(now, -set_back);
        let reply = match play.authenticate(operation, request, &mut world) {
            Err(reply) => reply,
            Ok(()) => {
                let findings = self.check_request(provider, operation, request);
                let broken = if findings.is_empty() { None } else { play.broken(operation, request, &findings) };
                broken.unwrap_or_else(|| play.handle(operation, request, &mut world))
            }
        };
        self.check_reply(provider, operation, &reply);
        (reply, now)
    }

    /// Fills the shelves of providers that have none yet.
    pub fn seed(&self) -> Result<(), SandboxError> {
        self.keeper.with(|store| {
            for provider in &self.players {
                let Some(play) = super::play::play(*provider) else { continue };
                let now = store.now();
                store.shelves.entry(*provider).or_insert_with(|| {
                    let mut shelf = super::store::Shelf::default();
                    let settings = &self.settings;
                    play.seed(&mut World { provider: *provider, shelf: &mut shelf, settings, now, faults: None });
                    shelf
                });
            }
        })
    }

    fn internal(&self, play: &'static dyn Play, error: &SandboxError) -> Reply {
        tracing::warn!(target: "cloudsnap::sandbox", %error, "the sandbox cannot keep its state");
        play.refuse(Refusal::Internal(error.to_string()))
    }

    fn done(&self, mut record: Recorded, outcome: Outcome) -> Outcome {
        let answered = !matches!(outcome.delivery, Delivery::Reset | Delivery::Never);
        record.status = answered.then_some(outcome.reply.status);
        record.at = outcome.now;
        if self.log {
            tracing::info!(
                target: "cloudsnap::sandbox",
                method = record.method, path = record.path, status = record.status, fault = record.fault, "request"
            );
        }
        open(&self.records).push(record);
        outcome
    }
}

impl Outcome {
    fn whole(reply: Reply, now: Timestamp) -> Self {
        Self { reply, delivery: Delivery::Whole, now }
    }
}

// ---- the seam to the documents ----

impl Core {
    /// What in a request breaks the document. What merely goes beyond it is let through, as servers do.
    fn check_request(&self, provider: Provider, operation: &'static Operation, request: &Request) -> Vec<Finding> {
        let contract = Contract::of(provider);
        let Some(documented) = contract.operation(operation.id) else { return Vec::new() };
        let (path, query) = (request.path.as_str(), request.raw_query.as_deref());
        let parts = RequestParts { path, query, headers: &request.headers, body: &request.body };
        self.violations_among(provider, operation, Side::Request, contract.check_request(documented, &parts))
    }

    /// Writes down what in an own answer breaks the document.
    fn check_reply(&self, provider: Provider, operation: &'static Operation, reply: &Reply) {
        let contract = Contract::of(provider);
        let Some(documented) = contract.operation(operation.id) else { return };
        let findings = contract.check_response(documented, reply.status, reply.content_type(), &reply.bytes());
        self.violations_among(provider, operation, Side::Answer, findings);
    }

    fn violations_among(
        &self,
        provider: Provider,
        operation: &'static Operation,
        side: Side,
        findings: Vec<Finding>,
    ) -> Vec<Finding> {
        let broken: Vec<_> = findings.into_iter().filter(Finding::is_violation).collect();
        // A value may be a password: the finding is told without it.
        let broken: Vec<_> = broken.into_iter().map(Finding::without_value).collect();
        for finding in broken.iter().map(Finding::to_string) {
            tracing::warn!(target: "cloudsnap::sandbox", operation = operation.id, ?side, finding, "violation");
            open(&self.violations).push(Violation { provider, operation: operation.id, side, finding });
        }
        broken
    }
}

/// The operation that a request means, or the provider's way to say that there is none.
fn route(play: &'static dyn Play, request: &Request) -> Result<&'static Operation, Reply> {
    let find = |method: &str| spec::find(play.provider(), method, &request.path);
    if let Some(operation) = find(&request.method) {
        return Ok(operation);
    }
    let allowed: Vec<_> = METHODS.into_iter().filter(|method| find(method).is_some()).collect();
    Err(match allowed.is_empty() {
        true => play.refuse(Refusal::NoSuchPath),
        false => play.refuse(Refusal::NoSuchMethod).header(header::ALLOW, &allowed.join(", ")),
    })
}

/// Where the client has reached the sandbox.
fn authority(addr: SocketAddr, head: &http::request::Parts) -> String {
    let host = head.headers.get(header::HOST).and_then(|host| host.to_str().ok());
    host.map_or_else(|| addr.to_string(), str::to_owned)
}

fn request(addr: SocketAddr, play: &'static dyn Play, head: &http::request::Parts, rest: &str, body: Bytes) -> Request {
    let host = authority(addr, head);
    let (of_base, path) = play.split_base(rest);
    let query = head.uri.query();
    Request {
        method: head.method.as_str().to_owned(),
        path: if path.is_empty() { "/".to_owned() } else { path.to_owned() },
        base_url: format!("http://{host}{}{of_base}", play.mount()),
        params: Vec::new(),
        query: url::form_urlencoded::parse(query.unwrap_or_default().as_bytes()).into_owned().collect(),
        raw_query: query.map(str::to_owned),
        headers: head.headers.clone(),
        body,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::sandbox::Sandbox;

    #[tokio::test]
    async fn an_own_answer_that_breaks_the_document_is_written_down() {
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
        assert_eq!((violations.len(), violations[0].side), (1, Side::Answer));
        assert!(violations[0].finding.contains("/data/0/backup_id"), "{violations:?}");
    }
}
