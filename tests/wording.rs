//! Texts use the field's own terms, one word for one thing. This covers the help and error output (by its golden files), all of `src/`
//! (messages, comments and names), the documentation, and the OpenAPI documents with their checks.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::{Path, PathBuf};

/// Where texts are read from: files, and all files below directories.
const PLACES: [&str; 35] = [
    "src",
    "docs",
    "openapi",
    "README.md",
    "SECURITY.md",
    "build",
    ".ci",
    "tests/bundle",
    "tests/cli",
    "tests/clients",
    "tests/openapi",
    "tests/behavior",
    "tests/behavior.rs",
    "tests/chaos",
    "tests/chaos.rs",
    "tests/claims",
    "tests/claims.rs",
    "tests/common/fixture.rs",
    "tests/genesiscloud",
    "tests/genesiscloud.rs",
    "tests/handles.rs",
    "tests/hostile",
    "tests/hostile.rs",
    "tests/hyperstack",
    "tests/hyperstack.rs",
    "tests/manageiq",
    "tests/manageiq.rs",
    "tests/nightly",
    "tests/nightly.rs",
    "tests/sandbox",
    "tests/syminet.rs",
    "tests/together.rs",
    "tests/transport.rs",
    "tests/wire",
    "tests/wire.rs",
];

/// The kinds of files that are read, by extension; scripts have none.
const KINDS: [&str; 14] = ["", "go", "html", "java", "md", "mjs", "php", "py", "rb", "rs", "sh", "ts", "txt", "yaml"];

/// Files whose texts are not checked yet.
const PENDING: [&str; 0] = [];

/// Expressions that are not used, and what to write instead. Each is matched as whole words, whatever its case.
const AVOID: [(&str, &str); 81] = [
    ("afresh", "from the start"),
    ("anew", "again"),
    ("answer", "response"),
    ("answered", "responded, returned"),
    ("answers", "responses"),
    ("as they came", "unchanged"),
    ("as it came", "unchanged"),
    ("asked for", "requested"),
    ("asked to be", "requested"),
    ("be had", "be obtained"),
    ("became of", "the outcome of"),
    ("becomes of", "the outcome of"),
    ("being made", "being created"),
    ("blanks", "spaces"),
    ("borne", "tolerated"),
    ("by that name", "with that name"),
    ("call it by", "name it"),
    ("came of", "resulted from"),
    ("cannot be an id", "is not a valid ID"),
    ("cannot be told", "is unknown"),
    ("comes of", "results from"),
    ("could not be told", "is unknown"),
    ("dealt out", "delivered"),
    ("document knows", "is documented"),
    ("document does not know", "undocumented"),
    ("end was not seen", "still pending"),
    ("end cannot be seen", "completion is not reported"),
    ("ended well", "succeeded"),
    ("ends well", "succeeds"),
    ("for ever", "forever"),
    ("for good", "permanently"),
    ("give --", "use --, --x is required"),
    ("gives way", "is dropped"),
    ("give way", "are dropped"),
    ("go on with", "resume"),
    ("goes on", "continues"),
    ("half of a connection", "incomplete configuration"),
    ("held against", "validated against"),
    ("hold against", "validate against"),
    ("holds against", "validates against"),
    ("image lies", "URL of the image"),
    ("in its time", "timed out"),
    ("is borne", "is tolerated"),
    ("it is of", "it belongs to"),
    ("look again", "check again"),
    ("looked at", "checked, polled"),
    ("looked for", "searched for"),
    ("looks at", "checks, polls"),
    ("mended", "fixed"),
    ("nobody was told", "not reported"),
    ("no verdict", "outcome unknown"),
    ("not to be seen", "not visible"),
    ("of vm", "belongs to VM"),
    ("on the way", "during, in transit"),
    ("play", "emulate"),
    ("played", "emulated"),
    ("plays", "emulates"),
    ("put back", "restored"),
    ("puts a machine back", "restores a machine"),
    ("say --", "use --"),
    ("see its end", "resume"),
    ("sees its end", "resumes"),
    ("shelf", "state"),
    ("so many", "N, this many"),
    ("stands in it", "is in it"),
    ("stands twice", "occurs twice"),
    ("strikes", "applies to, affects"),
    ("struck", "applied to, affected"),
    ("switched off", "disabled, powered off"),
    ("switched on", "enabled, powered on"),
    ("takes down", "records"),
    ("taken down", "recorded"),
    ("taken for", "mistaken for"),
    ("tells", "reports"),
    ("told", "reported"),
    ("toy", "simulated"),
    ("unasked", "preemptively"),
    ("whose end", "pending"),
    ("wishes", "requested changes"),
    ("without a verdict", "outcome unknown"),
    ("without a word", "silently"),
];

