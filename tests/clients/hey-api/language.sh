# shellcheck shell=bash
# TypeScript: clients of @hey-api/openapi-ts. Read by tests/clients/run.

prepare_hey-api() {
    mkdir -p "$work/hey-api/ts/hey-api/generated"
    for provider in $documents; do
        # A path without a leading dot is taken for a name in the vendor's registry.
        (cd "$dist" && "$tools/typescript/node_modules/.bin/openapi-ts" -i "./$provider.yaml" -c @hey-api/client-fetch \
            -o "$work/hey-api/ts/hey-api/generated/$provider" --no-log-file --silent)
    done
    prepare_ts hey-api
}
run_hey-api() { run_ts hey-api "$@"; }
