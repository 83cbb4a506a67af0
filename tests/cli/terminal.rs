//! Behavior on a terminal, with `script` of util-linux: questions, colours, the progress line. Elsewhere than on Linux, `script` is a
//! different program or missing, and these tests are skipped.

use std::io::{Read, Write};
use std::process::{Command, Stdio};

use crate::support::{PROGRAM, Place, in_parallel};

/// Whether there is a terminal to test on. On Linux it is required: a test that tests nothing must not pass.
#[allow(clippy::print_stderr, reason = "reports that a test is skipped")]
fn has_terminal() -> bool {
    if !cfg!(target_os = "linux") {
        eprintln!("skipped: tests on a terminal require `script` of util-linux");
        return false;
    }
    let found = Command::new("script").arg("--version").output().is_ok_and(|output| output.status.success());
    assert!(found, "`script` of util-linux is not in PATH: install it for the tests on a terminal");
    true
}

/// Runs the program on a terminal of that width and types a reply to its question. Returns the exit code and the terminal's content.
fn on_terminal(place: &Place, columns: u32, arguments: &str, typed: &str) -> Option<(i32, String)> {
    let line = format!("{PROGRAM} {arguments}");
    talk(place, columns, &line, "", typed)
}

/// The same for a shell command. `ahead` is typed immediately, before there is a question.
fn talk(place: &Place, columns: u32, line: &str, ahead: &str, typed: &str) -> Option<(i32, String)> {
    if !has_terminal() {
        return None;
    }
    let line = format!("stty rows 40 cols {columns}; echo set up; {line}");
    let mut command = Command::new("script");
    command.args(["-qec", &line, "/dev/null"]).env_clear();
    command.env("PATH", std::env::var_os("PATH").unwrap()).env("TERM", "xterm-256color").env("SHELL", "/bin/sh");
    command.env("HOME", place.path()).env("CLOUDSNAP_STATE_DIR", place.state());
    command.envs(place.environment.iter().map(|(name, value)| (name, value)));
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let (mut stdin, mut stdout) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
    let (mut shown, mut part) = (Vec::new(), [0; 4096]);
    // Input typed before the terminal is set up would be lost.
    let question: &[&str] = if line.contains("--profile") { &["Password of"] } else { &["[y/N] ", " to confirm: "] };
    let prompts = [&["set up"][..], question];
    let mut waits = prompts.into_iter().zip([ahead, typed]).filter(|(_, text)| !text.is_empty()).peekable();
    loop {
        let text = String::from_utf8_lossy(&shown).into_owned();
        if let Some((_, reply)) = waits.next_if(|(wanted, _)| wanted.iter().any(|wanted| text.contains(wanted))) {
            let _ = stdin.write_all(reply.as_bytes());
            continue;
        }
        match stdout.read(&mut part).unwrap() {
            0 => break,
            read => shown.extend_from_slice(&part[..read]),
        }
    }
    drop(stdin);
    let shown = String::from_utf8_lossy(&shown).replacen("set up\r\n", "", 1);
    Some((child.wait().unwrap().code().unwrap_or(-1), shown))
}

#[test]
fn a_question_lists_what_will_be_lost_and_defaults_to_no() {
    let place = Place::new();
    let delete = "--sandbox --provider syminet snapshots delete 14901";
    let Some((code, shown)) = on_terminal(&place, 100, delete, "\n") else { return };
    assert_eq!(code, 2, "{shown}");
    assert!(shown.contains("snapshot 14901 \"before-upgrade\" (VM 3247 \"web-1\"), created "), "{shown}");
    assert!(shown.contains("Delete this snapshot? [y/N]") && shown.contains("nothing was changed"), "{shown}");
    place.run(&["--sandbox", "snapshots", "get", "14901"]).exits(0);
    let (code, shown) = on_terminal(&place, 100, delete, "y\n").unwrap();
    assert_eq!(code, 0, "{shown}");

    let (code, shown) = on_terminal(&place, 100, "--sandbox --provider syminet backups disable 3247", "n\n").unwrap();
    assert_eq!(code, 2, "{shown}");
    assert!(shown.contains("72 hours"), "{shown}");
    let restore = "--sandbox --provider syminet snapshots restore 14937 --vm 3247";
    let (code, shown) = on_terminal(&place, 100, restore, "no\n").unwrap();
    assert_eq!(code, 2, "{shown}");
    assert!(shown.contains("VM 3247 \"web-1\"") && shown.contains("will be permanently lost"), "{shown}");
    // The name of the machine must be typed; a yes is not sufficient.
    assert!(shown.contains("Type web-1 to confirm: "), "{shown}");
    let (code, shown) = on_terminal(&place, 100, restore, "y\n").unwrap();
    assert!(code == 2 && shown.contains("nothing was changed"), "{shown}");
    let (code, shown) = on_terminal(&place, 100, restore, "web-1\n").unwrap();
    assert_eq!(code, 0, "{shown}");
}

