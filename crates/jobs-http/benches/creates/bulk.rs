//! One caller of `POST /v1/jobs/bulk`: it sends the lines on one thread and reads the results on another, and spends as
//! little as it can, because it shares the machine with the server.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::Instant;

/// Sends `lines`, and returns how many jobs a second were recorded, from the first byte sent to the last result read.
pub(crate) fn run(address: &str, token: &str, lines: &[u8], jobs: usize) -> f64 {
    let mut connection = TcpStream::connect(address).unwrap();
    connection.set_nodelay(true).unwrap();
    let head = format!(
        "POST /v1/jobs/bulk HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer {token}\r\n\
         connection: close\r\ncontent-length: {}\r\n\r\n",
        lines.len()
    );
    let results = connection.try_clone().unwrap();
    let started = Instant::now();
    let recorded = std::thread::scope(|scope| {
        let reader = scope.spawn(move || count_results(results));
        connection.write_all(head.as_bytes()).unwrap();
        connection.write_all(lines).unwrap();
        reader.join().unwrap()
    });
    let elapsed = started.elapsed();
    assert_eq!(recorded, jobs, "every line is recorded");
    jobs as f64 / elapsed.as_secs_f64()
}

/// How many results say that a job is recorded, until the server closes the connection.
fn count_results(mut connection: TcpStream) -> usize {
    const RECORDED: &[u8] = br#","status":201,"job":{"#;
    let (mut buffer, mut kept, mut recorded) = (vec![0; 256 << 10], 0, 0);
    loop {
        let read = connection.read(&mut buffer[kept..]).unwrap();
        if read == 0 {
            return recorded;
        }
        let held = kept + read;
        recorded += occurrences(&buffer[..held], RECORDED);
        // What may be the beginning of another.
        kept = held.min(RECORDED.len() - 1);
        buffer.copy_within(held - kept..held, 0);
    }
}

fn occurrences(text: &[u8], wanted: &[u8]) -> usize {
    // Looks at every place that has the rarest byte alone.
    let ends = text.iter().enumerate().filter(|(_, byte)| **byte == b'{');
    ends.filter(|(at, _)| text[..=*at].ends_with(wanted)).count()
}
