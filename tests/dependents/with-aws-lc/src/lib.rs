//! What such a program does by itself, in `tests`.
