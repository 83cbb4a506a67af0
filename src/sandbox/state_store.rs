//! Where the store lives: in memory, or in a file that several processes may share under a lock.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use super::error::SandboxError;
use super::store::{Store, VERSION};

/// The store, to be used by one at a time.
pub(super) struct StateStore {
    shared: bool,
    kept: Mutex<Inner>,
}

struct Inner {
    store: Store,
    file: Option<StateFile>,
}

impl StateStore {
    /// A store in memory, or in that file. The file is not read before the first use.
    pub fn new(file: Option<StateFile>) -> Self {
        Self { shared: file.is_some(), kept: Mutex::new(Inner { store: Store::default(), file }) }
    }

    /// The store survives the process, so using it may have to wait for others.
    pub fn may_wait(&self) -> bool {
        self.shared
    }

    /// The store as this process saw it last.
    pub fn last_known(&self) -> Store {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner).store.clone()
    }

    /// Uses the store. With a file: takes its lock, reads what others wrote, and writes what was changed before the
    /// lock is let go.
    ///
    /// # Errors
    /// The lock is not to be had, or the file cannot be read or written. Where writing fails, the store is as it was
    /// before.
    pub fn with<R>(&self, act: impl FnOnce(&mut Store) -> R) -> Result<R, SandboxError> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let Inner { store, file } = &mut *kept;
        let Some(file) = file else { return Ok(act(store)) };
        let _lock = file.lock()?;
        if let Some(fresh) = file.read()? {
            *store = fresh;
        }
        // Nobody may see a change that the next process would not.
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
    // The file's content at the last reading or writing: equal bytes need no parsing and no writing.
    last: Option<Vec<u8>>,
}

impl StateFile {
    /// A state file that need not be there yet; its folder is made.
    pub fn new(path: &Path, lock_timeout: Duration) -> Result<Self, SandboxError> {
        let folder = folder(path);
        let failed = |source| SandboxError::File { path: folder.to_owned(), action: "create", source };
        fs::create_dir_all(folder).map_err(failed)?;
        let mut lock = path.as_os_str().to_owned();
        lock.push(".lock");
        Ok(Self { path: path.to_owned(), lock: lock.into(), lock_timeout, last: None })
    }

    /// Waits for the lock, for as long as the patience lasts. The lock goes with the file that is answered.
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

    /// The store in the file, if it is there and not the one that was last read or written.
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
            return Err(corrupt(format!("it is of version {}, this is version {VERSION}", store.version)));
        }
        self.last = Some(bytes);
        Ok(Some(store))
    }

    /// Replaces the file in one step, if the store is not what it holds already.
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

/// The folder that a file stands in.
fn folder(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}
