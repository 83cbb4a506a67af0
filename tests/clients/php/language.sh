# shellcheck shell=bash
# PHP: clients of openapi-generator's php, with Debian's php-guzzlehttp-guzzle. Read by tests/clients/run.

prepare_php() {
    generate php "globalProperties: {apiTests: false, modelTests: false, apiDocs: false, modelDocs: false}" \
        "additionalProperties: {invokerPackage: OpenApi\\{}}"
    find "$work/php" -name '*.php' -print0 | xargs -0 -n 200 php -l > "$work/php.log" || { grep -v '^No syntax' "$work/php.log" >&2; exit 1; }
}
run_php() { PHP_CLIENTS=$work/php php -d include_path="tests/clients/php:/usr/share/php" "tests/clients/php/$1.php" "${@:2}"; }
