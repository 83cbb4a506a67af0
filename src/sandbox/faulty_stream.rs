//! The connection below HTTP: applies faults to it and to the delivery of response bodies.

use std::convert::Infallible;
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use futures_util::{StreamExt, stream};
use http::header;
use http_body_util::combinators::BoxBody;
use http_body_util::{BodyExt, Full, StreamBody};
use hyper::body::Frame;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;

/// The body of an outgoing response.
pub(super) type Outgoing = BoxBody<Bytes, io::Error>;

/// How a response is delivered to the client.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Delivery {
    /// Unmodified.
    Whole,
    /// The connection closes in the middle of the body.
    Truncated,
    /// Throttled to this many bytes per second.
    Slow(u32),
    /// With a body that never ends.
    Endless,
    /// Not delivered: the connection is reset.
    Reset,
    /// Not delivered: the connection stays open.
    Hang,
}

/// Marks a connection to be closed with a reset.
#[derive(Clone, Debug, Default)]
pub(super) struct ResetFlag(Arc<AtomicBool>);

impl ResetFlag {
    pub fn reset(&self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// A TCP stream that can be closed with a reset.
#[derive(Debug)]
pub(super) struct FaultyStream {
    stream: TcpStream,
    reset_flag: ResetFlag,
}

impl FaultyStream {
    pub fn new(stream: TcpStream, reset_flag: ResetFlag) -> Self {
        Self { stream, reset_flag }
    }
}

impl Drop for FaultyStream {
    fn drop(&mut self) {
        if self.reset_flag.0.load(Ordering::Relaxed) {
            // With a linger time of zero, the system sends RST instead of FIN. If setting it fails, the connection
            // closes normally.
            let _ = self.stream.set_zero_linger();
        }
    }
}

impl AsyncRead for FaultyStream {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(cx, buf)
    }
}

impl AsyncWrite for FaultyStream {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write(cx, buf)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bufs: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write_vectored(cx, bufs)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        if self.reset_flag.0.load(Ordering::Relaxed) {
            // An orderly shutdown would precede the reset.
            return Poll::Ready(Ok(()));
        }
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}

/// Builds a response with this delivery. `Reset` and `Hang` send no response and must be handled by the caller.
pub(super) fn build_response(
    mut head: http::response::Parts,
    body: Bytes,
    delivery: Delivery,
) -> http::Response<Outgoing> {
    let whole = |bytes: Bytes| Full::new(bytes).map_err(|never: Infallible| match never {}).boxed();
    let body = match delivery {
        Delivery::Truncated => {
            let announced = body.len().max(2);
            head.headers.insert(header::CONTENT_LENGTH, announced.into());
            let first = body.slice(..body.len() / 2);
            let rest = stream::once(async {
                // Wait until the first half has been sent: hyper discards unwritten data when the body fails.
                tokio::time::sleep(Duration::from_millis(30)).await;
                Err(io::Error::from(io::ErrorKind::ConnectionAborted))
            });
            BodyExt::boxed(StreamBody::new(stream::iter([Ok(Frame::data(first))]).chain(rest)))
        }
        Delivery::Slow(per_second) => {
            head.headers.insert(header::CONTENT_LENGTH, body.len().into());
            // At most 20 chunks per second, so that high rates do not send many single bytes.
            let chunk = usize::try_from(per_second / 20).unwrap_or(1).max(1);
            let pause = Duration::from_secs_f64(chunk as f64 / f64::from(per_second));
            BodyExt::boxed(StreamBody::new(stream::unfold(body, move |mut left| async move {
                if left.is_empty() {
                    return None;
                }
                tokio::time::sleep(pause).await;
                let next = left.split_to(chunk.min(left.len()));
                Some((Ok(Frame::data(next)), left))
            })))
        }
        Delivery::Endless => {
            // Whitespace may continue forever before the final bracket of a JSON text.
            let first = body.slice(..body.len().saturating_sub(1));
            // At the speed of a fast network: without the pause, both sides would use a core each.
            let spaces = stream::unfold((), |()| async {
                tokio::time::sleep(Duration::from_millis(1)).await;
                Some((Ok(Frame::data(Bytes::from_static(&[b' '; 16 * 1024]))), ()))
            });
            BodyExt::boxed(StreamBody::new(stream::iter([Ok(Frame::data(first))]).chain(spaces)))
        }
        _ => whole(body),
    };
    http::Response::from_parts(head, body)
}
