//! The columns that each command's table has.

use super::commands::{check, operations, plan, profiles, spec, verify};
use super::shapes::Report;
use super::table::Columns;
use crate::model::{Backup, BackupState, Deleted, Image, Restored, Snapshot, Vm};

/// Returns the names of a table's columns.
type ColumnNames = fn() -> Vec<&'static str>;

/// The columns for `--columns` of the typed command; those of snapshots if the command is not known yet.
pub(crate) fn of(words: &[&str]) -> Vec<&'static str> {
    fn names<T: Columns>() -> Vec<&'static str> {
        T::columns().iter().map(|column| column.name).collect()
    }
    let is = |command: &str| {
        let mut typed = words.iter();
        command.split(' ').all(|word| typed.any(|typed| *typed == word))
    };
    let known: [(&str, ColumnNames); 17] = [
        ("snapshots delete", names::<Report<Deleted>>),
        ("snapshots restore", names::<Restored>),
        ("snapshots image", names::<Image>),
        ("vms delete", names::<Deleted>),
        ("vms", names::<Vm>),
        ("backups list", names::<Backup>),
        ("backups restore", names::<Restored>),
        ("backups", names::<BackupState>),
        ("operations list", names::<operations::Listed>),
        ("operations wait", names::<Report<Deleted>>),
        ("profiles check", names::<profiles::Checked>),
        ("profiles", names::<profiles::Listed>),
        ("plan check", names::<plan::Planned>),
        ("plan status", names::<plan::Freshness>),
        ("verify", names::<verify::OperationReport>),
        ("check", names::<check::Found>),
        ("spec", names::<spec::Document>),
    ];
    let found = known.iter().find(|(command, _)| is(command));
    found.map_or_else(names::<Snapshot>, |(_, columns)| columns())
}
