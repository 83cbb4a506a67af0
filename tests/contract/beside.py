"""Holds the bodies of bodies.jsonl against the same documents with openapi-schema-validator, and compares verdicts.

Usage: beside.py FOLDER (written by the test `beside`). Exits with 0 if both validators agree on all.

Formats count too: the run fails if the other validator lacks one that the documents use.
"""

import collections
import json
import pathlib
import sys

from openapi_schema_validator import OAS30ReadValidator, OAS30WriteValidator, oas30_format_checker
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT4

LEAST = 10_000


def resolve(document, node):
    """Follows references within the document."""
    while "$ref" in node:
        for segment in (target := document, *node["$ref"].removeprefix("#/").split("/"))[1:]:
            target = target[segment.replace("~1", "/").replace("~0", "~")]
        node = target
    return node


def validators(name, document):
    """One validator for each body of the document, by operation and status."""
    uri = f"urn:{name}"
    registry = Registry().with_resource(uri, Resource(contents=document, specification=DRAFT4))
    found = {}
    methods = {"get", "put", "post", "delete", "options", "head", "patch"}
    for item in document["paths"].values():
        for method in methods & item.keys():
            operation = item[method]
            bodies = dict(operation["responses"])
            if "requestBody" in operation:
                bodies["request"] = operation["requestBody"]
            for status, body in bodies.items():
                content = resolve(document, body).get("content", {})
                if "application/json" not in content:
                    continue
                schema = content["application/json"]["schema"]
                schema = json.loads(json.dumps(schema).replace('"#/', f'"{uri}#/'))
                kind = OAS30WriteValidator if status == "request" else OAS30ReadValidator
                checker = kind(schema, registry=registry, format_checker=oas30_format_checker)
                found[operation["operationId"], status] = checker
    return found


def main(folder):
    for name in ("date-time", "date", "uuid", "int32", "int64"):
        if name not in oas30_format_checker.checkers:
            sys.exit(f"the other validator does not check the format {name}: a package is missing")

    documents = {path.stem: json.loads(path.read_text()) for path in folder.glob("*.json")}
    known = {name: validators(name, document) for name, document in documents.items()}
    counts, seen, differing = collections.Counter(), set(), []
    with (folder / "bodies.jsonl").open() as lines:
        for line in lines:
            case = json.loads(line)
            provider, place = case["provider"], (case["operation"], case["status"])
            seen.add((provider, *place))
            theirs = known[provider][place].is_valid(case["body"])
            counts[provider, case["valid"], theirs] += 1
            if theirs != case["valid"]:
                differing.append((provider, *place, case, theirs))

    print(f"{'':>14}{'both valid':>12}{'both broken':>12}{'we alone':>12}{'they alone':>13}")
    for provider in documents:
        verdicts = ((True, True), (False, False), (True, False), (False, True))
        row = [counts[provider, ours, theirs] for ours, theirs in verdicts]
        print(f"{provider:>14}{row[0]:>12}{row[1]:>12}{row[2]:>12}{row[3]:>13}")
    total = sum(counts.values())
    print(f"{total} bodies, {len(differing)} verdicts differ")

    for provider, operation, status, case, theirs in differing[:20]:
        errors = [error.message[:200] for error in known[provider][operation, status].iter_errors(case["body"])]
        print(f"{provider} {operation} {status}: we say valid={case['valid']}, they say {theirs}: {errors}")
        print(f"    {json.dumps(case['body'])[:600]}")
    # A range is the copy of a response that stands under its own status, too.
    unseen = [(name, *place) for name in known for place in known[name] if (name, *place) not in seen]
    missing = [place for place in unseen if not place[2].endswith("XX")]
    if missing:
        print(f"no body was generated for: {missing}")
    if total < LEAST:
        print(f"fewer than {LEAST} bodies")
    return 1 if differing or missing or total < LEAST else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