/// The question shows the machine's name: a mistyped ID may be that of another machine.
#[test]
fn a_machine_is_deleted_only_after_a_yes() {
    let place = Place::new();
    let listed = place.run(&["--sandbox", "--provider", "hyperstack", "-o", "json", "vms", "list"]).exits(0);
    let machines: serde_json::Value = serde_json::from_str(&listed.stdout).unwrap();
    let (id, name) = (machines[0]["id"].as_str().unwrap(), machines[0]["name"].as_str().unwrap());
    let delete = format!("--sandbox --provider hyperstack vms delete {id} --wait");
    let Some((code, shown)) = on_terminal(&place, 100, &delete, "\n") else { return };
    assert_eq!(code, 2, "{shown}");
    assert!(shown.contains(&format!("VM {id} {name:?}")) && shown.contains("Delete this machine? [y/N]"), "{shown}");
    assert!(shown.contains("permanently deleted, with all data") && shown.contains("nothing was changed"), "{shown}");
    place.run(&["--sandbox", "--provider", "hyperstack", "vms", "get", id]).exits(0);
    let (code, shown) = on_terminal(&place, 100, &delete, "y\n").unwrap();
    assert_eq!(code, 0, "{shown}");
    place.run(&["--sandbox", "--provider", "hyperstack", "vms", "get", id]).exits(4);
}

/// A `y` typed before the question was shown.
#[test]
fn input_typed_ahead_does_not_confirm() {
    let place = Place::new();
    let line = format!("sleep 1; {PROGRAM} --sandbox --provider syminet snapshots delete 14901");
    let Some((code, shown)) = talk(&place, 100, &line, "y\n", "n\n") else { return };
    assert_eq!(code, 2, "{shown}");
    assert!(shown.contains("nothing was changed"), "{shown}");
    place.run(&["--sandbox", "snapshots", "get", "14901"]).exits(0);
}

#[test]
fn ctrl_c_ends_a_question_with_130() {
    let place = Place::new();
    let Some((code, shown)) = on_terminal(&place, 100, "--sandbox --provider syminet snapshots delete 14901", "\u{3}")
    else {
        return;
    };
    assert_eq!(code, 130, "{shown}");
}

/// After a password prompt that timed out or was cancelled, the terminal's echo is on again.
#[test]
fn the_echo_is_restored_after_an_abandoned_password_prompt() {
    let place = Place::new();
    let config = place.path().join("config.toml");
    let text = "[profiles.a]\nprovider = \"manageiq\"\nbase_url = \"https://127.0.0.1:9/api\"\nusername = \"u\"\n";
    std::fs::write(&config, text).unwrap();
    let place = place.set("CLOUDSNAP_CONFIG", config.to_str().unwrap());
    for (options, typed, code) in [("--timeout 700ms", "", "6"), ("", "\u{3}", "130")] {
        // The shell must survive the Ctrl-C that is meant for the program.
        let list = format!("{PROGRAM} {options} --profile a snapshots list");
        let line = format!("trap : INT; {list}; echo code $?; stty -a | tr ' ;' '\\n\\n' | grep -x -e echo -e -echo");
        let Some((_, shown)) = talk(&place, 100, &line, "", typed) else { return };
        assert!(shown.contains("Password of u"), "{shown}");
        assert!(shown.contains(&format!("code {code}")), "{shown}");
        assert!(shown.trim_end().ends_with("\necho"), "{shown}");
    }
}

/// Only a terminal gets simulated data without `--sandbox`, with a note.
#[test]
fn without_an_account_a_terminal_shows_the_sandbox() {
    let place = Place::new();
    let Some((code, shown)) = on_terminal(&place, 120, "vms list", "") else { return };
    assert!(code == 0 && shown.contains("showing simulated data (embedded sandbox, Hyperstack)"), "{shown}");
    let (code, shown) = on_terminal(&place, 120, "-q vms list", "").unwrap();
    assert!(code == 2 && shown.contains("no account is configured"), "{shown}");
}

/// Serial consoles and `script` report a width of 0.
#[test]
fn a_width_of_0_is_that_of_columns_or_80() {
    let place = Place::new().set("NO_COLOR", "1");
    let list = "--sandbox snapshots list --provider hyperstack";
    let Some((_, shown)) = on_terminal(&place, 0, list, "") else { return };
    assert!(shown.contains("CREATED (UTC)") && shown.lines().all(|line| line.chars().count() <= 100), "{shown}");
    let place = place.set("COLUMNS", "40");
    let (_, shown) = on_terminal(&place, 0, list, "").unwrap();
    assert!(shown.lines().all(|line| line.trim_end().chars().count() <= 40) && shown.contains("CREATED"), "{shown}");
}

