//! The configuration file as a whole: which profiles exist, and which one is the default.

use std::ops::Range;
use std::path::PathBuf;

use super::profile::{config_file, unreadable};
use super::{Environment, error};
use crate::error::Error;

/// The profiles in the configuration file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Profiles {
    /// The file, which need not exist.
    pub(crate) path: PathBuf,
    /// In file order.
    pub(crate) names: Vec<String>,
    /// The profile used if none is specified.
    pub(crate) default: Option<String>,
    /// The position of the default in the text.
    span: Option<Range<usize>>,
    text: String,
}

/// Lists the profiles. A missing file contains none.
pub(crate) fn list(environment: Environment<'_>) -> Result<Profiles, Error> {
    let path = config_file(environment)?;
    let text = match std::fs::read_to_string(&path) {
        Ok(text) => text,
        Err(why) if why.kind() == std::io::ErrorKind::NotFound => return Ok(Profiles { path, ..Profiles::default() }),
        Err(why) => return Err(error(format!("cannot read {}: {why}", path.display()))),
    };
    let table = toml::de::DeTable::parse(&text).map_err(|why| unreadable(&path, &text, why.span(), why.message()))?;
    let (mut names, mut default, mut span) = (Vec::new(), None, None);
    for (key, value) in table.get_ref() {
        match key.get_ref().as_ref() {
            "profiles" => {
                let profiles = value.get_ref().as_table().into_iter().flatten();
                let mut found: Vec<_> = profiles.map(|(name, _)| (name.span().start, name.get_ref())).collect();
                found.sort_by_key(|(start, _)| *start);
                names.extend(found.into_iter().map(|(_, name)| name.to_string()));
            }
            "default" => (default, span) = (value.get_ref().as_str().map(str::to_owned), Some(value.span())),
            _ => {}
        }
    }
    if let Some(name) = default.as_ref().filter(|name| !names.contains(name)) {
        let why = format!("unknown default profile {name:?}: {}", known(&names));
        return Err(unreadable(&path, &text, span, &why));
    }
    drop(table);
    Ok(Profiles { path, names, default, span, text })
}

fn known(names: &[String]) -> String {
    if names.is_empty() { "there are no profiles".to_owned() } else { format!("available: {}", names.join(", ")) }
}

/// Makes a profile the default, leaving the rest of the file unchanged.
pub(crate) fn set_default(environment: Environment<'_>, name: &str) -> Result<PathBuf, Error> {
    let Profiles { path, names, span, mut text, .. } = list(environment)?;
    if !names.iter().any(|known| known == name) {
        return Err(error(format!("no profile {name:?} in {}: {}", path.display(), known(&names))));
    }
    // JSON strings are valid TOML strings.
    let value = serde_json::Value::from(name).to_string();
    match span {
        Some(span) => text.replace_range(span, &value),
        None => text.insert_str(0, &format!("default = {value}\n\n")),
    }
    replace(&path, &text).map_err(|why| error(format!("cannot write {}: {why}", path.display())))?;
    Ok(path)
}

/// Replaces the file atomically and keeps its permissions, because it may contain secrets.
fn replace(path: &PathBuf, text: &str) -> std::io::Result<()> {
    use std::io::Write;
    // A symbolic link is preserved; its target is replaced.
    let path = std::fs::canonicalize(path)?;
    let folder = path.parent().ok_or(std::io::ErrorKind::InvalidInput)?;
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(text.as_bytes())?;
    file.as_file().set_permissions(std::fs::metadata(&path)?.permissions())?;
    file.as_file().sync_all()?;
    file.persist(&path).map_err(|error| error.error)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn in_file<T>(text: &str, work: impl FnOnce(Environment<'_>, &PathBuf) -> T) -> T {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("config.toml");
        std::fs::write(&path, text).unwrap();
        work(&|name: &str| (name == "CLOUDSNAP_CONFIG").then(|| path.clone().into_os_string()), &path)
    }

    const TWO: &str = "# mine\n[profiles.b]\nprovider = \"syminet\"\n[profiles.\"a c\"]\nprovider = \"syminet\"\n";

    #[test]
    fn profiles_are_listed_in_file_order() {
        in_file(TWO, |environment, _| {
            let profiles = list(environment).unwrap();
            assert_eq!((profiles.names, profiles.default), (vec!["b".to_owned(), "a c".to_owned()], None));
        });
        let nowhere = |_: &str| Some(std::ffi::OsString::from("/nonexistent/config.toml"));
        assert!(list(&nowhere).unwrap().names.is_empty());
    }

    #[test]
    fn setting_the_default_leaves_the_rest_unchanged() {
        in_file(TWO, |environment, path| {
            set_default(environment, "a c").unwrap();
            assert_eq!(std::fs::read_to_string(path).unwrap(), format!("default = \"a c\"\n\n{TWO}"));
            set_default(environment, "b").unwrap();
            assert_eq!(std::fs::read_to_string(path).unwrap(), format!("default = \"b\"\n\n{TWO}"));
            assert_eq!(list(environment).unwrap().default.as_deref(), Some("b"));
            assert!(set_default(environment, "x").unwrap_err().message().contains("available: b, a c"));
        });
    }

    #[test]
    fn an_unknown_default_is_reported_with_its_line() {
        in_file(&format!("\ndefault = \"x\"\n{TWO}"), |environment, _| {
            let error = list(environment).unwrap_err();
            assert!(error.message().contains("line 2: unknown default profile \"x\""), "{error}");
        });
    }
}
