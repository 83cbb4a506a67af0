//! The journal on disk: a directory with one file per operation, one for the claims, and one per lock.
//!
//! Files are readable only by their owner, whatever the umask, and replaced atomically. Files and directories are
//! synced: what was written survives a power failure.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use super::contents::{Claims, Contents};
use super::entry::{Entry, is_key};

/// The longest wait for another process that is writing.
const LOCK_TIMEOUT: Duration = Duration::from_secs(10);

/// The content of the file of the claims, and what it holds.
type ParsedClaims = (Vec<u8>, Claims);

/// A state directory.
#[derive(Clone, Debug)]
pub(super) struct StateDirectory {
    root: PathBuf,
    /// The file of the claims as it was read last, and what it holds.
    last_claims: Arc<Mutex<Option<ParsedClaims>>>,
}

impl StateDirectory {
    pub(super) fn new(root: PathBuf) -> Self {
        Self { root, last_claims: Arc::default() }
    }

    pub(super) fn path(&self) -> &Path {
        &self.root
    }

    fn operations(&self) -> PathBuf {
        self.root.join("operations")
    }

    fn claims(&self) -> PathBuf {
        self.root.join("claims.json")
    }

    /// Runs `work` on the contents with exclusive access. When this returns, the changes are on disk.
    pub(super) fn update<T>(&self, work: impl FnOnce(&mut Contents) -> T) -> io::Result<T> {
        private_directory(&self.root)?;
        own_directory(&self.operations())?;
        let lock = lock_file(&self.root.join("journal.lock"))?;
        wait_for(&lock)?;
        let mut contents = self.read()?;
        let value = work(&mut contents);
        self.write(&contents)?;
        Ok(value)
    }

    /// Reads the contents. This creates and modifies nothing, so it also works with a read-only directory.
    pub(super) fn read(&self) -> io::Result<Contents> {
        let mut contents = Contents::default();
        match std::fs::read(self.claims()) {
            Ok(bytes) => match self.parsed(bytes) {
                Ok(claims) => contents.claims = claims,
                // Ownership is unknown, so no older object may be claimed.
                Err(why) => {
                    contents.claims.complete_since = Some(jiff::Timestamp::now());
                    contents.unreadable.push(format!("{}: {why}", self.claims().display()));
                }
            },
            Err(why) if why.kind() == io::ErrorKind::NotFound => {}
            Err(why) => return Err(why),
        }
        let entries = match std::fs::read_dir(self.operations()) {
            Ok(entries) => entries,
            Err(why) if why.kind() == io::ErrorKind::NotFound => return Ok(contents),
            Err(why) => return Err(why),
        };
        for path in entries.filter_map(Result::ok).map(|entry| entry.path()) {
            if path.extension().is_none_or(|extension| extension != "json") {
                continue;
            }
            let key = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
            let read = match std::fs::read(&path) {
                Ok(_) if !is_key(key) => Err("unexpected file name".to_owned()),
                Ok(bytes) => Entry::from_bytes(key, &bytes),
                Err(why) if why.kind() == io::ErrorKind::NotFound => continue,
                Err(why) => Err(why.to_string()),
            };
            match read {
                Ok(entry) => contents.entries.push(entry),
                Err(why) => contents.unreadable.push(format!("{}: {why}", path.display())),
            }
        }
        contents.entries.sort_by(|a, b| (a.started_at, &a.key).cmp(&(b.started_at, &b.key)));
        Ok(contents)
    }

    /// The claims that these bytes hold. They are read for each operation, change seldom and may be thousands: what was parsed last is
    /// not parsed again.
    fn parsed(&self, bytes: Vec<u8>) -> serde_json::Result<Claims> {
        let mut last = self.last_claims.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((known, claims)) = last.as_ref()
            && *known == bytes
        {
            return Ok(claims.clone());
        }
        let claims: Claims = serde_json::from_slice(&bytes)?;
        *last = Some((bytes, claims.clone()));
        Ok(claims)
    }

