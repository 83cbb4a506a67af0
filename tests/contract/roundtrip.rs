//! The generated types preserve everything that is documented: every example, every generated body and every legal
//! variation of both is decoded and encoded again. Values that only violate a limit are still decoded.

use std::collections::HashSet;

use cloudsnap::spec::Provider;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::document::{Body, Direction, Document};
use crate::generate::{Generator, segment};
use crate::mutate::mutants;
use crate::vary::variations;

type Again = fn(&[u8]) -> Result<Value, String>;

/// The types of a provider, by schema name.
type Types = fn(&str) -> Option<Again>;

fn again<T: DeserializeOwned + Serialize>(body: &[u8]) -> Result<Value, String> {
    let decoded: T = serde_json::from_slice(body).map_err(|error| error.to_string())?;
    Ok(serde_json::to_value(decoded).unwrap())
}

/// The generated type for each schema name.
macro_rules! types {
    ($($module:ident $feature:literal: $($name:ident)*;)*) => {$(
        #[cfg(feature = $feature)]
        fn $module(schema: &str) -> Option<Again> {
            match schema {
                $(stringify!($name) => Some(again::<cloudsnap::generated::$module::types::$name>),)*
                _ => None,
            }
        }
    )*};
}

types! {
    syminet "syminet": BackupList SliceSnapshotList SnapshotNameRequest SnapshotPage;
    hyperstack "hyperstack": CreateImageAnswer ImageListAnswer ImageCreation SnapshotCreation ImageAnswer MessageAnswer
        NameAvailability RestoreSnapshotAnswer SnapshotRestoration SnapshotAnswer SnapshotEventsAnswer
        SnapshotListAnswer VmAnswer VmEventsAnswer VmListAnswer;
    genesiscloud "genesiscloud": SnapshotClone InstanceCreation SnapshotCreation
        SnapshotImport InstanceList InstanceResponse SnapshotRenaming SnapshotList SnapshotResponse;
    manageiq "manageiq": ActionResult ActionResults DeletionOfSeveral Deletion EntryPoint CollectionMetadata
        NotificationCollection Snapshot SnapshotCollection SnapshotsChange SnapshotFormAnswer Task
        TaskCollection TaskQueryAnswer TaskQuery Token Vm VmCollection VmSnapshotChange Volume
        VolumeChange VolumeCollection VolumeFormAnswer VolumeSnapshot VolumeSnapshotCollection VolumeCreation VolumeSnapshotCreation;
}

/// The providers whose client is built, with their types.
fn clients() -> Vec<(Provider, Types)> {
    vec![
        #[cfg(feature = "syminet")]
        (Provider::Syminet, syminet),
        #[cfg(feature = "manageiq")]
        (Provider::ManageIq, manageiq),
        #[cfg(feature = "hyperstack")]
        (Provider::Hyperstack, hyperstack),
        #[cfg(feature = "genesiscloud")]
        (Provider::GenesisCloud, genesiscloud),
    ]
}

/// The bodies that a generated client reads or writes. Error responses are passed through without a type.
fn typed<'a>(document: &'a Document) -> Vec<Body<'a>> {
    let bodies = document.bodies().into_iter();
    bodies.filter(|body| body.direction == Direction::Request || body.status.starts_with('2')).collect()
}

fn equal(before: &Value, after: &Value) -> bool {
    // 7 and 7.0 are equal.
    before == after || (before.is_number() && after.is_number() && before.as_f64() == after.as_f64())
}

/// The positions of documented content in `before` that is missing in `after`. Null is equivalent to missing.
pub fn lost(generator: &Generator<'_>, schema: &Value, before: &Value, after: Option<&Value>) -> Vec<String> {
    let mut out = Vec::new();
    compare(generator, schema, before, after, "", &mut out);
    out
}

fn compare(
    generator: &Generator<'_>,
    schema: &Value,
    before: &Value,
    after: Option<&Value>,
    place: &str,
    out: &mut Vec<String>,
) {
    let schema = generator.document.resolve(schema);
    if before.is_null() {
        return;
    }
    let Some(after) = after else { return out.push(format!("{place}: {before} was lost")) };
    if let Some(alternatives) = schema["anyOf"].as_array() {
        // All alternatives that may apply: together they define what is documented.
        for alternative in alternatives.iter().filter(|alternative| generator.may_fit(alternative, before)) {
            compare(generator, alternative, before, Some(after), place, out);
        }
        return;
    }
    let parts = schema["allOf"].as_array();
    for part in parts.into_iter().flatten() {
        compare(generator, part, before, Some(after), place, out);
    }
    match (before, after) {
        (Value::Object(map), Value::Object(kept)) => {
            let known = schema["properties"].as_object();
            let free = schema.get("additionalProperties").filter(|free| free.is_object());
            let open = parts.is_none() && (known.is_none() && free.is_none() || schema["additionalProperties"] == true);
            for (name, inner) in map {
                let place = format!("{place}{}", segment(name));
                match known.and_then(|known| known.get(name)).or(free) {
                    Some(property) => compare(generator, property, inner, kept.get(name), &place, out),
                    None if open && !kept.get(name).is_some_and(|kept| equal(inner, kept)) => {
                        out.push(format!("{place}: {inner} became {:?}", kept.get(name)));
                    }
                    None => {}
                }
            }
        }
        (Value::Array(items), Value::Array(kept)) if items.len() == kept.len() => {
            for (index, (item, kept)) in items.iter().zip(kept).enumerate() {
                compare(generator, &schema["items"], item, Some(kept), &format!("{place}/{index}"), out);
            }
        }
        _ if parts.is_none() && !equal(before, after) => out.push(format!("{place}: {before} became {after}")),
        _ => {}
    }
}

