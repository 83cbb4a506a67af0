# shellcheck shell=bash
# Rust: clients of openapi-generator's rust, and of progenitor. Read by tests/clients/run.

# The generated crates lie beside the scenarios. What was built before of the crates that they need is kept.
cargo_workspace() { # LANGUAGE CRATE
    rm -rf "${work:?}/cargo-$1"
    cp -r "$root/tests/clients/rust" "$work/cargo-$1"
    sed -i "s/^members = .*/members = [\"scenario\", \"$2\"]/" "$work/cargo-$1/Cargo.toml"
}
cargo_build() { # LANGUAGE CRATE
    local cap=--cap-lints=allow
    (cd "$work/cargo-$1" && RUSTFLAGS=$cap CARGO_TARGET_DIR=$work/target-$1 cargo build --quiet -p "$2")
}

prepare_rust() {
    local OUT=rust-generated
    rm -rf "$work/rust-generated"
    generate rust "globalProperties: {apiTests: false, modelTests: false, apiDocs: false, modelDocs: false}" \
        "additionalProperties: {packageName: openapi-{}}"
    cargo_workspace rust openapi-generator
    mv "$work/rust-generated" "$work/cargo-rust/generated"
    cargo_build rust of-openapi-generator
}
run_rust() { "$work/target-rust/debug/$1" "${@:2}"; }

prepare_progenitor() {
    cargo_workspace progenitor progenitor
    CLOUDSNAP_DOCUMENTS=$dist cargo_build progenitor of-progenitor
}
run_progenitor() { "$work/target-progenitor/debug/$1" "${@:2}"; }
