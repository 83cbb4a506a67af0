//! Writes generated bodies together with the engine's verdicts, for a validator in another language (`beside.sh`).
//!
//! The bodies are the full and minimal ones, examples, mutants and legal variations of every body, and random
//! combinations of several changes. The seed is fixed, so every run writes the same bodies.

use std::collections::HashMap;
use std::fs;
use std::io::Write as _;
use std::path::Path;

use cloudsnap::contract::Contract;
use cloudsnap::spec::{self, Provider};
use serde_json::{Value, json};

use crate::document::{Body, Document};
use crate::generate::Generator;
use crate::mutants::check;
use crate::mutate::mutants;
use crate::vary::variations;

/// How many bodies to derive from each one with a single change, and with up to three.
const SINGLE: usize = 20;
const MIXED: usize = 20;

/// A value with one change, and the position of the change.
type Change = (String, Value);

/// The changes of the full value and of an example. Many responses share a schema, so each schema is processed only
/// once.
fn changes(generator: &Generator<'_>, body: &Body<'_>) -> Vec<Change> {
    let example = body.examples.first().map(|example| (*example).clone());
    let mut all = Vec::new();
    for base in [generator.full(body.schema)].into_iter().chain(example) {
        all.extend(mutants(generator, body.schema, &base).into_iter().map(|it| (it.pointer, it.value)));
        all.extend(variations(generator, body.schema, &base).into_iter().map(|it| (it.pointer, it.value)));
    }
    all
}

/// Applies the same change to another value, if it has that position.
fn transplant(value: &mut Value, (pointer, changed): &Change) {
    let Some((parent, name)) = pointer.rsplit_once('/') else {
        *value = changed.clone();
        return;
    };
    let name = name.replace("~1", "/").replace("~0", "~");
    match (value.pointer_mut(parent), changed.pointer(pointer)) {
        (Some(Value::Object(map)), Some(new)) => drop(map.insert(name, new.clone())),
        (Some(Value::Object(map)), None) => drop(map.shift_remove(&name)),
        (Some(Value::Array(items)), Some(new)) if !items.is_empty() => items[0] = new.clone(),
        _ => {}
    }
}

fn bodies(generator: &Generator<'_>, body: &Body<'_>, changes: &[Change], random: &mut fastrand::Rng) -> Vec<Value> {
    let mut all = vec![generator.full(body.schema), generator.minimal(body.schema)];
    all.extend(body.examples.iter().map(|example| (*example).clone()));
    let bases = all.clone();
    all.extend(random.choose_multiple(changes, SINGLE).into_iter().map(|(_, value)| value.clone()));
    for _ in 0..MIXED {
        let mut value = random.choice(&bases).unwrap().clone();
        for _ in 0..random.usize(1..=3) {
            transplant(&mut value, random.choice(changes).unwrap());
        }
        all.push(value);
    }
    all
}

#[test]
fn writes_bodies_for_the_other_validator() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("beside");
    fs::create_dir_all(&folder).unwrap();
    let mut out = std::io::BufWriter::new(fs::File::create(folder.join("bodies.jsonl")).unwrap());
    let mut random = fastrand::Rng::with_seed(20_250_302);
    let (mut count, mut valid) = (0, 0);
    for &provider in Provider::ALL {
        fs::write(folder.join(format!("{provider}.json")), spec::document_json(provider)).unwrap();
        let contract = Contract::of(provider);
        let document = Document::of(provider);
        let mut known: HashMap<String, Vec<Change>> = HashMap::new();
        for body in document.bodies() {
            let generator = Generator { document: &document, direction: body.direction };
            let key = format!("{:?} {}", body.direction, body.schema);
            let changes = known.entry(key).or_insert_with(|| changes(&generator, &body));
            for value in bodies(&generator, &body, changes, &mut random) {
                let verdict = !check(contract, &body, &value).iter().any(|finding| finding.is_violation());
                let Body { operation, status, .. } = &body;
                let line = json!({ "provider": provider, "operation": operation, "status": status, "body": value,
                    "valid": verdict });
                writeln!(out, "{line}").unwrap();
                count += 1;
                valid += usize::from(verdict);
            }
        }
    }
    out.flush().unwrap();
    println!("{count} bodies, {valid} of them valid: {}", folder.display());
    assert!(count >= 10_000, "only {count} bodies");
}
