//! Suggested commands, which can be pasted into a shell.

use std::path::Path;

/// `cloudsnap --profile hs operations wait 0d957506`.
pub(crate) fn operations(config: Option<&Path>, profile: Option<&str>, verb: &str, key: &str) -> String {
    let mut command = "cloudsnap".to_owned();
    if let Some(config) = config {
        command.push_str(&format!(" --config {}", quoted(&config.display().to_string())));
    }
    if let Some(profile) = profile {
        command.push_str(&format!(" --profile {}", quoted(profile)));
    }
    format!("{command} operations {verb} {key}")
}

/// Quotes a word for a shell.
fn quoted(word: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-_./:@%+=,".contains(c);
    if !word.is_empty() && word.chars().all(is_plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_suggested_command_can_be_pasted() {
        assert_eq!(operations(None, None, "wait", "0d957506"), "cloudsnap operations wait 0d957506");
        assert_eq!(operations(None, Some("hs"), "wait", "0d957506"), "cloudsnap --profile hs operations wait 0d957506");
        assert_eq!(
            operations(Some(Path::new("/a b/c")), Some("it's"), "forget", "1"),
            r"cloudsnap --config '/a b/c' --profile 'it'\''s' operations forget 1"
        );
    }
}
