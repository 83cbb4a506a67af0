//! stdout contains only data, created safe for terminals.

use crate::support::{Place, Server};

#[test]
fn control_characters_of_a_name_never_reach_a_terminal() {
    let place = Place::new();
    let data = r#"{"snapshot_name":"a\u001b[31mb\u009bc\u202ed\ne\u061c\u200b\u2060f"}"#;
    let create = ["--sandbox", "--yes", "api", "POST", "/images/snapshots/3247/create", "--data", data];
    place.run(&create).exits(0);
    let list = place.run(&["--sandbox", "snapshots", "list"]).exits(0);
    assert!(list.stdout.contains(r"a\u{1b}[31mb\u{9b}c\u{202e}d\ne\u{61c}\u{200b}\u{2060}f"), "{list:#?}");
    let json = place.run(&["--sandbox", "snapshots", "list", "-o", "json"]).exits(0);
    assert!(json.stdout.contains(r"a\u001b[31mb\u009bc\u202ed\ne\u061c\u200b\u2060f"), "{json:#?}");
    let names: Vec<_> = json.json().as_array().unwrap().iter().map(|row| row["name"].clone()).collect();
    assert!(names.contains(&"a\u{1b}[31mb\u{9b}c\u{202e}d\ne\u{61c}\u{200b}\u{2060}f".into()));
    for ran in [&list, &json] {
        assert!(!ran.stdout.contains(is_unsafe) && !ran.stderr.contains(is_unsafe), "{ran:#?}");
    }
    // Pending operations contain the requested name when they are recorded, listed and removed.
    let name = "n\u{61c}\u{202e}\u{200b}";
    let create = ["--sandbox", "snapshots", "create", "3247", "--name", name];
    let created = place.run(&create).exits(0);
    let missing = place.run(&[&create[..], &["--if-missing"]].concat());
    let kept = place.run(&["operations", "list"]).exits(0);
    let key = kept.stdout.lines().nth(1).unwrap().split_whitespace().next().unwrap().to_owned();
    let forgotten = place.run(&["operations", "forget", &key]).exits(0).says("no longer tracked");
    for ran in [&created, &missing, &kept, &forgotten] {
        assert!(!ran.stdout.contains(is_unsafe) && !ran.stderr.contains(is_unsafe), "{ran:#?}");
    }
    // Also in error messages that contain arguments.
    let ran = place.run(&["snapshots", "get", "a\u{1b}[31mb"]).exits(2);
    assert!(!ran.stderr.contains('\u{1b}'), "{ran:#?}");
}

fn is_unsafe(c: char) -> bool {
    c != '\n' && c.is_control() || matches!(c, '\u{202e}' | '\u{61c}' | '\u{200b}' | '\u{2060}')
}

#[test]
fn json_lines_are_streamed_and_a_document_is_printed_only_whole() {
    let server = Server::start(&["--snapshots", "30", "--fault", "503@list_snapshots"]);
    let place = Place::with(&server);
    place.run(&["snapshots", "list", "-o", "json"]).exits(11).prints_nothing();
    let server = Server::start(&["--snapshots", "45"]);
    let place = Place::with(&server);
    assert_eq!(place.snapshots().len(), 45);
    let lines = place.run(&["snapshots", "list", "-o", "jsonl"]).exits(0).stdout;
    assert_eq!(lines.lines().count(), 45);
    assert!(lines.lines().all(|line| serde_json::from_str::<serde_json::Value>(line).is_ok()));
    let some = place.run(&["snapshots", "list", "--limit", "21", "-o", "json"]).exits(0).json();
    assert_eq!(some.as_array().unwrap().len(), 21);
}

#[test]
fn filters_and_columns() {
    let place = Place::new();
    let list = |more: &[&str]| place.run(&[&["--sandbox", "snapshots", "list"], more].concat()).exits(0).stdout;
    assert_eq!(
        list(&["--name", "nightly", "--columns", "name,vm,status"]),
        "NAME     VM    STATUS\nnightly  3301  ready\n"
    );
    assert_eq!(list(&["--vm", "3247", "--columns", "id"]), "ID\n14901\n14937\n");
    assert_eq!(list(&["--limit", "1", "--columns", "id"]).lines().count(), 2);
}

/// Each retry and each finding is shown once, and additions are not warnings.
#[test]
fn verbose_shows_everything_once() {
    for verbose in ["-v", "-vv"] {
        let server = Server::start(&["--fault", "503@list_snapshots*1", "--fault", "rename-field:results=outcome"]);
        let place = Place::with(&server);
        let reported = place.run(&[verbose, "snapshots", "list"]).stderr;
        let lines = |text: &str| reported.lines().filter(|line| line.contains(text)).count();
        assert_eq!((lines("503"), lines("attempt 1 failed"), lines("repeating")), (1, 1, 0), "{reported}");
        assert_eq!(
            (lines("at /outcome"), lines("note: list_snapshots"), lines("exceeds the document")),
            (1, 1, 0),
            "{reported}"
        );
        assert_eq!((lines("at /results"), lines("violates the OpenAPI document")), (1, 0), "{reported}");
        let find = |text: &str| reported.lines().find(|line| line.contains(text)).unwrap_or_default();
        assert!(
            find("at /outcome").starts_with("note: ") && find("at /results").starts_with("warning: "),
            "{reported}"
        );
        assert!(lines("< 200 OK (list_snapshots") == 1, "{reported}");
        // Additions are messages, which `-q` suppresses.
        let quiet = place.run(&[verbose, "-q", "snapshots", "list"]).stderr;
        assert!(!quiet.contains("at /outcome") && quiet.contains("at /results"), "{quiet}");
    }
}

