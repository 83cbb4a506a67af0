//! Machines by ID, name or glob.

use futures_util::TryStreamExt;

use crate::capability::Capabilities;
use crate::client::Client;
use crate::error::ErrorKind;
use crate::glob::{is_glob, matches};
use crate::model::{Vm, VmId};
use crate::spec::Provider;

use super::failure::Failure;

/// The ID of the machine that an argument names. An ID is returned without a request; a name is looked up in the list of machines.
/// If the provider does not support the command, nothing is looked up: the command itself reports that.
pub(crate) async fn resolve(
    client: &Client,
    vm: &str,
    offers: impl FnOnce(Capabilities) -> bool,
) -> Result<VmId, Failure> {
    match VmId::new(vm) {
        Ok(id) if client.is_vm_id(&id) || !offers(client.capabilities(None)) => Ok(id),
        _ => Ok(Machines::read(client).await?.one(vm)?.id),
    }
}

/// The same for an optional argument.
pub(crate) async fn resolve_any(
    client: &Client,
    vm: Option<&str>,
    offers: impl FnOnce(Capabilities) -> bool,
) -> Result<Option<VmId>, Failure> {
    match vm {
        Some(vm) => resolve(client, vm, offers).await.map(Some),
        None => Ok(None),
    }
}

/// How many candidates an error lists.
const MAX_CANDIDATES: usize = 8;

/// A machine, as far as it is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Machine {
    pub(crate) id: VmId,
    pub(crate) name: Option<String>,
}

impl Machine {
    /// Its name, or its ID if it has none.
    pub(crate) fn title(&self) -> String {
        self.name.clone().unwrap_or_else(|| self.id.to_string())
    }

    fn described(&self) -> String {
        match &self.name {
            Some(name) => format!("{} ({name})", self.id),
            None => self.id.to_string(),
        }
    }
}

/// The machines of an account, if the provider lists them.
#[derive(Clone, Debug)]
pub(crate) struct Machines {
    provider: Provider,
    list: Option<Vec<Machine>>,
}

impl Machines {
    /// Reads the whole list. It is not an error if the provider cannot list machines, until a name must be looked up.
    pub(crate) async fn read(client: &Client) -> Result<Self, Failure> {
        let provider = client.provider();
        if !client.capabilities(None).list_vms {
            return Ok(Self { provider, list: None });
        }
        let vms: Vec<Vm> = client.vms().try_collect().await?;
        Ok(Self::of(provider, vms.into_iter().map(|vm| Machine { id: vm.id, name: vm.name }).collect()))
    }

    fn of(provider: Provider, list: Vec<Machine>) -> Self {
        Self { provider, list: Some(list) }
    }

    /// Whether a machine exists; `None` if the provider cannot list machines.
    pub(crate) fn has(&self, id: &VmId) -> Option<bool> {
        self.list.as_ref().map(|list| list.iter().any(|machine| machine.id == *id))
    }

    /// The name of a machine, if known.
    pub(crate) fn name(&self, id: &VmId) -> Option<&str> {
        self.list.iter().flatten().find(|machine| machine.id == *id)?.name.as_deref()
    }

    /// All machines, if the provider lists them.
    pub(crate) fn all(&self) -> Option<&[Machine]> {
        self.list.as_deref()
    }

    /// The machine with an ID or name.
    pub(crate) fn one(&self, text: &str) -> Result<Machine, Failure> {
        let mut found = self.find(text)?;
        match (found.pop(), found.len()) {
            (Some(machine), 0) => Ok(machine),
            (Some(last), _) => {
                found.push(last);
                Err(Failure::usage_with(format!("{text:?} is ambiguous"), candidates(&found)))
            }
            (None, _) => Err(self.unknown(text)),
        }
    }

    /// All machines that match an ID, name or glob. It is an error if there is none or if a name is ambiguous.
    pub(crate) fn several(&self, text: &str) -> Result<Vec<Machine>, Failure> {
        if self.list.is_none() || !is_glob(text) {
            return Ok(vec![self.one(text)?]);
        }
        let found = self.find(text)?;
        if found.is_empty() { Err(self.unknown(text)) } else { Ok(found) }
    }

    /// Whether a machine matches a pattern by its ID or name.
    pub(crate) fn is_match(machine: &Machine, text: &str) -> bool {
        let id = machine.id.to_string();
        matches(text, &id) || machine.name.as_deref().is_some_and(|name| matches(text, name))
    }

