//! Beyond the portable operations: raw requests to documented operations, and the generated clients.

use url::Url;

use super::Client;
use crate::error::{Advice, Error, ErrorKind};
use crate::providers::providers;
use crate::spec::{Operation, PathSegment, Provider};

/// Extension of a raw response that leaves the outcome of a modifying request unknown: it may have taken effect.
#[derive(Clone, Copy)]
pub(crate) struct MayHaveArrived;

/// The operation is not documented.
const NO_OPERATION: &str = "unknown operation: the OpenAPI document has none with this method and path";

/// The operation of a raw request, determined by the decoded path, whatever its encoding, and by the body.
///
/// # Errors
/// Why there is none.
pub(crate) fn operation(
    provider: Provider,
    method: &str,
    path: &str,
    body: Option<&serde_json::Value>,
) -> Result<Operation, String> {
    let (route, _query) = path.split_once('?').unwrap_or((path, ""));
    if !route.starts_with('/') || path.contains(['\\', '#']) || path.contains(char::is_control) {
        return Err("the path must start with / and must not contain a backslash, # or control character".to_owned());
    }
    let mut decoded = String::new();
    for segment in route.split('/').skip(1) {
        let text = percent_encoding::percent_decode_str(segment).decode_utf8();
        let text = text.map_err(|_| format!("the path segment {segment:?} does not decode to UTF-8"))?;
        // A server that decodes twice, or before splitting the path, would see a different path.
        let plain = text.is_empty() || text.parse::<PathSegment>().is_ok();
        if !plain || (text == segment && segment.contains('%')) {
            return Err(format!(
                "the path segment {segment:?} must not decode to a separator, a dot segment or another escape"
            ));
        }
        decoded.push('/');
        decoded.push_str(&text);
    }
    let found = crate::spec::find(provider, method, &decoded);
    let found = found.ok_or_else(|| NO_OPERATION.to_owned())?;
    Ok(found.with_body(body))
}

