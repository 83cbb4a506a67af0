# Java: clients of openapi-generator on java.net.http, compiled without Maven: the generator's own jar carries Jackson, and
# Debian's libgeronimo-annotation-1.3-spec-java the annotations. Read by tests/clients/run.

java_class_path() {
    local jar
    jar=$(find "$venv/lib" -name openapi-generator.jar | head -n 1)
    echo "$jar:${JAVA_ANNOTATIONS:-/usr/share/java/geronimo-annotation-1.3-spec.jar}"
}
prepare_java() {
    generate java "library: native" "globalProperties: {apiTests: false, modelTests: false, apiDocs: false, modelDocs: false}" \
        "additionalProperties: {openApiNullable: false, invokerPackage: clients.{}, apiPackage: clients.{}.api, modelPackage: clients.{}.model}"
    find "$work/java" -path '*/src/main/java/*' -name '*.java' > "$work/java/sources"
    javac -nowarn -proc:none -encoding UTF-8 -cp "$(java_class_path)" -d "$work/java/classes" \
        "@$work/java/sources" tests/clients/java/*.java 2>&1 | { grep -v '^Note: ' || true; }
    [ -f "$work/java/classes/scenario/Scenario.class" ]
}
run_java() {
    java -XX:TieredStopAtLevel=1 -cp "$work/java/classes:$(java_class_path)" "scenario.$(capital "$1")" "${@:2}"
}
