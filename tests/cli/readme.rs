//! The commands in the README and the linked pages work: all of them are run against a sandbox.

use crate::support::{Place, Server};

/// The words of a line, split as a shell does: without quotes, comments and redirections.
fn words(line: &str) -> Vec<String> {
    let line = line.split(" #").next().unwrap().split(" > ").next().unwrap();
    let mut words = Vec::new();
    for (index, part) in line.split('\'').enumerate() {
        match index % 2 {
            0 => words.extend(part.split_whitespace().map(str::to_owned)),
            _ => words.push(part.to_owned()),
        }
    }
    words
}

/// Each text between these marks.
fn between<'a>(text: &'a str, begin: &str, end: &str) -> Vec<&'a str> {
    text.split(begin).skip(1).filter_map(|rest| rest.split(end).next()).collect()
}

/// The commands in shell blocks, and those in the text that contain no placeholder.
fn commands(readme: &str) -> Vec<Vec<String>> {
    let blocks = between(readme, "```sh\n", "```").into_iter().flat_map(str::lines);
    let blocks =
        blocks.filter_map(|line| line.strip_prefix("cargo run --features cli --").or(line.strip_prefix("cloudsnap ")));
    let placeholder = |span: &&str| span.split(' ').any(|word| word.chars().all(char::is_uppercase));
    let spans = between(readme, "`cloudsnap ", "`").into_iter().filter(|span| !placeholder(span));
    blocks.chain(spans).map(words).collect()
}

/// The pages whose commands are run. `docs/nightly.md` has its own test.
const PAGES: [&str; 5] =
    ["README.md", "docs/command-line.md", "docs/connecting.md", "docs/documents.md", "docs/sandbox.md"];

#[test]
fn commands_in_the_documentation_work() {
    let page = |page: &str| std::fs::read_to_string(format!("{}/{page}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let readme = page("README.md");
    let server = Server::start(&["--delay", "20ms"]);
    let of = |provider: &str, name: &str| server.ready["providers"][provider][name].as_str().unwrap().to_owned();
    let simulated = Place::new();
    let account = Place::new()
        .set("HYPERSTACK_API_KEY", &of("hyperstack", "token"))
        .set("HYPERSTACK_BASE_URL", &of("hyperstack", "base_url"));

    // The profile as shown, except for the base URL.
    let profile = between(&readme, "```toml\n[profiles", "```")[0];
    let folder = simulated.path().join(".config/cloudsnap");
    std::fs::create_dir_all(&folder).unwrap();
    let profile = format!("[profiles{profile}base_url = \"{}\"\n", server.base_url);
    std::fs::write(folder.join("config.toml"), profile).unwrap();
    std::fs::write(folder.join("syminet.token"), &server.token).unwrap();
    let plan = between(&readme, "```toml\nversion", "```")[0];
    std::fs::write(simulated.path().join("nightly.toml"), format!("version{plan}")).unwrap();
    let response = simulated.run(&["--sandbox", "api", "GET", "/images"]).exits(0).stdout;
    std::fs::write(simulated.path().join("response.json"), response).unwrap();

    let mut ran = Vec::new();
    for mut command in PAGES.into_iter().flat_map(|name| commands(&page(name))) {
        let line = command.join(" ");
        for word in &mut command {
            *word = word.replace("~/", &format!("{}/", simulated.path().display()));
        }
        if let Some(rest) = line.strip_prefix("sandbox serve ") {
            // Any free port instead of one that may be taken.
            assert!(rest.contains("127.0.0.1:8080 "), "{line}");
            let arguments: Vec<_> = command[2..].iter().map(|word| word.replace(":8080", ":0")).collect();
            Server::start(&arguments.iter().map(String::as_str).collect::<Vec<_>>());
            ran.push(line);
            continue;
        }
        // It would ask for confirmation.
        if line.starts_with("snapshots delete ") {
            command.push("--yes".to_owned());
        }
        let is_of_account = ["vms ", "snapshots "].iter().any(|word| line.starts_with(word));
        let place = if is_of_account { &account } else { &simulated };
        let command: Vec<&str> = command.iter().map(String::as_str).collect();
        let output = place.command_as_typed(&command).current_dir(place.path()).output().unwrap();
        assert!(output.status.success(), "{line}: {output:#?}");
        // Man pages are written to a directory, and a reset prints only a message.
        assert!(
            !output.stdout.is_empty()
                || line.starts_with("man ")
                || line.starts_with("check ")
                || line == "sandbox reset",
            "{line}: {output:#?}"
        );
        ran.push(line);
    }
    let has = |line: &str| assert!(ran.iter().any(|ran| ran.starts_with(line)), "{line} is not in {ran:#?}");
    has("--sandbox snapshots list");
    has("--sandbox snapshots create web-1");
    has("--sandbox vms list");
    has("providers");
    has("--profile nightly verify");
    has("apply nightly.toml --yes");
    has("check response.json");
    has("man ");
    has("sandbox serve ");
    assert!(ran.len() >= 24, "{ran:#?}");
}
