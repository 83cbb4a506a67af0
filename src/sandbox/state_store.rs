//! Holds the sandbox's state: in memory, or in a file that several processes can share using a lock.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use super::error::SandboxError;
use super::store::{Store, VERSION};

/// Exclusive access to the state.
pub(super) struct StateStore {
    shared: bool,
    kept: Mutex<Inner>,
}

struct Inner {
    store: Store,
    file: Option<StateFile>,
}

impl StateStore {
    /// A store in memory or backed by this file. The file is not read before first use.
    pub fn new(file: Option<StateFile>) -> Self {
        Self { shared: file.is_some(), kept: Mutex::new(Inner { store: Store::default(), file }) }
    }

    /// Whether the store is backed by a file, so that access may have to wait for other processes.
    pub fn may_wait(&self) -> bool {
        self.shared
    }

    /// The state as last seen by this process.
    pub fn last_known(&self) -> Store {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner).store.clone()
    }

    /// Runs `act` on the state. With a file: acquires the lock, reads what other processes wrote, and writes any
    /// changes before releasing the lock.
    ///
    /// # Errors
    /// The lock cannot be acquired, or the file cannot be read or written. If writing fails, the state remains
    /// unchanged.
    pub fn with<R>(&self, act: impl FnOnce(&mut Store) -> R) -> Result<R, SandboxError> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let Inner { store, file } = &mut *kept;
        let Some(file) = file else { return Ok(act(store)) };
        let _lock = file.lock()?;
        if let Some(fresh) = file.read()? {
            *store = fresh;
        }
        // No change may become visible here that the next process would not see.
        let before = store.clone();
        let result = act(store);
        file.write(store).inspect_err(|_| *store = before)?;
        Ok(result)
    }
}

/// A state file and its lock.
pub(super) struct StateFile {
    path: PathBuf,
    lock: PathBuf,
    lock_timeout: Duration,
    // The content as last read or written: if the bytes are equal, nothing needs to be parsed or written.
    last: Option<Vec<u8>>,
}

impl StateFile {
    /// A state file, which need not exist yet; its directory is created.
    pub fn new(path: &Path, lock_timeout: Duration) -> Result<Self, SandboxError> {
        let folder = folder(path);
        let failed = |source| SandboxError::File { path: folder.to_owned(), action: "create", source };
        fs::create_dir_all(folder).map_err(failed)?;
        let mut lock = path.as_os_str().to_owned();
        lock.push(".lock");
        Ok(Self { path: path.to_owned(), lock: lock.into(), lock_timeout, last: None })
    }

    /// Waits for the lock until the timeout. The lock is released when the returned file is dropped.
    fn lock(&self) -> Result<File, SandboxError> {
        let failed = |source| SandboxError::File { path: self.lock.clone(), action: "lock", source };
        let options = OpenOptions::new().create(true).write(true).truncate(false).open(&self.lock);
        let file = options.map_err(failed)?;
        let began = Instant::now();
        loop {
            match file.try_lock() {
                Ok(()) => return Ok(file),
                Err(TryLockError::Error(source)) => return Err(failed(source)),
                Err(TryLockError::WouldBlock) if began.elapsed() >= self.lock_timeout => {
                    return Err(SandboxError::Locked { path: self.lock.clone(), waited: began.elapsed() });
                }
                Err(TryLockError::WouldBlock) => thread::sleep(Duration::from_millis(5)),
            }
        }
    }

    /// Reads the file, if it exists and differs from what was last read or written.
    fn read(&mut self) -> Result<Option<Store>, SandboxError> {
        let bytes = match fs::read(&self.path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                self.last = None;
                return Ok(None);
            }
            Err(source) => return Err(SandboxError::File { path: self.path.clone(), action: "read", source }),
        };
        if self.last.as_ref() == Some(&bytes) {
            return Ok(None);
        }
        let corrupt = |why: String| SandboxError::Corrupt { path: self.path.clone(), why };
        let store: Store = serde_json::from_slice(&bytes).map_err(|error| corrupt(error.to_string()))?;
        if store.version != VERSION {
            return Err(corrupt(format!("unsupported version {} (expected {VERSION})", store.version)));
        }
        self.last = Some(bytes);
        Ok(Some(store))
    }

    /// Replaces the file atomically, unless its content is already up to date.
    fn write(&mut self, store: &Store) -> Result<(), SandboxError> {
        let failed = |source| SandboxError::File { path: self.path.clone(), action: "write", source };
        let bytes = serde_json::to_vec_pretty(store).map_err(|error| failed(error.into()))?;
        if self.last.as_ref() == Some(&bytes) {
            return Ok(());
        }
        let mut new = tempfile::NamedTempFile::new_in(folder(&self.path)).map_err(failed)?;
        new.write_all(&bytes).map_err(failed)?;
        new.persist(&self.path).map_err(|error| failed(error.error))?;
        self.last = Some(bytes);
        Ok(())
    }
}

/// The directory that contains a file.
fn folder(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}
