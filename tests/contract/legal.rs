//! The reverse: nothing legal is reported as a violation, and new content is reported as an addition.

use std::collections::BTreeMap;

use cloudsnap::contract::Contract;
use cloudsnap::spec::Provider;

use crate::document::Document;
use crate::generate::Generator;
use crate::mutants::check;
use crate::vary::variations;

#[test]
fn no_legal_variation_is_a_violation() {
    for &provider in Provider::ALL {
        let contract = Contract::of(provider);
        let document = Document::of(provider);
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for body in document.bodies() {
            let generator = Generator { document: &document, direction: body.direction };
            let mut bases = vec![generator.full(body.schema), generator.minimal(body.schema)];
            bases.extend(body.examples.iter().map(|example| (*example).clone()));
            for base in &bases {
                let usual = check(contract, &body, base);
                for variation in variations(&generator, body.schema, base) {
                    let findings = check(contract, &body, &variation.value);
                    let reported = || format!("{provider} {} {} {}", body.operation, body.status, variation.kind);
                    let broken: Vec<_> = findings.iter().filter(|finding| finding.is_violation()).collect();
                    assert!(broken.is_empty(), "{} at {}: {broken:#?}", reported(), variation.pointer);

                    let here: Vec<_> = findings
                        .iter()
                        .filter(|finding| finding.pointer == variation.pointer)
                        .map(|finding| finding.rule.as_str())
                        .collect();
                    match variation.addition {
                        Some(rule) => assert_eq!(here, [rule], "{} at {}", reported(), variation.pointer),
                        None => {
                            assert!(
                                findings.len() <= usual.len(),
                                "{} at {}: {findings:#?}",
                                reported(),
                                variation.pointer
                            )
                        }
                    }
                    *counts.entry(variation.kind).or_default() += 1;
                }
            }
        }
        let made: usize = counts.values().sum();
        println!("{provider}: {made} legal variations, none a violation: {counts:?}");
        assert!(made > 500, "{provider}: only {made} variations; the generator is broken");
    }
}