/// "X is no Y" for "X is not a valid Y". "There is no" and "is no longer" are fine.
const IS_NO: [&str; 2] = ["is no", "are no"];

/// Uses that are right where they are, with the reason.
const RIGHT: [(&str, &str, &str); 4] = [
    ("openapi/genesiscloud.yaml", "tells", "tells clients something"),
    ("openapi/manageiq.yaml", "tells", "tells a person something"),
    ("src/cli/ask.rs", "answer", "a person's answer to a question"),
    ("src/sandbox/hyperstack/mod.rs", "of vm", "a message of the provider"),
];

/// A text with its line breaks, comment marks and indentation reduced to single spaces, and the line of each byte.
struct Prose {
    text: String,
    lines: Vec<usize>,
}

impl Prose {
    fn read(content: &str, is_markdown: bool) -> Self {
        let mut prose = Self { text: " ".to_owned(), lines: vec![1] };
        let mut fenced = false;
        for (number, line) in content.lines().enumerate() {
            let line = line.trim();
            if is_markdown && line.starts_with("```") {
                fenced = !fenced;
                continue;
            }
            if fenced {
                continue;
            }
            let line = line.trim_start_matches(['/', '!', '#', '>', '|']).trim().trim_end_matches('\\');
            let line = if is_markdown { without_code(line) } else { line.to_owned() };
            prose.text.push_str(&line.to_lowercase());
            prose.text.push(' ');
            prose.lines.resize(prose.text.len(), number + 1);
        }
        prose
    }

    /// Where the words occur: the line and the words before and after.
    fn find<'a>(&'a self, words: &'a str) -> impl Iterator<Item = (usize, &'a str, &'a str)> {
        let is_part = |c: char| c.is_alphanumeric() || c == '_';
        self.text.match_indices(words).filter_map(move |(at, _)| {
            let (before, after) = (&self.text[..at], &self.text[at + words.len()..]);
            let within = before.chars().next_back().is_some_and(is_part) && words.starts_with(is_part)
                || after.chars().next().is_some_and(is_part) && words.ends_with(is_part);
            (!within).then_some((self.lines[at], before, after))
        })
    }
}

/// A line of Markdown without its code spans.
fn without_code(line: &str) -> String {
    line.split('`').step_by(2).collect::<Vec<_>>().join("`")
}

fn files(path: &Path, found: &mut Vec<PathBuf>) {
    if !path.is_dir() {
        return found.push(path.to_owned());
    }
    for entry in std::fs::read_dir(path).expect("a readable directory") {
        files(&entry.expect("a readable entry").path(), found);
    }
}

/// What to improve in a text: its line, the expression, and what to write instead.
fn faults(prose: &Prose) -> Vec<(usize, &'static str, &'static str)> {
    let mut found = Vec::new();
    for (words, instead) in AVOID {
        found.extend(prose.find(words).map(|(line, ..)| (line, words, instead)));
    }
    for words in IS_NO {
        let wrong = prose.find(words).filter(|(_, before, after)| {
            let subject = before.split_whitespace().next_back().unwrap_or_default();
            let longer = ["longer", "more", "need"].contains(&after.split_whitespace().next().unwrap_or_default());
            !subject.ends_with("there") && !longer
        });
        found.extend(wrong.map(|(line, ..)| (line, words, "is not a valid, is not")));
    }
    found
}

#[test]
fn texts_use_the_terms_of_the_field() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    PLACES.iter().for_each(|place| files(&root.join(place), &mut paths));
    paths.retain(|path| {
        let kind = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
        KINDS.contains(&kind)
    });
    paths.sort();
    assert!(paths.len() > 100, "too few files: {}", paths.len());
    let mut wrong = Vec::new();
    for path in paths {
        let name = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
        if PENDING.iter().any(|pending| Path::new(&name).starts_with(pending)) {
            continue;
        }
        let prose = Prose::read(&std::fs::read_to_string(&path).unwrap(), name.ends_with(".md"));
        for (line, words, instead) in faults(&prose) {
            if !RIGHT.iter().any(|(file, right, _)| *file == name && *right == words) {
                wrong.push(format!("{name}:{line}: {words:?}: write {instead}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} expressions to replace:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn the_search_finds_expressions_across_lines_and_only_whole_words() {
    let found = |text: &str| {
        faults(&Prose::read(text, true)).into_iter().map(|(line, words, _)| (line, words)).collect::<Vec<_>>()
    };
    assert_eq!(found("It is\n/// told twice."), [(2, "told")]);
    assert_eq!(found("which was asked\n    // for"), [(1, "asked for")]);
    assert_eq!(found("The path is no URL."), [(1, "is no")]);
    assert_eq!(found("There is no URL, it is no longer needed, `told`, retold_by."), []);
    assert_eq!(found("```\ntold\n```\nfine"), []);
}
