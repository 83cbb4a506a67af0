# shellcheck shell=bash
# Rust: clients of openapi-generator's rust. Read by tests/clients/run.

prepare_rust() {
    generate rust "globalProperties: {apiTests: false, modelTests: false, apiDocs: false, modelDocs: false}" \
        "additionalProperties: {packageName: openapi-{}}"
    cargo_workspace
    (cd "$work/cargo" && cp -r "$work/rust" generated && CARGO_TARGET_DIR=$work/cargo-target cargo build --quiet -p of-openapi-generator)
}
run_rust() { "$work/cargo-target/debug/$1" "${@:2}"; }
# The scenarios, where the generated crates are to lie beside them.
cargo_workspace() {
    rm -rf "$work/cargo"
    cp -r "$root/tests/clients/rust" "$work/cargo"
}
