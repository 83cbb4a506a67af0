# shellcheck shell=bash
# TypeScript: clients of openapi-generator's typescript-fetch. Read by tests/clients/run.

# Compiles the scenarios beside what was generated. prepare_ts CLIENT: under $work/CLIENT
prepare_ts() {
    local place=$work/$1/ts
    mkdir -p "$place/$1"
    cp "$root/tests/clients/scenario.ts" "$root/tests/clients/resolve.mjs" "$place/"
    cp "$root/tests/clients/$1"/*.ts "$place/$1/"
    echo '{"type":"module"}' > "$place/package.json"
    cp "$root/tests/clients/bundler.json" "$place/tsconfig.json"
    ln -sfn "$tools/typescript/node_modules" "$place/node_modules"
    "$tools/typescript/node_modules/.bin/tsc" -p "$place"
}
run_ts() { node --import "$work/$1/ts/resolve.mjs" "$work/$1/ts/out/$1/$2.js" "${@:3}"; }

prepare_fetch() {
    local OUT=fetch/generated
    generate typescript-fetch
    mkdir -p "$work/fetch/ts/fetch"
    mv "$work/fetch/generated" "$work/fetch/ts/fetch/"
    prepare_ts fetch
}
run_fetch() { run_ts fetch "$@"; }
