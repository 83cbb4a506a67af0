#!/usr/bin/env bash
# Tests `cloudsnap sandbox serve` against each document with schemathesis: phases "examples" and "coverage", with the same cases
# each time, on a copy in which `x-variants` and the like are expressed in standard OpenAPI. With arguments, other phases:
# tests/clients/schemathesis.sh fuzzing,stateful [SEED]
# tests/clients/schemathesis.sh --install installs what it needs, and nothing else.
# CLOUDSNAP is the program that serves the sandbox; built if not set.
set -euo pipefail
cd "$(dirname "$0")/../.."
export PIP_DISABLE_PIP_VERSION_CHECK=1 PYTHONDONTWRITEBYTECODE=1
phases=${1:-examples,coverage}
seed=${2:-42}
root=$PWD
venv=$root/target/tools/venv
work=$root/target/clients
mkdir -p "$work"

[ -x "$venv/bin/pip" ] || python3 -m venv "$venv"
"$venv/bin/pip" install --quiet schemathesis==4.32.5
[ "${1:-}" != --install ] || exit 0

if [ -z "${CLOUDSNAP:-}" ]; then
    cargo build --quiet --all-features
    CLOUDSNAP=${CARGO_TARGET_DIR:-target}/debug/cloudsnap
fi

ready=$work/schemathesis.ready
: > "$ready"
"$CLOUDSNAP" sandbox serve --delay 1s > "$ready" &
trap 'kill '$! EXIT
for _ in $(seq 100); do [ ! -s "$ready" ] || break; sleep 0.1; done
value() { node -p 'const [file, provider, key] = process.argv.slice(1);
    JSON.parse(require("fs").readFileSync(file))["providers"][provider]?.[key] ?? ""' "$ready" "$1" "$2"; }

how=(--generation-deterministic)
[ "$phases" = examples,coverage ] || how=(--generation-database none --seed "$seed" -n 20 --no-shrink --max-failures 5)
failed=0
for provider in syminet manageiq hyperstack genesiscloud; do
    url=$(value "$provider" base_url)
    if [ -z "$url" ]; then
        echo "$provider: not emulated"
        failed=1
        continue
    fi
    login=$(value "$provider" token)
    case $provider in
        manageiq) login="Authorization: Basic $(printf %s "$(value $provider username):$(value $provider password)" | base64 -w 0)" ;;
        hyperstack) login="api_key: $login" ;;
        *) login="Authorization: Bearer $login" ;;
    esac
    # Our extensions are translated to standard OpenAPI: schemathesis would ignore them.
    node tests/clients/schemathesis/spell-out.mjs "generated/$provider.json" "$work/$provider-spelled.json"
    started=$SECONDS log=$work/schemathesis-$provider.log result=0
    # It creates a cache in its working directory.
    (cd "$work" && timeout 300 "$venv/bin/st" --config-file "$root/tests/clients/schemathesis/$provider.toml" run \
        "$work/$provider-spelled.json" --url "$url" -H "$login" --phases "$phases" --no-color "${how[@]}") \
        > "$log" 2>&1 || result=$?
    printf '%s: %s (%d s)\n' "$provider" "$(sed -n '/^Test cases:/{n;s/^ *//;p}' "$log")" $((SECONDS - started))
    if [ "$result" -ne 0 ]; then
        failed=1
        sed -n '/= FAILURES =/,/= WARNINGS =\|= SUMMARY =/p;/= ERRORS =/,/= SUMMARY =/p' "$log" | sed '/^$/d' | head -n 120 || true
        tail -n 8 "$log"
    fi
done
exit $failed