    fn find(&self, text: &str) -> Result<Vec<Machine>, Failure> {
        let Some(list) = &self.list else {
            return Ok(vec![Machine { id: self.id_only(text)?, name: None }]);
        };
        if is_glob(text) {
            return Ok(list.iter().filter(|machine| Self::is_match(machine, text)).cloned().collect());
        }
        // An ID also matches without the kind that ManageIQ puts before it. An ID that is also a name of another is ambiguous.
        let is_id = |machine: &&Machine| machine.id == text || machine.id.id() == text;
        let is_named = |machine: &&Machine| machine.name.as_deref() == Some(text);
        Ok(list.iter().filter(|machine| is_id(machine) || is_named(machine)).cloned().collect())
    }

    /// Parses an ID, for providers that cannot list machines.
    fn id_only(&self, text: &str) -> Result<VmId, Failure> {
        let title = self.provider.title();
        let id = VmId::new(text).ok().filter(|id| id.number().is_ok());
        id.ok_or_else(|| {
            Failure::usage_with(
                format!("{title} cannot list machines, so {text:?} cannot be looked up"),
                "use the machine's ID, a whole number; `cloudsnap snapshots list` shows the machine of each snapshot",
            )
        })
    }

    fn unknown(&self, text: &str) -> Failure {
        let list = self.list.as_deref().unwrap_or_default();
        let names: Vec<&str> = list.iter().filter_map(|machine| machine.name.as_deref()).collect();
        let hint = match crate::config::nearest(text, &names) {
            Some(near) => format!("did you mean {near:?}?"),
            None => "`cloudsnap vms list` shows all machines".to_owned(),
        };
        let error = crate::error::Error::new(ErrorKind::NotFound, format!("no machine matches {text:?}"));
        error.on(self.provider).hint(hint).into()
    }
}

fn candidates(found: &[Machine]) -> String {
    let listed: Vec<_> = found.iter().take(MAX_CANDIDATES).map(Machine::described).collect();
    let more = found.len().saturating_sub(MAX_CANDIDATES);
    let more = if more > 0 { format!(", and {more} more") } else { String::new() };
    format!("use an ID: {}{more}", listed.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn machines() -> Machines {
        let machine = |(id, name): (&str, &str)| Machine { id: VmId::new(id).unwrap(), name: Some(name.to_owned()) };
        let list =
            [("vms/11", "web-1"), ("vms/12", "web-2"), ("instances/7", "db"), ("instances/8", "db"), ("vms/9", "7")];
        Machines::of(Provider::ManageIq, list.into_iter().map(machine).collect())
    }

    fn ids(found: Result<Vec<Machine>, Failure>) -> Result<Vec<String>, String> {
        let reported = |failure: Failure| failure.lines().join(" ");
        found.map(|found| found.iter().map(|machine| machine.id.to_string()).collect()).map_err(reported)
    }

    #[test]
    fn ids_names_and_globs() {
        let machines = machines();
        for (text, wanted) in [
            ("web-1", vec!["vms/11"]),
            ("vms/12", vec!["vms/12"]),
            ("12", vec!["vms/12"]),
            ("web-*", vec!["vms/11", "vms/12"]),
            ("instances/*", vec!["instances/7", "instances/8"]),
        ] {
            assert_eq!(ids(machines.several(text)), Ok(wanted.into_iter().map(str::to_owned).collect()), "{text}");
        }
        for (text, why) in [
            ("db", "ambiguous"),
            ("db", "instances/7 (db), instances/8 (db)"),
            ("7", "ambiguous"),
            ("web-3", "did you mean \"web-1\"?"),
            ("x-*", "no machine matches"),
            ("WEB-1", "no machine matches"),
        ] {
            let reported = ids(machines.several(text)).unwrap_err();
            assert!(reported.contains(why), "{text}: {reported}");
        }
    }

    #[test]
    fn without_a_list_only_ids_are_accepted() {
        let machines = Machines { provider: Provider::Syminet, list: None };
        assert_eq!(ids(machines.several("3247")), Ok(vec!["3247".to_owned()]));
        for text in ["web-1", "*", "03247"] {
            let reported = ids(machines.several(text)).unwrap_err();
            assert!(reported.contains("Syminet cannot list machines"), "{text}: {reported}");
        }
    }
}
