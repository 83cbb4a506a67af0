//! A relay in front of a sandbox that knows which process each connection comes from. As for a real user, all processes
//! use one URL, so nothing they send distinguishes them; the system's socket tables do.

use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;

/// The actor a process works for.
pub type Actor = usize;

#[derive(Default)]
struct Known {
    /// The running processes.
    processes: Mutex<HashMap<u32, Actor>>,
    /// The relay's own ports towards the sandbox. Each is used only once.
    ports: Mutex<HashMap<u16, Actor>>,
}

pub struct Relay {
    addr: SocketAddr,
    known: Arc<Known>,
    task: tokio::task::JoinHandle<()>,
}

impl Drop for Relay {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Relay {
    pub async fn start(sandbox: SocketAddr) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let (addr, known) = (listener.local_addr().unwrap(), Arc::new(Known::default()));
        let shared = Arc::clone(&known);
        let task = tokio::spawn(async move {
            let mut connections = JoinSet::new();
            while let Ok((stream, peer)) = listener.accept().await {
                connections.spawn(carry(stream, peer, addr, sandbox, Arc::clone(&shared)));
            }
        });
        Self { addr, known, task }
    }

    pub fn addr(&self) -> SocketAddr {
        self.addr
    }

    /// From now on, this process belongs to that actor.
    pub fn register(&self, process: u32, actor: Actor) {
        self.known.processes.lock().unwrap().insert(process, actor);
    }

    /// The actor whose connection reached the sandbox from this address; `None` if it bypassed the relay.
    pub fn actor(&self, peer: SocketAddr) -> Option<Actor> {
        self.known.ports.lock().unwrap().get(&peer.port()).copied()
    }
}

async fn carry(mut stream: TcpStream, peer: SocketAddr, own: SocketAddr, sandbox: SocketAddr, known: Arc<Known>) {
    // A process that is already dead has sent nothing: connections without an owner are not forwarded.
    let Some(actor) = owner(peer, own, &known).await else { return };
    let mut reused = Vec::new();
    let mut onward = loop {
        let onward = TcpStream::connect(sandbox).await.unwrap();
        let port = onward.local_addr().unwrap().port();
        let mut ports = known.ports.lock().unwrap();
        if let std::collections::hash_map::Entry::Vacant(free) = ports.entry(port) {
            free.insert(actor);
            break onward;
        }
        reused.push(onward);
    };
    // Fails whenever a process is killed or a fault is applied; there is nothing to report.
    let _ = tokio::io::copy_bidirectional(&mut stream, &mut onward).await;
}

/// The actor whose process holds the other end of a connection.
async fn owner(peer: SocketAddr, own: SocketAddr, known: &Known) -> Option<Actor> {
    for _ in 0..40 {
        let running = known.processes.lock().unwrap().clone();
        if let Some(socket) = socket_between(peer, own)
            && let Some((_, actor)) = running.into_iter().find(|(process, _)| holds(*process, &socket))
        {
            return Some(actor);
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    None
}

/// The system's name for the socket of a connection.
fn socket_between(from: SocketAddr, to: SocketAddr) -> Option<String> {
    let table = std::fs::read_to_string("/proc/net/tcp").ok()?;
    let ends = [from, to].map(|end| format!(":{:04X}", end.port()));
    table.lines().skip(1).find_map(|line| {
        let words: Vec<&str> = line.split_whitespace().collect();
        let is = words.get(1)?.ends_with(&ends[0]) && words.get(2)?.ends_with(&ends[1]);
        is.then(|| words.get(9).map(|inode| format!("socket:[{inode}]"))).flatten()
    })
}

fn holds(process: u32, socket: &str) -> bool {
    let files = std::fs::read_dir(format!("/proc/{process}/fd")).into_iter().flatten();
    files.flatten().any(|file| std::fs::read_link(file.path()).is_ok_and(|target| target.as_os_str() == socket))
}
