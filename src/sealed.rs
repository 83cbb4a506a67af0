//! The text of a handle. Only `handle` knows its contents, so that an error can carry it.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Identifies an operation, so that another process can resume it: one opaque, versioned line of text.
///
/// It contains no secrets, and is valid only for the base URL and account it was created with.
///
/// ```no_run
/// use cloudsnap::{Client, Error, Handle, Snapshot, WaitOptions};
/// # async fn run(client: Client, line: String) -> Result<(), Error> {
/// // In another process, with the line that the first one stored:
/// let handle: Handle = line.parse()?;
/// println!("resuming: {}", handle.describe()?);
/// let operation = client.resume::<Snapshot>(&handle)?;
/// let snapshot = operation.wait(WaitOptions::default()).await?;
/// # let _ = snapshot;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Handle(pub(crate) String);

impl Handle {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Handle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
