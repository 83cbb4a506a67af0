//! The journal on disk: a folder with a file for each operation, one for the claims, and one for each lock.
//!
//! Files are readable by their owner alone, whatever the umask, and replaced in one step. File and folder are synced: what was
//! written survives a power cut.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::contents::Contents;
use super::entry::{Entry, is_key};

/// The longest wait for another process that is writing.
const PATIENCE: Duration = Duration::from_secs(10);

/// A state folder.
#[derive(Clone, Debug)]
pub(super) struct Folder {
    root: PathBuf,
}

impl Folder {
    pub(super) fn new(root: PathBuf) -> Self {
        Self { root }
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

    /// Lets `work` look at what is kept and change it, while no other process does. What it changed is on disk at the end.
    pub(super) fn update<T>(&self, work: impl FnOnce(&mut Contents) -> T) -> io::Result<T> {
        private_folder(&self.root)?;
        own_folder(&self.operations())?;
        let lock = lock_file(&self.root.join("journal.lock"))?;
        wait_for(&lock)?;
        let mut contents = self.read()?;
        let value = work(&mut contents);
        self.write(&contents)?;
        Ok(value)
    }

    /// What is kept. Nothing is made or changed, so that also a folder that cannot be written can be looked at.
    pub(super) fn read(&self) -> io::Result<Contents> {
        let mut contents = Contents::default();
        match std::fs::read(self.claims()) {
            Ok(bytes) => match serde_json::from_slice(&bytes) {
                Ok(claims) => contents.claims = claims,
                // Nobody knows what belongs to whom: nothing older may be taken for one's own.
                Err(why) => {
                    contents.claims.whole_since = Some(jiff::Timestamp::now());
                    contents.odd.push(format!("{}: {why}", self.claims().display()));
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
                Ok(_) if !is_key(key) => Err("its name is none that is given here".to_owned()),
                Ok(bytes) => Entry::from_bytes(key, &bytes),
                Err(why) if why.kind() == io::ErrorKind::NotFound => continue,
                Err(why) => Err(why.to_string()),
            };
            match read {
                Ok(entry) => contents.entries.push(entry),
                Err(why) => contents.odd.push(format!("{}: {why}", path.display())),
            }
        }
        contents.entries.sort_by(|a, b| (a.started_at, &a.key).cmp(&(b.started_at, &b.key)));
        Ok(contents)
    }

    fn write(&self, contents: &Contents) -> io::Result<()> {
        let path = |key: &String| self.operations().join(format!("{key}.json"));
        // Claims first: what is claimed and still waited for does no harm, the other way round it could be claimed twice.
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

    /// The lock of that name, if nobody has it. Given back when it is dropped, or its process ends.
    pub(super) fn try_lock(&self, name: &str) -> io::Result<Option<File>> {
        private_folder(&self.root)?;
        let folder = self.root.join("locks");
        own_folder(&folder)?;
        let file = lock_file(&folder.join(format!("{name}.lock")))?;
        match file.try_lock() {
            Ok(()) => Ok(Some(file)),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(why)) => Err(why),
        }
    }
}

/// Makes a folder that only its owner can enter, whatever the umask, and its parents. One that is there already is left as it is:
/// it may be anybody's home.
pub(crate) fn private_folder(path: &Path) -> io::Result<()> {
    if path.is_dir() {
        return Ok(());
    }
    std::fs::create_dir_all(path)?;
    close(path)
}

/// A folder within the state folder: it is ours alone, and closed to others in any case.
fn own_folder(path: &Path) -> io::Result<()> {
    std::fs::create_dir_all(path)?;
    close(path)
}

#[cfg(unix)]
fn close(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let closed = std::fs::metadata(path)?.permissions().mode() & 0o777 == 0o700;
    if closed { Ok(()) } else { std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o700)) }
}

/// Elsewhere a folder in the user's profile is the user's alone.
#[cfg(not(unix))]
fn close(_path: &Path) -> io::Result<()> {
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
            Err(TryLockError::WouldBlock) if started.elapsed() < PATIENCE => {
                std::thread::sleep(Duration::from_millis(2));
            }
            Err(TryLockError::WouldBlock) => {
                return Err(io::Error::new(io::ErrorKind::TimedOut, "another process has held its lock for 10 s"));
            }
        }
    }
}

/// Replaces a file in one step, and comes back when it would survive a power cut.
fn replace(path: &Path, content: &[u8]) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let temporary = folder.join(format!(".{:016x}.tmp", fastrand::u64(..)));
    let write = || {
        let mut file = private().create_new(true).open(&temporary)?;
        file.write_all(content)?;
        file.sync_all()?;
        std::fs::rename(&temporary, path)?;
        sync_folder(folder)
    };
    write().inspect_err(|_| {
        // The error is told; what is left of the attempt may stay if it must.
        let _ = std::fs::remove_file(&temporary);
    })
}

#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// Folders cannot be opened for this elsewhere; there the rename is as durable as it gets.
#[cfg(not(unix))]
fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}
