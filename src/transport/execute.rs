//! Executes a request: guards the URL, makes attempts within the deadline, and passes on the result.

use std::sync::Arc;

use tokio::time::Instant;
use tracing::Instrument;
use url::Url;

use super::auth::Generation;
use super::limit::Limiter;
use super::options::{Event, PlannedRequest};
use super::report::{Cause, Context, Report};
use super::retry::{Decision, Retry};
use super::send::{self, Outcome};
use super::{Transport, received};
use crate::spec::Operation;

/// The outcome of a call.
#[derive(Clone, Copy, Default)]
struct Made {
    attempts: u32,
    /// Whether any of the attempts may have been performed.
    arrived: bool,
    took: std::time::Duration,
}

impl Transport {
    /// Sends a request of the operation with this operationId. Never fails: errors are part of the response.
    pub(crate) async fn execute_id(&self, request: reqwest::Request, id: &'static str) -> reqwest::Response {
        match crate::spec::operation(self.shared.provider, id) {
            Some(operation) => received::readable(self.execute(request, operation).await),
            None => {
                let cause = Cause::Refused(format!("unknown operation {id:?}"));
                self.unsent(cause, id)
            }
        }
    }

    /// Sends a request under the rules of its operation. Never fails: errors are part of the response.
    pub(crate) async fn execute(&self, request: reqwest::Request, operation: &Operation) -> reqwest::Response {
        let span = tracing::debug_span!(
            "request",
            provider = self.shared.provider.id(),
            operation = operation.id,
            method = %request.method(),
            path = request.url().path(),
            status = tracing::field::Empty,
            attempts = tracing::field::Empty,
        );
        self.execute_in_span(request, operation).instrument(span).await
    }

    async fn execute_in_span(&self, request: reqwest::Request, operation: &Operation) -> reqwest::Response {
        if let Err(cause) = self.guard(request.url()) {
            return self.unsent(cause, operation.id);
        }
        if let Some(plan) = self.call.dry_run.as_ref().filter(|_| !operation.safe) {
            plan(&PlannedRequest::of(&request, &self.redactor));
            return self.unsent(Cause::DryRun, operation.id);
        }

        let started = Instant::now();
        let deadline = self.call.deadline_from(started);
        let mut retry = Retry::new(self.call.policy(), *operation, self.call.has_effect_check(), started, deadline);
        let mut arrived = false;
        loop {
            let (outcome, shell, generation) = self.attempt(&request, operation, retry.attempts + 1, deadline).await;
            retry.attempts += 1;
            // A rejected token is discarded in any case: the next call obtains a new one.
            let fresh = outcome.status() == Some(401) && self.renewed(generation, deadline).await;
            let mut decision = retry.decide(&outcome, fresh, Instant::now());
            if let Decision::Retry { wait } = decision {
                self.report_retry(operation, &outcome, retry.attempts, wait);
                tokio::time::sleep(wait).await;
                let limited = outcome.status() == Some(429) && !operation.idempotent;
                if limited && self.call.sees_effect(deadline).await {
                    arrived = true;
                    decision = Decision::Return { retry_after: None };
                }
            }
            if let Decision::Return { retry_after } = decision {
                let span = tracing::Span::current();
                span.record("attempts", retry.attempts);
                if let Outcome::Reply(reply) = &outcome {
                    span.record("status", reply.status.as_u16());
                    tracing::debug!(status = reply.status.as_u16(), attempts = retry.attempts, "response received");
                }
                #[cfg(feature = "contract")]
                let outcome = self.checked(outcome, operation);
                arrived |= outcome.may_have_arrived(operation);
                let made = Made { attempts: retry.attempts, arrived, took: retry.started().elapsed() };
                return self.passed_on(outcome, shell, operation.id, made, retry_after);
            }
            // The outcome of the next attempt says nothing about this one.
            arrived |= outcome.may_have_arrived(operation);
        }
    }

    fn report_retry(&self, operation: &Operation, outcome: &Outcome, attempt: u32, wait: std::time::Duration) {
        let (operation, status, reason) = (operation.id, outcome.status(), outcome.reason());
        tracing::debug!(attempt, ?wait, reason, "repeating");
        self.call.observe(&Event::Retry { provider: self.provider(), operation, attempt, status, wait, reason });
    }

    /// Whether fresh credentials are available and there is time for another attempt.
    async fn renewed(&self, generation: Generation, deadline: Instant) -> bool {
        tokio::time::timeout_at(deadline, self.shared.auth.rejected(generation)).await.unwrap_or(false)
    }

    /// Makes one attempt: rate limit, auth, send, all within the deadline. Returns the generation of the credentials
    /// used.
    async fn attempt(
        &self,
        request: &reqwest::Request,
        operation: &Operation,
        attempt: u32,
        deadline: Instant,
    ) -> (Outcome, send::Shell, Generation) {
        let failed = |cause| (Outcome::Failed(send::Failure::before(cause)), None, 0);
        let Some(mut request) = request.try_clone() else {
            return failed(Cause::Refused("the request body cannot be sent twice".to_owned()));
        };
        let prepared = tokio::time::timeout_at(deadline, async {
            if let Some(limiter) = &self.shared.limiter {
                self.wait_for_turn(limiter, operation).await;
            }
            self.shared.auth.authenticate(&mut request).await
        });
        let generation = match prepared.await {
            Err(_) => return failed(Cause::Timeout),
            Ok(Err(cause)) => return failed(cause),
            Ok(Ok(generation)) => generation,
        };
        let sent_at = Instant::now();
        let until = self.call.attempt_until(sent_at, deadline, operation.safe);
        #[cfg(feature = "cli")]
        if let Some(trace) = &self.call.trace {
            trace.request(&request, &self.redactor);
        }
        let (outcome, shell) = send::send(&self.shared.http, request, until, self.shared.max_body).await;
        let (operation, status, duration) = (operation.id, outcome.status(), sent_at.elapsed());
        #[cfg(feature = "cli")]
        if let Some(trace) = &self.call.trace {
            trace.outcome(operation, &outcome, duration, &self.redactor);
        }
        self.call.observe(&Event::Response { provider: self.provider(), operation, attempt, status, duration });
        (outcome, shell, generation)
    }

