//! Rules for schemas: what every generator supports, and how strict responses may be.

use serde_json::Value;

use crate::document::{Document, array, check_rule, has_text, object, texts};

const TYPES: [&str; 6] = ["string", "integer", "number", "boolean", "array", "object"];

/// Names that generated clients define themselves.
const OWN: [&str; 6] = ["ApiClient", "ApiError", "ApiException", "ApiResponse", "Configuration", "Error"];

/// Suffixes that generators append to the name of an operation.
const SUFFIXES: [&str; 11] =
    ["", "Body", "Data", "Error", "Errors", "Params", "Request", "Response", "Responses", "Result", "Variables"];

fn capital(word: &str) -> String {
    let (first, rest) = word.split_at(1.min(word.len()));
    first.to_uppercase() + rest
}

fn names(document: &Document) -> Vec<String> {
    let mut findings = Vec::new();
    for (name, schema) in object(&document.json["components"]["schemas"]) {
        let pascal = name.starts_with(|first: char| first.is_ascii_uppercase())
            && name.chars().all(|letter| letter.is_ascii_alphanumeric());
        if !pascal {
            findings.push(format!("/components/schemas/{name}: the name is not in PascalCase"));
        }
        if OWN.contains(&name.as_str()) {
            findings
                .push(format!("/components/schemas/{name}: generators define this name themselves: choose another"));
        }
        for operation in document.operations() {
            let pascal: String = operation.id().split('_').map(capital).collect();
            if name.strip_prefix(&pascal).is_some_and(|rest| SUFFIXES.contains(&rest)) {
                findings
                    .push(format!("/components/schemas/{name}: generators derive this name from {}", operation.id()));
            }
        }
        if !has_text(&schema["description"]) {
            findings.push(format!("/components/schemas/{name}: no description"));
        }
    }
    findings
}

#[test]
fn schemas_have_good_names_and_descriptions() {
    check_rule(
        names,
        &[
            ("    SnapshotPage:\n", "    snapshot_page: {}\n    SnapshotPage:\n", "snapshot_page: the name"),
            ("    SnapshotPage:\n", "    Error: {description: x}\n    SnapshotPage:\n", "define this name"),
            ("    SnapshotPage:\n", "    ApiError: {description: x}\n    SnapshotPage:\n", "define this name"),
            (
                "    SnapshotPage:\n",
                "    ChangeSnapshotsRequest: {description: x}\n    SnapshotPage:\n",
                "derive this name from change_snapshots",
            ),
            ("      description: An error.\n", "", "ErrorAnswer: no description"),
        ],
    );
}

/// Keywords that generators interpret differently, or not at all.
fn keywords(document: &Document) -> Vec<String> {
    let mut findings = Vec::new();
    for schema in document.schemas() {
        let mut say = |what: &str| findings.push(format!("{}: {what}", schema.at));
        let has = |keyword: &str| schema.value.get(keyword).is_some();
        if has("oneOf") || has("anyOf") {
            say("anyOf, oneOf: generators merge or drop the forms: use x-types or x-variants");
        }
        if has("discriminator") {
            say("discriminator: leave it out");
        }
        if has("allOf") {
            say("allOf: write the properties out");
        }
        if has("not") {
            say("not: no generator supports it");
        }
        if schema.value["type"] == "integer" && schema.value["format"] != "int64" {
            say("an integer must have `format: int64`");
        }
        if schema.value["type"].is_array() {
            say("several types: not supported in OpenAPI 3.0");
        }
        if has("nullable") && !(schema.value["nullable"] == true && schema.value["type"].is_string()) {
            say("nullable: only `true`, and only together with `type`");
        }
        let untyped = !["type", "$ref", "anyOf", "oneOf", "allOf"].iter().any(|keyword| has(keyword));
        let forms = ["x-types", "x-variants"].into_iter().any(has);
        if has("x-types")
            && (!untyped || texts(&schema.value["x-types"]).filter(|name| TYPES.contains(name)).count() < 2)
        {
            say("x-types: needs at least two types, and no `type`");
        }
        if array(&schema.value["enum"]).count() > 0 && !schema.at.starts_with("/components/schemas/")
            || array(&schema.value["enum"]).count() > 0 && schema.at.matches('/').count() > 3
        {
            say("an enum must be a named schema of its own");
        }
        if untyped && !forms && !has_text(&schema.value["description"]) {
            say("no type: the description must say what is known");
        }
        if schema.value["type"] == "array" && !has("items") {
            say("an array must have items");
        }
        if let Some(pattern) = schema.value["pattern"].as_str() {
            if pattern.contains("(?") {
                say("pattern: no look-around and no inline flags");
            }
            if !(pattern.starts_with('^') && pattern.ends_with('$')) {
                say("pattern: match the whole string (^...$); a leading slash is mistaken for a delimiter");
            }
        }
    }
    findings
}

