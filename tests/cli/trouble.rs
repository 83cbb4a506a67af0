//! Errors contain the facts that are needed to fix them, and have the same exit code on every provider.

use crate::support::{PROVIDERS, Place, Server, in_parallel};

/// A machine ID that does not exist, in the provider's format.
fn unknown_vm(provider: &str) -> &'static str {
    match provider {
        "manageiq" => "vms/999999999999",
        "genesiscloud" => "00000000-0000-4000-8000-000000000000",
        _ => "999999999",
    }
}

#[test]
fn an_unknown_machine_is_4_on_every_provider() {
    let place = Place::new();
    for provider in PROVIDERS {
        let account = ["--sandbox", "--provider", provider];
        for arguments in [
            &["snapshots", "list", "--vm", unknown_vm(provider)][..],
            &["snapshots", "create", unknown_vm(provider), "--name", "x"],
        ] {
            place.run(&[&account, arguments].concat()).exits(4).prints_nothing();
        }
    }
}

#[test]
fn a_wait_that_times_out_is_6_on_every_provider() {
    let server = Server::start(&["--delay", "1h"]);
    in_parallel(PROVIDERS, |provider| {
        let place = Place::new();
        let folder = place.path().join(".config/cloudsnap");
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("config.toml"), profile(&server, provider, "", "")).unwrap();
        let vm = match provider {
            "syminet" => "3247".to_owned(),
            "manageiq" => "vms/1000000003247".to_owned(),
            _ => {
                place.run(&["--profile", "p", "-o", "json", "vms", "list"]).json()[0]["id"].as_str().unwrap().to_owned()
            }
        };
        let create = ["--profile", "p", "--timeout", "3s", "snapshots", "create", &vm, "--name", "x", "--wait"];
        place.run(&create).exits(6).says("resume with: cloudsnap --profile p operations wait ");
    });
}

#[test]
fn machines_can_be_named_if_the_provider_lists_them() {
    let place = Place::new();
    let server = Server::start(&["--delay", "300ms"]);
    in_parallel(["manageiq", "hyperstack", "genesiscloud"], |provider| {
        let place = Place::of(&server, provider);
        let account = ["-o", "json"];
        let vms = place.run(&[&account[..], &["vms", "list"]].concat()).exits(0).json();
        let names: Vec<_> = vms.as_array().unwrap().iter().map(|vm| vm["name"].as_str().unwrap()).collect();
        let once = names.iter().find(|name| names.iter().filter(|other| other == name).count() == 1).unwrap();
        let created =
            place.run(&[&account[..], &["snapshots", "create", once, "--name", "x", "--wait"]].concat()).exits(0);
        let vm = vms.as_array().unwrap().iter().find(|vm| vm["name"] == **once).unwrap();
        assert_eq!(created.json()["result"]["vm"]["id"], vm["id"], "{provider}");
        let listed = place.run(&[&account[..], &["snapshots", "list", "--vm", once]].concat()).exits(0).json();
        assert!(listed.as_array().unwrap().iter().any(|row| row["id"] == created.json()["result"]["id"]), "{provider}");
        // A glob that matches several machines is refused.
        place.run(&[&account[..], &["snapshots", "create", "*", "--name", "x"]].concat()).exits(2).says("ambiguous");
    });
    let named = ["--sandbox", "snapshots", "create", "web-1", "--name", "x"];
    place.run(&named).exits(2).says("Syminet cannot list machines");
}

/// A profile `p` with the token and base URL of a server, or different ones.
fn profile(server: &Server, provider: &str, base_url: &str, token: &str) -> String {
    let account = &server.ready["providers"][provider];
    let mut text = format!("[profiles.p]\nprovider = \"{provider}\"\n");
    for (key, other) in [("base_url", base_url), ("token", token), ("username", ""), ("password", token)] {
        if let Some(value) = account[key].as_str() {
            text.push_str(&format!("{key} = \"{}\"\n", if other.is_empty() { value } else { other }));
        }
    }
    text
}

#[test]
fn errors_of_credentials_and_connections_name_the_setting() {
    let server = Server::start(&[]);
    let place = Place::new();
    let file = place.path().join(".config/cloudsnap/config.toml");
    std::fs::create_dir_all(file.parent().unwrap()).unwrap();
    let list = ["--profile", "p", "snapshots", "list"];
    for (provider, key) in [("hyperstack", "token"), ("manageiq", "password")] {
        std::fs::write(&file, profile(&server, provider, "", "wrong-secret")).unwrap();
        let reported = format!("{key} of profile \"p\" in {}", file.display());
        place.run(&list).exits(3).prints_nothing().says(&reported);
        let nowhere = "http://127.0.0.1:9/x";
        std::fs::write(&file, profile(&server, provider, nowhere, "")).unwrap();
        let reported = format!("{nowhere} from base_url of profile \"p\" in {}", file.display());
        place.run(&list).exits(11).prints_nothing().says(&reported);
    }
    let place = Place::new().set("SYMINET_BASE_URL", "http://127.0.0.1:9").set("SYMINET_API_TOKEN", "some-token");
    place.run(&["snapshots", "list"]).exits(11).says("http://127.0.0.1:9/ from SYMINET_BASE_URL");
    let tls = server.base_url.replace("http:", "https:");
    let place = Place::new().set("SYMINET_BASE_URL", &tls).set("SYMINET_API_TOKEN", "some-token");
    place.run(&["snapshots", "list"]).exits(11).says("does not use TLS").says("from SYMINET_BASE_URL");
    let place = Place::new().set("SYMINET_BASE_URL", &server.base_url).set("SYMINET_API_TOKEN", "wrong-secret");
    place.run(&["snapshots", "list"]).exits(3).says("the credentials are from SYMINET_API_TOKEN");
}

#[test]
fn errors_contain_the_missing_field_the_duration_and_the_attempts() {
    for (faults, arguments, code, reported) in [
        ("drop-field:id@list_snapshots", &["snapshots", "list"][..], 7, "required field `id` is missing"),
        ("503@list_snapshots", &["snapshots", "list"], 11, "(after 3 attempts)"),
        ("hang@list_snapshots", &["--timeout", "1s", "snapshots", "list"], 6, "no response within 1.0 s"),
    ] {
        let server = Server::start(&["--fault", faults]);
        Place::with(&server).run(arguments).exits(code).prints_nothing().says(reported);
    }
}

#[test]
fn a_restore_shows_its_targets_and_all_missing_flags() {
    let place = Place::new();
    place.run(&["--sandbox", "snapshots", "restore", "1"]).exits(2).says("<--vm <VM>|--new-vm <NAME>>");
    let genesis = ["--sandbox", "--provider", "genesiscloud"];
    let listed = place.run(&[&genesis[..], &["-o", "json", "snapshots", "list"]].concat()).exits(0).json();
    let id = listed[0]["id"].as_str().unwrap();
    let bare = [&genesis[..], &["snapshots", "restore", id, "--new-vm", "n"]].concat();
    place.run(&bare).exits(2).says("set `--hostname`, `--type`, `--ssh-key` or `--password-file`");
}