impl Client {
    /// Sends a raw request to a documented operation, authenticated and retried by its rules, and returns the complete response with any
    /// status. `path` is relative to the base URL and may have a query. The decoded path determines the operation; a body that a
    /// read-only operation does not document makes it a modifying one.
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`] if the path leaves the base URL or the operation is not documented; any error of the transport.
    pub async fn request(
        &self,
        method: &str,
        path: &str,
        body: Option<&serde_json::Value>,
    ) -> Result<http::Response<bytes::Bytes>, Error> {
        let tried = format!("{method} {path}");
        let invalid = |why: String| self.about(Error::new(ErrorKind::Invalid, why), &tried);
        let operation = operation(self.provider(), method, path, body)
            .map_err(|why| invalid(why).hint(Advice::ReadDocument(self.provider())))?;
        let url = Url::parse(&format!("{}{path}", self.base_url().as_str().trim_end_matches('/')))
            .map_err(|_| invalid("the path does not form a valid URL".to_owned()))?;
        let method = http::Method::from_bytes(operation.method.as_bytes())
            .map_err(|_| invalid("invalid HTTP method".to_owned()))?;
        let mut request = reqwest::Request::new(method, url);
        request.headers_mut().insert(http::header::ACCEPT, http::HeaderValue::from_static("application/json"));
        if let Some(body) = body {
            let json = http::HeaderValue::from_static("application/json");
            request.headers_mut().insert(http::header::CONTENT_TYPE, json);
            *request.body_mut() = Some(reqwest::Body::from(body.to_string()));
        }
        let response = self.transport.execute(request, &operation).await;
        match response.extensions().get::<crate::transport::Received>() {
            Some(received) => {
                let mut whole = http::Response::new(received.body.clone());
                *whole.status_mut() = received.status;
                *whole.headers_mut() = response.headers().clone();
                if !operation.safe && received.context.arrived {
                    whole.extensions_mut().insert(MayHaveArrived);
                }
                Ok(whole)
            }
            None => {
                let error = Error::of_call(
                    progenitor_client::Error::UnexpectedResponse(response),
                    self.provider(),
                    operation.id,
                );
                Err(self.about(error, &tried))
            }
        }
    }

    /// Revokes the token of a [session](crate::ClientBuilder::session); the next request signs in again. Does nothing without a session.
    ///
    /// # Errors
    /// Any error of the request. The token then expires by itself, some minutes after its last use.
    pub async fn sign_out(&self) -> Result<(), Error> {
        self.transport.sign_out().await.map_err(|error| self.about(error, "sign out"))
    }

    /// Masks the secrets of the connection.
    #[cfg(feature = "cli")]
    pub(crate) fn redactor(&self) -> &std::sync::Arc<crate::transport::Redactor> {
        self.transport.redactor()
    }

    /// The body with secrets masked: a server may echo credentials.
    #[cfg(feature = "cli")]
    pub(crate) fn without_secrets(&self, body: &bytes::Bytes) -> bytes::Bytes {
        self.transport.redactor().bytes(body).into()
    }
}

macro_rules! generated_clients {
    ($($(#[doc = $doc:literal])* $variant:ident $module:ident $id:literal $title:literal $as_client:ident;)*) => {
        impl Client {
            $(
                #[doc = concat!("The generated client, with every documented operation of ", $title, "; `None` if this client is connected to another provider. Requests are authenticated and retried.")]
                ///
                /// A request for several entries succeeds even if some of them were refused: check the result of each.
                ///
                #[doc = include_str!(concat!("../provider/", stringify!($module), "/example.md"))]
                #[cfg(feature = $id)]
                pub fn $as_client(&self) -> Option<crate::generated::$module::Client> {
                    let is_one = self.provider() == Provider::$variant;
                    is_one.then(|| crate::generated::PerCall::over(self.transport.clone()))
                }
            )*
        }
    };
}

providers!(generated_clients);

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_decoded_path_determines_the_operation() {
        let of = |path: &str| operation(Provider::Hyperstack, "GET", path, None).map(|found| (found.id, found.safe));
        for path in [
            "/core/virtual-machines/7/stop",
            "/core/virtual-machines/7/%73top",
            "/core/virtual-machines/7/%73%74%6F%70",
            "/core/virtual%2Dmachines/%37/stop?x=1",
            "/%63ore/virtual-machines/7/stop",
        ] {
            assert_eq!(of(path), Ok(("stop_vm", false)), "{path}");
        }
        assert_eq!(of("/core/virtual-machines/7"), Ok(("get_vm", true)));
        assert_eq!(of("/core/snapshots/name-availability/a%20b"), Ok(("check_snapshot_name", true)));
        for path in [
            "/core/virtual-machines/7%2Fstop",
            "/core/virtual-machines/7%2fstop",
            "/core/virtual-machines/7%252Fstop",
            "/core/virtual-machines/7%25252Fstop",
            "/core/virtual-machines/7%5Cstop",
            "/core/virtual-machines/x/../7/stop",
            "/core/virtual-machines/%2e%2e",
            "/core/virtual-machines/.%2E",
            "/core/virtual-machines/%252e%252e",
            "/core/virtual-machines/7%3Fx",
            "/core/virtual-machines/7%23x",
            "/core/virtual-machines/7%00",
            "/core/virtual-machines/%ff",
            "/core/virtual-machines/7%",
            "/core/virtual-machines/7%zz",
            "/core/virtual-machines/7%20",
        ] {
            assert!(of(path).is_err(), "{path}: {:?}", of(path));
        }
    }

    #[test]
    fn an_undocumented_body_makes_a_request_modifying() {
        let of = |method, path, body: Option<&serde_json::Value>| {
            operation(Provider::ManageIq, method, path, body).map(|found| (found.safe, found.idempotent))
        };
        let (query, delete) = (json!({"action": "query"}), json!({"action": "delete", "resources": [{"id": "7"}]}));
        assert_eq!(of("POST", "/tasks", Some(&query)), Ok((true, true)));
        assert_eq!(of("POST", "/tasks", None), Ok((true, true)));
        for body in [delete.clone(), json!({}), json!({"action": "Query"}), json!({"action": ["query"]}), json!([])] {
            assert_eq!(of("POST", "/tasks", Some(&body)), Ok((false, false)), "{body}");
        }
        assert_eq!(of("GET", "/tasks", Some(&delete)), Ok((false, false)));
    }
}
