//! Advice on errors in terms of the command line: flags and commands instead of the library's fields and methods.

use crate::error::{Advice, Error, ErrorKind};

/// What to do next, if that is known.
pub(crate) fn of(error: &Error) -> Option<String> {
    match error.advice() {
        Some(advice) => Some(described(advice)),
        None => (error.kind() == ErrorKind::State)
            .then(|| "set CLOUDSNAP_STATE_DIR to use a different state directory".to_owned()),
    }
}

fn described(advice: &Advice) -> String {
    match advice {
        Advice::AllowHttp => "to allow it, set `allow_http = true` in a profile".to_owned(),
        Advice::RequestLess => "request less at once: use a smaller page or a filter".to_owned(),
        Advice::Set(fields) => {
            let flags: Vec<_> = fields.iter().map(|field| flag(field)).collect();
            format!("set {}", flags.join(", "))
        }
        Advice::OtherVmType => "the snapshot cannot run on this machine type: choose a different `--type`".to_owned(),
        Advice::VmKind => "specify it: `--vm vms/ID` or `--vm instances/ID`".to_owned(),
        Advice::RestoreInPlace => "it restores only onto the machine itself: use `--vm`".to_owned(),
        Advice::RestoreNewVm => "it restores only to a new machine: use `--new-vm NAME`".to_owned(),
        Advice::CreateSnapshot => "create a snapshot of a machine with `cloudsnap snapshots create`".to_owned(),
        Advice::RestoreSnapshot => "restore a snapshot with `cloudsnap snapshots restore`".to_owned(),
        Advice::ListSnapshots => "`cloudsnap snapshots list` shows the existing snapshots".to_owned(),
        Advice::VmsOfSnapshots => "`cloudsnap snapshots list` shows the machine of each snapshot".to_owned(),
        Advice::ListBackups => "`cloudsnap backups list` shows the existing backups".to_owned(),
        Advice::CloneFirst { snapshot, name, region } => {
            let (name, region) = (plain(name, "NAME"), plain(region, "REGION"));
            format!(
                "clone it there first: `cloudsnap snapshots clone {snapshot} --name {name} --region {region} --wait`; then \
                 restore the clone"
            )
        }
        Advice::AwaitSnapshot { snapshot, until } => format!(
            "try again later; if snapshot {} was deleted elsewhere, omit `--if-missing` or wait until {until:.0}",
            plain(snapshot, "ID")
        ),
        Advice::CompleteHandle => {
            "a handle is one line that starts with `cs1.`; `cloudsnap operations list` shows pending operations"
                .to_owned()
        }
        Advice::SlowDown => "wait, or set a lower `requests_per_minute` in the profile".to_owned(),
        // The command to resume is printed separately.
        Advice::CheckFirst { name: Some(name), vm: Some(vm) } => {
            format!("check whether VM {vm} has a snapshot named {name:?} before retrying")
        }
        Advice::CheckFirst { name: Some(name), .. } => format!("check whether {name:?} exists before retrying"),
        Advice::CheckFirst { .. } => "check the state of the object before retrying".to_owned(),
        Advice::ReadDocument(provider) => format!("`cloudsnap spec {provider}` prints the OpenAPI document"),
        Advice::ChooseProvider => "choose one with `--provider`".to_owned(),
        other => other.to_string(),
    }
}

/// The flag that sets a field of a request.
fn flag(field: &str) -> String {
    match field {
        "vm_type" => "`--type`".to_owned(),
        "login" => "`--ssh-key` or `--password-file`".to_owned(),
        field => format!("`--{}`", field.replace('_', "-")),
    }
}

/// A word that can be pasted into a command line unquoted, or else a placeholder.
fn plain<'a>(word: &'a str, placeholder: &'a str) -> &'a str {
    let safe = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    if !word.is_empty() && !word.starts_with('-') && word.chars().all(safe) { word } else { placeholder }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_suggested_command_runs_nothing_else() {
        assert_eq!(plain("web-1.2_x", "NAME"), "web-1.2_x");
        for odd in ["", "two words", "$(reboot)", "`x`", "a;b", "--help", "a'b", "\u{1b}[31m"] {
            assert_eq!(plain(odd, "NAME"), "NAME", "{odd:?}");
        }
    }

    #[test]
    fn fields_are_named_by_their_flags() {
        assert_eq!(
            described(&Advice::Set(vec!["hostname", "vm_type", "login"])),
            "set `--hostname`, `--type`, `--ssh-key` or `--password-file`"
        );
        let clone = Advice::CloneFirst { snapshot: "7".into(), name: "a b".into(), region: "NORD-NO-KRS-1".into() };
        let command = "`cloudsnap snapshots clone 7 --name NAME --region NORD-NO-KRS-1 --wait`";
        assert!(described(&clone).contains(command), "{}", described(&clone));
        assert_eq!(described(&Advice::Credentials), Advice::Credentials.to_string());
    }
}
