//! Progress: an animated line on a terminal, one line per change elsewhere, nothing with `-q`.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::console::{Console, clean};
use super::terminal::width_of_stderr;
use super::text::span;
use crate::wait::Progress;

/// In a narrower window there is no bar, to leave room for the text.
const MIN_WIDTH_FOR_BAR: u16 = 60;

/// Shows progress. Dropping it clears the line.
pub(crate) struct Meter {
    what: String,
    console: Console,
    bar: Option<ProgressBar>,
    last: Arc<Mutex<String>>,
}

impl Drop for Meter {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            self.console.set_progress_line(None);
            bar.finish_and_clear();
        }
    }
}

fn style(template: &str) -> ProgressStyle {
    let style = ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_spinner());
    style.progress_chars("=> ").tick_strings(&["-", "\\", "|", "/", " "])
}

impl Meter {
    /// `what` describes the work: `create snapshot "nightly" for VM 3247`.
    pub(crate) fn new(console: &Console, what: &str) -> Self {
        let what = clean(what);
        let bar = (console.is_terminal() && !console.is_quiet()).then(|| {
            let bar = ProgressBar::with_draw_target(Some(100), ProgressDrawTarget::stderr());
            bar.set_style(style("{spinner} {wide_msg} {elapsed}"));
            bar.set_message(what.clone());
            bar.enable_steady_tick(Duration::from_millis(120));
            console.set_progress_line(Some((&bar, &what)));
            bar
        });
        Self { what, console: console.clone(), bar, last: Arc::default() }
    }

    /// Shows the current step, on a terminal only.
    pub(crate) fn say(&self, text: &str) {
        if let Some(bar) = &self.bar {
            bar.set_message(format!("{}: {}", self.what, clean(text)));
        }
    }

    /// The callback to run after each poll.
    pub(crate) fn callback(&self) -> impl Fn(&Progress) + Send + Sync + 'static {
        let (bar, console, what, last) =
            (self.bar.clone(), self.console.clone(), self.what.clone(), Arc::clone(&self.last));
        move |progress| {
            let percent = progress.progress.map(|part| (part * 100.0).round().clamp(0.0, 100.0));
            let status = progress.status.as_deref().map(clean).unwrap_or_else(|| progress.state.to_owned());
            if let Some(bar) = &bar {
                let is_narrow = width_of_stderr().is_some_and(|width| width < MIN_WIDTH_FOR_BAR);
                // A message that is too long is cut at its end.
                bar.set_message(if is_narrow { format!("{status}: {what}") } else { format!("{what}: {status}") });
                if let Some(percent) = percent {
                    bar.set_style(style(if is_narrow {
                        "{spinner} {wide_msg} {pos:>3}%"
                    } else {
                        "{spinner} {wide_msg} [{bar:20}] {pos:>3}% {elapsed}"
                    }));
                    bar.set_position(percent as u64);
                }
                return;
            }
            // One line per change, not per poll.
            let mut last = last.lock().unwrap_or_else(PoisonError::into_inner);
            if *last != status {
                let percent = percent.map(|percent| format!(" {percent} %")).unwrap_or_default();
                console.note(&format!("{what}: {status}{percent} ({})", span(progress.elapsed)));
                *last = status;
            }
        }
    }
}
