//! Attacking connections: each sends a request, and reads nothing of the answer.

use std::net::SocketAddr;
use std::sync::Arc;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _, Interest};
use tokio::net::{TcpSocket, TcpStream};
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use super::attacks::Attack;

/// How many connections attack at once.
const CONNECTIONS: usize = 64;

/// The status of an answer, or of none.
type Status = [u8; 3];

const BUSY: Status = *b"503";

pub(super) struct Attackers {
    connections: JoinSet<()>,
    shared: Arc<Shared>,
}

struct Shared {
    attack: Attack,
    address: SocketAddr,
    /// A permit for each that was answered.
    answered: Semaphore,
}

impl Attackers {
    pub(super) fn begin(address: SocketAddr, attack: Attack) -> Self {
        let shared = Arc::new(Shared { attack, address, answered: Semaphore::new(0) });
        let mut connections = JoinSet::new();
        for _ in 0..CONNECTIONS {
            connections.spawn(Arc::clone(&shared).attack());
        }
        Self { connections, shared }
    }

    /// Waits until one more was answered.
    pub(super) async fn one_is_answered(&self) {
        self.shared.answered.acquire().await.unwrap().forget();
    }

    pub(super) async fn leave(mut self) {
        self.connections.shutdown().await;
    }
}

impl Shared {
    /// Sends a request, waits until the answer begins, and reads no more of it for as long as the
    /// server holds it.
    async fn attack(self: Arc<Self>) {
        loop {
            let mut connection = connect(self.address).await;
            let status = self.ask(&mut connection).await;
            if status == Some(BUSY) && self.attack.insists {
                continue;
            }
            self.answered.add_permits(1);
            let _hung_up = connection.ready(Interest::ERROR).await;
        }
    }

    async fn ask(&self, connection: &mut TcpStream) -> Option<Status> {
        let Attack { head, body, .. } = &self.attack;
        let (mut reading, mut writing) = connection.split();
        let write = async {
            // The server may answer before it has read all of it.
            let _hung_up = writing.write_all(head).await;
            let _hung_up = writing.write_all(body).await;
            std::future::pending::<()>().await;
        };
        let mut begin = vec![0; self.attack.begin];
        let read = tokio::select! {
            () = write => None,
            read = reading.read_exact(&mut begin) => read.ok(),
        };
        read.and_then(|_| begin[9..12].try_into().ok())
    }
}

/// A connection on which the system buffers little of what is not read; from another address than
/// the other user's, as sign-in counts by address.
async fn connect(address: SocketAddr) -> TcpStream {
    loop {
        let socket = TcpSocket::new_v4().unwrap();
        socket.set_recv_buffer_size(4096).unwrap();
        socket.bind(([127, 0, 0, 2], 0).into()).unwrap();
        // A server that has just closed the connection may do so again.
        if let Ok(connection) = socket.connect(address).await {
            return connection;
        }
    }
}
