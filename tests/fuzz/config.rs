//! The profile parser, on invalid files. The parser uses the file named by the environment, so this test runs itself
//! again in a separate process.

use std::path::Path;
use std::process::Command;

use cloudsnap::{Error, ErrorKind};
use fastrand::Rng;

use crate::mutate;

/// Set for the process that parses: how often, and from which seed.
const ROUNDS: &str = "CLOUDSNAP_FUZZ_CONFIG_ROUNDS";
const SEED: &str = "CLOUDSNAP_FUZZ_CONFIG_SEED";

/// Used as token or password. No six consecutive characters may be shown: half a secret is a secret, too.
const SECRET: &str = "QZJXKVWY-93715082";

/// Files as people write them.
fn files() -> Vec<String> {
    [
        "[profiles.p]\nprovider = \"syminet\"\ntoken = \"SECRET\"\n",
        "# mine\n[profiles.p]\nprovider = \"genesiscloud\"\ntoken_file = \"secret.token\"\nbase_url = \"https://h.example/v1\"\n",
        "[profiles.p]\nprovider = \"hyperstack\"\ntoken_env = \"THE_TOKEN\"\n\n[profiles.q]\nprovider = \"syminet\"\ntoken = 'SECRET'\n",
        "[profiles.p]\nprovider = \"manageiq\"\nbase_url = \"https://h.example/api\"\nusername = \"admin\"\npassword = \"SECRET\"\n\
         group = \"EvmGroup-operator\"\nallow_http = true\n",
        "[profiles.p]\nprovider = \"manageiq\"\nbase_url = \"https://me:SECRET@h.example/api\"\nusername = \"admin\"\n\
         password_file = \"secret.token\"\nca_file = \"ca.pem\"\n",
        "profiles = { p = { provider = \"syminet\", token = \"\"\"SECRET\"\"\" } }\n",
        "profiles.p.provider = \"syminet\"\nprofiles.p.token = \"SECRET\"\n",
    ]
    .iter()
    .map(|text| text.replace("SECRET", SECRET))
    .collect()
}

/// Files that nobody writes, and mistakes that somebody makes.
fn hostile() -> Vec<Vec<u8>> {
    let profile = |line: &str| format!("[profiles.p]\nprovider = \"syminet\"\n{line}\n").into_bytes();
    let long = "x".repeat(100_000);
    let deep = |open: &str, close: &str| format!("a = {}1{}", open.repeat(100_000), close.repeat(100_000)).into_bytes();
    let many: String = (0..20_000).map(|number| format!("[profiles.n{number}]\n")).collect();
    vec![
        b"\xff\xfe".to_vec(),
        b"\0".to_vec(),
        "\u{feff}[profiles.p]\r\nprovider = \"syminet\"\r\ntoken = \"x\"\r\n".as_bytes().to_vec(),
        b"[[profiles]]\np = 1\n".to_vec(),
        b"profiles = 1979-05-27T07:32:00Z\n".to_vec(),
        b"[profiles]\np = 7\n".to_vec(),
        deep("[", "]"),
        deep("{a=", "}"),
        format!("{}a = 1", "a.".repeat(100_000)).into_bytes(),
        format!("[{}a]", "a.".repeat(100_000)).into_bytes(),
        many.into_bytes(),
        profile(&format!("{long} = 1")),
        profile(&format!("\"\\u001b[2J\\u202e{long}\" = 1")),
        profile(&format!("base_url = \"{long}:x\"\ntoken = \"t\"")),
        profile("base_url = \"\\u001b[2J\"\ntoken = \"t\""),
        profile(&format!("token_file = \"{long}\"")),
        profile("token_file = \"\\u0000\\u001b[2J\""),
        profile(&format!("token_env = \"{long}\"")),
        profile("token_env = \"A=B\""),
        profile("token = \"a\\u0000b\\nc\""),
        format!("[profiles.p]\nprovider = \"{long}\"\n").into_bytes(),
        format!("[profiles.p]\nprovider = \"{SECRET}\"\n").into_bytes(),
        // A secret in place of its name, or of the name of its source.
        profile(&format!("{SECRET} = \"token\"")),
        profile(SECRET),
        profile(&format!("token_env = \"{SECRET}\"")),
        profile(&format!("password_env = \"{SECRET}\"\nusername = \"u\"")),
        format!("{SECRET} = 1\n").into_bytes(),
        format!("[{SECRET}.p]\n").into_bytes(),
    ]
}

