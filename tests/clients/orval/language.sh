# shellcheck shell=bash
# TypeScript: clients of orval, with its fetch client. Read by tests/clients/run.

prepare_orval() {
    mkdir -p "$work/orval/ts/orval"
    cp "$root"/tests/clients/orval/{config.mjs,common.ts} "$work/orval/ts/orval/"
    (cd "$work/orval/ts/orval" && ORVAL_DOCUMENTS=$dist "$tools/typescript/node_modules/.bin/orval" --config config.mjs \
        > "$work/orval.log" 2>&1) || { tail -n 30 "$work/orval.log" >&2; exit 1; }
    prepare_ts orval
}
run_orval() { run_ts orval "$@"; }