/// Messages are wrapped between words, at any width; a width of 0 is that of `COLUMNS` or 80.
#[test]
fn messages_wrap_between_words() {
    let get = "--sandbox --provider syminet snapshots get 99999999999999999999";
    let place = Place::new();
    let piped = place.run(&get.split(' ').collect::<Vec<_>>()).exits(2).stderr;
    let words: Vec<_> = piped.split_whitespace().collect();
    let cases =
        [(0, None, 80), (0, Some("60"), 60), (60, None, 60), (80, None, 80), (120, None, 120), (200, None, 200)];
    in_parallel(cases, |(width, columns, expected)| {
        let place = Place::new().set("NO_COLOR", "1");
        let place = columns.into_iter().fold(place, |place, columns| place.set("COLUMNS", columns));
        let Some((code, shown)) = on_terminal(&place, width, get, "") else { return };
        assert_eq!(code, 2, "{shown}");
        assert_eq!(shown.split_whitespace().collect::<Vec<_>>(), words, "{width}: no word is cut\n{shown}");
        let widths: Vec<_> = shown.lines().map(|line| line.trim_end().chars().count()).collect();
        assert!(widths.iter().all(|width| *width <= expected), "{width} {columns:?}: {widths:?}\n{shown}");
        // Not wrapped earlier than necessary.
        let is_long = piped.lines().any(|line| line.chars().count() > expected);
        assert!(
            !is_long || widths.iter().any(|width| *width > expected - 25),
            "{width} {columns:?}: {widths:?}\n{shown}"
        );
    });
}

#[test]
fn tables_fit_the_window_and_no_color_is_respected() {
    let place = Place::new();
    place.run(&["--sandbox", "snapshots", "create", "3247", "--name", &"long".repeat(20), "--wait"]).exits(0);
    let list = "--sandbox --provider syminet snapshots list";
    let Some((code, shown)) = on_terminal(&place, 60, list, "") else { return };
    assert_eq!(code, 0, "{shown}");
    assert!(shown.contains('…') && shown.contains("\u{1b}["), "{shown}");
    let place = place.set("NO_COLOR", "1");
    let (_, shown) = on_terminal(&place, 60, list, "").unwrap();
    assert!(!shown.contains('\u{1b}'), "{shown:?}");
    let widest = shown.lines().map(|line| line.trim_end().chars().count()).max().unwrap();
    assert!(widest <= 60, "{widest}\n{shown}");
    assert!(
        shown.lines().all(|line| line.starts_with("ID") || !line.contains("ready") || line.contains(':')),
        "{shown}"
    );
}

/// At 80 columns, no text is cut and no line is longer than the window.
#[test]
fn texts_are_complete_at_80_columns() {
    let place = Place::new().set("NO_COLOR", "1");
    let shown = |arguments: &str| {
        let (code, shown) = on_terminal(&place, 80, arguments, "")?;
        assert_eq!(code, 0, "{shown}");
        assert!(!shown.contains('…'), "{shown}");
        assert!(shown.lines().all(|line| line.trim_end().chars().count() <= 80), "{shown}");
        Some(shown)
    };
    let Some(providers) = shown("-q providers") else { return };
    for whole in [
        "MIQ_URL with MIQ_USERNAME and MIQ_PASSWORD, or with MIQ_TOKEN",
        "MIQ_GROUP, MIQ_CA_FILE",
        "https://infrahub-api.nexgencloud.com/v1",
        "INSTANCES",
    ] {
        assert!(providers.contains(whole), "{whole}\n{providers}");
    }
    let verify = shown("-q --sandbox --provider manageiq verify").unwrap();
    let words = verify.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("query_tasks - 0 0 0 it requires a body or a parameter that cannot be guessed"), "{verify}");
    let list = shown("--sandbox --provider manageiq snapshots list").unwrap();
    assert!(list.contains(" vms/1000000003247 ") && list.contains(" instances/1000000003276 "), "{list}");
}

#[test]
fn a_wait_shows_progress_on_a_terminal_but_not_with_q() {
    let runs = [(100, "a"), (40, "b"), (100, "c -q -o json")];
    let shown = in_parallel(runs, |(width, name)| {
        let create = format!("--sandbox --provider syminet snapshots create 3247 --wait --name {name}");
        let (code, shown) = on_terminal(&Place::new(), width, &create, "")?;
        assert_eq!(code, 0, "{shown}");
        Some(shown)
    });
    let [Some(wide), Some(narrow), Some(quiet)] = shown.as_slice() else { return };
    assert!(wide.contains("% ") && wide.contains('='), "{wide}");
    // In a narrow window the text replaces the bar.
    assert!(
        narrow.contains(" running: create snapshot \"b\"") && narrow.contains("%") && !narrow.contains('='),
        "{narrow}"
    );
    assert!(quiet.trim_start().starts_with('{') && !quiet.contains('%'), "{quiet}");
}
