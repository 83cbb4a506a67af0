//! Completions in a new home directory, installed as the README and the help say.

use std::process::Command;

use crate::support::{PROGRAM, Place};

/// What bash offers for a partial command line, after the README's line was run in a new home directory.
fn bash(place: &Place, line: &str) -> Vec<String> {
    let bin = place.path().join("bin");
    std::fs::create_dir_all(&bin).unwrap();
    let program = bin.join("cloudsnap");
    if !program.exists() {
        std::fs::hard_link(PROGRAM, &program).or_else(|_| std::fs::copy(PROGRAM, &program).map(drop)).unwrap();
    }
    let script = r#"
        source ~/.bashrc
        COMP_LINE="$1" COMP_POINT=${#1} COMP_TYPE=9
        read -r -a COMP_WORDS <<< "$1"
        [[ "$1" == *' ' ]] && COMP_WORDS+=("")
        COMP_CWORD=$(( ${#COMP_WORDS[@]} - 1 ))
        complete -p cloudsnap >/dev/null || exit 9
        _clap_complete_cloudsnap cloudsnap "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}" 2>/dev/null
        printf '%s\n' "${COMPREPLY[@]}"
    "#;
    let mut shell = Command::new("bash");
    shell.args(["--norc", "-c", script, "bash", line]).env_clear();
    shell.env("HOME", place.path()).env("CLOUDSNAP_STATE_DIR", place.state());
    shell.env("PATH", format!("{}:/usr/bin:/bin", bin.display()));
    let output = shell.output().unwrap();
    assert!(output.status.success(), "{line}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).filter(|word| !word.is_empty()).collect()
}

/// A new home directory in which the README's line was run.
fn installed() -> Place {
    let readme = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap();
    let line = readme.lines().find(|line| line.contains("cloudsnap completions bash")).unwrap();
    let place = Place::new();
    let status = Command::new("sh")
        .args(["-c", line])
        .env_clear()
        .env("HOME", place.path())
        .env("PATH", "/usr/bin:/bin")
        .status();
    assert!(status.unwrap().success(), "{line}");
    place
}

#[test]
fn bash_completes_what_exists() {
    if !cfg!(target_os = "linux") {
        return;
    }
    let place = installed();
    let folder = place.path().join(".config/cloudsnap");
    std::fs::create_dir_all(&folder).unwrap();
    let profiles = "[profiles.nightly]\nprovider = \"syminet\"\ntoken = \"x\"\n[profiles.hs]\nprovider = \"hyperstack\"\ntoken = \"x\"\n";
    std::fs::write(folder.join("config.toml"), profiles).unwrap();
    let offers = |line: &str| bash(&place, line);
    let verbs = offers("cloudsnap ");
    assert!(verbs.iter().any(|word| word == "snapshots") && verbs[0] != "--profile", "verbs before flags: {verbs:?}");
    assert_eq!(offers("cloudsnap --profile ").len(), 2);
    assert_eq!(offers("cloudsnap --profile ni"), ["nightly"]);
    assert_eq!(offers("cloudsnap snapshots list --columns provider_s"), ["provider_status"]);
    assert_eq!(offers("cloudsnap snapshots list --columns id,lab"), ["id,labels"]);
    assert_eq!(offers("cloudsnap vms list --columns re"), ["region"]);
    assert_eq!(offers("cloudsnap schema snap"), ["snapshots"]);
    assert_eq!(offers("cloudsnap schema snapshots l"), ["list"]);
    assert_eq!(offers("cloudsnap --provider syminet check --operation list_sl"), ["list_slice_snapshots"]);
    assert_eq!(offers("cloudsnap snapshots list --status re"), ["ready"]);
    // Of the account that the line selects.
    let sandbox = "cloudsnap --sandbox --provider hyperstack";
    assert_eq!(offers(&format!("{sandbox} snapshots create we")), ["web-1"]);
    assert_eq!(offers(&format!("{sandbox} snapshots list --vm 41833")), ["418336"]);
    assert_eq!(offers(&format!("{sandbox} snapshots get 529")), ["52926", "52907"]);
    assert_eq!(offers("cloudsnap --sandbox --provider syminet backups list 32"), ["3247", "3271"]);
    let miq = "cloudsnap --sandbox --provider manageiq snapshots delete --vm vms/1000000003247 10000000033";
    assert_eq!(offers(miq), ["1000000003342", "1000000003370"]);
    place.run(&["--sandbox", "snapshots", "create", "3247", "--name", "pending"]).exits(0);
    let kept = place.run(&["operations", "list", "-o", "value", "--columns", "id"]).exits(0).stdout;
    assert_eq!(offers("cloudsnap operations wait ")[0], kept.trim());
    assert_eq!(offers(&format!("cloudsnap operations forget {}", &kept[..4])), [kept.trim()]);
    // Without an account there is nothing to complete, and no message in the middle of the line.
    assert!(offers("cloudsnap snapshots create we").is_empty());
}
