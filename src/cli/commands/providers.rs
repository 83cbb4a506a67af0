//! `providers`: what each provider supports, and the environment variables of its connection.

use schemars::JsonSchema;
use serde::Serialize;

use crate::capability::Capabilities;
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::table::render_if_it_fits;
use crate::cli::terminal::width_of_stdout;
use crate::cli::text::wrapped;
use crate::client::Client;
use crate::config::{self, needed, variables};
use crate::model::{VmId, VmKind};
use crate::sandbox::Sandbox;
use crate::spec::Provider;
use crate::transport::Auth;

/// What a provider supports.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(crate) struct Offer {
    provider: String,
    title: String,
    /// The default base URL; null if every installation has its own.
    base_url: Option<String>,
    /// The environment variables that a connection requires, as a phrase.
    needed: String,
    /// All its environment variables.
    variables: Vec<&'static str>,
    /// Whether the embedded sandbox emulates it.
    sandbox: bool,
    /// What it supports, per kind of machine if it has several; empty if this build has no client for it.
    capabilities: Vec<Offered>,
}

impl Offer {
    /// The optional environment variables.
    fn optional(&self) -> String {
        let is_needed = |name: &&&str| !self.needed.split([' ', ',']).any(|word| word == **name);
        self.variables.iter().filter(is_needed).copied().collect::<Vec<_>>().join(", ")
    }
}

/// What is supported for one kind of machine.
#[derive(Clone, Debug, Serialize, JsonSchema)]
struct Offered {
    /// `vms` or `instances` (ManageIQ); null if there is only one kind.
    vm_kind: Option<&'static str>,
    #[serde(flatten)]
    capabilities: Capabilities,
}

/// The base URL and capabilities of a provider. The client never sends anything; its base URL is plain http, so that no
/// certificates are loaded.
fn offered(provider: Provider) -> (Option<String>, Vec<Offered>) {
    let base_url = crate::provider::profile(provider).ok().and_then(|profile| profile.base_url.map(str::to_owned));
    let client = Client::builder(provider).auth(Auth::token("unused")).base_url("http://localhost/").build();
    let Ok(client) = client else { return (base_url, Vec::new()) };
    let of = |vm_kind: Option<VmKind>| {
        let vm = vm_kind.and_then(|kind| VmId::new("1").ok().map(|vm| vm.with_kind(kind)));
        Offered { vm_kind: vm_kind.map(VmKind::collection), capabilities: client.capabilities(vm.as_ref()) }
    };
    let (vms, instances) = (of(Some(VmKind::Vm)), of(Some(VmKind::Instance)));
    if vms.capabilities == instances.capabilities {
        return (base_url, vec![of(None)]);
    }
    (base_url, vec![vms, instances])
}

/// Wraps a line to the window.
fn fitted(line: &str) -> String {
    width_of_stdout().map_or_else(|| line.to_owned(), |width| wrapped(line, usize::from(width)))
}

pub(crate) fn run(context: &Context) -> Result<Exit, Failure> {
    let emulated = Sandbox::emulated();
    let offers: Vec<Offer> = Provider::ALL
        .iter()
        .copied()
        .map(|provider| {
            let (base_url, capabilities) = offered(provider);
            Offer {
                provider: provider.to_string(),
                title: provider.title().to_owned(),
                base_url,
                needed: needed(provider),
                variables: variables(provider).map(|variable| variable.name).collect(),
                sandbox: emulated.contains(&provider),
                capabilities,
            }
        })
        .collect();
    if !context.out.is_table() {
        context.out.list_json(&offers)?;
        return Ok(Exit::Done);
    }
    // `None`: not in this build.
    let columns: Vec<(String, Option<_>)> = offers
        .iter()
        .flat_map(|offer| match offer.capabilities.as_slice() {
            [] => vec![(offer.provider.clone(), None)],
            several => several
                .iter()
                .map(|one| {
                    let kind = one.vm_kind.map(|kind| format!(" {kind}")).unwrap_or_default();
                    (format!("{}{kind}", offer.provider), Some(one.capabilities.named().collect::<Vec<_>>()))
                })
                .collect(),
        })
        .collect();
    let headings = std::iter::once("capability".to_owned()).chain(columns.iter().map(|(name, _)| name.clone()));
    let rows = Capabilities::default().named().enumerate().map(|(index, (capability, _))| {
        let cells = columns.iter().map(|(_, named)| match named {
            None => "?".to_owned(),
            Some(named) if named[index].1 => "yes".to_owned(),
            Some(_) => String::new(),
        });
        std::iter::once(capability.to_owned()).chain(cells).collect()
    });
    let rows: Vec<Vec<String>> = rows.collect();
    let headings: Vec<String> = headings.map(|name| name.to_uppercase()).collect();
    match render_if_it_fits(headings.clone(), rows.clone()) {
        Some(table) => context.out.text(&table)?,
        None => {
            for (column, heading) in headings.iter().enumerate().skip(1) {
                let can: Vec<_> = rows.iter().filter(|row| row[column] == "yes").map(|row| row[0].as_str()).collect();
                context.out.text(&format!("{}\n", fitted(&format!("{heading}: {}", can.join(", ")))))?;
            }
        }
    }
    // Names are meant to be copied, so they are on their own lines and never cut.
    for offer in &offers {
        context.out.text(&format!("\n{}\n", offer.provider))?;
        for (what, text) in [("required", &offer.needed), ("optional", &offer.optional())] {
            if !text.is_empty() {
                context.out.text(&format!("{}\n", fitted(&format!("  {what:9} {text}"))))?;
            }
        }
        if let Some(base_url) = &offer.base_url {
            context.out.text(&format!("  {:9} {base_url}\n", "base URL"))?;
        }
    }
    let file = config::config_file(&context.environment());
    if let Ok(file) = file {
        context.console.note(&format!("profiles are read from {}", file.display()));
    }
    Ok(Exit::Done)
}
