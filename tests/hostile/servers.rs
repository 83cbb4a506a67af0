//! Servers with responses that no document describes.

use cloudsnap::{ErrorKind, Provider};

use crate::raw::{Raw, json, response};
use crate::{TOKEN, client, is_decent, list, providers};

/// The key of a provider's list of snapshots.
fn key(provider: Provider) -> &'static str {
    match provider {
        Provider::Syminet => "data",
        Provider::ManageIq => "resources",
        _ => "snapshots",
    }
}

/// A list of one snapshot, with these values for its ID (as JSON) and name. ManageIQ's is inside a list with one
/// machine.
pub fn one(provider: Provider, id: &str, name: &str) -> String {
    let time = "2025-03-01T03:30:12Z";
    match provider {
        Provider::Syminet => format!(
            r#"{{"data":[{{"id":{id},"name":{name},"created":"{time}","vm_id":7}}],"page":1,"pages":1,"results":1}}"#
        ),
        Provider::Hyperstack => format!(
            r#"{{"status":true,"message":"m","snapshots":[{{"id":{id},"name":{name},"description":"d","status":"SUCCESS","vm_id":7,"size":1,"is_image":false,"has_floating_ip":false,"region_id":1,"vm_name":"v","created_at":"{time}"}}]}}"#
        ),
        Provider::ManageIq => format!(
            r#"{{"name":"instances","count":1,"subcount":1,"subquery_count":1,"resources":[{{"id":"7","name":"v","vendor":"vmware","v_total_snapshots":1,"snapshots":[{}]}}]}}"#,
            record(id, name)
        ),
        _ => format!(
            r#"{{"snapshots":[{{"id":{id},"name":{name},"status":"created","size":1,"region":"R","created_at":"{time}"}}],"total_count":1,"page":1,"per_page":50}}"#
        ),
    }
}

