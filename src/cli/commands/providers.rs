//! `providers`: what each of them can do, and the variables of its connection.

use schemars::JsonSchema;
use serde::Serialize;

use crate::capability::Capabilities;
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::table::{render_if_it_fits, width_of_stdout};
use crate::cli::text::wrapped;
use crate::client::Client;
use crate::config::{self, needed, variables};
use crate::model::{VmId, VmKind};
use crate::sandbox::Sandbox;
use crate::spec::Provider;
use crate::transport::Auth;

/// What a provider can do.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(crate) struct Offer {
    provider: String,
    title: String,
    /// The base URL unless another is given; null where every installation has its own.
    base_url: Option<String>,
    /// The variables that a connection needs, in words.
    needed: String,
    /// All its variables.
    variables: Vec<&'static str>,
    /// The embedded sandbox plays it.
    sandbox: bool,
    /// What it offers, per kind of machine where it has several; empty if this build has no client for it.
    capabilities: Vec<Offered>,
}

impl Offer {
    /// The variables that a connection can do without.
    fn optional(&self) -> String {
        let is_needed = |name: &&&str| !self.needed.split([' ', ',']).any(|word| word == **name);
        self.variables.iter().filter(is_needed).copied().collect::<Vec<_>>().join(", ")
    }
}

/// What is offered for one kind of machine.
#[derive(Clone, Debug, Serialize, JsonSchema)]
struct Offered {
    /// `vms` or `instances` (ManageIQ); null where there is but one kind.
    vm_kind: Option<&'static str>,
    #[serde(flatten)]
    capabilities: Capabilities,
}

/// What a provider supports is known without a connection: this client never sends anything. Its base URL is plain http, so that no
/// certificates are read for it.
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

/// A line that fits into the window.
fn fitted(line: &str) -> String {
    width_of_stdout().map_or_else(|| line.to_owned(), |width| wrapped(line, usize::from(width)))
}

pub(crate) fn run(context: &Context) -> Result<Exit, Failure> {
    let played = Sandbox::emulated();
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
                sandbox: played.contains(&provider),
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
    let headings = std::iter::once("ability".to_owned()).chain(columns.iter().map(|(name, _)| name.clone()));
    let rows = Capabilities::default().named().enumerate().map(|(index, (ability, _))| {
        let cells = columns.iter().map(|(_, named)| match named {
            None => "?".to_owned(),
            Some(named) if named[index].1 => "yes".to_owned(),
            Some(_) => String::new(),
        });
        std::iter::once(ability.to_owned()).chain(cells).collect()
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
    // Names to be copied: they stand on lines of their own, which no window cuts.
    for offer in &offers {
        context.out.text(&format!("\n{}\n", offer.provider))?;
        for (what, text) in [("needed", &offer.needed), ("optional", &offer.optional())] {
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
        context.console.note(&format!("profiles stand in {}", file.display()));
    }
    Ok(Exit::Done)
}
