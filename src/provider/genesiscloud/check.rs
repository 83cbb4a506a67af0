//! Checks before modifying requests to Genesis Cloud.

use url::Url;

use super::{map, rows};
use crate::capability::unsupported;
use crate::error::{Advice, Error, ErrorKind};
use crate::generated::genesiscloud::Client;
use crate::handle::Ticket;
use crate::model::{
    CloneSnapshot, CreateSnapshot, ImportSnapshot, Login, NewVm, SnapshotRef, SnapshotStatus, WarningKind,
};
use crate::provider::backend::Service;
use crate::provider::kit::{Adapter, nothing_sent};
use crate::secret::Secret;

/// Regions are an open set: only invalid ones are refused.
fn region_of(text: &str) -> Result<String, Error> {
    if text.is_empty() || text.chars().any(|c| c.is_whitespace() || c.is_control()) {
        let why = format!("invalid region {text:?}");
        return Err(
            nothing_sent(ErrorKind::Invalid, why).hint("regions look like NORD-NO-KRS-1; listed snapshots show some")
        );
    }
    Ok(text.to_owned())
}

impl Adapter<Client> {
    /// For a create: the machine exists, and the replica's region differs from its own.
    pub(super) async fn check_create(&self, request: &CreateSnapshot, ticket: &mut Ticket) -> Result<(), Error> {
        ticket.region = request.replica_region.as_deref().map(region_of).transpose()?;
        let instance = self.vm_row(&request.vm).await?;
        let own = instance.region.as_deref();
        if ticket.region.is_some() && ticket.region.as_deref() == own {
            let why = format!("VM {} is in {} itself: the replica needs another region", request.vm, own.unwrap_or(""));
            return Err(nothing_sent(ErrorKind::Invalid, why));
        }
        if let Some(region) = &ticket.region {
            let second = format!(
                "also creating a replica in {region}; Genesis Cloud does not return its ID: look for that region and the name \
                 {:?} in the list of snapshots",
                request.name
            );
            ticket.warn(WarningKind::SecondObject, second);
        }
        Ok(())
    }

    /// For a restore: the request has everything a new instance needs, and the snapshot is ready and in the instance's region.
    pub(super) async fn check_restore(
        &self,
        snapshot: &SnapshotRef,
        new: &NewVm,
        ticket: &mut Ticket,
    ) -> Result<(), Error> {
        if new.contract.is_some() {
            return Err(unsupported(Client::PROVIDER, "a contract for a new machine", Advice::Omit));
        }
        let is_blank = |value: &Option<String>| value.as_deref().is_none_or(|value| value.trim().is_empty());
        let needed = [
            (is_blank(&new.hostname), "a host name", "hostname"),
            (is_blank(&new.vm_type), "a type of machine", "vm_type"),
            (new.login.is_none(), "a login", "login"),
        ];
        let missing: Vec<_> = needed.iter().filter(|(is_missing, ..)| *is_missing).collect();
        // A missing login alone is reported with the request, in more detail.
        if missing.iter().any(|(_, _, field)| *field != needed[2].2) {
            let what = missing.iter().map(|(_, what, _)| *what).collect::<Vec<_>>().join(", ");
            let fields = Advice::Set(missing.iter().map(|(.., field)| *field).collect());
            return Err(nothing_sent(ErrorKind::Invalid, format!("the new machine needs {what}")).hint(fields));
        }
        match &new.login {
            Some(Login::Password(password)) => check_password(password)?,
            Some(Login::SshKeys(keys)) if keys.iter().all(|key| key.trim().is_empty()) => {
                return Err(
                    nothing_sent(ErrorKind::Invalid, "the list of SSH keys is empty").hint(Advice::Set(vec!["login"]))
                );
            }
            _ => {}
        }
        let wanted = new.region.as_deref().map(region_of).transpose()?;
        let row = self.row(snapshot).await?;
        usable(&row, ticket)?;
        let own = row.region.clone();
        match wanted {
            Some(wanted) if wanted != own => {
                let why = format!("the snapshot is in {own}, but the new machine is to be in {wanted}");
                let (snapshot, name) = (snapshot.id.to_string(), row.name.clone());
                Err(nothing_sent(ErrorKind::Invalid, why).hint(Advice::CloneFirst { snapshot, name, region: wanted }))
            }
            _ => {
                ticket.region = Some(own);
                Ok(())
            }
        }
    }

