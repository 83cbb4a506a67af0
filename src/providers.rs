//! The only table of providers. Everything that exists per provider (the enum, documents, generated clients, mocks,
//! adapters, sandbox servers) is derived from its rows: to add a provider, add a row, and the compiler reports whatever
//! is missing.

/// Passes the table to another macro. A row consists of the variant and the type that implements it, the module, the
/// name used by features, files and the command line, the display name, and the method that returns the generated
/// client.
macro_rules! providers {
    ($with:ident) => {
        $with! {
            /// Syminet: slices, their snapshots and automatic backups.
            Syminet syminet "syminet" "Syminet" as_syminet;
            /// ManageIQ: snapshots of the VMs and instances managed by an appliance.
            ManageIq manageiq "manageiq" "ManageIQ" as_manageiq;
            /// Hyperstack (NexGen Cloud): snapshots of virtual machines.
            Hyperstack hyperstack "hyperstack" "Hyperstack" as_hyperstack;
            /// Genesis Cloud: snapshots of instances, and images imported as snapshots.
            GenesisCloud genesiscloud "genesiscloud" "Genesis Cloud" as_genesiscloud;
        }
    };
}

pub(crate) use providers;
