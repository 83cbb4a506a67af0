//! Everything served besides the provider APIs: the documents, the pages about them, and CORS responses.

use cloudsnap::sandbox::{Credential, Sandbox};
use cloudsnap::spec::{self, Provider};
use reqwest::Method;
use reqwest::header::HeaderMap;
use serde_json::Value;

use super::client;

async fn send(
    sandbox: &Sandbox,
    method: Method,
    path: &str,
    headers: &[(&'static str, &str)],
) -> (u16, HeaderMap, String) {
    let mut request = client().request(method, format!("http://{}{path}", sandbox.addr()));
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let response = request.send().await.unwrap();
    (response.status().as_u16(), response.headers().clone(), response.text().await.unwrap())
}

async fn get(sandbox: &Sandbox, path: &str) -> (u16, HeaderMap, String) {
    send(sandbox, Method::GET, path, &[]).await
}

#[tokio::test]
async fn documents_are_served_unmodified() {
    let sandbox = Sandbox::builder_all().fault("503".parse().unwrap()).start().await.unwrap();
    for provider in Sandbox::emulated() {
        let (status, headers, text) = get(&sandbox, &format!("/openapi/{provider}.yaml")).await;
        assert_eq!((status, text.as_str()), (200, spec::document(provider)));
        assert_eq!(headers["content-type"], "application/yaml");
        let (status, _, text) = get(&sandbox, &format!("/openapi/{provider}.json")).await;
        assert_eq!((status, text.as_str()), (200, spec::document_json(provider)));
    }
    assert!(sandbox.requests().is_empty(), "these are not provider requests");
    for missing in ["/openapi/", "/openapi/syminet", "/openapi/syminet.xml", "/openapi/other.yaml", "/docs/other"] {
        assert_eq!(get(&sandbox, missing).await.0, 404, "{missing}");
    }
    let sandbox = Sandbox::builder(Provider::Syminet).start().await.unwrap();
    assert_eq!(get(&sandbox, "/openapi/hyperstack.yaml").await.0, 404, "only for emulated providers");
}

#[tokio::test]
async fn the_document_of_the_pages_has_the_sandbox_as_its_server() {
    let sandbox = Sandbox::builder_all().start().await.unwrap();
    for provider in Sandbox::emulated() {
        let served: Value = serde_json::from_str(&get(&sandbox, &format!("/docs/{provider}.json")).await.2).unwrap();
        assert_eq!(served["servers"][0]["url"], sandbox.base_url(provider));
        let mut published: Value = serde_json::from_str(spec::document_json(provider)).unwrap();
        published["servers"] = served["servers"].clone();
        assert_eq!(served, published);
    }
    for page in ["/docs", "/docs/", "/docs/syminet"] {
        let (status, headers, text) = get(&sandbox, page).await;
        assert_eq!((status, headers["content-type"].to_str().unwrap()), (200, "text/html; charset=utf-8"));
        assert!(headers["content-security-policy"].to_str().unwrap().contains("default-src 'none'"));
        assert!(text.contains("Choose a provider") && text.contains("token printed by <code>sandbox serve</code>"));
        assert!(!text.contains("http://") && !text.contains("https://"), "the page loads nothing from elsewhere");
        // Modifying requests are confirmed before they are sent.
        let (asks, sends) = (text.find("if (changes && !confirm(").unwrap(), text.find("await fetch(`${spec").unwrap());
        assert!(asks < sends);
    }
}

/// The ids that the pages fill in exist: whatever reads something by them finds it.
#[tokio::test]
async fn the_ids_of_the_pages_exist() {
    let sandbox = Sandbox::builder_all().start().await.unwrap();
    for provider in Sandbox::emulated() {
        let ids: Value = serde_json::from_str(&get(&sandbox, &format!("/docs/{provider}.ids.json")).await.2).unwrap();
        let mut read = 0;
        for operation in spec::operations(provider) {
            let mut path = operation.path.to_owned();
            for (name, id) in ids[operation.id].as_object().unwrap() {
                path = path.replace(&format!("{{{name}}}"), id.as_str().unwrap());
            }
            let filled = operation.path.contains('{') && !path.contains('{');
            // Machines and their snapshots are there from the beginning.
            let known = ["{vm_id}", "{slice_id}", "{instance_id}", "{snapshot_id}", "{backup_id}"];
            let is_known =
                operation.path.split('/').filter(|part| part.starts_with('{')).all(|part| known.contains(&part));
            assert!(filled || !is_known || !operation.path.contains('{'), "{provider} {}: {path}", operation.id);
            if filled && operation.method == "GET" && operation.safe {
                let response =
                    authorised(client().get(format!("{}{path}", sandbox.base_url(provider))), &sandbox, provider);
                let status = response.send().await.unwrap().status().as_u16();
                assert_eq!(status, 200, "{provider} {} {path}", operation.id);
                read += 1;
            }
        }
        assert!(read > 0, "{provider}");
    }
    assert_eq!(get(&sandbox, "/docs/other.ids.json").await.0, 404);
    let one = Sandbox::builder(Provider::Syminet).start().await.unwrap();
    assert_eq!(get(&one, "/docs/hyperstack.ids.json").await.0, 404);
}

/// A request with the credentials of the sandbox.
fn authorised(request: reqwest::RequestBuilder, sandbox: &Sandbox, provider: Provider) -> reqwest::RequestBuilder {
    match (provider, sandbox.credential(provider)) {
        (Provider::Hyperstack, Credential::Token(token)) => request.header("api_key", token),
        (_, Credential::Token(token)) => request.bearer_auth(token),
        (_, Credential::Basic { username, password }) => request.basic_auth(username, Some(password)),
        (_, other) => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn only_pages_of_this_machine_may_call_the_providers() {
    let sandbox = Sandbox::builder_all().start().await.unwrap();
    let path = "/syminet/api/v1/images";
    let question = ("access-control-request-method", "GET");
    for origin in ["http://localhost:3000", "http://127.0.0.1:8080", "http://[::1]:5173"] {
        let requested = [("origin", origin), question, ("access-control-request-headers", "authorization")];
        let (status, headers, _) = send(&sandbox, Method::OPTIONS, path, &requested).await;
        assert_eq!((status, headers["access-control-allow-origin"].to_str().unwrap()), (204, origin));
        assert_eq!(headers["access-control-allow-headers"], "authorization");
        // Error responses can be read, too.
        let (status, headers, _) = send(&sandbox, Method::GET, path, &[("origin", origin)]).await;
        assert_eq!((status, headers["access-control-allow-origin"].to_str().unwrap()), (401, origin));
    }
    for origin in ["https://example.com", "http://localhost.example.com", "http://127.0.0.1.example.com", "null", ""] {
        let (status, headers, _) = send(&sandbox, Method::OPTIONS, path, &[("origin", origin), question]).await;
        assert_eq!((status, headers.get("access-control-allow-origin")), (405, None), "{origin}");
    }
    let (_, headers, _) = get(&sandbox, path).await;
    assert_eq!(headers.get("access-control-allow-origin"), None, "programs see only what the provider sends");
    // A provider's own OPTIONS request is not a preflight.
    let described = "/manageiq/api/vms/1/snapshots";
    let (status, ..) = send(&sandbox, Method::OPTIONS, described, &[("origin", "http://localhost:3000")]).await;
    assert_ne!(status, 204);
}
