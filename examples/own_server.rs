//! Validates your own server against its OpenAPI 3.0 document: each request as sent, and each response as received.
//!
//! `cargo run --example own_server --features contract` demonstrates it with a small document and a server that
//! violates it. For your own server, pass the document (YAML or JSON), the base URL and the paths to GET:
//! `cargo run --example own_server --features contract -- openapi.yaml http://127.0.0.1:3000/api /pets/7 '/pets?limit=5'`
#![allow(clippy::print_stdout, reason = "an example shows what it does")]

use cloudsnap::contract::{Contract, Finding, RequestParts};
use httpmock::prelude::*;
use reqwest::{Client, Request, Url};
use serde_json::json;

type Failure = Box<dyn std::error::Error>;

const PETS: &str = r"
openapi: 3.0.3
info: { title: Pets, version: 1.0.0 }
paths:
  /pets:
    post:
      operationId: add_pet
      requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }
      responses: { 201: { description: Added. } }
  /pets/{id}:
    get:
      operationId: get_pet
      parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
      responses:
        200: { description: The pet., content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }
components:
  schemas:
    Pet:
      type: object
      required: [name]
      properties: { name: { type: string }, born: { type: string, format: date } }
";

/// The engine takes JSON from any parser. This one reads YAML, where `no` and `on` are strings, as in YAML 1.2.
fn read(text: &str) -> Result<Contract, Failure> {
    let options = serde_saphyr::options! { strict_booleans: true };
    let json = serde_json::from_str(text).or_else(|_| serde_saphyr::from_str_with_options(text, options))?;
    Ok(Contract::from_json(json)?)
}

/// Contacts the server directly and uses its response as it is: no proxy, no redirects.
pub fn client() -> reqwest::Result<Client> {
    // With the default features, reqwest requires a TLS provider, even if nothing is encrypted.
    #[cfg(feature = "tls-ring")]
    let _ = rustls::crypto::ring::default_provider().install_default();
    Client::builder().no_proxy().redirect(reqwest::redirect::Policy::none()).build()
}

/// Sends the request and reports where it or the response deviates from the document.
async fn check(contract: &Contract, base: &Url, http: &Client, request: Request) -> Result<Vec<Finding>, Failure> {
    let (method, url, headers) = (request.method().clone(), request.url().clone(), request.headers().clone());
    let path = url.path().strip_prefix(base.path().trim_end_matches('/')).unwrap_or(url.path());
    let Some(matched) = contract.find(method.as_str(), path) else {
        return Err(format!("{method} {path} is not in the document").into());
    };
    let body = request.body().and_then(|body| body.as_bytes()).unwrap_or_default();
    let parts = RequestParts { path, query: url.query(), headers: &headers, body };
    let mut findings = contract.check_request(matched.operation, &parts);

    let response = http.execute(request).await?;
    let (status, headers) = (response.status().as_u16(), response.headers().clone());
    let media = headers.get("content-type").and_then(|value| value.to_str().ok());
    findings.extend(contract.check_response(matched.operation, status, media, &response.bytes().await?));

    println!("{method} {path}: {status}, {}", if findings.is_empty() { "as documented" } else { "but:" });
    findings.iter().for_each(|finding| println!("    {finding}"));
    Ok(findings)
}

/// A server that is right about one pet and wrong about the next, and a caller that omits the name of a third.
pub async fn show(http: &Client) -> Result<Vec<Finding>, Failure> {
    let server = MockServer::start_async().await;
    let pet = |id: u8, body| {
        server.mock_async(move |when, then| {
            when.method(GET).path(format!("/pets/{id}"));
            then.status(200).json_body(body);
        })
    };
    pet(7, json!({ "name": "Rex", "born": "2021-05-01" })).await;
    pet(8, json!({ "name": null, "born": "in May", "age": 4 })).await;
    server.mock_async(|when, then| drop((when.method(POST).path("/pets"), then.status(201)))).await;

    let (contract, base) = (read(PETS)?, server.base_url().parse()?);
    let mut findings = Vec::new();
    for path in ["/pets/7", "/pets/8"] {
        findings.extend(check(&contract, &base, http, http.get(server.url(path)).build()?).await?);
    }
    let nameless = http.post(server.url("/pets")).json(&json!({ "born": "2024-02-29" })).build()?;
    findings.extend(check(&contract, &base, http, nameless).await?);
    Ok(findings)
}

#[tokio::main]
async fn main() -> Result<(), Failure> {
    let http = client()?;
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (file, base, paths) = match &*arguments {
        [] => return show(&http).await.map(drop),
        [file, base, paths @ ..] if !paths.is_empty() => (file, base, paths),
        _ => return Err("usage: own_server [DOCUMENT BASE_URL PATH...]".into()),
    };
    let contract = read(&std::fs::read_to_string(file)?)?;
    let mut violations = 0;
    for path in paths {
        let request = http.get(format!("{}{path}", base.trim_end_matches('/'))).build()?;
        let findings = check(&contract, &base.parse()?, &http, request).await?;
        violations += findings.iter().filter(|finding| finding.is_violation()).count();
    }
    if violations == 0 { Ok(()) } else { Err(format!("violations: {violations}").into()) }
}
