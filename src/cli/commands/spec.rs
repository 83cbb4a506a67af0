//! `spec`: prints the OpenAPI documents.

use clap::{Args, ValueEnum};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::global::provider;
use crate::cli::output::Format;
use crate::cli::table::{Column, Columns};
use crate::spec::{self, Provider};

#[derive(Debug, Args)]
#[command(after_help = "Example: cloudsnap spec syminet --format json > syminet.json")]
pub(crate) struct Arguments {
    /// Provider whose document to print; lists all documents if omitted
    #[arg(value_name = "PROVIDER", value_parser = provider())]
    of: Option<Provider>,
    /// yaml (the source) or json (same as -o json)
    #[arg(long, value_enum, value_name = "FORMAT")]
    format: Option<SpecFormat>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum SpecFormat {
    Yaml,
    Json,
}

/// A document in the list of all documents.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(crate) struct Document {
    provider: String,
    title: String,
    /// The version of the document.
    version: String,
    /// The version of the vendor's API.
    vendor_api_version: Option<String>,
    /// The number of operations.
    operations: usize,
}

impl Columns for Document {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column { name: "provider", shown: true, value: |it| it.provider.clone() },
            Column { name: "title", shown: true, value: |it| it.title.clone() },
            Column { name: "version", shown: true, value: |it| it.version.clone() },
            Column {
                name: "vendor_api_version",
                shown: true,
                value: |it| it.vendor_api_version.clone().unwrap_or_default(),
            },
            Column { name: "operations", shown: true, value: |it| it.operations.to_string() },
        ]
    }
}

pub(crate) fn run(context: &Context, arguments: &Arguments) -> Result<Exit, Failure> {
    let Some(provider) = arguments.of.or(context.global.provider) else {
        let all = Provider::ALL.iter().copied().map(document).collect::<Vec<_>>();
        context.out.list(&all)?;
        return Ok(Exit::Done);
    };
    let json = spec::document_json(provider);
    match (arguments.format, context.out.format) {
        (None | Some(SpecFormat::Yaml), Format::Table) => context.out.text(spec::document(provider))?,
        (Some(SpecFormat::Yaml), _) => {
            return Err(Failure::usage("`--format yaml` conflicts with `-o`: use only one of them"));
        }
        (_, Format::Jsonl) => context.out.json(&serde_json::from_str::<Value>(json).unwrap_or_default())?,
        (None | Some(SpecFormat::Json), _) => context.out.text(json)?,
    }
    Ok(Exit::Done)
}

fn document(provider: Provider) -> Document {
    let read: Value = serde_json::from_str(spec::document_json(provider)).unwrap_or_default();
    let text = |pointer: &str| read.pointer(pointer).and_then(Value::as_str).map(str::to_owned);
    Document {
        provider: provider.to_string(),
        title: text("/info/title").unwrap_or_default(),
        version: text("/info/version").unwrap_or_default(),
        vendor_api_version: text("/info/x-vendor-api-version"),
        operations: spec::operations(provider).len(),
    }
}
