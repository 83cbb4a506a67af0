# shellcheck shell=bash
# Installs what .ci/dist and tests/bundle need in addition to the Rust toolchain, Node and Python, under target/tools. Sourced by
# both.
redocly_version=2.77.0
tools=$PWD/target/tools
redocly=$tools/node_modules/.bin/redocly
export REDOCLY_TELEMETRY=off REDOCLY_SUPPRESS_UPDATE_NOTICE=true PIP_DISABLE_PIP_VERSION_CHECK=1
npm_options=(--silent --no-save --no-package-lock --no-audit --no-fund --ignore-scripts)

# node_tools FOLDER PACKAGE..: installs the packages in these versions in a separate folder
node_tools() {
    local folder=$tools/$1 wanted="${*:2}"
    [ "$(cat "$folder/stamp" 2>/dev/null)" = "$wanted" ] && return
    mkdir -p "$folder"
    npm install "${npm_options[@]}" --prefix "$folder" "${@:2}"
    echo "$wanted" > "$folder/stamp"
}
# python_tools PACKAGE..
python_tools() {
    [ -x "$tools/venv/bin/pip" ] || python3 -m venv "$tools/venv"
    "$tools/venv/bin/pip" install --quiet "$@"
}
dist_tools() {
    if [ "$("$redocly" --version 2>/dev/null)" != "$redocly_version" ]; then
        npm install "${npm_options[@]}" --prefix "$tools" "@redocly/cli@$redocly_version"
    fi
    node_tools bundle marked@18.2.1 @scalar/openapi-upgrader@0.4.9 openapi-typescript@7.13.0 typescript@5.9.3
    python_tools hatchling==1.33.0
}
