# Go: clients of openapi-generator as packages of one module. Read by tests/clients/run.

prepare_go() {
    generate go "globalProperties: {apiTests: false, modelTests: false, apiDocs: false, modelDocs: false}" \
        "additionalProperties: {packageName: {}, withGoMod: false}"
    cp -r "$root/tests/clients/go/cmd" "$root/tests/clients/go/scenario" "$work/go"
    printf 'module clients\n\ngo 1.23\n' > "$work/go/go.mod"
    (cd "$work/go" && "$venv/bin/go" vet ./cmd/... && "$venv/bin/go" build -o bin/ ./cmd/...)
}
run_go() { "$work/go/bin/$1" "${@:2}"; }
