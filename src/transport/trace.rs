//! What the command line logs of requests and responses (`-v`): written here, where the secrets are known and masked.

use std::sync::Arc;
use std::time::Duration;

use http::{HeaderMap, HeaderName};

use super::Redactor;
use super::send::Outcome;
use crate::secret::names_a_secret;

/// How much of a request and its response is logged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Detail {
    /// Method, URL, status and duration.
    Requests,
    /// Headers as well.
    Headers,
    /// Bodies as well.
    Bodies,
}

/// A log of requests and responses, line by line.
#[derive(Clone)]
pub(crate) struct Trace {
    detail: Detail,
    write: Arc<dyn Fn(&str) + Send + Sync>,
}

impl Trace {
    pub(crate) fn new(detail: Detail, write: impl Fn(&str) + Send + Sync + 'static) -> Self {
        Self { detail, write: Arc::new(write) }
    }

    /// A request with its credentials, just before it is sent.
    pub(super) fn request(&self, request: &reqwest::Request, redactor: &Redactor) {
        (self.write)(&format!("> {} {}", request.method(), redactor.text(request.url().as_str())));
        self.headers('>', request.headers(), redactor);
        if let Some(body) = request.body().and_then(reqwest::Body::as_bytes) {
            self.body('>', body, redactor);
        }
    }

    /// The response, or why there is none.
    pub(super) fn outcome(&self, operation: &str, outcome: &Outcome, took: Duration, redactor: &Redactor) {
        let took = took.as_secs_f32();
        match outcome {
            Outcome::Failed(_) => {
                (self.write)(&format!("< {} ({operation}, {took:.2} s)", redactor.text(&outcome.reason())));
            }
            Outcome::Reply(reply) => {
                let bytes = reply.body.len();
                (self.write)(&format!("< {} ({operation}, {took:.2} s, {bytes} bytes)", reply.status));
                self.headers('<', &reply.headers, redactor);
                self.body('<', &reply.body, redactor);
            }
        }
    }

    fn headers(&self, mark: char, headers: &HeaderMap, redactor: &Redactor) {
        if self.detail < Detail::Headers {
            return;
        }
        for (name, value) in headers {
            let value = match is_secret(name) {
                true => "***".to_owned(),
                false => redactor.text(&String::from_utf8_lossy(value.as_bytes())),
            };
            (self.write)(&format!("{mark}   {name}: {value}"));
        }
    }

    fn body(&self, mark: char, body: &[u8], redactor: &Redactor) {
        if self.detail >= Detail::Bodies && !body.is_empty() {
            (self.write)(&format!("{mark}   {}", redactor.body(body)));
        }
    }
}

/// Whether a header carries a credential, whatever its value.
fn is_secret(name: &HeaderName) -> bool {
    let known = ["authorization", "proxy-authorization", "cookie", "set-cookie", "x-auth-token", "api_key"];
    known.contains(&name.as_str()) || names_a_secret(name.as_str())
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use bytes::Bytes;
    use http::{HeaderValue, Method, StatusCode};
    use url::Url;

    use super::*;
    use crate::transport::send::Reply;

    /// What is logged of a request and its response that both carry a token and a password.
    fn logged(detail: Detail) -> String {
        let lines = Arc::new(Mutex::new(String::new()));
        let sink = Arc::clone(&lines);
        let trace = Trace::new(detail, move |line| sink.lock().unwrap().push_str(&format!("{line}\n")));
        let redactor = Redactor::new(["tok-12345".to_owned()]);
        let mut request = reqwest::Request::new(Method::POST, Url::parse("https://x.example/vms?page=2").unwrap());
        request.headers_mut().insert("authorization", HeaderValue::from_static("Bearer tok-12345"));
        request.headers_mut().insert("x-auth-token", HeaderValue::from_static("another"));
        request.headers_mut().insert("accept", HeaderValue::from_static("application/json"));
        *request.body_mut() = Some(r#"{"name":"web","password":"Sesame-1"}"#.into());
        trace.request(&request, &redactor);
        let mut headers = HeaderMap::new();
        headers.insert("set-cookie", HeaderValue::from_static("session=abc"));
        headers.insert("x-echo", HeaderValue::from_static("tok-12345"));
        let body = Bytes::from_static(br#"{"id":7,"token":"given-out"}"#);
        let reply = Outcome::Reply(Reply { status: StatusCode::OK, headers, body });
        trace.outcome("create_vm", &reply, Duration::from_millis(30), &redactor);
        let logged = lines.lock().unwrap().clone();
        for secret in ["tok-12345", "another", "Sesame-1", "session=abc", "given-out"] {
            assert!(!logged.contains(secret), "{secret} is logged:\n{logged}");
        }
        logged
    }

    #[test]
    fn each_level_adds_to_the_one_before_and_masks_secrets() {
        let requests = logged(Detail::Requests);
        assert_eq!(requests, "> POST https://x.example/vms?page=2\n< 200 OK (create_vm, 0.03 s, 28 bytes)\n");
        let headers = logged(Detail::Headers);
        assert!(headers.contains(">   accept: application/json\n") && headers.contains(">   authorization: ***\n"));
        assert!(!headers.contains("\"name\""), "{headers}");
        let bodies = logged(Detail::Bodies);
        assert!(
            bodies.contains(">   accept: ") && bodies.contains(r#">   {"name":"web","password":"***"}"#),
            "{bodies}"
        );
        assert!(bodies.contains(r#"<   {"id":7,"token":"***"}"#), "{bodies}");
    }
}
