//! The command line: everything is in the library's module `cli`.

fn main() -> std::process::ExitCode {
    cloudsnap::__main()
}
