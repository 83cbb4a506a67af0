//! The command line: everything is in `cloudsnap::cli`.

fn main() -> std::process::ExitCode {
    cloudsnap::cli::main()
}
