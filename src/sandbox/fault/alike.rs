//! Names of operations that mean the same on every provider, so that one `--fault` fits all of them.

use serde_json::Value;

use super::super::provider_server::server_for;
use crate::spec::{self, Operation, Provider};

/// Names that fit every provider which has such an operation, whatever its document calls it.
pub(super) const NAMES: [&str; 16] = [
    "list_vms",
    "get_vm",
    "delete_vm",
    "list_snapshots",
    "get_snapshot",
    "create_snapshot",
    "restore_snapshot",
    "rename_snapshot",
    "delete_snapshot",
    "clone_snapshot",
    "import_snapshot",
    "create_image",
    "list_backups",
    "restore_backup",
    "enable_backups",
    "disable_backups",
];

/// What a provider's operation is called on all providers.
#[derive(Clone, Copy, Debug)]
pub(in crate::sandbox) struct Alike {
    pub name: &'static str,
    pub operation: &'static str,
    pub when: When,
}

/// Which requests of the operation are meant, where one operation does several things.
#[derive(Clone, Copy, Debug)]
pub(in crate::sandbox) enum When {
    Always,
    /// Those whose body asks for this action.
    Action(&'static str),
    /// Those whose query contains this.
    Query(&'static str),
}

/// The parts of a request that distinguish the things one operation can do.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::sandbox) struct Asked<'a> {
    pub query: &'a str,
    pub body: &'a [u8],
}

impl When {
    fn fits(self, asked: Asked<'_>) -> bool {
        match self {
            Self::Always => true,
            Self::Query(text) => asked.query.contains(text),
            Self::Action(action) => {
                let body = serde_json::from_slice::<Value>(asked.body).unwrap_or_default();
                body.get("action").and_then(Value::as_str) == Some(action)
            }
        }
    }
}

fn alike(provider: Provider) -> &'static [Alike] {
    server_for(provider).map_or(&[], |server| server.alike())
}

/// Whether a provider has an operation of that name: its own, or one that means the same.
pub(super) fn has(provider: Provider, name: &str) -> bool {
    spec::operation(provider, name).is_some() || alike(provider).iter().any(|alike| alike.name == name)
}

/// Whether a name means this request. Where the provider's document has the name, it means that operation and no other.
pub(super) fn means(provider: Provider, name: &str, operation: &Operation, asked: Asked<'_>) -> bool {
    if spec::operation(provider, name).is_some() {
        return name == operation.id;
    }
    alike(provider).iter().any(|it| it.name == name && it.operation == operation.id && it.when.fits(asked))
}

/// The names of the custom faults of a provider, or of all.
pub(super) fn customs(provider: Option<Provider>) -> Vec<&'static str> {
    let asked = Provider::ALL.iter().copied().filter(|known| provider.is_none_or(|provider| provider == *known));
    let mut names: Vec<_> = asked.filter_map(server_for).flat_map(|server| server.customs()).copied().collect();
    names.sort_unstable();
    names.dedup();
    names
}