#[test]
fn schemas_use_only_what_generators_support() {
    let id = "          type: integer\n          format: int64\n          description: The id.\n";
    check_rule(
        keywords,
        &[
            ("      x-variants:\n", "      oneOf:\n", "Change: anyOf, oneOf"),
            ("      x-variants:\n", "      anyOf:\n", "Change: anyOf, oneOf"),
            (
                "      x-variants:\n",
                "      discriminator: {propertyName: action}\n      x-variants:\n",
                "Change: discriminator",
            ),
            ("      x-variants:\n", "      allOf:\n", "Change: allOf"),
            ("x-types: [integer, string]", "x-types: [integer]", "Snapshot/properties/size: x-types"),
            ("x-types: [integer, string]", "x-types: [integer, text]", "Snapshot/properties/size: x-types"),
            ("x-types: [integer, string]", "type: string\n          x-types: [integer, string]", "size: x-types"),
            (
                "          $ref: '#/components/schemas/Speed'\n",
                "          type: string\n          enum: [slow]\n",
                "speed: an enum",
            ),
            ("*$'", "*'", "SnapshotId/schema: pattern: match"),
            ("pattern: '^", "pattern: '/", "SnapshotId/schema: pattern: match"),
            (
                "      type: object\n      description: An error.",
                "      not: {type: string}\n      description: An error.",
                "not:",
            ),
            (id, "          type: integer\n          description: The id.\n", "Snapshot/properties/id: an integer"),
            (
                id,
                "          type: integer\n          format: int32\n          description: The id.\n",
                "must have `format: int64`",
            ),
            (id, "          type: [integer, string]\n          description: The id.\n", "several types"),
            ("          type: string\n          nullable: true\n", "          nullable: true\n", "name: nullable"),
            ("nullable: true", "nullable: false", "name: nullable"),
            ("          description: Of unknown type.\n", "", "Snapshot/properties/extra: no type"),
            ("          items:\n            $ref: '#/components/schemas/Snapshot'\n", "", "must have items"),
            ("pattern: '^", "pattern: '^(?!x)", "look-around"),
            (
                "        type: integer\n        format: int64\n      example: 2\n",
                "        type: integer\n      example: 2\n",
                "Page",
            ),
        ],
    );
}

/// In OpenAPI 3.0, siblings of `$ref` are ignored.
fn references(document: &Document) -> Vec<String> {
    fn walk(at: &str, node: &Value, findings: &mut Vec<String>) {
        if node["$ref"].is_string() && object(node).count() > 1 {
            findings.push(format!("{at}: siblings of $ref are ignored"));
        }
        for (key, value) in object(node).filter(|(key, _)| !["example", "value"].contains(&key.as_str())) {
            walk(&format!("{at}/{}", key.replace('/', "~1")), value, findings);
        }
        for (index, value) in array(node).enumerate() {
            walk(&format!("{at}/{index}"), value, findings);
        }
    }
    let mut findings = Vec::new();
    walk("", &document.json, &mut findings);
    findings
}

#[test]
fn references_have_no_siblings() {
    check_rule(
        references,
        &[
            (
                "        first:\n",
                "        first:\n          description: x\n",
                "/components/schemas/SnapshotPage/properties/first",
            ),
            (
                "        - $ref: '#/components/parameters/Page'\n",
                "        - $ref: '#/components/parameters/Page'\n          required: true\n",
                "/paths/~1snapshots/get/parameters/0",
            ),
        ],
    );
}