    /// Waits for the rate limit, and reports a wait that is long enough to be noticed.
    async fn wait_for_turn(&self, limiter: &Limiter, operation: &Operation) {
        const NOTICEABLE: std::time::Duration = std::time::Duration::from_secs(1);
        let mut turn = std::pin::pin!(limiter.acquire());
        if tokio::time::timeout(NOTICEABLE, &mut turn).await.is_err() {
            self.call.observe(&Event::Throttled { operation: operation.id });
            turn.await;
        }
    }

    /// The response to a request that is not sent.
    fn unsent(&self, cause: Cause, operation: &'static str) -> reqwest::Response {
        self.passed_on(Outcome::Failed(send::Failure::before(cause)), None, operation, Made::default(), None)
    }

    /// Rejects URLs outside the base URL: credentials are sent nowhere else.
    fn guard(&self, url: &Url) -> Result<(), Cause> {
        let base = &self.shared.base_url;
        let path = base.path().trim_end_matches('/');
        let below = url.path().strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        // For http and https, these three are the origin.
        let origin =
            |url: &Url| (url.scheme() == base.scheme(), url.host() == base.host(), url.port_or_known_default());
        if origin(url) == origin(base) && below && url.username().is_empty() && url.password().is_none() {
            return Ok(());
        }
        Err(Cause::Refused("the URL is outside the base URL; credentials are sent nowhere else".to_owned()))
    }

    /// Validates a response against the document, if enabled.
    #[cfg(feature = "contract")]
    fn checked(&self, outcome: Outcome, operation: &Operation) -> Outcome {
        let shared = &self.shared;
        shared.contract.apply(shared.provider, operation, outcome, &self.call, &self.redactor)
    }

    /// The response for the generated client: the provider's own, or a 599 with a report.
    fn passed_on(
        &self,
        outcome: Outcome,
        shell: send::Shell,
        operation: &'static str,
        Made { attempts, arrived, took }: Made,
        retry_after: Option<std::time::Duration>,
    ) -> reqwest::Response {
        let context = Context {
            provider: self.shared.provider,
            operation,
            attempts,
            arrived,
            took,
            retry_after,
            redactor: Arc::clone(&self.redactor),
        };
        match outcome {
            Outcome::Reply(reply) => received::of_reply(reply, shell, context),
            Outcome::Failed(send::Failure { cause, bytes, link, .. }) => {
                received::of_report(Report { context, cause, status: None, bytes, link })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use futures_util::future::BoxFuture;

    use super::*;
    use crate::error::ErrorKind;
    use crate::spec::Provider;
    #[cfg(feature = "contract")]
    use crate::transport::ContractMode;
    use crate::transport::{Authenticate, CallOptions, Redactor, Shared, connect};

    struct Never;

    impl Authenticate for Never {
        fn authenticate<'a>(&'a self, request: &'a mut reqwest::Request) -> BoxFuture<'a, Result<Generation, Cause>> {
            let error = Cause::Auth(ErrorKind::Unauthorized, format!("requested {}", request.url()));
            Box::pin(std::future::ready(Err(error)))
        }
    }

    /// A request outside the base URL is rejected before an authenticator sees it.
    #[tokio::test]
    async fn credentials_are_not_sent_outside_the_base_url() {
        let shared = Shared {
            provider: Provider::Syminet,
            http: connect::Connect::default().client(&Url::parse("http://localhost").unwrap()).unwrap(),
            base_url: Url::parse("https://cloud.example/api/v1").unwrap(),
            auth: Arc::new(Never),
            limiter: None,
            redactor: Arc::new(Redactor::new([])),
            max_body: 1,
            #[cfg(feature = "contract")]
            contract: ContractMode::Off,
        };
        let transport = Transport::new(shared, CallOptions::default());
        let passes = |url: &str| transport.guard(&Url::parse(url).unwrap()).is_ok();
        assert!(passes("https://cloud.example/api/v1/images?page=2") && passes("https://cloud.example/api/v1"));
        for url in [
            "http://cloud.example/api/v1/images",
            "https://cloud.example:8443/api/v1/images",
            "https://evil.example/api/v1/images",
            "https://cloud.example.evil.example/api/v1/images",
            "https://user@cloud.example/api/v1/images",
            "https://cloud.example/api/v1/../v2/images",
            "https://cloud.example/api/v11/images",
            "https://cloud.example/",
        ] {
            assert!(!passes(url), "{url}");
            let request = reqwest::Request::new(http::Method::GET, Url::parse(url).unwrap());
            let operation = crate::spec::operation(Provider::Syminet, "list_snapshots").unwrap();
            let received = transport.execute(request, operation).await;
            let report = received.extensions().get::<Report>().unwrap();
            assert!(matches!(report.cause, Cause::Refused(_)), "{url}: {:?}", report.cause);
        }
    }
}
