//! Detects whether a text has changed. Shared by `build.rs` with and without the generator, so it has no dependencies.

/// FNV-1a, 64 bits. Line endings are ignored, because they may differ between checkouts.
pub fn of(text: &str) -> String {
    let bytes = text.bytes().filter(|byte| *byte != b'\r');
    let hash =
        bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    format!("{hash:016x}")
}