fn properties(document: &Document) -> Vec<String> {
    let mut findings = Vec::new();
    for schema in document.schemas() {
        for (name, property) in object(&schema.value["properties"]) {
            let meant = document.resolve(property);
            let whose = property["$ref"].as_str().map(|target| format!(" in {target}")).unwrap_or_default();
            if !has_text(&meant["description"]) {
                findings.push(format!("{}/properties/{name}: no description{whose}", schema.at));
            }
            if meant.get("example").is_none() {
                findings.push(format!("{}/properties/{name}: no example{whose}", schema.at));
            }
        }
    }
    findings
}

#[test]
fn each_property_has_description_and_example() {
    check_rule(
        properties,
        &[
            ("          description: The id.\n", "", "Snapshot/properties/id: no description"),
            ("          example: 7\n", "", "Snapshot/properties/id: no example"),
            (
                "      example: {id: 7, name: web, status: ready}\n",
                "",
                "SnapshotPage/properties/first: no example in #",
            ),
        ],
    );
}

/// Required names are declared: a misspelled one would be ineffective.
fn required(document: &Document) -> Vec<String> {
    let mut findings = Vec::new();
    for schema in document.schemas() {
        for name in texts(&schema.value["required"]) {
            if schema.value["properties"][name].is_null() {
                findings.push(format!("{}: requires {name:?}, which is not among its properties", schema.at));
            }
        }
    }
    findings
}

#[test]
fn required_properties_are_declared() {
    check_rule(required, &[("required: [id, name]", "required: [id, nam]", "requires \"nam\"")]);
}

/// The properties of each variant belong to its schema; if that has none, each variant stands on its own.
fn variants(document: &Document) -> Vec<String> {
    fn known(document: &Document, schema: &Value, variant: &Value, at: &str, findings: &mut Vec<String>) {
        let schema = document.resolve(schema);
        for (name, inner) in object(&variant["properties"]) {
            match schema["properties"].get(name) {
                Some(property) => known(document, property, inner, &format!("{at}/{name}"), findings),
                None => findings.push(format!("{at}: a variant names {name:?}, which is not in the schema")),
            }
        }
        for name in texts(&variant["required"]).filter(|name| schema["properties"].get(*name).is_none()) {
            findings.push(format!("{at}: a variant requires {name:?}, which is not in the schema"));
        }
        for word in texts(&variant["enum"]).filter(|word| !texts(&schema["enum"]).any(|known| known == *word)) {
            findings.push(format!("{at}: a variant has the value {word:?}, which is not in the schema"));
        }
        if variant["items"].is_object() {
            known(document, &schema["items"], &variant["items"], at, findings);
        }
        for inner in array(&variant["x-variants"]) {
            known(document, schema, inner, at, findings);
        }
    }
    let mut findings = Vec::new();
    for schema in document.schemas().iter().filter(|schema| schema.value.get("x-variants").is_some()) {
        let variants: Vec<_> = array(&schema.value["x-variants"]).collect();
        if variants.len() < 2 {
            findings.push(format!("{}: x-variants has fewer than two forms", schema.at));
        }
        for variant in variants {
            if schema.value["type"].is_string() {
                known(document, schema.value, variant, &schema.at, &mut findings);
            } else if !variant["type"].is_string() || !has_text(&variant["description"]) {
                findings.push(format!("{}: without `type`, a variant needs a type and a description", schema.at));
            }
        }
        // Each value of an action is in some variant: otherwise it could never be sent.
        for (name, property) in object(&schema.value["properties"]) {
            for word in texts(&document.resolve(property)["enum"]) {
                let named = |variant: &&Value| texts(&variant["properties"][name]["enum"]).any(|named| named == word);
                if !array(&schema.value["x-variants"]).any(|it| named(&it))
                    && values_are_distinguished(&schema.value["x-variants"], name)
                {
                    findings.push(format!("{}: no variant has the {name} {word:?}", schema.at));
                }
            }
        }
    }
    findings
}

/// Whether the variants distinguish the values of this property.
fn values_are_distinguished(variants: &Value, name: &str) -> bool {
    array(variants).any(|variant| !variant["properties"][name]["enum"].is_null())
}