    fn write(&self, contents: &Contents) -> io::Result<()> {
        let path = |key: &String| self.operations().join(format!("{key}.json"));
        // Write claims first: a claimed object that is still waited for does no harm, whereas the reverse order could
        // lead to claiming it twice.
        if contents.claims_changed {
            replace(&self.claims(), &serde_json::to_vec(&contents.claims)?)?;
        }
        for entry in contents.entries.iter().filter(|entry| contents.changed.contains(&entry.key)) {
            replace(&path(&entry.key), &entry.to_bytes())?;
        }
        for key in &contents.removed {
            match std::fs::remove_file(path(key)) {
                Err(why) if why.kind() != io::ErrorKind::NotFound => return Err(why),
                _ => {}
            }
        }
        Ok(())
    }

    /// Acquires a named lock, if it is free. It is released when dropped or when the process ends.
    pub(super) fn try_lock(&self, name: &str) -> io::Result<Option<File>> {
        private_directory(&self.root)?;
        let directory = self.root.join("locks");
        own_directory(&directory)?;
        let file = lock_file(&directory.join(format!("{name}.lock")))?;
        match file.try_lock() {
            Ok(()) => Ok(Some(file)),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(why)) => Err(why),
        }
    }
}

/// Creates a directory that only its owner can enter, whatever the umask, and its parents. The permissions of an
/// existing directory are left alone: it may be anyone's home.
pub(crate) fn private_directory(path: &Path) -> io::Result<()> {
    if path.is_dir() {
        return Ok(());
    }
    std::fs::create_dir_all(path)?;
    restrict(path)
}

/// Creates a directory inside the state directory. It belongs only to us and is always closed to other users.
fn own_directory(path: &Path) -> io::Result<()> {
    std::fs::create_dir_all(path)?;
    restrict(path)
}

#[cfg(unix)]
fn restrict(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let closed = std::fs::metadata(path)?.permissions().mode() & 0o777 == 0o700;
    if closed { Ok(()) } else { std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o700)) }
}

/// On other systems, a directory in the user's profile is already private.
#[cfg(not(unix))]
fn restrict(_path: &Path) -> io::Result<()> {
    Ok(())
}

fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options
}

fn lock_file(path: &Path) -> io::Result<File> {
    private().create(true).truncate(false).open(path)
}

fn wait_for(lock: &File) -> io::Result<()> {
    let started = Instant::now();
    loop {
        match lock.try_lock() {
            Ok(()) => return Ok(()),
            Err(TryLockError::Error(why)) => return Err(why),
            Err(TryLockError::WouldBlock) if started.elapsed() < LOCK_TIMEOUT => {
                std::thread::sleep(Duration::from_millis(2));
            }
            Err(TryLockError::WouldBlock) => {
                return Err(io::Error::new(io::ErrorKind::TimedOut, "another process has held the lock for 10 s"));
            }
        }
    }
}

/// Replaces a file atomically, and returns once the change would survive a power failure.
fn replace(path: &Path, content: &[u8]) -> io::Result<()> {
    let directory = path.parent().unwrap_or(Path::new("."));
    let temporary = directory.join(format!(".{:016x}.tmp", fastrand::u64(..)));
    let write = || {
        let mut file = private().create_new(true).open(&temporary)?;
        file.write_all(content)?;
        file.sync_all()?;
        std::fs::rename(&temporary, path)?;
        sync_directory(directory)
    };
    write().inspect_err(|_| {
        // The original error is returned; a temporary file that cannot be removed stays behind.
        let _ = std::fs::remove_file(&temporary);
    })
}

#[cfg(unix)]
fn sync_directory(directory: &Path) -> io::Result<()> {
    File::open(directory)?.sync_all()
}

/// On other systems, directories cannot be synced; the rename is as durable as possible.
#[cfg(not(unix))]
fn sync_directory(_folder: &Path) -> io::Result<()> {
    Ok(())
}
