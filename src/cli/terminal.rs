//! The terminal: the width of its window, and whether it shows colours.

use std::io::IsTerminal;

use comfy_table::Table;

/// Whether to use colours: `NO_COLOR` is not set, and the terminal can show them.
pub(crate) fn colours() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !set("NO_COLOR") && std::env::var_os("TERM").is_none_or(|term| term != "dumb")
}

/// The width of the terminal window of stdout, if it is a terminal.
pub(crate) fn width_of_stdout() -> Option<u16> {
    std::io::stdout().is_terminal().then(|| usable(Table::new().width()))
}

/// The width of the terminal window of stderr, if it is a terminal.
pub(crate) fn width_of_stderr() -> Option<u16> {
    let mut table = Table::new();
    std::io::stderr().is_terminal().then(|| usable(table.use_stderr().width()))
}

/// Serial consoles and `script` report a width of 0: then it is that of `COLUMNS`, or 80.
fn usable(reported: Option<u16>) -> u16 {
    let by_variable = || std::env::var("COLUMNS").ok()?.trim().parse().ok();
    let at_least_one = |width: &u16| *width > 0;
    reported.filter(at_least_one).or_else(|| by_variable().filter(at_least_one)).unwrap_or(80)
}
