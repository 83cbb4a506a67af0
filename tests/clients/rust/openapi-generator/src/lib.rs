//! Shared by the clients that openapi-generator's `rust` generates.

/// The status and the content of a refusal. Each generated crate has its own, identical `Error`.
#[macro_export]
macro_rules! refusal {
    ($provider:ident, $call:expr) => {
        match $call {
            Ok(_) => Err("not refused".to_owned()),
            Err($provider::apis::Error::ResponseError(response)) => Ok((response.status.as_u16(), response.content)),
            Err(other) => Err(other.to_string()),
        }
    };
}

/// The string under a key of a refusal's content.
pub fn text(content: &str, key: &str) -> String {
    let value: serde_json::Value = serde_json::from_str(content).unwrap_or_default();
    value.get(key).map(ToString::to_string).unwrap_or_default()
}
