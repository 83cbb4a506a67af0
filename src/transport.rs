#[derive(Clone, Debug)]
pub struct Transport;
