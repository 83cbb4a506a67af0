//! The state folder, and the operations that are kept there until their end is known.

use std::io::Write;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::failure::Failure;
use crate::handle::{Handle, Ticket};

/// Operations that nobody waited for are forgotten after this time.
const KEPT_FOR: jiff::SignedDuration = jiff::SignedDuration::from_hours(30 * 24);

/// The folder of what is kept between commands: `CLOUDSNAP_STATE_DIR`, or the platform's own.
pub(crate) fn folder() -> Result<PathBuf, Failure> {
    let read = |name| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    if let Some(folder) = read("CLOUDSNAP_STATE_DIR") {
        return Ok(folder);
    }
    let platform = if cfg!(windows) {
        read("LOCALAPPDATA")
    } else if cfg!(target_os = "macos") {
        read("HOME").map(|home| home.join("Library").join("Application Support"))
    } else {
        read("XDG_STATE_HOME").or_else(|| read("HOME").map(|home| home.join(".local").join("state")))
    };
    platform.map(|folder| folder.join("cloudsnap")).ok_or_else(|| {
        Failure::usage_with("no folder for state is known", "set CLOUDSNAP_STATE_DIR to a folder that can be written")
    })
}

/// An operation whose end was not seen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Kept {
    /// The short name that it has here.
    pub(crate) key: String,
    /// When it was begun.
    pub(crate) started_at: jiff::Timestamp,
    pub(crate) handle: Handle,
}

/// The operations in the state folder: a file each, replaced atomically.
#[derive(Clone, Debug)]
pub(crate) struct Operations {
    folder: PathBuf,
}

impl Operations {
    pub(crate) fn open() -> Result<Self, Failure> {
        Ok(Self { folder: folder()?.join("operations") })
    }

    /// Keeps a handle. Called before the request is sent, so that a process that dies leaves a trace.
    pub(crate) fn keep(&self, handle: Handle) -> Result<Kept, Failure> {
        self.prune();
        let key = format!("{:08x}", fastrand::u32(..));
        let kept = Kept { key, started_at: jiff::Timestamp::now(), handle };
        self.write(&kept)?;
        Ok(kept)
    }

    /// Keeps what is known by now.
    pub(crate) fn update(&self, kept: &mut Kept, handle: Handle) -> Result<(), Failure> {
        if kept.handle != handle {
            kept.handle = handle;
            self.write(kept)?;
        }
        Ok(())
    }

    /// Forgets one; that it is not there is no mistake.
    pub(crate) fn forget(&self, key: &str) -> Result<(), Failure> {
        let path = self.path(key);
        match std::fs::remove_file(&path) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(failed(&path, "remove", &error)),
            _ => Ok(()),
        }
    }

    /// All of them, the oldest first, and what could not be read.
    pub(crate) fn list(&self) -> Result<(Vec<Kept>, Vec<String>), Failure> {
        let entries = match std::fs::read_dir(&self.folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Default::default()),
            Err(error) => return Err(failed(&self.folder, "read", &error)),
        };
        let (mut kept, mut odd) = (Vec::new(), Vec::new());
        for path in entries.filter_map(Result::ok).map(|entry| entry.path()) {
            if path.extension().is_none_or(|extension| extension != "json") {
                continue;
            }
            let read = std::fs::read(&path).map_err(|why| why.to_string());
            match read.and_then(|bytes| serde_json::from_slice::<Kept>(&bytes).map_err(|why| why.to_string())) {
                Ok(entry) if entry.handle.open().is_ok() => kept.push(entry),
                Ok(_) => odd.push(format!("{}: its handle cannot be read", path.display())),
                Err(why) => odd.push(format!("{}: {why}", path.display())),
            }
        }
        kept.sort_by(|a, b| (a.started_at, &a.key).cmp(&(b.started_at, &b.key)));
        Ok((kept, odd))
    }

    /// The one of that short name, or of that handle, also where more is known of it by now.
    pub(crate) fn find(&self, text: &str) -> Result<Option<Kept>, Failure> {
        let (kept, _) = self.list()?;
        if let Some(named) = kept.iter().find(|kept| kept.key == text) {
            return Ok(Some(named.clone()));
        }
        let Some(wanted) = text.parse::<Handle>().ok().and_then(|handle| handle.open().ok()) else { return Ok(None) };
        let exact = kept.iter().find(|kept| kept.handle.as_str() == text);
        let same = || kept.iter().find(|kept| kept.handle.open().is_ok_and(|ticket| is_same(&ticket, &wanted)));
        Ok(exact.or_else(same).cloned())
    }

    fn path(&self, key: &str) -> PathBuf {
        self.folder.join(format!("{key}.json"))
    }

    fn write(&self, kept: &Kept) -> Result<(), Failure> {
        let path = self.path(&kept.key);
        let write = || -> std::io::Result<()> {
            std::fs::create_dir_all(&self.folder)?;
            let mut file = tempfile::NamedTempFile::new_in(&self.folder)?;
            file.write_all(&serde_json::to_vec_pretty(kept)?)?;
            file.persist(&path).map_err(|error| error.error)?;
            Ok(())
        };
        write().map_err(|error| failed(&path, "write", &error))
    }

    fn prune(&self) {
        let Ok((kept, _)) = self.list() else { return };
        let now = jiff::Timestamp::now();
        for old in kept.iter().filter(|kept| now.duration_since(kept.started_at) > KEPT_FOR) {
            // A file that cannot be removed now is tried again the next time.
            let _ = self.forget(&old.key);
        }
    }
}

/// Two handles of one operation: what it learned on the way differs.
fn is_same(a: &Ticket, b: &Ticket) -> bool {
    let core = |ticket: &Ticket| Ticket {
        resource: None,
        task: None,
        sent_at: None,
        uncertain: false,
        warnings: Vec::new(),
        ..ticket.clone()
    };
    core(a) == core(b)
}

fn failed(path: &Path, action: &str, error: &std::io::Error) -> Failure {
    Failure::Local(format!(
        "cannot {action} {} in the state folder: {error}; CLOUDSNAP_STATE_DIR names another folder",
        path.display()
    ))
}
