//! Reads the YAML text of a document. Shared by `build.rs` and the tests.

use std::error::Error;

use serde_json::Value;

/// The document as JSON. `no`, `on` and `yes` are text, not booleans; a key that stands twice is an error.
pub fn read(text: &str) -> Result<Value, Box<dyn Error>> {
    let options = serde_saphyr::options! { strict_booleans: true };
    Ok(serde_saphyr::from_str_with_options(text, options)?)
}
