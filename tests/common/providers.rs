//! The providers that a suite for all of them runs on.

use cloudsnap::sandbox::Sandbox;
use cloudsnap::{Auth, Client, Provider};

/// The providers that have a client in this build and that the sandbox emulates.
pub fn providers() -> Vec<Provider> {
    let built = |provider: &Provider| {
        let builder = Client::builder(*provider).base_url("http://localhost/");
        builder.auth(Auth::token("token")).build().is_ok()
    };
    Sandbox::emulated().into_iter().filter(built).collect()
}
