//! What to do next about an error, in the words of the command line: flags and commands where the library has fields and calls.

use crate::error::{Advice, Error, ErrorKind};

/// What to do next, where that is known.
pub(crate) fn of(error: &Error) -> Option<String> {
    match error.advice() {
        Some(advice) => Some(worded(advice)),
        None => (error.kind() == ErrorKind::State).then(|| "CLOUDSNAP_STATE_DIR names another folder".to_owned()),
    }
}

fn worded(advice: &Advice) -> String {
    match advice {
        Advice::AllowHttp => "in a profile: `allow_http = true`; in a program: `ClientBuilder::allow_http`".to_owned(),
        Advice::RequestLess => "ask for less at once: a smaller page, a filter".to_owned(),
        Advice::Set(fields) => {
            let flags: Vec<_> = fields.iter().map(|field| flag(field)).collect();
            format!("give {}", flags.join(", "))
        }
        Advice::OtherVmType => "the snapshot cannot run on this type of machine: choose another --type".to_owned(),
        Advice::VmKind => "name it: --vm vms/ID or --vm instances/ID".to_owned(),
        Advice::RestoreInPlace => "it restores onto the machine itself: give --vm".to_owned(),
        Advice::RestoreNewVm => "it restores as a new machine: give --new-vm".to_owned(),
        Advice::CreateSnapshot => "make a snapshot of a machine: `snapshots create`".to_owned(),
        Advice::RestoreSnapshot => "restore a snapshot: `snapshots restore`".to_owned(),
        Advice::ListSnapshots => "`snapshots list` shows what there is".to_owned(),
        Advice::VmsOfSnapshots => "`snapshots list` shows the machine of each snapshot".to_owned(),
        Advice::ListBackups => "`backups list` shows what there is".to_owned(),
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
            "a handle is one line that starts with `cs1.`; `cloudsnap operations list` shows those kept here".to_owned()
        }
        Advice::ReadDocument(provider) => format!("`cloudsnap spec {provider}` prints the document"),
        Advice::ChooseProvider => "choose one with `--provider`".to_owned(),
        other => other.to_string(),
    }
}

/// The flag that fills a field of a request.
fn flag(field: &str) -> String {
    match field {
        "vm_type" => "--type".to_owned(),
        "login" => "--ssh-key or --password-file".to_owned(),
        field => format!("--{}", field.replace('_', "-")),
    }
}

/// A word that can stand in a command line as it is; for any other a placeholder.
fn plain<'a>(word: &'a str, otherwise: &'a str) -> &'a str {
    let safe = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    if !word.is_empty() && !word.starts_with('-') && word.chars().all(safe) { word } else { otherwise }
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
    fn fields_are_told_as_flags() {
        assert_eq!(
            worded(&Advice::Set(vec!["hostname", "vm_type", "login"])),
            "give --hostname, --type, --ssh-key or --password-file"
        );
        let clone = Advice::CloneFirst { snapshot: "7".into(), name: "a b".into(), region: "NORD-NO-KRS-1".into() };
        let command = "`cloudsnap snapshots clone 7 --name NAME --region NORD-NO-KRS-1 --wait`";
        assert!(worded(&clone).contains(command), "{}", worded(&clone));
        assert_eq!(worded(&Advice::Credentials), Advice::Credentials.to_string());
    }
}
