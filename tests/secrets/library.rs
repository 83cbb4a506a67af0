//! What the library prints: Debug and Display of its types, errors with their sources, traces, dry runs, handles,
//! panics.

use std::io::Write;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use cloudsnap::sandbox::Sandbox;
use cloudsnap::{
    Auth, CallOptions, Client, CreateSnapshot, DeleteSnapshot, Error, ImportSnapshot, ListSnapshots, Login, NewVm,
    PlannedRequest, Provider, RenameSnapshot, RestoreSnapshot, RestoreTarget, RetryPolicy, Secret, SnapshotId,
    SnapshotRef, VmId,
};
use futures_util::TryStreamExt;

use crate::raw::{Raw, response};
use crate::{COOKIE, Gathered, PASSWORD, TOKEN, URL_PASSWORD, VM_PASSWORD};

/// Collects trace output.
#[derive(Clone, Default)]
struct Traces(Arc<Mutex<Vec<u8>>>);

impl Write for Traces {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[cfg(feature = "cli")]
fn trace(traces: &Traces) {
    let writer = traces.clone();
    let subscriber = tracing_subscriber::fmt().with_max_level(tracing::Level::TRACE).with_ansi(false);
    tracing::subscriber::set_global_default(subscriber.with_writer(move || writer.clone()).finish()).unwrap();
}

#[cfg(not(feature = "cli"))]
fn trace(_traces: &Traces) {}

pub fn error(gathered: &mut Gathered, place: &str, error: &Error) {
    gathered.add(format!("{place}, Display"), error.to_string());
    gathered.add(format!("{place}, Debug"), format!("{error:?}{error:#?}"));
    let reported = (error.message(), error.body(), error.code(), error.request_id(), error.advice(), error.handle());
    gathered.add(format!("{place}, parts"), format!("{reported:?}"));
    let mut source = std::error::Error::source(error);
    while let Some(inner) = source {
        gathered.add(format!("{place}, source"), format!("{inner} {inner:?}"));
        source = inner.source();
    }
    if let Some(handle) = error.handle() {
        inside(gathered, place, handle);
    }
}

/// A handle and its contents.
pub fn inside(gathered: &mut Gathered, place: &str, handle: &cloudsnap::Handle) {
    use base64::Engine;
    let inner = base64::engine::general_purpose::URL_SAFE_NO_PAD.decode(&handle.as_str()[4..]).unwrap();
    gathered.add(format!("{place}, handle"), format!("{handle} {handle:?} {}", String::from_utf8_lossy(&inner)));
}

fn auths() -> [Auth; 4] {
    [Auth::token(TOKEN), Auth::Bearer(TOKEN.into()), Auth::XAuthToken(TOKEN.into()), Auth::basic("admin", PASSWORD)]
}

fn new_vm() -> NewVm {
    let mut vm = NewVm::new("n");
    (vm.hostname, vm.vm_type) = (Some("h".into()), Some("vcpu-4_memory-8g".into()));
    vm.login = Some(Login::Password(Secret::new(VM_PASSWORD)));
    vm
}

fn import() -> ImportSnapshot {
    ImportSnapshot::new("n", format!("https://me:{URL_PASSWORD}@images.example/a.raw"), 20, "NORD-NO-KRS-1")
}

/// Types that contain a secret or are close to one.
fn types(gathered: &mut Gathered) {
    for auth in auths() {
        gathered.add("Auth", format!("{auth:?}"));
        for &provider in Provider::ALL {
            let url = format!("https://me:{URL_PASSWORD}@h.example/api");
            let builder = Client::builder(provider).auth(auth.clone()).base_url(&url).proxy(&url).group("g");
            gathered.add("ClientBuilder", format!("{builder:?}{builder:#?}"));
            if let Err(why) = builder.clone().build() {
                error(gathered, "base URL with a user part", &why);
            }
            for url in [
                format!("//{URL_PASSWORD}@h"),
                format!("ftp://a:{URL_PASSWORD}@h"),
                format!("https://[{URL_PASSWORD}/"),
            ] {
                if let Err(why) = builder.clone().base_url(url).build() {
                    error(gathered, "odd base URL", &why);
                }
            }
            let builder = builder.base_url("https://h.example/api");
            for proxy in [url, format!("{URL_PASSWORD}:{URL_PASSWORD}"), format!("http://a:{URL_PASSWORD}@[")] {
                match builder.clone().proxy(proxy).build() {
                    Ok(client) => {
                        gathered.add("Client", format!("{client:?} {:?} {:?}", client.options(), client.base_url()))
                    }
                    Err(why) => error(gathered, "odd proxy", &why),
                }
            }
            let broken =
                Client::builder(provider).base_url("https://h.example").auth(Auth::token(format!("{TOKEN}\n{TOKEN}")));
            if let Err(why) = broken.build() {
                error(gathered, "a token that no header can carry", &why);
            }
        }
    }
    for decorated in
        [format!("\"{TOKEN}\""), format!("Bearer {TOKEN}"), format!("\u{feff}{TOKEN}"), format!("'{TOKEN}'")]
    {
        let why = Client::builder(Provider::Syminet).base_url("https://h.example").auth(Auth::token(decorated)).build();
        let why = why.expect_err("characters copied along are not part of a token");
        assert_eq!(why.kind(), cloudsnap::ErrorKind::Config);
        error(gathered, "a token with what was copied along", &why);
    }
    gathered.add("Secret", format!("{:?} {:#?}", Secret::new(TOKEN), Secret::new(TOKEN)));
    #[cfg(feature = "manageiq")]
    {
        let given = serde_json::json!({ "auth_token": TOKEN, "token_ttl": 600, "expires_on": "2027-03-15T03:10:00Z" });
        let given: cloudsnap::generated::manageiq::types::Token = serde_json::from_value(given).unwrap();
        assert_eq!(given.auth_token.expose(), TOKEN);
        gathered.add("types::Token", format!("{given:?} {given:#?}"));
    }
    let instance = cloudsnap::generated::genesiscloud::types::InstanceCreation::builder();
    let instance = instance.password(cloudsnap::spec::SecretText::from(VM_PASSWORD.to_owned()));
    gathered.add("types::InstanceCreation", format!("{instance:?} {instance:#?}"));
    gathered.add("NewVm", format!("{:?} {:#?} {:?}", new_vm(), new_vm(), new_vm().login));
    gathered.add("RestoreTarget", format!("{:?}", RestoreTarget::NewVm(Box::new(new_vm()))));
    let restore = RestoreSnapshot::new_vm(SnapshotId::new("s").unwrap(), new_vm());
    gathered.add("RestoreSnapshot", format!("{restore:?} {:?}", cloudsnap::Action::from(restore.clone())));
    gathered.add("ImportSnapshot", format!("{:?} {:?}", import(), cloudsnap::Action::from(import())));
    let panic = std::panic::catch_unwind(|| {
        panic!("{:?} {:?}", Auth::token(TOKEN), new_vm());
    });
    let panic = panic.unwrap_err();
    gathered.add("panic", panic.downcast_ref::<String>().cloned().unwrap_or_default());
}

/// The response of a server that echoes everything it received, in each form and position, including the one secret
/// sent by the client.
fn echo(head: &str, body: &[u8], turn: usize, secret: &str) -> Vec<u8> {
    let token = serde_json::Value::from(secret).to_string();
    let inner = &token[1..token.len() - 1];
    let sent = String::from_utf8_lossy(body).into_owned();
    let url: String = url::form_urlencoded::byte_serialize(secret.as_bytes()).collect();
    let all = serde_json::Value::from(format!("{head}{sent} https://me:{URL_PASSWORD}@images.example/a.raw"));
    let pad = "p".repeat(480);
    let spelled = crate::spellings(secret);
    let dressed = spelled.join(" | ");
    let (status, content_type, body) = match turn % 14 {
        0 => (
            403,
            "application/json",
            format!(r#"{{"error":{all},"message":{all},"code":{token},"error_reason":{token}}}"#),
        ),
        // Where a text is truncated, half a secret may remain.
        1 => (
            400,
            "application/json",
            format!(r#"{{"error":"{pad}{inner}","message":"{pad}{inner}","code":"{}{inner}"}}"#, "c".repeat(90)),
        ),
        2 => (500, "text/plain", format!("{} {secret} {inner} {url} {}", "p".repeat(180), head)),
        3 => (502, "text/html", format!("<html><b>{secret}</b><pre>{head}\n{sent}</pre>{}{secret}", "p".repeat(4050))),
        4 => (
            200,
            "application/json",
            format!(r#"{{{token}:{all},"data":{{{token}:{{{token}:1}}}},"snapshots":{{{token}:7}}}}"#),
        ),
        5 => (
            200,
            "application/json",
            format!(
                r#"{{"data":[{{"id":{token}}}],"snapshots":[{{"id":7,"name":{{{token}:1}}}}],"snapshot":{{{token}:{token}}}}}"#
            ),
        ),
        6 => (
            409,
            "application/json",
            format!(
                r#"{{"error":{{"kind":{token},"message":{all}}},"password":{},"cookie":"{COOKIE}"}}"#,
                serde_json::Value::from(VM_PASSWORD)
            ),
        ),
        7 => (422, "application/json", format!(r#"{{"detail":{all},"x":[[{{"y":{token},{token}:[{token}]}}]]}}"#)),
        8 => (200, "text/html", format!("{head}{sent}")),
        // The same in other encodings: as text, as values and keys, as a page with a title, in UTF-16, and in every
        // quoted position.
        9 => (400, "text/plain", format!("no: {dressed}")),
        10 => {
            let quoted = |text: &String| serde_json::Value::from(text.as_str()).to_string();
            let fields: Vec<_> = spelled.iter().map(|text| format!("{}:{}", quoted(text), quoted(text))).collect();
            (400, "application/json", format!(r#"{{{},"message":{}}}"#, fields.join(","), quoted(&dressed)))
        }
        11 => (200, "text/html", format!("<html><title>{secret} {url}</title><p>{dressed}")),
        12 => (403, "text/html", format!("<html><title>{} {dressed}</title>", spelled[turn / 14 % spelled.len()])),
        _ => {
            let units =
                format!("\u{feff}<html>{secret} {head}").encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
            return response(500, "text/html", units);
        }
    };
    let mut bytes = response(status, content_type, body);
    let at = bytes.windows(2).position(|two| two == b"\r\n").unwrap() + 2;
    let headers = format!(
        "x-request-id: {}{secret}\r\nset-cookie: s={COOKIE}\r\nretry-after: {secret}\r\nwww-authenticate: {secret}\r\n",
        "r".repeat(90)
    );
    bytes.splice(at..at, headers.into_bytes());
    bytes
}

/// How a client signs in, and what it then sends with each request.
struct Account {
    auth: Auth,
    session: bool,
    secret: &'static str,
}

impl Account {
    fn of(auth: Auth) -> Self {
        let secret = if matches!(auth, Auth::Basic { .. }) { PASSWORD } else { TOKEN };
        Self { auth, session: false, secret }
    }
}

async fn echoes(gathered: &mut Gathered, provider: Provider, account: Account) {
    let (turn, secret) = (AtomicUsize::new(0), account.secret);
    let server = Raw::start(move |head, body| match turn.fetch_add(1, Ordering::Relaxed) {
        // A token that has already expired: each request signs in, and the echo occasionally affects that.
        #[cfg(feature = "manageiq")]
        turn if head.starts_with("GET /api/auth") && !turn.is_multiple_of(5) => crate::manageiq::given(0),
        turn if head.starts_with("GET /api/auth") => echo(head, body, turn / 5, PASSWORD),
        turn => echo(head, body, turn, secret),
    })
    .await;
    let events = Arc::new(Mutex::new(String::new()));
    let reported = Arc::clone(&events);
    let retry = RetryPolicy::default().backoff(Duration::ZERO, Duration::ZERO);
    let options = CallOptions::default().timeout(Duration::from_millis(400)).retry(retry);
    let options = options.observer(move |event| reported.lock().unwrap().push_str(&format!("{event:?}")));
    let builder = Client::builder(provider).base_url(server.url()).auth(account.auth).options(options).rate_limit(None);
    let builder = builder.session(account.session);
    let client = builder.contract(cloudsnap::ContractMode::Report).build().unwrap();
    let (vm, id, path) = match provider {
        Provider::GenesisCloud => ("s-1", "s-1", "/images"),
        Provider::ManageIq => ("vms/7", "7", "/tasks/7"),
        _ => ("7", "7", "/images"),
    };
    let (vm, mut snapshot) = (VmId::new(vm).unwrap(), SnapshotRef::new(SnapshotId::new(id).unwrap()));
    if provider == Provider::ManageIq {
        snapshot = snapshot.of_vm(vm.clone());
    }
    for _ in 0..28 {
        let place = format!("{provider}, a server that echoes");
        let list = client.snapshots(ListSnapshots::default()).try_collect::<Vec<_>>().await;
        list.err().inspect(|why| error(gathered, &place, why));
        client.snapshot(&snapshot).await.err().inspect(|why| error(gathered, &place, why));
        let create = client.create_snapshot(CreateSnapshot::new(vm.clone(), "n")).await;
        create.err().inspect(|why| error(gathered, &place, why));
        let rename = client.rename_snapshot(RenameSnapshot::new(snapshot.id.clone(), "n")).await;
        rename.err().inspect(|why| error(gathered, &place, why));
        let delete = client.prepare(DeleteSnapshot::new(snapshot.clone())).await;
        delete.err().inspect(|why| error(gathered, &place, why));
        client.import_snapshot(import()).await.err().inspect(|why| error(gathered, &place, why));
        let raw = client.request("GET", path, None).await;
        raw.err().inspect(|why| error(gathered, &place, why));
    }
    gathered.add("observer", events.lock().unwrap().clone());
}

/// A restore with a password: its errors, dry run and handles, on a server that echoes it and on a sandbox.
async fn passwords(gathered: &mut Gathered) {
    let provider = Provider::GenesisCloud;
    let sandbox = Sandbox::builder(provider).token(TOKEN).log(true).start().await.unwrap();
    let builder = Client::builder(provider).base_url(sandbox.base_url(provider)).auth(sandbox.credential(provider));
    let client = builder.timeout(Duration::from_secs(3)).rate_limit(None).build().unwrap();
    let snapshot = SnapshotId::new(&sandbox.store().snapshots(provider)[0].id).unwrap();
    let plans = Arc::<Mutex<Vec<PlannedRequest>>>::default();
    let reported = Arc::clone(&plans);
    let dry =
        client.with_options(CallOptions::default().dry_run(move |plan| reported.lock().unwrap().push(plan.clone())));
    let request = || RestoreSnapshot::new_vm(snapshot.clone(), new_vm());
    let prepared = dry.prepare(request()).await.unwrap();
    gathered.add("Prepared", format!("{prepared:?} {} {:?}", prepared.describe(), prepared.warnings()));
    error(gathered, "a dry run", &prepared.submit().await.unwrap_err());
    error(gathered, "a dry run", &dry.import_snapshot(import()).await.unwrap_err());
    let plans = plans.lock().unwrap().clone();
    assert_eq!(plans.len(), 2);
    gathered.add("PlannedRequest", format!("{plans:?} {}", serde_json::to_string(&plans).unwrap()));

    for fault in ["reset-before", "500", "truncate", "empty", "drop-field:id", "429:999", "400"] {
        sandbox.inject(format!("{fault}@changing*1").parse().unwrap());
        match client.restore_snapshot(snapshot.clone(), RestoreTarget::NewVm(Box::new(new_vm()))).await {
            Ok(operation) => {
                let handle = operation.handle();
                gathered.add(
                    "Operation",
                    format!("{operation:?} {:?} {handle} {:?}", operation.warnings(), handle.describe()),
                );
            }
            Err(why) => error(gathered, &format!("a restore under {fault}"), &why),
        }
    }
    // A body that violates the document and is recorded.
    let odd = serde_json::json!({"name": 7, "password": VM_PASSWORD, "type": "t", "image": VM_PASSWORD});
    drop(client.request("POST", "/instances", Some(&odd)).await);
    gathered.add("sandbox", format!("{sandbox:?} {:?}", sandbox.credential(provider)));
    let builder = Sandbox::builder(provider).token(TOKEN);
    gathered.add("SandboxBuilder", format!("{builder:?}"));
    gathered.add("sandbox's log", format!("{:?}", sandbox.requests()));
    gathered.add("sandbox's violations", format!("{:?}", sandbox.violations()));
    gathered.add("sandbox's store", format!("{:?}", sandbox.store()));
}

pub async fn gather(gathered: &mut Gathered) {
    let traces = Traces::default();
    trace(&traces);
    types(gathered);
    // Each provider with each kind of credential that it accepts.
    for &provider in Provider::ALL {
        let kinds = [
            Auth::token(TOKEN),
            Auth::XAuthToken(TOKEN.into()),
            Auth::Bearer(TOKEN.into()),
            Auth::basic("admin", PASSWORD),
        ];
        for auth in kinds {
            let builder = Client::builder(provider).base_url("https://h.example").auth(auth.clone());
            if builder.build().is_ok() {
                echoes(gathered, provider, Account::of(auth)).await;
            }
        }
    }
    #[cfg(feature = "manageiq")]
    {
        let basic = || Auth::basic("admin", PASSWORD);
        for auth in [basic(), Auth::XAuthToken(TOKEN.into()), Auth::Bearer(TOKEN.into())] {
            crate::manageiq::gather(gathered, auth, false).await;
        }
        echoes(gathered, Provider::ManageIq, Account { auth: basic(), session: true, secret: crate::GIVEN }).await;
        crate::manageiq::gather(gathered, basic(), true).await;
    }
    passwords(gathered).await;
    let traces = String::from_utf8_lossy(&traces.0.lock().unwrap()).into_owned();
    #[cfg(feature = "cli")]
    assert!(traces.contains("cloudsnap") && traces.len() > 10_000, "{}", traces.len());
    gathered.add("traces", traces);
}
