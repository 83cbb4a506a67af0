//! The program's own code is in `tests`.
