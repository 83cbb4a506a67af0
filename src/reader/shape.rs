//! The keys of the objects of an array: usually all have the same keys in the same order, with the same text between them.

use super::scan::{Scan, Token};

/// No node.
pub(super) const NONE: u32 = u32::MAX;

/// The number of remembered keys: further ones are read without this help.
const MOST: usize = 4096;

/// The number of consecutive remembered keys that an object may omit, except for the first one.
const OMITTED: usize = 4;

/// The keys of the first object of each array. The node of a key leads to the next key of its object, and to the first key of the
/// objects that are its value or the elements of its value.
#[derive(Default)]
pub(super) struct Shapes<'de> {
    nodes: Vec<Node<'de>>,
}

/// A remembered key.
pub(super) struct Node<'de> {
    /// The text between the value before this key and its own value.
    pub(super) lead: &'de str,
    pub(super) key: Token<'de>,
    /// The length of `lead` up to the end of the key.
    pub(super) end: usize,
    next: u32,
    child: u32,
}

impl<'de> Node<'de> {
    pub(super) fn new(lead: &'de str, key: Token<'de>, end: usize) -> Self {
        Self { lead, key, end, next: NONE, child: NONE }
    }
}

impl<'de> Shapes<'de> {
    /// The node of an array that is not the value of a remembered key.
    pub(super) fn root(&mut self) -> u32 {
        self.push(Node::new("", Token::EMPTY, 0))
    }

    /// Whether the keys of the first object under this node are known.
    pub(super) fn has_keys(&self, node: u32) -> bool {
        self.nodes.get(node as usize).is_some_and(|node| node.child != NONE)
    }

    /// Remembers a key: the first one of the objects under this node, or the one after this node.
    pub(super) fn add(&mut self, node: u32, is_first: bool, added: Node<'de>) -> u32 {
        let added = self.push(added);
        if let Some(node) = self.nodes.get_mut(node as usize) {
            *(if is_first { &mut node.child } else { &mut node.next }) = added;
        }
        added
    }

    fn push(&mut self, node: Node<'de>) -> u32 {
        match u32::try_from(self.nodes.len()) {
            Ok(index) if self.nodes.len() < MOST => {
                self.nodes.push(node);
                index
            }
            _ => NONE,
        }
    }

    /// The next of the keys after this node whose text follows here.
    pub(super) fn find(&self, scan: &Scan<'_>, node: u32, is_first: bool) -> Option<(u32, &Node<'de>)> {
        let before = self.nodes.get(node as usize)?;
        // The text before any other key has a comma, which the first one must not have.
        let (mut next, tries) = if is_first { (before.child, 1) } else { (before.next, 1 + OMITTED) };
        for _ in 0..tries {
            let node = self.nodes.get(next as usize)?;
            if scan.is_next(node.lead) {
                return Some((next, node));
            }
            next = node.next;
        }
        None
    }
}
