//! The one table of providers. What there is per provider (the enum, documents, generated clients, mocks, adapters, sandbox
//! servers) is made from its rows: a further provider is one more row, and the compiler names whatever part it lacks.

/// Hands the table to another macro. A row is: the variant and the type that serves it, the module, the name that features, files
/// and the command line use, the name in prose, and the method that gives the generated client.
macro_rules! providers {
    ($with:ident) => {
        $with! {
            /// Syminet: slices, their snapshots and automatic backups.
            Syminet syminet "syminet" "Syminet" as_syminet;
            /// ManageIQ: snapshots of the vms and instances that an appliance manages.
            ManageIq manageiq "manageiq" "ManageIQ" as_manageiq;
            /// Hyperstack (NexGen Cloud): snapshots of virtual machines.
            Hyperstack hyperstack "hyperstack" "Hyperstack" as_hyperstack;
            /// Genesis Cloud: snapshots of instances, and images imported as snapshots.
            GenesisCloud genesiscloud "genesiscloud" "Genesis Cloud" as_genesiscloud;
        }
    };
}

pub(crate) use providers;
