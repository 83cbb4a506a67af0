//! The generated clients, and code shared by the scenarios of all four.

pub mod syminet {
    include!(concat!(env!("OUT_DIR"), "/syminet.rs"));
}
pub mod manageiq {
    include!(concat!(env!("OUT_DIR"), "/manageiq.rs"));
}
pub mod hyperstack {
    include!(concat!(env!("OUT_DIR"), "/hyperstack.rs"));
}
pub mod genesiscloud {
    include!(concat!(env!("OUT_DIR"), "/genesiscloud.rs"));
}

use std::fmt::{Debug, Display};
use std::num::NonZeroU64;
use std::str::FromStr;

use scenario::Outcome;
use serde::Serialize;
use serde_json::Value;

/// A client that sends a header with each request.
pub fn http(name: &'static str, value: &str) -> Outcome<reqwest::Client> {
    let value = reqwest::header::HeaderValue::from_str(value).map_err(said)?;
    let headers = std::iter::once((reqwest::header::HeaderName::from_static(name), value)).collect();
    reqwest::Client::builder().default_headers(headers).build().map_err(said)
}

pub fn said(error: impl Display) -> String {
    error.to_string()
}

/// What a client has parsed, accessible in the same way for each provider.
pub fn json(read: &impl Serialize) -> Outcome<Value> {
    serde_json::to_value(read).map_err(said)
}

pub fn id<T: FromStr<Err: Display>>(text: &str) -> Outcome<T> {
    text.parse().map_err(said)
}

pub fn some(number: i64) -> Option<NonZeroU64> {
    u64::try_from(number).ok().and_then(NonZeroU64::new)
}

/// An ID, which is a number or a string, as a string.
pub fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), ToOwned::to_owned)
}

pub fn ids(rows: &Value) -> Vec<String> {
    rows.as_array().into_iter().flatten().map(|row| text(&row["id"])).collect()
}

/// The status of a refusal, and the string under a key if the client has parsed it.
pub fn refusal<T, E: Serialize + Debug>(
    call: Result<T, progenitor_client::Error<E>>,
    key: &str,
) -> Outcome<(u16, String)> {
    let Err(error) = call else { return Err("not refused".to_owned()) };
    let status = error.status().map(|status| status.as_u16()).ok_or_else(|| format!("{error:?}"))?;
    let body = match &error {
        progenitor_client::Error::ErrorResponse(response) => json(&**response)?,
        _ => Value::Null,
    };
    Ok((status, body.get(key).map(text).unwrap_or_default()))
}
