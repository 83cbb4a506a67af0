//! Writes the suites' counts to `docs/faults.md`, if `CLOUDSNAP_FAULTS_DOC=1` is set.

use std::io::Write;
use std::path::Path;

/// Prints a table, and replaces the section of that name with it.
#[allow(clippy::print_stdout, reason = "the table is the purpose of the test")]
pub fn record(section: &str, table: &str) {
    // Shown with `--nocapture`; a closed stream is not a failure.
    let _ = std::io::stdout().write_all(table.as_bytes());
    if std::env::var_os("CLOUDSNAP_FAULTS_DOC").is_none() {
        return;
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/faults.md");
    let page = std::fs::read_to_string(&path).unwrap();
    let (begin, end) = (format!("<!-- {section} -->\n"), format!("<!-- end of {section} -->\n"));
    let (head, rest) = page.split_once(&begin).unwrap_or_else(|| panic!("no section {section} in docs/faults.md"));
    let (_, tail) =
        rest.split_once(&end).unwrap_or_else(|| panic!("the end of section {section} in docs/faults.md is missing"));
    std::fs::write(&path, format!("{head}{begin}{table}{end}{tail}")).unwrap();
}
