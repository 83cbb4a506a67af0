# Ruby: clients of openapi-generator, loaded from where they were generated. Read by tests/clients/run.

prepare_ruby() {
    # The generator has an exception called ApiError itself, so the document's schema gets another name.
    generate ruby "globalProperties: {apiTests: false, modelTests: false, apiDocs: false, modelDocs: false}" \
        "additionalProperties: {gemName: {}_client, moduleName: {C}}" "modelNameMappings: {ApiError: ErrorAnswer}"
    for provider in $documents; do ruby -I "$work/ruby/$provider/lib" -e "require '${provider}_client'"; done
}
run_ruby() { ruby -I "$work/ruby/$1/lib" -I tests/clients/ruby "tests/clients/ruby/$1.rb" "${@:2}"; }
