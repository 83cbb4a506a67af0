//! ManageIQ issues a secret of its own, the session token, and returns much text: tasks, refusals, notifications,
//! names.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use cloudsnap::{
    Auth, CallOptions, Client, CreateSnapshot, Outcome, Provider, Request, RestoreSnapshot, RetryPolicy, SnapshotId,
    SnapshotRef, VmId, WaitOptions,
};

use crate::library::error;
use crate::raw::{Raw, json};
use crate::{GIVEN, Gathered};

/// The response to a sign-in. The token is surrounded by whitespace, which headers cannot contain: it is sent, and
/// echoed, without.
pub fn given(ttl: i64) -> Vec<u8> {
    let token = serde_json::Value::from(format!(" {GIVEN}\n"));
    json(200, format!(r#"{{"auth_token":{token},"token_ttl":{ttl},"expires_on":"2027-03-15T03:10:00Z"}}"#))
}

/// Everything works, and all human-readable text echoes the request.
fn talk(head: &str, turn: usize) -> Vec<u8> {
    let all = serde_json::Value::from(head);
    let accepted = format!(r#"{{"success":true,"message":{all},"task_id":"9"}}"#);
    let finished = format!(r#"{{"href":"h","state":"Finished","status":"Ok","message":{all}}}"#);
    let list = |rows: &str| {
        let count = usize::from(!rows.is_empty());
        format!(r#"{{"name":"x","count":9,"subcount":{count},"subquery_count":{count},"resources":[{rows}]}}"#)
    };
    let body = match head {
        _ if head.starts_with("GET /api/auth") => return given(600),
        _ if head.starts_with("POST /api/vms/7/snapshots/71") && turn.is_multiple_of(3) => {
            format!(r#"{{"success":false,"message":{all}}}"#)
        }
        _ if head.starts_with("POST /api/vms/7/snapshots/71") => accepted,
        _ if head.starts_with("POST /api/vms/7/snapshots") => format!(r#"{{"results":[{accepted}]}}"#),
        _ if head.starts_with("GET /api/tasks/9") => match turn % 4 {
            0 => format!(r#"{{"href":"h","state":"finished","status":"Error","message":{all}}}"#),
            1 => format!(r#"{{"href":"h","state":{all},"status":"Ok"}}"#),
            _ => finished,
        },
        _ if head.starts_with("GET /api/notifications") => list(&format!(
            r#"{{"href":"h","id":"4","details":{{"created_at":"2999-01-01T00:00:00Z","text":"%{{error}} {{}}","bindings":
                {{"subject":{{"link":{{"id":"7"}}}},"error":{{"text":{all}}}}}}}}}"#
        )),
        _ if head.starts_with("GET /api/vms/7/snapshots/71") => {
            let of = if turn.is_multiple_of(5) { all.to_string() } else { r#""7""#.to_owned() };
            format!(r#"{{"id":"71","name":"n","vm_or_template_id":{of}}}"#)
        }
        // A new one each time, with a different name than requested; or none.
        _ if head.starts_with("GET /api/vms/7/snapshots?") && turn % 4 == 2 => {
            list(&format!(r#"{{"id":"{}","name":{all}}}"#, 1000 + turn))
        }
        _ => list(""),
    };
    json(200, body)
}

async fn long<R: Request>(gathered: &mut Gathered, client: &Client, request: R)
where
    R::Output: Outcome + std::fmt::Debug,
{
    let place = "ManageIQ, a server that talks";
    let operation = match client.prepare(request).await {
        Ok(prepared) => {
            gathered.add(place, format!("{prepared:?} {} {:?}", prepared.describe(), prepared.warnings()));
            match prepared.submit().await {
                Ok(operation) => operation,
                Err(why) => return error(gathered, place, &why),
            }
        }
        Err(why) => return error(gathered, place, &why),
    };
    let statuses = Arc::<Mutex<String>>::default();
    let reported = Arc::clone(&statuses);
    let tick = Duration::from_millis(5);
    let options = WaitOptions::default().timeout(Duration::from_millis(60)).interval(tick, tick);
    let options = options.on_progress(move |now| reported.lock().unwrap().push_str(&format!("{now:?}")));
    match operation.wait(options).await {
        // A created object has its name; the text about it is ours.
        Ok(_) => {}
        Err(why) => error(gathered, place, &why),
    }
    gathered.add("progress", statuses.lock().unwrap().clone());
    let handle = operation.handle();
    gathered.add("Operation", format!("{operation:?} {:?} {:?}", operation.warnings(), handle.describe()));
    crate::library::inside(gathered, place, &handle);
}

/// Every method, many times: with a password, with a token, and with one issued by the server.
pub async fn gather(gathered: &mut Gathered, auth: Auth, session: bool) {
    let turn = AtomicUsize::new(0);
    let server = Raw::start(move |head, _| talk(head, turn.fetch_add(1, Ordering::Relaxed))).await;
    let options = CallOptions::default().timeout(Duration::from_millis(400)).retry(RetryPolicy::never());
    let builder = Client::builder(Provider::ManageIq).base_url(server.url()).auth(auth).session(session);
    let client = builder.options(options).rate_limit(None).build().unwrap();
    let vm = VmId::new("vms/7").unwrap();
    let snapshot = SnapshotRef::new(SnapshotId::new("71").unwrap()).of_vm(vm.clone());
    for _ in 0..12 {
        long(gathered, &client, CreateSnapshot::new(vm.clone(), "n")).await;
        long(gathered, &client, cloudsnap::DeleteSnapshot::new(snapshot.clone())).await;
        long(gathered, &client, RestoreSnapshot::in_place(snapshot.clone(), vm.clone())).await;
    }
    gathered.add("Client of a session", format!("{client:?} {client:#?}"));
    assert_eq!(session, server.heads().iter().any(|head| head.contains(GIVEN)), "the token is sent, and so echoed");
    client.sign_out().await.err().inspect(|why| error(gathered, "signing out", why));
}
