#!/bin/sh
# Runs the vendor's own Python SDK (package `hyperstack`, unmodified) against the sandbox. Requires python3 and access to PyPI.
set -eu
cd "$(dirname "$0")/../.."
target="${CARGO_TARGET_DIR:-target}"
venv="$target/clients/hyperstack"
if [ ! -x "$venv/bin/python" ]; then
    python3 -m venv "$venv"
    "$venv/bin/pip" install --quiet --disable-pip-version-check "hyperstack${HYPERSTACK_SDK:-==1.56.1a0}"
fi
cargo build --quiet --features cli --bin cloudsnap
line="$(mktemp)"
"$target/debug/cloudsnap" sandbox serve --delay 1s >"$line" &
sandbox=$!
trap 'kill "$sandbox"; rm -f "$line"' EXIT
for _ in 1 2 3 4 5 6 7 8 9 10; do
    [ -s "$line" ] && break
    sleep 0.3
done
"$venv/bin/python" tests/clients/hyperstack_sdk.py <"$line"
