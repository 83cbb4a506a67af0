//! Names of operations that mean the same on every provider, so that one `--fault` fits all of them.

use super::place::{Alike, When};
use crate::sandbox::servers::server_for;
use crate::spec::{self, Provider};

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

fn alike(provider: Provider) -> &'static [Alike] {
    server_for(provider).map_or(&[], |server| server.alike())
}

/// The operations of a provider, or of all, that a name means: the one with this ID, or those that do the same. Where the
/// provider's document has the name, it means that operation and no other.
pub(super) fn operations(provider: Option<Provider>, name: &str) -> Vec<(Provider, Alike)> {
    let providers = Provider::ALL.iter().copied().filter(|known| provider.is_none_or(|provider| provider == *known));
    let meant = providers.flat_map(|provider| {
        let own = spec::operation(provider, name);
        let own = own.map(|own| vec![Alike { name: own.id, operation: own.id, when: When::Always }]);
        let alike = || alike(provider).iter().filter(|alike| alike.name == name).copied().collect();
        own.unwrap_or_else(alike).into_iter().map(move |alike| (provider, alike))
    });
    meant.collect()
}

/// The names of the custom faults of a provider, or of all.
pub(super) fn customs(provider: Option<Provider>) -> Vec<&'static str> {
    let asked = Provider::ALL.iter().copied().filter(|known| provider.is_none_or(|provider| provider == *known));
    let mut names: Vec<_> = asked.filter_map(server_for).flat_map(|server| server.customs()).copied().collect();
    names.sort_unstable();
    names.dedup();
    names
}
