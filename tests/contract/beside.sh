#!/bin/sh
# Compares the verdicts of the contract engine with those of a validator in another language, on the same documents and
# more than 10,000 generated bodies. Needs Node, Python 3.10 or newer and, once, its package index.
# Exits with 0 if both validators agree on all. With --install it only installs what it needs.
set -eu
cd "$(dirname "$0")/../.."
target=${CARGO_TARGET_DIR:-target}
venv=$target/beside-venv

if ! cmp -s tests/contract/beside.txt "$venv/installed.txt"; then
    rm -rf "$venv"
    python3 -m venv "$venv"
    "$venv/bin/pip" install --quiet --disable-pip-version-check --requirement tests/contract/beside.txt
    cp tests/contract/beside.txt "$venv/installed.txt"
fi

[ "${1:-}" != --install ] || exit 0

rm -rf "$target/tmp/beside"
# Pass the features of the last build here, so that nothing is rebuilt.
# shellcheck disable=SC2086  # a list of words
cargo test --quiet ${BESIDE_FEATURES:---no-default-features --features contract} --test contract -- beside::
# The other validator does not know the extensions of the documents: they are spelled out in OpenAPI's own words.
for document in "$target"/tmp/beside/*.json; do
    node tests/clients/schemathesis/spell-out.mjs "$document" "$document"
done
"$venv/bin/python" tests/contract/beside.py "$target/tmp/beside"
