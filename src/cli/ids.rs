//! IDs as arguments of commands that take several; `-` reads them from stdin.

use std::io::Read;

use super::failure::Failure;

/// The largest list of IDs that is read from stdin.
const MAX_BYTES: u64 = 16 << 20;

/// The given IDs, each once, in order. On stdin they are separated by white space, as `snapshots list -o value --columns id` prints
/// them.
pub(crate) fn read(arguments: &[String]) -> Result<Vec<String>, Failure> {
    let mut all: Vec<String> = Vec::new();
    for argument in arguments {
        match argument.as_str() {
            "-" => from_stdin()?.split_whitespace().for_each(|id| push(&mut all, id)),
            id => push(&mut all, id.trim()),
        }
    }
    if all.is_empty() { Err(Failure::usage("no IDs on stdin")) } else { Ok(all) }
}

fn push(all: &mut Vec<String>, id: &str) {
    if !all.iter().any(|known| known == id) {
        all.push(id.to_owned());
    }
}

fn from_stdin() -> Result<String, Failure> {
    let mut text = String::new();
    let read = std::io::stdin().take(MAX_BYTES).read_to_string(&mut text);
    read.map_err(|why| Failure::usage(format!("cannot read IDs from stdin: {why}")))?;
    Ok(text)
}
