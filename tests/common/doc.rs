//! Writes what the suites counted into `docs/faults.md`, where asked for by `CLOUDSNAP_FAULTS_DOC=1`.

use std::io::Write;
use std::path::Path;

/// Prints a table, and puts it in place of the section of that name.
#[allow(clippy::print_stdout, reason = "the table is what the test is run for")]
pub fn record(section: &str, table: &str) {
    // Shown with `--nocapture`; a closed stream is no failure.
    let _ = std::io::stdout().write_all(table.as_bytes());
    if std::env::var_os("CLOUDSNAP_FAULTS_DOC").is_none() {
        return;
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/faults.md");
    let page = std::fs::read_to_string(&path).unwrap();
    let (begin, end) = (format!("<!-- {section} -->\n"), format!("<!-- end of {section} -->\n"));
    let (head, rest) = page.split_once(&begin).unwrap_or_else(|| panic!("docs/faults.md has no section {section}"));
    let (_, tail) =
        rest.split_once(&end).unwrap_or_else(|| panic!("the section {section} of docs/faults.md has no end"));
    std::fs::write(&path, format!("{head}{begin}{table}{end}{tail}")).unwrap();
}
