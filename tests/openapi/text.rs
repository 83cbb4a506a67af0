//! Rules for the YAML text, on properties that are lost in parsing.

use granit_parser::{Event, Parser, ScalarStyle};

use crate::document::{Document, check_rule};
use crate::yaml;

/// Each `operationId` has a comment above it that begins with `# Source:`.
fn sources(document: &Document) -> Vec<String> {
    let lines: Vec<_> = document.text.lines().collect();
    let mut section = "";
    let mut findings = Vec::new();
    for (number, line) in lines.iter().enumerate() {
        if line.starts_with(|first: char| first.is_ascii_alphabetic()) {
            section = line;
        }
        // Links refer to operations, too, in other places or at a deeper level.
        let Some(id) = line.strip_prefix("      operationId: ").filter(|_| section == "paths:") else { continue };
        let comment = lines[..number].iter().rev().map(|line| line.trim()).take_while(|line| line.starts_with('#'));
        let sourced = comment.last().is_some_and(|first| first.len() > 12 && first.starts_with("# Source: "));
        if !sourced {
            findings.push(format!("line {}: {id} has no `# Source: ...` comment right above it", number + 1));
        }
    }
    let seen = lines.iter().filter(|line| line.starts_with("      operationId: ")).count();
    if seen < document.operations().len() {
        findings.push(
            "an operationId is not where this rule expects it: indent paths by 2, methods by 4, keys by 6".to_owned(),
        );
    }
    findings
}

#[test]
fn each_operation_names_its_source() {
    check_rule(
        sources,
        &[
            ("      # Source: the vendor's page on snapshots;\n      # sure.\n", "", "list_snapshots has no"),
            ("# Source: the vendor's page on snapshots;", "# The vendor's page;", "list_snapshots has no"),
            ("# Source: the vendor's page on snapshots; sure.", "# Source:", "change_snapshots has no"),
            (
                "      operationId: list_snapshots",
                "      'operationId': list_snapshots",
                "not where this rule expects it",
            ),
        ],
    );
}

/// Why YAML 1.1 and 1.2 parsers disagree on a plain scalar, if they do.
fn trap(plain: &str) -> Option<&'static str> {
    let lower = plain.to_ascii_lowercase();
    if ["y", "n", "yes", "no", "on", "off"].contains(&lower.as_str()) {
        return Some("is a boolean in YAML 1.1");
    }
    if ["true", "false", "null"].contains(&lower.as_str()) && plain != lower {
        return Some("is not in lower case");
    }
    let number = plain.trim_start_matches(['+', '-']);
    if !number.starts_with(|first: char| first.is_ascii_digit()) {
        return None;
    }
    let only = |allowed: &str| number.chars().all(|c| c.is_ascii_digit() || allowed.contains(c));
    if number.len() > 1 && number.starts_with('0') && !number.starts_with("0.") && only("_.xobabcdefABCDEF") {
        Some("is octal, hexadecimal or decimal, depending on the parser")
    } else if number.contains(':') && only(":._") {
        Some("is a base 60 number in YAML 1.1")
    } else if number.len() >= 8 && number.matches('-').count() >= 2 && only("-:.TtZz +") {
        Some("is a timestamp in YAML 1.1")
    } else if number.contains('_') && only("_.") {
        Some("is a number in YAML 1.1")
    } else {
        None
    }
}

/// All parsers agree on plain scalars.
fn scalars(document: &Document) -> Vec<String> {
    let mut findings = Vec::new();
    for event in Parser::new_from_str(&document.text) {
        let (event, span) = event.unwrap_or_else(|error| panic!("{}: {error}", document.name));
        if let Event::Scalar(text, ScalarStyle::Plain, _, _) = event
            && let Some(why) = trap(&text)
        {
            findings.push(format!("line {}: plain `{text}` {why}: quote it", span.start.line()));
        }
    }
    findings
}

#[test]
fn plain_scalars_are_unambiguous() {
    let name = "          example: web\n";
    check_rule(
        scalars,
        &[
            (name, "          example: off\n", "plain `off`"),
            (name, "          example: No\n", "plain `No`"),
            (name, "          example: {on: 1}\n", "plain `on`"),
            (name, "          example: [a, yes]\n", "plain `yes`"),
            (name, "          example: True\n", "plain `True`"),
            (name, "          example: 02035\n", "plain `02035`"),
            (name, "          example: -07\n", "plain `-07`"),
            (name, "          example: 0x1F\n", "plain `0x1F`"),
            (name, "          example: 12:30\n", "plain `12:30`"),
            (name, "          example: 2026-02-03\n", "plain `2026-02-03`"),
            (name, "          example: 2026-02-03T04:05:06Z\n", "plain `2026-02-03T04:05:06Z`"),
            (name, "          example: 2026-02-03 04:05:06.5\n", "plain `2026-02-03 04:05:06.5`"),
            (name, "          example: 1_000\n", "plain `1_000`"),
        ],
    );
    for harmless in
        ["0", "0.1.0", "0.5", "-1", "1.5", "5XX", "200", "3b0c7c1e-5d64-4f2b", "0abf-9e", "true", "null", "onto"]
    {
        assert_eq!(trap(harmless), None, "{harmless}");
    }
}

#[test]
fn the_yaml_parser_keeps_words_as_strings_and_rejects_duplicate_keys() {
    let read = yaml::read("{a: no, b: on, c: 'x', d: true, '200': 1}").expect("YAML");
    assert_eq!(read, serde_json::json!({"a": "no", "b": "on", "c": "x", "d": true, "200": 1}));
    assert!(yaml::read("a: 1\na: 2\n").is_err());
    for text in ["a: &a 1\n", "a: &a 1\nb: *a\n", "a: &a {}\n", "a: &a []\n", "a: !!str 1\n", "a: 1\n---\na: 2\n"] {
        assert!(yaml::read(text).is_err(), "anchors, aliases, tags and a second document are rejected: {text}");
    }
}
