//! One generated call: its error made ours, with the operation and the place of what could not be read; and absence, which is believed
//! from the provider alone.

use std::future::Future;

use progenitor_client::ResponseValue;

use crate::error::{Error, ErrorKind};
use crate::provider::backend::Service;
use crate::reader::{self, Step};
use crate::spec::Provider;
use crate::transport::Received;

/// What a generated call gives.
pub(crate) type Sent<T> = Result<ResponseValue<T>, progenitor_client::Error<()>>;

/// Builds a call of the generated client and awaits it, by a method that takes the operation's id and the sending:
/// `ask!(self.sent, get_vm.vm_id(7))`. The id is the method's name, so that none can be misspelt.
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

/// The response of a generated call before decoding.
pub(crate) type Answered = Result<reqwest::Response, progenitor_client::Error<()>>;

/// Awaits a generated call, and makes its error ours: with the provider, the operation, and the place of what could not be read.
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
            believed(Error::of_call(error, provider, operation), absent, provider, operation)
        }
        _ => Error::of_call(error, provider, operation),
    })
}

/// Absence is believed from the provider alone. A changing request that was answered by anybody else may have arrived.
fn believed(error: Error, absent: bool, provider: Provider, operation: &str) -> Error {
    // A list of the account is of no object that could be missing.
    let of_object = crate::spec::operation(provider, operation).is_none_or(|operation| operation.path.contains('{'));
    if error.kind() != ErrorKind::NotFound || (absent && of_object) {
        return error;
    }
    let safe = crate::spec::operation(provider, operation).is_some_and(|operation| operation.safe);
    let error = error.sent_from_elsewhere();
    if safe { error } else { error.after_effect() }
}

/// The JSON pointer of the first value that is missing, or not what the type needs. Only words of the document stand in it: a server may use
/// anything as a key, also what it was sent.
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
    // Of what is missing the reader names the type's own field, and nothing of the answer.
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
    fn a_place_is_reported_in_the_words_of_the_document_alone() {
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
