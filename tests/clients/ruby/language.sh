# Ruby: clients of openapi-generator, loaded from where they were generated. Read by tests/clients/run.

prepare_ruby() {
    generate ruby "globalProperties: {apiTests: false, modelTests: false, apiDocs: false, modelDocs: false}" \
        "additionalProperties: {gemName: {}_client, moduleName: {C}}"
    # A list of free objects gets a type that the generated reader does not know.
    find "$work/ruby" -name '*.rb' -exec sed -i 's/Array<Hash>/Array<Object>/' {} +
    for provider in $documents; do ruby -I "$work/ruby/$provider/lib" -e "require '${provider}_client'"; done
}
run_ruby() { ruby -I "$work/ruby/$1/lib" -I tests/clients/ruby "tests/clients/ruby/$1.rb" "${@:2}"; }
