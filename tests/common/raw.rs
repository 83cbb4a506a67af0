//! A server whose responses are arbitrary bytes chosen by the test.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// The server. Dropping it stops it.
pub struct Raw {
    pub addr: SocketAddr,
    heads: Arc<Mutex<Vec<String>>>,
    task: tokio::task::JoinHandle<()>,
}

/// How to respond to a request, given its head and body as received.
type Response = dyn Fn(&str, &[u8]) -> Vec<u8> + Send + Sync;

impl Raw {
    pub async fn start(response: impl Fn(&str, &[u8]) -> Vec<u8> + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let (addr, heads) = (listener.local_addr().unwrap(), Arc::<Mutex<Vec<String>>>::default());
        let (response, seen): (Arc<Response>, _) = (Arc::new(response), Arc::clone(&heads));
        let task = tokio::spawn(async move {
            let mut connections = tokio::task::JoinSet::new();
            while let Ok((stream, _)) = listener.accept().await {
                connections.spawn(serve(stream, Arc::clone(&response), Arc::clone(&seen)));
            }
        });
        Self { addr, heads, task }
    }

    pub fn url(&self) -> String {
        format!("http://{}/api", self.addr)
    }

    /// The heads of all requests so far.
    #[allow(dead_code, reason = "not every suite uses them")]
    pub fn heads(&self) -> Vec<String> {
        self.heads.lock().unwrap().clone()
    }
}

impl Drop for Raw {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn serve(mut stream: TcpStream, response: Arc<Response>, heads: Arc<Mutex<Vec<String>>>) {
    let mut buffer = Vec::new();
    loop {
        let end = loop {
            if let Some(at) = buffer.windows(4).position(|four| four == b"\r\n\r\n") {
                break at + 4;
            }
            if !matches!(stream.read_buf(&mut buffer).await, Ok(1..)) {
                return;
            }
        };
        let head = String::from_utf8_lossy(&buffer[..end]).into_owned();
        let length = head
            .lines()
            .find_map(|line| line.to_ascii_lowercase().strip_prefix("content-length:")?.trim().parse().ok());
        let length: usize = length.unwrap_or(0);
        while buffer.len() < end + length {
            if !matches!(stream.read_buf(&mut buffer).await, Ok(1..)) {
                return;
            }
        }
        heads.lock().unwrap().push(head.clone());
        let bytes = response(&head, &buffer[end..end + length]);
        buffer.drain(..end + length);
        let closes = bytes.windows(17).take(600).any(|part| part.eq_ignore_ascii_case(b"connection: close"));
        if stream.write_all(&bytes).await.is_err() || closes {
            return;
        }
    }
}

/// A response with a body and a content type.
pub fn response(status: u16, content_type: &str, body: impl AsRef<[u8]>) -> Vec<u8> {
    let body = body.as_ref();
    let length = body.len();
    let head = format!("HTTP/1.1 {status} X\r\ncontent-type: {content_type}\r\ncontent-length: {length}\r\n\r\n");
    [head.as_bytes(), body].concat()
}

/// A JSON response.
#[allow(dead_code, reason = "not every suite sends JSON")]
pub fn json(status: u16, body: impl AsRef<[u8]>) -> Vec<u8> {
    response(status, "application/json", body)
}