    /// For a clone: the snapshot is ready.
    pub(super) async fn check_clone(&self, request: &CloneSnapshot, ticket: &mut Ticket) -> Result<(), Error> {
        ticket.region = Some(region_of(&request.region)?);
        let row = self.row(&request.snapshot).await?;
        usable(&row, ticket)
    }

    /// For an import: the size, the URL and the region. Nothing has to be read.
    pub(super) fn check_import(&self, request: &ImportSnapshot, ticket: &mut Ticket) -> Result<(), Error> {
        ticket.region = Some(region_of(&request.region)?);
        if request.size_gib == 0 {
            return Err(nothing_sent(ErrorKind::Invalid, "the size of the image must be at least 1 GiB"));
        }
        if Url::parse(&request.url).is_err() {
            let error = nothing_sent(ErrorKind::Invalid, "invalid image URL");
            return Err(error.hint("expected e.g. https://HOST/image.raw or https://HOST/image.raw.zst"));
        }
        Ok(())
    }
}

/// Checks that a snapshot can be restored or cloned: it exists and is not being created or deleted. The provider decides about unknown
/// statuses.
fn usable(row: &rows::Snapshot, ticket: &mut Ticket) -> Result<(), Error> {
    let status_text = row.status.as_str();
    let why = match map::status(status_text) {
        SnapshotStatus::Ready => return Ok(()),
        SnapshotStatus::Creating => "the snapshot is still being created",
        SnapshotStatus::Deleting => "the snapshot is being deleted",
        SnapshotStatus::Failed => "the snapshot could not be created",
        SnapshotStatus::Unknown => {
            ticket.warn(WarningKind::Unexpected, format!("unknown snapshot status {status_text:?}"));
            return Ok(());
        }
    };
    Err(nothing_sent(ErrorKind::Conflict, format!("{why} (status {status_text:?})")))
}

/// The provider's rules for passwords. The error contains nothing of the password.
fn check_password(password: &Secret) -> Result<(), Error> {
    let text = password.expose();
    let has = |class: fn(&char) -> bool| text.chars().any(|c| class(&c));
    let fits = (8..=72).contains(&text.chars().count())
        && has(char::is_ascii_uppercase)
        && has(char::is_ascii_lowercase)
        && has(char::is_ascii_digit);
    if fits {
        return Ok(());
    }
    Err(nothing_sent(
        ErrorKind::Invalid,
        "invalid password: use 8 to 72 characters, including upper case letters, lower case letters and digits",
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passwords_follow_the_rules_and_are_never_shown() {
        for valid in ["Abcdefg1", &format!("Aa1{}", "x".repeat(69)), "Pässwort 1 A"] {
            assert!(check_password(&Secret::new(valid)).is_ok(), "{valid}");
        }
        for bad in ["Abcdef1", "abcdefg1", "ABCDEFG1", "Abcdefgh", &format!("Aa1{}", "x".repeat(70))] {
            let error = check_password(&Secret::new(bad)).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Invalid, "{bad}");
            assert!(!format!("{error} {error:?}").contains(bad), "{error:?}");
        }
    }

    #[test]
    fn regions_are_an_open_set() {
        assert!(region_of("ARC-NO-OSL-1").is_ok());
        for odd in ["", " ", "a b", "a\nb"] {
            assert!(region_of(odd).is_err(), "{odd:?}");
        }
    }
}
