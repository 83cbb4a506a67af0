# shellcheck shell=bash
# Rust: clients of openapi-generator's rust, and of progenitor. Read by tests/clients/run.

# The generated crates lie beside the scenarios. What was built before of the crates that they depend on is kept.
cargo_workspace() { # LANGUAGE CRATE
    rm -rf "${work:?}/cargo-$1"
    cp -r "$root/tests/clients/rust" "$work/cargo-$1"
    sed -i "s/^members = .*/members = [\"scenario\", \"$2\"]/" "$work/cargo-$1/Cargo.toml"
}
# Both clients share one target folder, so that their common dependencies are built once. Cargo would build one after the other
# there anyway; the lock also keeps the programs apart, which have the same names, until they are copied.
cargo_build() { # LANGUAGE PACKAGE
    (
        flock 9
        cd "$work/cargo-$1"
        RUSTFLAGS=--cap-lints=allow CARGO_TARGET_DIR=$work/target-cargo cargo build --quiet -p "$2"
        for provider in $documents; do cp "$work/target-cargo/debug/$provider" "$work/$1/"; done
    ) 9> "$work/target-cargo.lock"
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
run_rust() { "$work/rust/$1" "${@:2}"; }

prepare_progenitor() {
    cargo_workspace progenitor progenitor
    CLOUDSNAP_DOCUMENTS=$dist cargo_build progenitor of-progenitor
}
run_progenitor() { "$work/progenitor/$1" "${@:2}"; }
