//! `-v`: the library's tracing events on stderr, made safe for a terminal.

use std::io::{self, Write};

use tracing::{Level, Metadata};
use tracing_subscriber::filter::filter_fn;
use tracing_subscriber::layer::SubscriberExt;

/// Starts logging with `-v`: only this program's own events, not those of the HTTP library. Requests, retries and findings are
/// left out because the context's observer reports them.
pub(crate) fn start(verbose: u8) {
    if verbose == 0 {
        return;
    }
    let format = tracing_subscriber::fmt().without_time().with_target(false).with_ansi(false);
    let subscriber = format.with_max_level(Level::DEBUG).with_writer(|| Safe).finish().with(filter_fn(is_ours));
    // Set once per process, here.
    let _ = tracing::subscriber::set_global_default(subscriber);
}

fn is_ours(of: &Metadata<'_>) -> bool {
    of.target().starts_with("cloudsnap") && !of.target().starts_with("cloudsnap::transport")
}

/// Writes to stderr, with secrets masked and text made safe for a terminal.
struct Safe;

impl Write for Safe {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let text = String::from_utf8_lossy(bytes);
        io::stderr().lock().write_all(super::text::safe_lines(&super::mask::text(&text)).as_bytes())?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        io::stderr().flush()
    }
}
