//! `-v`: what the library traces, on stderr, safe for a terminal.

use std::io::{self, Write};

use tracing::{Level, Metadata};
use tracing_subscriber::filter::filter_fn;
use tracing_subscriber::layer::SubscriberExt;

/// Begins to log where that was asked for. Only what this program itself traces: what the layers below do with sockets helps
/// nobody. Requests, retries and findings are reported by the observer of the calls, in better words.
pub(crate) fn start(verbose: u8) {
    if verbose == 0 {
        return;
    }
    let format = tracing_subscriber::fmt().without_time().with_target(false).with_ansi(false);
    let subscriber = format.with_max_level(Level::DEBUG).with_writer(|| Safe).finish().with(filter_fn(is_ours));
    // It is set once per process, here.
    let _ = tracing::subscriber::set_global_default(subscriber);
}

fn is_ours(of: &Metadata<'_>) -> bool {
    of.target().starts_with("cloudsnap") && !of.target().starts_with("cloudsnap::transport")
}

/// Writes to stderr what is safe on a terminal.
struct Safe;

impl Write for Safe {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let text = String::from_utf8_lossy(bytes);
        io::stderr().lock().write_all(super::text::safe_lines(&super::shield::mask_text(&text)).as_bytes())?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        io::stderr().flush()
    }
}
