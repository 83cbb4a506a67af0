//! Plays all providers until it is ended; prints one line of JSON when it is ready: base URLs and credentials.

#![allow(clippy::print_stdout, reason = "the line is what it is for")]

use cloudsnap::sandbox::Sandbox;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let sandbox = Sandbox::builder_all().delay(std::time::Duration::from_secs(1)).start().await?;
    println!("{}", sandbox.ready_line());
    std::future::pending::<()>().await;
    Ok(())
}