/// A file similar to one of those: other bytes or other lines.
fn mutated(rng: &mut Rng, files: &[String]) -> Vec<u8> {
    let file = &files[rng.usize(0..files.len())];
    if rng.u8(0..3) > 0 {
        let mut bytes = file.clone().into_bytes();
        mutate::bytes(rng, &mut bytes);
        return bytes;
    }
    let mut lines: Vec<String> = file.lines().map(str::to_owned).collect();
    for _ in 0..rng.usize(1..4) {
        let at = rng.usize(0..lines.len());
        let other = &files[rng.usize(0..files.len())];
        match rng.u8(0..5) {
            0 => drop(lines.remove(at)),
            1 => lines.insert(at, other.lines().nth(rng.usize(0..other.lines().count())).unwrap().to_owned()),
            2 => lines.insert(at, lines[rng.usize(0..lines.len())].clone()),
            // The value under another key. Not a file, user or group: their values are shown as they are.
            3 if lines[at].contains(" = ") => {
                let keys = ["provider", "token", "token_env", "password", "password_env", "allow_http", "tokn"];
                let (_, value) = lines[at].split_once(" = ").unwrap();
                lines[at] = format!("{} = {value}", keys[rng.usize(0..keys.len())]);
            }
            _ => lines[at] = mutate::text(rng, SECRET),
        }
        if lines.is_empty() {
            break;
        }
    }
    lines.join("\n").into_bytes()
}

/// A single short line that shows no secret and identifies itself as a configuration error.
fn is_decent(error: &Error, file: &[u8]) {
    let file = String::from_utf8_lossy(&file[..file.len().min(2000)]);
    assert_eq!(error.kind(), ErrorKind::Config, "{file:?}: {error}");
    let line = error.to_string();
    assert!(
        line.chars().count() < 1500 && !line.contains(|c: char| c.is_control() || c == '\u{202e}'),
        "{file:?}: {line:?}"
    );
    let all = format!("{line} {error:?} {:?}", error.advice());
    let shown = SECRET.as_bytes().windows(6).find(|part| all.contains(std::str::from_utf8(part).unwrap()));
    assert!(shown.is_none(), "{file:?}: {line:?}");
}

fn read(path: &Path, file: &[u8], http: &reqwest::Client) {
    std::fs::write(path, file).unwrap();
    for name in ["p", "q"] {
        match cloudsnap::config::from_profile(name) {
            Ok(builder) => {
                let shown = format!("{builder:?}");
                assert!(!shown.contains(SECRET), "{shown}");
                // A client with certificates of its own does not accept another HTTP client.
                if let Err(error) = builder.http_client(http.clone()).build() {
                    is_decent(&error, file);
                }
            }
            Err(error) => is_decent(&error, file),
        }
    }
}

/// Returns the number of files parsed.
pub fn run(rounds: u64, seed: u64) -> usize {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("secret.token"), SECRET).unwrap();
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "config::runs_in_a_separate_process", "--nocapture"])
        .env("CLOUDSNAP_CONFIG", folder.path().join("config.toml"))
        .env("THE_TOKEN", SECRET)
        .env(ROUNDS, rounds.to_string())
        .env(SEED, seed.to_string())
        .output()
        .unwrap();
    let reported = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success() && reported.contains("1 passed"), "{}: {reported}", output.status);
    rounds as usize + hostile().len()
}

#[test]
fn runs_in_a_separate_process() {
    let number = |name| std::env::var(name).ok().map(|text| text.parse::<u64>().unwrap());
    let (Some(rounds), Some(seed)) = (number(ROUNDS), number(SEED)) else { return };
    let path = std::env::var("CLOUDSNAP_CONFIG").unwrap();
    let (path, mut rng, files) = (Path::new(&path), Rng::with_seed(seed), files());
    #[cfg(feature = "tls-ring")]
    let _ = rustls::crypto::ring::default_provider().install_default();
    let http = reqwest::Client::builder().no_proxy().build().unwrap();
    for file in &files {
        std::fs::write(path, file).unwrap();
        assert!(cloudsnap::config::from_profile("p").is_ok() || file.contains("ca_file"), "{file}");
    }
    for file in hostile() {
        read(path, &file, &http);
    }
    for _ in 0..rounds {
        read(path, &mutated(&mut rng, &files), &http);
    }
}
