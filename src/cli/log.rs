//! `-v`: what the library traces, on stderr, safe for a terminal.

use std::io::{self, Write};

use tracing::{Level, Metadata};
use tracing_subscriber::filter::filter_fn;
use tracing_subscriber::layer::SubscriberExt;

/// Begins to tell, as much as was asked for.
pub(crate) fn start(verbose: u8) {
    let level = match verbose {
        0 => return,
        1 => Level::DEBUG,
        _ => Level::TRACE,
    };
    let format = tracing_subscriber::fmt().without_time().with_target(false).with_ansi(false);
    // What the layers below do with connections is of use to few: it comes with the second -v.
    let ours = filter_fn(move |of| (verbose > 1 || of.target().starts_with("cloudsnap")) && !is_reported(of));
    let subscriber = format.with_max_level(level).with_writer(|| Safe).finish().with(ours);
    // It is set once per process, here.
    let _ = tracing::subscriber::set_global_default(subscriber);
}

/// The observer of the calls tells of repeats and findings already, and in better words.
fn is_reported(event: &Metadata<'_>) -> bool {
    let has = |name| event.fields().field(name).is_some();
    event.target().starts_with("cloudsnap::transport") && (has("finding") || (has("wait") && has("reason")))
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
