//! Ids as arguments of commands that take several: `-` stands for those on stdin.

use std::io::Read;

use super::failure::Failure;

/// More than this cannot be a list of ids.
const MOST: u64 = 16 << 20;

/// The ids that are given, each once, in order. Those on stdin are separated by blanks or line ends; of a line with several columns
/// nothing but ids may come, so `snapshots list -o value --columns id` fits.
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
    let read = std::io::stdin().take(MOST).read_to_string(&mut text);
    read.map_err(|why| Failure::usage(format!("cannot read IDs from stdin: {why}")))?;
    Ok(text)
}
