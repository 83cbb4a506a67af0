//! The state of reading a text.

use super::scan::{Scan, Token};
use super::shape::Shapes;

/// The number of keys of one object that are compared linearly.
pub(super) const FEW: usize = 64;

pub(super) struct Reader<'de> {
    pub(super) scan: Scan<'de>,
    /// The keys of all objects on the current path.
    pub(super) keys: Vec<Token<'de>>,
    pub(super) depth: u32,
    pub(super) shapes: Shapes<'de>,
    /// The node of `shapes` under which the next value is, or `NONE`.
    pub(super) parent: u32,
}
