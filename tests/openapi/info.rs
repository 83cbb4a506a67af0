//! Rules for the top level of a document: title, versions, license, servers, tags, security schemes.

use crate::document::{Document, array, check_rule, has_text, object};

fn head(document: &Document) -> Vec<String> {
    let mut findings = Vec::new();
    let mut must = |holds: bool, what: &str| {
        if !holds {
            findings.push(what.to_owned());
        }
    };
    let json = &document.json;
    let info = &json["info"];
    let text = |pointer: &str| json.pointer(pointer).and_then(|value| value.as_str()).unwrap_or_default();

    must(text("/openapi") == "3.0.3", "/openapi must be 3.0.3: the generator supports no later version");
    let ending = " snapshots and backups (unofficial)";
    must(text("/info/title").ends_with(ending), "/info/title must end with \"snapshots and backups (unofficial)\"");
    let description = text("/info/description").split_whitespace().collect::<Vec<_>>().join(" ");
    must(description.contains("not affiliated"), "/info/description must say that it is not affiliated");
    must(text("/info/license/name") == "MIT OR Apache-2.0", "/info/license/name must be MIT OR Apache-2.0");
    must(text("/info/license/url").starts_with("https://"), "/info/license/url is missing");
    must(
        text("/info/contact/name").contains("authors"),
        "/info/contact must name the authors: no one here speaks for the vendor",
    );
    must(
        info["contact"]["email"].is_null(),
        "/info/contact must not have an address that might be mistaken for the vendor's",
    );
    must(
        description.len() <= 200,
        "/info/description is copied into every generated file: keep it short, see the tag Guide",
    );
    must(has_text(&info["x-vendor-api-version"]), "/info/x-vendor-api-version must be a string (quote it)");
    let version = text("/info/version");
    let semver = version.split('.').count() == 3 && version.split('.').all(|part| part.parse::<u32>().is_ok());
    must(semver, "/info/version must be three numbers");
    must(text("/externalDocs/url").starts_with("https://"), "/externalDocs/url must name the vendor's page");
    let servers = || array(&json["servers"]);
    let https = servers().all(|server| server["url"].as_str().is_some_and(|url| url.starts_with("https://")));
    must(https && servers().count() > 0, "/servers must not be empty, https only");
    findings
}

#[test]
fn info_describes_the_document() {
    const LONG: &str = "An unofficial description that is too long, too long, too long, too long, too long, too long, too long, too \
                        long, too long, too long, too long, too long, too long, too long, too long, too long, too long,";
    check_rule(
        head,
        &[
            ("openapi: 3.0.3", "openapi: 3.1.0", "/openapi"),
            (" (unofficial)", "", "/info/title"),
            ("not affiliated", "blessed", "/info/description"),
            ("MIT OR Apache-2.0", "MIT", "/info/license/name"),
            ("    url: https://spdx.org/licenses/MIT.html\n", "", "/info/license/url"),
            ("    name: The authors\n", "    name: The vendor\n", "/info/contact must name"),
            (
                "    name: The authors\n",
                "    name: The authors\n    email: a@example.com\n",
                "must not have an address",
            ),
            ("An unofficial description,", LONG, "/info/description is copied"),
            ("\"v1\"", "1.0", "/info/x-vendor-api-version"),
            ("version: 0.1.0", "version: v1", "/info/version"),
            ("https://docs.example.com/api", "docs", "/externalDocs/url"),
            ("https://api.example.com/v1", "http://api.example.com/v1", "/servers"),
        ],
    );
}

fn tags_and_schemes(document: &Document) -> Vec<String> {
    let mut findings = Vec::new();
    for tag in array(&document.json["tags"]) {
        if !has_text(&tag["description"]) {
            findings.push(format!("tag {} has no description", tag["name"]));
        }
        if !tag["name"].as_str().is_some_and(|name| name.starts_with(|first: char| first.is_ascii_uppercase())) {
            findings.push(format!("tag {} does not start with a capital letter", tag["name"]));
        }
        if tag["x-traitTag"] == true {
            continue;
        }
        let used = document.operations().iter().any(|operation| operation.value["tags"][0] == tag["name"]);
        if !used {
            findings.push(format!("tag {} has no operations", tag["name"]));
        }
    }
    let schemes = &document.json["components"]["securitySchemes"];
    if object(schemes).count() == 0 {
        findings.push("no security scheme".to_owned());
    }
    for (name, scheme) in object(schemes) {
        if !has_text(&scheme["description"]) {
            findings.push(format!("security scheme {name} has no description"));
        }
    }
    findings
}

#[test]
fn tags_and_security_schemes_are_described() {
    check_rule(
        tags_and_schemes,
        &[
            ("    description: Images of a machine.\n", "", "tag \"Snapshots\" has no description"),
            (
                "tags:\n  - name",
                "tags:\n  - {name: More, description: More.}\n  - name",
                "tag \"More\" has no operations",
            ),
            ("  - name: Snapshots\n", "  - name: snapshots\n", "tag \"snapshots\" does not start"),
            ("      description: A token made in the vendor's panel.\n", "", "security scheme bearerToken"),
        ],
    );
}