#[test]
fn variants_narrow_their_schema() {
    check_rule(
        variants,
        &[
            ("            ids: {}\n", "            idz: {}\n", "names \"idz\""),
            ("        - required: [name]\n", "        - required: [nam]\n", "requires \"nam\""),
            ("enum: [purge]", "enum: [drop]", "the value \"drop\""),
            ("enum: [purge]", "enum: [delete]", "no variant has the action \"purge\""),
            (
                "x-types: [integer, string]",
                "x-variants: [{type: string}, {type: integer, description: x}]",
                "size: without `type`, a variant",
            ),
            (
                "x-types: [integer, string]",
                "x-variants: [{type: string, description: x}]",
                "size: x-variants has fewer",
            ),
        ],
    );
}

/// In Go, the constants of all enums share one namespace: each value needs a unique name.
fn constants(document: &Document) -> Vec<String> {
    let mut findings = Vec::new();
    let mut seen: Vec<&str> = Vec::new();
    for (name, schema) in
        object(&document.json["components"]["schemas"]).filter(|(_, schema)| schema["enum"].is_array())
    {
        let names: Vec<_> = texts(&schema["x-enum-varnames"]).collect();
        if names.len() != array(&schema["enum"]).count() {
            findings.push(format!("/components/schemas/{name}: x-enum-varnames must name each value of the enum"));
        }
        for constant in names {
            if seen.contains(&constant) {
                findings.push(format!("/components/schemas/{name}: another enum has the constant {constant}"));
            }
            seen.push(constant);
        }
    }
    findings
}

#[test]
fn constants_of_enums_do_not_collide() {
    check_rule(
        constants,
        &[
            ("[SLOW, FAST]", "[SLOW]", "Speed: x-enum-varnames must name each"),
            ("[SLOW, FAST]", "[CREATE_ONE, FAST]", "Speed: another enum has the constant CREATE_ONE"),
        ],
    );
}

/// Closed sets are only for requests: a response may contain a value never seen before.
fn sets(document: &Document) -> Vec<String> {
    let mut findings = Vec::new();
    for schema in document.schemas() {
        let open = &schema.value["x-extensible-enum"];
        if open.is_null() {
            continue;
        }
        if schema.value["type"] != "string" || !schema.value["enum"].is_null() || texts(open).count() == 0 {
            findings.push(format!(
                "{}: x-extensible-enum must be a list of strings, with `type: string` and without enum",
                schema.at
            ));
        }
    }
    for schema in document.schemas().iter().filter(|schema| !schema.value["x-legacy-type"].is_null()) {
        let (older, present) = (&schema.value["x-legacy-type"], &schema.value["type"]);
        let known = TYPES.iter().any(|name| older == name);
        if !known || !present.is_string() || older == present {
            findings.push(format!("{}: x-legacy-type must differ from `type`", schema.at));
        }
    }
    for schema in document.response_schemas() {
        if array(&schema.value["enum"]).count() > 1 {
            findings.push(format!("{}: an enum of several values in a response: use x-extensible-enum", schema.at));
        }
        if schema.value["additionalProperties"] == false {
            findings
                .push(format!("{}: a response may contain unknown fields: no additionalProperties: false", schema.at));
        }
    }
    findings
}

#[test]
fn responses_are_open() {
    check_rule(
        sets,
        &[
            (
                "          x-extensible-enum: [ready, creating]\n",
                "          enum: [ready, creating]\n",
                "several values",
            ),
            ("x-extensible-enum: [ready, creating]", "x-extensible-enum: ready", "must be a list of strings"),
            ("x-extensible-enum: [ready, creating]", "x-legacy-type: string", "x-legacy-type must differ"),
            ("x-extensible-enum: [ready, creating]", "x-legacy-type: text", "x-legacy-type must differ"),
            ("x-extensible-enum: [ready, creating]", "x-extensible-enum: [1, 2]", "must be a list of strings"),
            (
                "          type: string\n          x-extensible-enum",
                "          type: integer\n          x-extensible-enum",
                "must be a list of strings",
            ),
            (
                "      required: [id, name]\n",
                "      additionalProperties: false\n      required: [id, name]\n",
                "Snapshot: a response may contain",
            ),
        ],
    );
}
