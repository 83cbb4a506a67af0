//! One run per account: a command that deletes by a policy holds the account's lock in the state directory and records its process.

use std::io::Write;
use std::path::PathBuf;

use super::failure::Failure;
use super::state;
use super::text::time;
use crate::client::Client;
use crate::journal::{Lock, private_directory};

/// The lock of an account. Released when it is dropped or the process ends.
#[derive(Debug)]
pub(crate) struct AccountLock {
    _lock: Lock,
}

impl AccountLock {
    /// The name of the lock; the same for two profiles of one account.
    pub(crate) fn name(client: &Client) -> String {
        format!("{} {} {} run", client.provider(), client.base_url(), client.account())
    }

    /// Acquires the lock, or reports which process holds it.
    pub(crate) fn take(client: &Client, command: &str) -> Result<Self, Failure> {
        let name = Self::name(client);
        let holder = holder(&name)?;
        match client.journal().try_lock(&name)? {
            Some(lock) => {
                let now = time(jiff::Timestamp::now());
                // The file is only used in a message, so a failed write does not matter.
                if let Err(error) =
                    write(&holder, &format!("{command}, process {}, since {now} UTC", std::process::id()))
                {
                    tracing::debug!(%error, "cannot record which process holds the lock");
                }
                Ok(Self { _lock: lock })
            }
            None => {
                let who = std::fs::read_to_string(&holder).unwrap_or_default();
                let who: String = who.trim().chars().take(200).collect();
                let who = if who.is_empty() { "another run".to_owned() } else { who };
                Err(Failure::stopped(
                    format!("another run is using this {} account: {who}; nothing was sent", client.provider().title()),
                    "try again when it has finished",
                ))
            }
        }
    }
}

/// The file that records which process holds the lock.
fn holder(name: &str) -> Result<PathBuf, Failure> {
    // FNV-1a: any hash that is the same in every process.
    let digest = name
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    Ok(state::folder()?.join("runs").join(format!("{digest:016x}.txt")))
}

fn write(path: &PathBuf, text: &str) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        private_directory(folder)?;
    }
    std::fs::File::create(path)?.write_all(text.as_bytes())
}
