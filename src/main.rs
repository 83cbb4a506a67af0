//! The command line; all of it is in `cloudsnap::cli`.

fn main() -> std::process::ExitCode {
    cloudsnap::cli::main()
}