/// A ManageIQ record.
fn record(id: &str, name: &str) -> String {
    format!(r#"{{"id":{id},"name":{name},"create_time":"2025-03-01T03:30:12Z","vm_or_template_id":"7"}}"#)
}

/// An ID of the provider's type, as JSON.
pub fn id_of(provider: Provider, number: u64) -> String {
    match provider {
        Provider::GenesisCloud => format!(r#""s-{number}""#),
        Provider::ManageIq => format!(r#""{number}""#),
        _ => number.to_string(),
    }
}

pub fn id(provider: Provider) -> String {
    id_of(provider, 71)
}

/// The response after the first page, for providers whose lists end with an empty page or continue with another kind of
/// machine.
pub fn ending(provider: Provider, head: &str) -> Option<Vec<u8>> {
    let empty = match provider {
        Provider::Hyperstack if head.contains("page=2") => {
            r#"{"status":true,"message":"m","snapshots":[],"instances":[]}"#
        }
        Provider::ManageIq if head.starts_with("GET /api/vms?") => {
            r#"{"name":"vms","count":1,"subcount":0,"subquery_count":0,"resources":[]}"#
        }
        _ => return None,
    };
    Some(json(200, empty))
}

async fn listed(provider: Provider, bytes: Vec<u8>) -> Result<Vec<cloudsnap::Snapshot>, cloudsnap::Error> {
    let server = Raw::start(move |head, _| ending(provider, head).unwrap_or_else(|| bytes.clone())).await;
    list(&client(provider, server.url())).await
}

#[tokio::test]
async fn a_valid_list_is_read() {
    for provider in providers() {
        let listed = listed(provider, json(200, one(provider, &id(provider), r#""n""#))).await.unwrap();
        assert_eq!(listed.len(), 1, "{provider}: otherwise the other tests would prove nothing");
    }
}

#[tokio::test]
async fn credentials_are_not_sent_along_redirects() {
    for provider in providers() {
        let elsewhere = Raw::start(|_, _| json(200, "{}")).await;
        for status in [301, 302, 303, 307, 308] {
            let target = format!("http://{}/x", elsewhere.addr);
            let server = Raw::start(move |_, _| {
                format!("HTTP/1.1 {status} X\r\nlocation: {target}\r\ncontent-length: 0\r\n\r\n").into_bytes()
            })
            .await;
            let error = list(&client(provider, server.url())).await.unwrap_err();
            assert_eq!((error.kind(), error.status()), (ErrorKind::Transport, Some(status)), "{provider}: {error}");
            is_decent(&error);
        }
        assert!(elsewhere.heads().is_empty(), "{provider}: {:?}", elsewhere.heads());
    }
}

/// Links in responses are data: nothing follows them.
#[tokio::test]
async fn links_to_other_hosts_are_not_followed() {
    for provider in providers() {
        let elsewhere = Raw::start(|_, _| json(200, "{}")).await;
        let link = format!("http://{}/x", elsewhere.addr);
        let links = format!(r#","next":"{link}","href":"{link}","links":{{"next":"{link}"}}}}"#);
        let body = one(provider, &id(provider), r#""n""#);
        let body = format!("{}{links}", body.strip_suffix('}').unwrap());
        assert_eq!(listed(provider, json(200, body)).await.unwrap().len(), 1, "{provider}");
        assert!(elsewhere.heads().is_empty());
    }
}

#[tokio::test]
async fn wrong_content_types_and_invalid_bodies() {
    for provider in providers() {
        for (content_type, body) in [
            ("text/html", "<html><body>Sign in</body></html>"),
            ("application/json", ""),
            ("application/json", "null"),
            ("application/json", "[]"),
            ("application/json", "{}"),
            ("application/json", "7"),
            ("application/json", "\u{feff}{}"),
            ("application/xml", "<?xml version=\"1.0\"?><list/>"),
        ] {
            let error = listed(provider, response(200, content_type, body)).await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Decode, "{provider} {content_type} {body}: {error}");
            is_decent(&error);
        }
    }
}

/// We request no compression, so nothing is ever decompressed: a bomb stays as small as it is.
#[tokio::test]
async fn nothing_is_decompressed() {
    for provider in providers() {
        // The start of a gzip stream, followed by garbage.
        let bomb = [&[0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3][..], &[0xff; 2000]].concat();
        let server = Raw::start(move |_, _| {
            let head = format!(
                "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-encoding: gzip\r\ncontent-length: {}\r\n\r\n",
                bomb.len()
            );
            [head.as_bytes(), &bomb].concat()
        })
        .await;
        let error = list(&client(provider, server.url())).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode, "{provider}: {error}");
        assert!(error.to_string().contains("2010 bytes"), "{error}");
        let requested = server.heads().iter().any(|head| head.to_ascii_lowercase().contains("accept-encoding"));
        assert!(!requested, "{:?}", server.heads());
    }
}

#[tokio::test]
async fn deep_nesting_causes_no_stack_overflow() {
    for provider in providers() {
        for (open, close) in [("[", "]"), (r#"{"a":"#, "}")] {
            let deep = format!("{}1{}", open.repeat(100_000), close.repeat(100_000));
            for (status, body) in [
                (200, deep.clone()),
                (500, deep.clone()),
                (200, format!(r#"{{"{}":{deep}}}"#, key(provider))),
                (200, one(provider, &id(provider), &deep)),
            ] {
                let error = listed(provider, json(status, body)).await.unwrap_err();
                is_decent(&error);
            }
        }
    }
}

#[tokio::test]
async fn duplicate_keys_and_numbers_out_of_range() {
    for provider in providers() {
        for number in
            ["9223372036854775808", "-9223372036854775809", "1e400", "1.5", "-0.0", "1e99", "99999999999999999999999"]
        {
            // As a number, and as a string if IDs are numbers in strings.
            let text = (provider == Provider::ManageIq).then(|| format!(r#""{number}""#));
            for id in [Some(number.to_owned()), text].into_iter().flatten() {
                let error = listed(provider, json(200, one(provider, &id, r#""n""#))).await.unwrap_err();
                assert_eq!(error.kind(), ErrorKind::Decode, "{provider} {id}: {error}");
                is_decent(&error);
            }
        }
        let twice = one(provider, &id(provider), r#""n","name":"m""#);
        // Even if the key is undocumented: each parser would see a different object.
        let unknown = one(provider, &id(provider), r#""n","new":1,"new":2"#);
        for body in [twice, unknown] {
            let error = listed(provider, json(200, body)).await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Decode, "{provider}: {error}");
            assert!(error.message().contains("twice") || error.message().contains("what the document says"), "{error}");
        }
    }
}

/// Bodies that are not JSON are described; bodies that are nearly JSON are read.
#[tokio::test]
async fn invalid_bodies_are_described() {
    let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    for provider in providers() {
        let good = one(provider, &id(provider), r#""n""#);
        for (body, reported) in [
            (
                b"<!doctype html><title>Sign in</title><input type=\"password\">".to_vec(),
                "asks for a password, titled \"Sign in\"",
            ),
            (vec![0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3], "gzip"),
            (utf16(&good), "UTF-16"),
            (b"<?xml version=\"1.0\"?><list/>".to_vec(), "XML"),
        ] {
            let error = listed(provider, response(200, "application/json", &body)).await.unwrap_err();
            assert_eq!((error.kind(), error.status()), (ErrorKind::Decode, Some(200)), "{provider}: {error}");
            assert!(error.message().contains(reported), "{provider}: {error}");
            is_decent(&error);
        }
        let refused = listed(provider, response(400, "text/html", "<html><title>Blocked by proxy</title>".as_bytes()))
            .await
            .unwrap_err();
        assert!(refused.message().contains("Blocked by proxy"), "{refused}");
        for name in [r#""a\ud83d""#, "\"a\u{fffd}\""] {
            let mut body = "\u{feff}".as_bytes().to_vec();
            body.extend(one(provider, &id(provider), name).as_bytes());
            let read = listed(provider, response(200, "application/json", &body)).await.unwrap();
            assert_eq!(read[0].name.as_deref(), Some("a\u{fffd}"), "{provider}");
        }
    }
}

#[tokio::test]
async fn control_characters_in_names_stay_out_of_errors() {
    let hostile = "n\u{1b}[2J\u{7}\u{0}\r\n\u{202e}\u{9b}31m";
    let quoted = serde_json::Value::from(hostile).to_string();
    for provider in providers() {
        let listed = listed(provider, json(200, one(provider, &id(provider), &quoted))).await.unwrap();
        assert_eq!(listed[0].name.as_deref(), Some(hostile), "names are returned unmodified");
        for (status, body) in [
            (404, format!(r#"{{"error":{quoted},"message":{quoted},"code":{quoted},"error_reason":{quoted}}}"#)),
            (500, hostile.to_owned()),
            (502, format!("<html>{hostile}</html>")),
            (200, format!(r#"{{{quoted}:{{{quoted}:7}}}}"#)),
        ] {
            let server = Raw::start(move |_, _| json(status, &body)).await;
            is_decent(&list(&client(provider, server.url())).await.unwrap_err());
        }
    }
}

/// Server text quoted in our own refusals is just as harmless.
#[cfg(feature = "genesiscloud")]
#[tokio::test]
async fn refusals_quote_no_control_characters() {
    let provider = Provider::GenesisCloud;
    let body = r#"{"snapshot":{"id":"s-1","name":"n","status":"created","size":1,"region":"R","created_at":"",
        "source_instance_id":"i\u001b[2J\u202e"}}"#;
    let server = Raw::start(move |_, _| json(200, body)).await;
    let reference = cloudsnap::SnapshotRef::new(cloudsnap::SnapshotId::new("s-1").unwrap());
    let reference = reference.of_vm(cloudsnap::VmId::new("i-2").unwrap());
    let error = client(provider, server.url()).snapshot(&reference).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotFound, "{error}");
    is_decent(&error);
}

#[tokio::test]
async fn invalid_utf8_and_ten_megabytes() {
    for provider in providers() {
        let error = listed(provider, response(200, "application/json", b"{\"a\":\"\xff\xfe\"}")).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode, "{error}");
        is_decent(
            &listed(provider, response(500, "text/plain", [b"\xff\xfe\xc0".as_slice(), TOKEN.as_bytes()].concat()))
                .await
                .unwrap_err(),
        );
        let long = "x".repeat(10_000_000);
        let read = listed(provider, json(200, one(provider, &id(provider), &format!(r#""{long}""#)))).await.unwrap();
        assert_eq!(read[0].name.as_ref().map(String::len), Some(long.len()), "{provider}");
        for (status, body) in
            [(400, format!(r#"{{"error":"{long}","message":"{long}","code":"{long}"}}"#)), (500, long)]
        {
            is_decent(&listed(provider, json(status, body)).await.unwrap_err());
        }
    }
}

/// Headers of unreasonable size or format are neither a response nor a panic.
#[tokio::test]
async fn odd_heads() {
    for provider in providers() {
        let long = "h".repeat(300_000);
        for head in [
            format!("HTTP/1.1 200 OK\r\nx-request-id: {long}\r\ncontent-length: 0\r\n\r\n"),
            format!(
                "HTTP/1.1 404 {TOKEN}\r\nx-request-id: {TOKEN}\r\nretry-after: {TOKEN}\r\ncontent-length: 0\r\n\r\n"
            ),
            "HTTP/1.1 999 X\r\ncontent-length: 0\r\n\r\n".to_owned(),
            "HTTP/1.1 099 X\r\ncontent-length: 0\r\n\r\n".to_owned(),
            "HTTP/1.1 200 OK\r\ncontent-length: -1\r\n\r\n".to_owned(),
            "HTTP/1.1 200 OK\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\n{}".to_owned(),
            "HTTP/1.1 599 X\r\ncontent-length: 0\r\n\r\n".to_owned(),
            "SSH-2.0-OpenSSH_9.9\r\n\r\n".to_owned(),
            "\0\0\0\0\r\n\r\n".to_owned(),
        ] {
            is_decent(&listed(provider, head.into_bytes()).await.unwrap_err());
        }
    }
}
