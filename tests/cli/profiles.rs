//! `profiles`: the accounts of the configuration file.

use crate::support::{Place, Server};

fn configured(server: &Server) -> Place {
    let place = Place::new();
    let folder = place.path().join(".config/cloudsnap");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("token"), &server.token).unwrap();
    let text = format!(
        "[profiles.good]\nprovider = \"syminet\"\nbase_url = \"{}\"\ntoken_file = \"token\"\n\
         [profiles.wrong]\nprovider = \"syminet\"\nbase_url = \"{0}\"\ntoken = \"another-token\"\n\
         [profiles.broken]\nprovider = \"sminet\"\n",
        server.base_url
    );
    std::fs::write(folder.join("config.toml"), text).unwrap();
    place
}

#[test]
fn profiles_are_listed_without_their_secrets() {
    let server = Server::start(&[]);
    let place = configured(&server);
    let listed = place.run(&["profiles", "list", "-o", "json"]).exits(0);
    assert!(!listed.stdout.contains(&server.token) && !listed.stdout.contains("another-token"), "{listed:#?}");
    let listed = listed.json();
    let row = |index: usize, key: &str| listed[index][key].clone();
    assert_eq!(row(0, "name"), "good");
    assert_eq!(row(0, "secret"), "token_file token");
    assert_eq!(row(1, "secret"), "token");
    assert!(row(2, "error").as_str().unwrap().contains("sminet"), "{listed}");
    let shown = place.run(&["profiles", "show", "good"]).exits(0);
    assert!(shown.stdout.contains("token_file token") && !shown.stdout.contains(&server.token), "{shown:#?}");
    place.run(&["profiles", "show", "nobody"]).exits(2).says("available:");
}

#[test]
fn a_check_tests_each_profile_and_reports_errors() {
    let server = Server::start(&[]);
    let place = configured(&server);
    let checked = place.run(&["profiles", "check", "-o", "json"]).exits(9).json();
    let states: Vec<_> = checked.as_array().unwrap().iter().map(|row| row["state"].as_str().unwrap()).collect();
    assert_eq!(states, ["ok", "failed", "failed"], "{checked}");
    assert!(checked[1]["error"].as_str().unwrap().contains("401"), "{checked}");
    place.run(&["profiles", "check", "good"]).exits(0);
    place.run(&["profiles", "check", "wrong"]).exits(3);
    let offline = place.run(&["profiles", "check", "wrong", "--offline", "-o", "json"]).exits(0).json();
    assert_eq!(offline[0]["state"], "complete");
}

#[test]
fn the_default_profile_is_used_if_no_other_account_is_selected() {
    let server = Server::start(&[]);
    let place = configured(&server);
    place.run(&["snapshots", "list"]).exits(2);
    place.run(&["profiles", "use", "nobody"]).exits(2).says("available: good, wrong, broken");
    place.run(&["profiles", "use", "good"]).exits(0);
    assert!(!place.snapshots().is_empty());
    let listed = place.run(&["profiles", "list", "-o", "value", "--columns", "name,default"]).exits(0).stdout;
    assert_eq!(listed, "good\tyes\nwrong\t\nbroken\t\n");
    // `--profile`, the environment and `--sandbox` take precedence.
    place.run(&["--profile", "wrong", "snapshots", "list"]).exits(3);
    place.run(&["--sandbox", "snapshots", "get", "14901"]).exits(0);
    let place = place.set("HYPERSTACK_API_KEY", "k").set("HYPERSTACK_BASE_URL", "http://127.0.0.1:9/");
    place.run(&["--timeout", "2s", "snapshots", "list"]).exits(11);
}

#[test]
fn profiles_can_be_read_from_another_file() {
    let server = Server::start(&[]);
    let place = configured(&server);
    let file = place.path().join("other.toml");
    std::fs::write(&file, "[profiles.elsewhere]\nprovider = \"syminet\"\ntoken = \"x\"\n").unwrap();
    let file = file.display().to_string();
    let names = place.run(&["--config", &file, "profiles", "list", "-o", "value", "--columns", "name"]).exits(0).stdout;
    assert_eq!(names, "elsewhere\n");
}

#[test]
fn man_pages_are_written() {
    let place = Place::new();
    let folder = place.path().join("man/man1");
    place.run(&["man", &folder.display().to_string()]).exits(0);
    let page = std::fs::read_to_string(folder.join("cloudsnap-snapshots-create.1")).unwrap();
    assert!(page.contains(".TH cloudsnap-snapshots-create"), "{page}");
    assert!(place.run(&["help", "snapshots"]).exits(0).stdout.contains("restore"));
}

#[test]
fn the_sandbox_prints_its_path_and_environment_and_can_be_reset() {
    let place = Place::new();
    let name = || place.run(&["--sandbox", "-o", "json", "snapshots", "get", "14901"]).exits(0).json()["name"].take();
    let before = name();
    place.run(&["--sandbox", "snapshots", "rename", "14901", "renamed"]).exits(0);
    assert_eq!(name(), "renamed");
    let path = place.run(&["sandbox", "path"]).exits(0).stdout;
    assert!(std::path::Path::new(path.trim()).exists(), "{path}");
    place.run(&["sandbox", "reset"]).exits(0);
    assert_eq!(name(), before);
    let server = Server::start(&["--token", "it's"]);
    let listen = server.ready["listen"].as_str().unwrap();
    let env = ["sandbox", "env", "syminet", "--listen", listen, "--token", "it's"];
    let printed = place.run(&env).exits(0).stdout;
    let text = format!("export SYMINET_BASE_URL='{}'\nexport SYMINET_API_TOKEN='it'\\''s'\n", server.base_url);
    assert_eq!(printed, text);
    place.run(&["sandbox", "serve", "--vms", "1000000"]).exits(2).says("from 0 to 100000");
}
