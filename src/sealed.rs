//! The text of a handle. What is in it only `handle` knows; an error carries it as it is.

use std::fmt;

use serde::{Deserialize, Serialize};

/// One opaque, versioned line of text that stands for an operation: another process can go on waiting with it.
///
/// It holds no secret. It is bound to the base URL and the account that it was made with.
///
/// ```no_run
/// use cloudsnap::{Client, Error, Handle, Snapshot, WaitOptions};
/// # async fn run(client: Client, line: String) -> Result<(), Error> {
/// // Another process, and the line that the first one stored:
/// let handle: Handle = line.parse()?;
/// println!("going on with: {}", handle.describe()?);
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
