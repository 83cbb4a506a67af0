//! Past the portable verbs: raw requests of documented operations, and the generated clients.

use url::Url;

use super::Client;
use crate::error::{Error, ErrorKind};
use crate::provider;

impl Client {
    /// Sends a raw request of a documented operation, authenticated and repeated under its rules, and gives the whole answer
    /// whatever its status. `path` is below the base URL and may have a query.
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`] if the path leaves the base URL or the document has no such operation; those of the transport.
    pub async fn request(
        &self,
        method: &str,
        path: &str,
        body: Option<&serde_json::Value>,
    ) -> Result<http::Response<bytes::Bytes>, Error> {
        let tried = format!("{method} {path}");
        let invalid = |why: String| self.about(Error::new(ErrorKind::Invalid, why), &tried);
        let (route, _query) = path.split_once('?').unwrap_or((path, ""));
        let hostile = |segment: &str| segment == "." || segment == ".." || segment.to_ascii_lowercase().contains("%2e");
        if !route.starts_with('/')
            || route.split('/').any(hostile)
            || path.contains(['\\', '#'])
            || path.contains(char::is_control)
        {
            return Err(invalid(
                "the path must begin with / and hold no dot segment, backslash, # or control character".to_owned(),
            ));
        }
        let operation = crate::spec::find(self.provider(), method, route).ok_or_else(|| {
            invalid(format!("the document has no such operation; `cloudsnap spec {}` shows it", self.provider()))
        })?;
        let url = Url::parse(&format!("{}{path}", self.base_url().as_str().trim_end_matches('/')))
            .map_err(|_| invalid("the path makes no valid URL".to_owned()))?;
        let method = http::Method::from_bytes(operation.method.as_bytes())
            .map_err(|_| invalid("the method is none of HTTP".to_owned()))?;
        let mut request = reqwest::Request::new(method, url);
        request.headers_mut().insert(http::header::ACCEPT, http::HeaderValue::from_static("application/json"));
        if let Some(body) = body {
            let json = http::HeaderValue::from_static("application/json");
            request.headers_mut().insert(http::header::CONTENT_TYPE, json);
            *request.body_mut() = Some(reqwest::Body::from(body.to_string()));
        }
        let response = self.transport.execute(request, operation).await;
        match response.extensions().get::<crate::transport::Answer>() {
            Some(answer) => {
                let mut whole = http::Response::new(answer.reply.body.clone());
                *whole.status_mut() = answer.reply.status;
                *whole.headers_mut() = answer.reply.headers.clone();
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

    /// Drops the token of a [session](crate::ClientBuilder::session); the next call signs in again. Does nothing without a session.
    ///
    /// # Errors
    /// Those of the call. The token then ends by itself, some minutes after its last use.
    pub async fn sign_out(&self) -> Result<(), Error> {
        self.transport.sign_out().await.map_err(|error| self.about(error, "sign out"))
    }

    /// Knows the secrets of the connection.
    #[cfg(feature = "cli")]
    pub(crate) fn redactor(&self) -> &std::sync::Arc<crate::transport::Redactor> {
        self.transport.redactor()
    }

    /// A body to be printed: a server may repeat the credentials that it was sent.
    #[cfg(feature = "cli")]
    pub(crate) fn without_secrets(&self, body: &bytes::Bytes) -> bytes::Bytes {
        self.transport.redactor().bytes(body).into()
    }

    /// The generated client of ManageIQ, if this is one: every documented operation, authenticated and repeated. A call on several
    /// entries is a success also where entries were refused: read each `success`.
    #[cfg(feature = "manageiq")]
    pub fn as_manageiq(&self) -> Option<crate::generated::manageiq::Client> {
        use crate::generated::PerCall;
        let adapter = self.backend.as_any().downcast_ref::<provider::manageiq::ManageIq>()?;
        Some(adapter.generated().per_call(self.transport.clone()))
    }

    /// The generated client of Syminet, if this is one: every documented operation, authenticated and repeated.
    #[cfg(feature = "syminet")]
    pub fn as_syminet(&self) -> Option<crate::generated::syminet::Client> {
        use crate::generated::PerCall;
        let adapter = self.backend.as_any().downcast_ref::<provider::syminet::Syminet>()?;
        Some(adapter.generated().per_call(self.transport.clone()))
    }

    /// The generated client of Genesis Cloud, if this is one: every documented operation, authenticated and repeated.
    #[cfg(feature = "genesiscloud")]
    pub fn as_genesiscloud(&self) -> Option<crate::generated::genesiscloud::Client> {
        use crate::generated::PerCall;
        let adapter = self.backend.as_any().downcast_ref::<provider::genesiscloud::GenesisCloud>()?;
        Some(adapter.generated().per_call(self.transport.clone()))
    }

    /// The generated client of Hyperstack, if this is one: every documented operation, authenticated and repeated.
    #[cfg(feature = "hyperstack")]
    pub fn as_hyperstack(&self) -> Option<crate::generated::hyperstack::Client> {
        use crate::generated::PerCall;
        let adapter = self.backend.as_any().downcast_ref::<provider::hyperstack::Hyperstack>()?;
        Some(adapter.generated().per_call(self.transport.clone()))
    }
}
