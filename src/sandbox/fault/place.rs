//! The requests a fault applies to.

use serde_json::Value;

use crate::spec::{Operation, Provider};

/// The requests a fault applies to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::sandbox) struct Place {
    pub(super) provider: Option<Provider>,
    /// Only these operations of these providers.
    pub(super) operations: Option<Vec<(Provider, Alike)>>,
    pub(super) safe: Option<bool>,
}

impl Place {
    pub(super) fn covers(&self, provider: Provider, operation: &Operation, asked: Asked<'_>) -> bool {
        let is_meant = |(of, alike): &(Provider, Alike)| {
            *of == provider && alike.operation == operation.id && alike.when.fits(asked)
        };
        self.provider.is_none_or(|wanted| wanted == provider)
            && self.operations.as_ref().is_none_or(|wanted| wanted.iter().any(is_meant))
            && self.safe.is_none_or(|wanted| wanted == operation.safe)
    }
}

/// What a provider's operation is called on all providers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::sandbox) struct Alike {
    pub name: &'static str,
    pub operation: &'static str,
    pub when: When,
}

/// Which requests of the operation are meant, where one operation does several things.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::sandbox) enum When {
    Always,
    /// Those whose body asks for this action.
    Action(&'static str),
    /// Those whose query contains this.
    Query(&'static str),
}

/// The parts of a request that distinguish the things one operation can do.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::sandbox) struct Asked<'a> {
    pub query: &'a str,
    pub body: &'a [u8],
}

impl When {
    fn fits(self, asked: Asked<'_>) -> bool {
        match self {
            Self::Always => true,
            Self::Query(text) => asked.query.contains(text),
            Self::Action(action) => {
                let body = serde_json::from_slice::<Value>(asked.body).unwrap_or_default();
                body.get("action").and_then(Value::as_str) == Some(action)
            }
        }
    }
}
