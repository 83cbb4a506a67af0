//! IDs in Genesis Cloud's paths.

use crate::error::{Error, ErrorKind};
use crate::model::{SnapshotId, VmId};

/// The ID of an instance, for a path.
pub(super) fn vm(vm: &VmId) -> Result<&str, Error> {
    path_id(vm.without_kind()?, "VM")
}

/// The ID of a snapshot, for a path.
pub(super) fn snapshot(id: &SnapshotId) -> Result<&str, Error> {
    path_id(id.as_str(), "snapshot")
}

/// Known IDs are UUIDs, but the document permits more.
fn path_id<'a>(id: &'a str, what: &str) -> Result<&'a str, Error> {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if id.len() <= 128 && id.chars().all(plain) && id.starts_with(|c: char| c.is_ascii_alphanumeric()) {
        return Ok(id);
    }
    let why = format!("{id:?} is not a valid {what} ID: this provider uses letters, digits, - and _");
    Err(Error::new(ErrorKind::Invalid, why))
}

/// Whether a text is a UUID.
pub(super) fn is_uuid(text: &str) -> bool {
    let is_hex = |part: &str| part.bytes().all(|byte| byte.is_ascii_hexdigit());
    text.split('-').map(str::len).eq([8, 4, 4, 4, 12]) && text.split('-').all(is_hex)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_those_permitted_by_the_document() {
        for valid in ["3b0c7c1e-5d64-4f2b-9a8e-1f6f0d2f7a11", "7", "a_b"] {
            assert!(snapshot(&SnapshotId::new(valid).unwrap()).is_ok(), "{valid}");
        }
        for bad in ["a.b", "-a", "_a", "a;b", "é", "a:b", &"a".repeat(129)] {
            let error = snapshot(&SnapshotId::new(bad).unwrap()).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Invalid, "{bad}");
        }
        assert!(vm(&"instances/7".parse().unwrap()).is_err(), "machines have no kind");
    }
}