/// `-o` also applies to OpenAPI documents.
#[test]
fn documents_are_printed_in_the_requested_format() {
    let place = Place::new();
    let spec = |more: &[&str]| place.run(&[&["spec", "syminet"], more].concat()).exits(0);
    let json = spec(&["--format", "json"]);
    assert!(json.json()["openapi"].is_string());
    assert!(spec(&["-o", "json"]).stdout == json.stdout);
    assert!(spec(&["-o", "json", "--format", "json"]).stdout == json.stdout);
    let line = spec(&["-o", "jsonl"]);
    assert!(line.stdout.lines().count() == 1 && line.json() == json.json());
    assert!(spec(&[]).stdout.starts_with("openapi: "));
    assert!(spec(&["--format", "yaml"]).stdout == spec(&[]).stdout);
    let both = place.run(&["spec", "syminet", "-o", "json", "--format", "yaml"]).exits(2).prints_nothing();
    both.says("`--format yaml` conflicts with `-o`");
}

#[test]
fn quiet_prints_no_messages_and_verbose_no_secrets() {
    let server = Server::start(&["--fault", "503@list_snapshots*1", "--delay", "1s"]);
    let place = Place::with(&server);
    let ran = place.run(&["-v", "snapshots", "list"]).exits(0).says("attempt 1 failed").says("list_snapshots");
    assert!(!ran.stderr.contains(&server.token), "{ran:#?}");
    let ran = place.run(&["-vv", "snapshots", "list"]).exits(0);
    assert!(!ran.stderr.contains(&server.token), "{ran:#?}");
    let create = ["-q", "snapshots", "create", "3247", "--name", "x", "--wait", "-o", "json"];
    assert_eq!(place.run(&create).exits(0).stderr, "");
    let loud = place.run(&["snapshots", "create", "3247", "--name", "y", "--wait"]).exits(0);
    loud.says("create snapshot \"y\" for VM 3247: running").says("create snapshot \"y\" for VM 3247: done");
}

#[test]
fn raw_responses_are_printed_unchanged() {
    let place = Place::new();
    let ran = place.run(&["--sandbox", "api", "get", "/images?page=1"]).exits(0).says("200 OK");
    assert_eq!(ran.json()["page"], 1);
    let body = place.path().join("body.json");
    std::fs::write(&body, "{\"snapshot_name\": \"raw\"}").unwrap();
    let file = format!("@{}", body.display());
    place.run(&["--sandbox", "--yes", "api", "POST", "/images/snapshots/3247/create", "--data", &file]).exits(0);
    let stdin = ["--sandbox", "--yes", "api", "POST", "/images/snapshots/3247/create", "--data", "@-"];
    place.run_with(&stdin, "{\"snapshot_name\": \"raw-2\"}").exits(0);
    assert_eq!(place.run(&["--sandbox", "snapshots", "list"]).exits(0).stdout.matches("raw").count(), 2);
    place.run(&["--sandbox", "api", "GET", "/nowhere"]).exits(2).says("unknown operation");
    place.run(&["--sandbox", "api", "GET", "/images", "--data", "{"]).exits(2).says("not valid JSON");
    place.run(&["--sandbox", "api", "GET", "/backups/999"]).exits(4);
}

#[test]
fn documents_and_completions() {
    let place = Place::new();
    let yaml = place.run(&["spec", "syminet"]).exits(0).stdout;
    assert_eq!(yaml, cloudsnap::spec::document(cloudsnap::Provider::Syminet));
    let json = place.run(&["spec", "syminet", "--format", "json"]).exits(0).json();
    assert_eq!(json["openapi"], "3.0.3");
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(place.run(&["completions", shell]).exits(0).stdout.contains("CLOUDSNAP_COMPLETE"), "{shell}");
    }
}

#[test]
fn the_sandbox_prints_its_address_and_warns_if_others_can_reach_it() {
    let server = Server::start(&["--token", "a-token-of-mine"]);
    let syminet = &server.ready["providers"]["syminet"];
    let listen = server.ready["listen"].as_str().unwrap();
    assert_eq!(syminet["base_url"], format!("http://{listen}/syminet/api/v1"));
    assert_eq!(syminet["token"], "a-token-of-mine");
    assert!(listen.starts_with("127.0.0.1:"));
    let place = Place::new();
    let ran = place.run(&["--timeout", "500ms", "sandbox", "serve", "--listen", "0.0.0.0"]).exits(6);
    ran.says("anyone who can reach this machine");
}
