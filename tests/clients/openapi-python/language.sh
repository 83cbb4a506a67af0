# shellcheck shell=bash
# Python: clients of openapi-generator's python. Read by tests/clients/run.

prepare_openapi-python() {
    local OUT=openapi-python
    generate python "globalProperties: {apiTests: false, modelTests: false, apiDocs: false, modelDocs: false}" \
        "additionalProperties: {packageName: openapi_{}}"
}
run_openapi-python() {
    PYTHONWARNINGS=ignore PYTHONPATH=$work/openapi-python/$1 "$venv/bin/python" "tests/clients/openapi-python/$1.py" "${@:2}"
}
