//! A single generated call: converts its error, with the operation and the location of what could not be read, and decides whether a 404
//! proves absence.

use std::future::Future;

use progenitor_client::ResponseValue;

use crate::error::{Error, ErrorKind};
use crate::provider::backend::Service;
use crate::reader::{self, Step};
use crate::spec::Provider;
use crate::transport::Received;

/// The result of a generated call.
pub(crate) type Sent<T> = Result<ResponseValue<T>, progenitor_client::Error<()>>;

/// Builds a call of the generated client and awaits it, using a method that takes the operation ID and the future:
/// `ask!(self.sent, get_vm.vm_id(7))`. The ID is taken from the method name, so it cannot be misspelled.
macro_rules! ask {
    ($adapter:ident.$how:ident, $operation:ident $($request:tt)*) => {
        $adapter.$how(stringify!($operation), $adapter.client.$operation() $($request)*.send()).await
    };
}

/// The same for a response of which only some fields are decoded: `read!(self.read, get_vm.vm_id(7))`. The result type selects them.
macro_rules! read {
    ($adapter:ident.$how:ident, $operation:ident $($request:tt)*) => {
        $adapter.$how(stringify!($operation), $adapter.client.$operation() $($request)*.response()).await
    };
}

pub(crate) use {ask, read};

/// The result of a generated call before decoding.
pub(crate) type Undecoded = Result<reqwest::Response, progenitor_client::Error<()>>;

/// Awaits a generated call and converts its error: with the provider, the operation, and the location of what could not be read.
pub(crate) async fn call<C: Service, T: 'static>(
    operation: &'static str,
    sending: impl Future<Output = Sent<T>>,
) -> Result<ResponseValue<T>, Error> {
    let provider = C::PROVIDER;
    sending.await.map_err(|error| match &error {
        progenitor_client::Error::InvalidResponsePayload(bytes, why) => {
            let place = place_of(bytes, why, provider);
            Error::of_call(error, provider, operation).at(&place)
        }
        progenitor_client::Error::UnexpectedResponse(response) => {
            let received = response.extensions().get::<Received>();
            let absent = received
                .is_none_or(|received| serde_json::from_slice(&received.body).is_ok_and(|body| C::is_absence(&body)));
            with_absence(Error::of_call(error, provider, operation), absent, provider, operation)
        }
        _ => Error::of_call(error, provider, operation),
    })
}

/// Only a 404 from the provider itself proves absence. A modifying request that got a response from anything else may have arrived.
fn with_absence(error: Error, absent: bool, provider: Provider, operation: &str) -> Error {
    // The list of an account has no object that could be missing.
    let of_object = crate::spec::operation(provider, operation).is_none_or(|operation| operation.path.contains('{'));
    if error.kind() != ErrorKind::NotFound || (absent && of_object) {
        return error;
    }
    let safe = crate::spec::operation(provider, operation).is_some_and(|operation| operation.safe);
    let error = error.sent_from_elsewhere();
    if safe { error } else { error.after_effect() }
}

/// The JSON pointer of the first value that is missing or has the wrong type. It contains only names from the document: a server may use
/// anything as a key, including what was sent to it.
fn place_of(bytes: &[u8], error: &serde_json::Error, provider: Provider) -> String {
    let documented = |key: &str| {
        let quoted = serde_json::Value::from(key).to_string();
        if crate::spec::document_json(provider).contains(&quoted) {
            key.replace('~', "~0").replace('/', "~1")
        } else {
            "?".to_owned()
        }
    };
    let segments = reader::steps_to(bytes, error).into_iter().map(|step| match step {
        Step::Index(index) => format!("/{index}"),
        Step::Key(key) => format!("/{}", documented(&key)),
    });
    // For a missing field, the reader reports the field of the type and nothing from the response.
    let why = error.to_string();
    let missing = why.strip_prefix("missing field `").and_then(|rest| rest.split('`').next());
    segments.chain(missing.map(|field| format!("/{}", documented(field)))).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::place_of;
    use crate::spec::Provider;

    #[test]
    fn a_location_contains_only_names_from_the_document() {
        type Numbers = HashMap<String, HashMap<String, i64>>;
        let place = |body: &str| {
            let error = serde_json::from_str::<Numbers>(body).unwrap_err();
            place_of(body.as_bytes(), &error, Provider::Syminet)
        };
        assert_eq!(place(r#"{"data":{"name":"x"}}"#), "/data/name");
        assert_eq!(place(r#"{"data":{"tok-0123456789":"x"}}"#), "/data/?");
        assert_eq!(place(r#"{"\u001b[2J":{"name":"x"}}"#), "/?/name");
    }
}
