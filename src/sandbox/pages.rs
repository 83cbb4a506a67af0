//! Everything served besides the provider APIs: the OpenAPI documents, a page per provider that lists its operations
//! and can send them, and the preflight responses that let pages of other origins call the providers.
//!
//! | path | response |
//! |---|---|
//! | `/openapi/<provider>.yaml`, `.json` | the document as published |
//! | `/docs/<provider>.json` | the same with the sandbox as its only server, for tools that send requests |
//! | `/docs/<provider>.ids.json` | for each operation, path parameters of objects that exist in the sandbox now |
//! | `/docs/`, `/docs/<provider>` | a page to read and try the API |

use http::{HeaderMap, HeaderName, HeaderValue, Method, header, request};
use serde_json::{Map, Value, json};

use super::store::{BackupRow, ImageRow, Machine, SnapshotRow, TaskRow};
use super::store_view::StoreView;
use super::wire::Reply;
use crate::spec::{self, Operation, Provider};

const PAGE: &str = include_str!("pages.html");

/// The response to a request for a document or page; `None` if the request is for a provider. `providers` lists the
/// providers with their mount paths, and `authority` is the address the client used to reach the sandbox.
pub(super) fn page(head: &request::Parts, providers: &[(Provider, &'static str)], authority: &str) -> Option<Reply> {
    if !matches!(head.method, Method::GET | Method::HEAD) {
        return None;
    }
    let path = head.uri.path();
    let find = |name: &str| providers.iter().find(|(provider, _)| provider.id() == name).copied();
    if let Some(file) = path.strip_prefix("/openapi/") {
        let (name, form) = file.split_once('.')?;
        let (provider, _) = find(name)?;
        return match form {
            "yaml" => Some(Reply::text(200, "application/yaml", spec::document(provider))),
            "json" => Some(Reply::text(200, "application/json", spec::document_json(provider))),
            _ => None,
        };
    }
    let rest = path.strip_prefix("/docs")?;
    match rest.strip_prefix('/').unwrap_or(rest) {
        "" => Some(html()),
        name => match name.strip_suffix(".json") {
            Some(name) => find(name).map(|(provider, mount)| {
                let mut document: Value = serde_json::from_str(spec::document_json(provider)).unwrap_or_default();
                document["servers"] =
                    json!([{ "url": format!("http://{authority}{mount}"), "description": "The sandbox" }]);
                Reply::json(200, document)
            }),
            None => find(name).map(|_| html()),
        },
    }
}

/// The provider whose IDs this path requests.
pub(super) fn asks_for_ids(method: &Method, path: &str) -> Option<Provider> {
    let name = path.strip_prefix("/docs/")?.strip_suffix(".ids.json")?;
    let provider = Provider::ALL.iter().copied().find(|provider| provider.id() == name)?;
    (method == Method::GET).then_some(provider)
}

/// For each operation, the path parameters and the ID in the body that refer to existing objects.
pub(super) fn ids(provider: Provider, view: &StoreView) -> Reply {
    let objects = Objects::of(provider, view);
    let of = |operation: &Operation| (operation.id.to_owned(), Value::Object(objects.parameters(operation)));
    Reply::json(200, Value::Object(spec::operations(provider).iter().map(of).collect()))
}

/// The objects of the account.
struct Objects {
    machines: Vec<Machine>,
    snapshots: Vec<SnapshotRow>,
    backups: Vec<BackupRow>,
    images: Vec<ImageRow>,
    tasks: Vec<TaskRow>,
    extra: Map<String, Value>,
}

impl Objects {
    fn of(provider: Provider, view: &StoreView) -> Self {
        // Omits read-only objects, because most requests for them would fail.
        let writable = |extra: &Map<String, Value>| extra.get("perms").and_then(Value::as_str) != Some("ro");
        let mut there = Self {
            machines: view.machines(provider),
            snapshots: view.snapshots(provider),
            backups: view.backups(provider),
            images: view.images(provider),
            tasks: view.tasks(provider),
            extra: view.providers.get(&provider).map(|state| state.extra.clone()).unwrap_or_default(),
        };
        there.machines.retain(|machine| writable(&machine.extra));
        there.snapshots.retain(|snapshot| writable(&snapshot.extra));
        there
    }

    fn parameters(&self, operation: &Operation) -> Map<String, Value> {
        let has = |name: &str| operation.path.contains(&format!("{{{name}}}"));
        let machine = ["slice_id", "vm_id", "instance_id"].into_iter().find(|name| has(name));
        let (mut found, mut put) = (Map::new(), Vec::new());
        let of_machine = machine.and_then(|name| self.machine(name, has("snapshot_id"), has("backup_id")));
        if let (Some(name), Some(id)) = (machine, &of_machine) {
            put.push((name, Some(id.clone())));
        }
        let is_of = |id: Option<&String>| machine.is_none() || id == of_machine.as_ref();
        let snapshot = self.snapshots.iter().find(|row| is_of(row.machine.as_ref())).map(|row| row.id.clone());
        let backup = self.backups.iter().find(|row| is_of(Some(&row.machine))).map(|row| row.id.clone());
        put.extend([
            ("snapshot_id", snapshot.clone()),
            ("backup_id", backup),
            ("image_id", self.images.first().map(|row| row.id.clone())),
            ("task_id", self.tasks.first().map(|row| row.id.clone())),
            ("volume_id", self.first_of("volumes")),
            ("volume_snapshot_id", self.first_of("volume_snapshots")),
        ]);
        found.extend(
            put.into_iter().filter(|(name, _)| has(name)).filter_map(|(name, id)| Some((name.to_owned(), id?.into()))),
        );
        // On Genesis Cloud, the image of a new machine may be a snapshot.
        if operation.id == "create_instance" {
            found.extend(snapshot.map(|id| ("image".to_owned(), id.into())));
        }
        found
    }

    /// A machine of the kind of the parameter, with a snapshot or a backup if the path also contains one.
    fn machine(&self, parameter: &str, with_snapshot: bool, with_backup: bool) -> Option<String> {
        let kind = if parameter == "instance_id" { "instances" } else { "vms" };
        let fits = |machine: &&Machine| {
            machine.kind.as_deref().is_none_or(|known| known == kind)
                && (!with_snapshot || self.snapshots.iter().any(|row| row.machine.as_ref() == Some(&machine.id)))
                && (!with_backup || self.backups.iter().any(|row| row.machine == machine.id))
        };
        self.machines.iter().find(fits).map(|machine| machine.id.clone())
    }

    /// The ID of the first object in a collection that only one provider has.
    fn first_of(&self, name: &str) -> Option<String> {
        self.extra.get(name)?.get(0)?.get("id")?.as_str().map(str::to_owned)
    }
}

/// One page serves all providers: it takes the provider from its own URL.
fn html() -> Reply {
    // The page loads nothing except itself and the sandbox.
    const POLICY: &str =
        "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; connect-src 'self'";
    Reply::text(200, "text/html; charset=utf-8", PAGE).header(header::CONTENT_SECURITY_POLICY, POLICY)
}

/// The page's origin, if the browser may let it call the sandbox: only pages served from this machine, because the
/// sandbox's secret may be the well-known default.
pub(super) fn local_origin(headers: &HeaderMap) -> Option<HeaderValue> {
    let origin = headers.get(header::ORIGIN)?;
    let url = url::Url::parse(origin.to_str().ok()?).ok()?;
    let local = match url.host()? {
        url::Host::Domain(name) => name == "localhost",
        url::Host::Ipv4(ip) => ip.is_loopback(),
        url::Host::Ipv6(ip) => ip.is_loopback(),
    };
    local.then(|| origin.clone())
}

/// The response to a browser's CORS preflight. A provider's own `OPTIONS` request has no such header.
pub(super) fn preflight(head: &request::Parts) -> Option<Reply> {
    let asks = head.method == Method::OPTIONS && head.headers.contains_key(header::ACCESS_CONTROL_REQUEST_METHOD);
    (asks && local_origin(&head.headers).is_some()).then(|| {
        let headers = head.headers.get(header::ACCESS_CONTROL_REQUEST_HEADERS).and_then(|value| value.to_str().ok());
        Reply::empty(204)
            .header(header::ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS")
            .header(header::ACCESS_CONTROL_ALLOW_HEADERS, headers.unwrap_or_default())
            .header(header::ACCESS_CONTROL_MAX_AGE, "600")
    })
}

/// Lets pages of this origin read the response.
pub(super) fn allow_origin(headers: &mut HeaderMap, origin: HeaderValue) {
    const EXPOSED: HeaderName = header::ACCESS_CONTROL_EXPOSE_HEADERS;
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin);
    headers.insert(EXPOSED, HeaderValue::from_static("*"));
    headers.append(header::VARY, HeaderValue::from_static("origin"));
}
