//! Where the sandbox and the client meet, which otherwise know nothing of each other: what a sandbox asks for, as a client's
//! credentials.

use crate::sandbox::Credential;
use crate::transport::Auth;

/// What a client of a [`Sandbox`](crate::sandbox::Sandbox) shows.
///
/// ```
/// # tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(async {
/// use cloudsnap::sandbox::Sandbox;
/// use cloudsnap::{Client, Provider};
///
/// let provider = Provider::Syminet;
/// let sandbox = Sandbox::builder(provider).start().await?;
/// let client = Client::builder(provider)
///     .base_url(sandbox.base_url(provider))
///     .auth(sandbox.credential(provider))
///     .build()?;
/// # let _ = client;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// # })?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
impl From<Credential> for Auth {
    fn from(credential: Credential) -> Self {
        match credential {
            Credential::Token(token) => Self::token(token),
            Credential::Basic { username, password } => Self::basic(username, password),
        }
    }
}