/// The positions of content that was never sent.
fn invented(before: &Value, after: &Value, place: &str, out: &mut Vec<String>) {
    match (before, after) {
        (_, Value::Null) => {}
        (Value::Object(sent), Value::Object(kept)) => {
            for (name, inner) in kept {
                let sent = sent.get(name).unwrap_or(&Value::Null);
                invented(sent, inner, &format!("{place}{}", segment(name)), out);
            }
        }
        (Value::Array(sent), Value::Array(kept)) if sent.len() == kept.len() => {
            for (index, (sent, kept)) in sent.iter().zip(kept).enumerate() {
                invented(sent, kept, &format!("{place}/{index}"), out);
            }
        }
        _ if !equal(before, after) => out.push(format!("{place}: {before} became {after}")),
        _ => {}
    }
}

/// The full and minimal bodies, and the examples.
pub fn bases(generator: &Generator<'_>, body: &Body<'_>) -> Vec<Value> {
    let examples = body.examples.iter().map(|example| (*example).clone());
    [generator.full(body.schema), generator.minimal(body.schema)].into_iter().chain(examples).collect()
}

/// A body and its legal variations.
pub fn with_variations(generator: &Generator<'_>, schema: &Value, base: Value) -> Vec<Value> {
    let varied = variations(generator, schema, &base).into_iter().map(|variation| variation.value);
    varied.chain([base.clone()]).collect()
}

fn type_of(provider: Provider, types: Types, body: &Body<'_>) -> Again {
    let schema = body.schema["$ref"].as_str().and_then(|reference| reference.rsplit('/').next());
    let schema = schema.unwrap_or_else(|| panic!("{provider} {} {}: no named schema", body.operation, body.status));
    types(schema).unwrap_or_else(|| panic!("{provider}: {schema} is missing among the types of this file"))
}

/// Decoding and encoding loses nothing documented and adds nothing. Returns the number of bodies.
fn keeps_everything(provider: Provider) -> usize {
    let (_, types) = clients().into_iter().find(|(of, _)| *of == provider).unwrap();
    let document = Document::of(provider);
    let (mut count, mut reported) = (0, Vec::new());
    let mut seen = HashSet::new();
    for body in typed(&document) {
        let again = type_of(provider, types, &body);
        let generator = Generator { document: &document, direction: body.direction };
        // Many operations share schemas and examples: each is processed only once.
        let new = bases(&generator, &body).into_iter().filter(|base| seen.insert(format!("{} {base}", body.schema)));
        for value in new.flat_map(|base| with_variations(&generator, body.schema, base)) {
            let mut faults = match again(&serde_json::to_vec(&value).unwrap()) {
                Ok(after) => {
                    let mut faults = lost(&generator, body.schema, &value, Some(&after));
                    invented(&value, &after, "", &mut faults);
                    faults
                }
                Err(error) => vec![error],
            };
            faults.dedup();
            reported.extend(faults.into_iter().map(|fault| format!("{} {} {fault}", body.operation, body.status)));
            count += 1;
        }
    }
    let first: Vec<_> = reported.iter().take(8).collect();
    assert!(first.is_empty(), "{provider}: {} faults, the first: {first:#?}", reported.len());
    assert!(count > 500, "{provider}: only {count} bodies; the generator is broken");
    count
}

#[cfg(feature = "syminet")]
#[test]
fn syminet_preserves_documented_content() {
    println!("{} bodies decoded and encoded again, nothing lost", keeps_everything(Provider::Syminet));
}

#[cfg(feature = "manageiq")]
#[test]
fn manageiq_preserves_documented_content() {
    println!("{} bodies decoded and encoded again, nothing lost", keeps_everything(Provider::ManageIq));
}

#[cfg(feature = "hyperstack")]
#[test]
fn hyperstack_preserves_documented_content() {
    println!("{} bodies decoded and encoded again, nothing lost", keeps_everything(Provider::Hyperstack));
}

#[cfg(feature = "genesiscloud")]
#[test]
fn genesiscloud_preserves_documented_content() {
    println!("{} bodies decoded and encoded again, nothing lost", keeps_everything(Provider::GenesisCloud));
}

/// The client's integers are limited to 64 bits.
fn is_too_wide(value: &Value) -> bool {
    match value {
        Value::Number(number) => number.is_u64() && !number.is_i64(),
        Value::Object(map) => map.values().any(is_too_wide),
        Value::Array(items) => items.iter().any(is_too_wide),
        _ => false,
    }
}

#[test]
fn values_that_only_violate_a_limit_are_decoded() {
    const LIMITS: [&str; 6] = ["length", "pattern", "format", "items", "properties", "range"];
    for (provider, types) in clients() {
        let document = Document::of(provider);
        let mut count = 0;
        for body in typed(&document).into_iter().filter(|body| body.direction == Direction::Response) {
            let again = type_of(provider, types, &body);
            let generator = Generator { document: &document, direction: body.direction };
            let odd = mutants(&generator, body.schema, &generator.full(body.schema)).into_iter();
            for mutant in odd.filter(|mutant| LIMITS.contains(&mutant.rule)) {
                if mutant.value.pointer(&mutant.pointer).is_some_and(is_too_wide) {
                    continue;
                }
                let reported = || format!("{provider} {} {} at {}", body.operation, mutant.rule, mutant.pointer);
                let after = again(&serde_json::to_vec(&mutant.value).unwrap());
                let after = after.unwrap_or_else(|error| panic!("{}: {error}", reported()));
                let lost = lost(&generator, body.schema, &mutant.value, Some(&after));
                assert!(lost.is_empty(), "{}: {lost:#?}", reported());
                count += 1;
            }
        }
        println!("{provider}: {count} bodies outside the limits decoded");
    }
}
