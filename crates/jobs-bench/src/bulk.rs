//! One caller of `POST /v1/jobs/bulk`: it sends the lines on one thread and reads the results on
//! another, and does as little as it can, because it shares the machine with the server.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::Instant;

use crate::Result;
use crate::process::TOKEN;

/// Sends `lines`, and returns how many jobs a second were recorded, from the first byte sent to the
/// last result read.
pub(crate) fn run(address: &str, lines: &[u8], jobs: usize) -> Result<f64> {
    let mut connection = TcpStream::connect(address)?;
    connection.set_nodelay(true)?;
    let head = format!(
        "POST /v1/jobs/bulk HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer {TOKEN}\r\n\
         connection: close\r\ncontent-length: {}\r\n\r\n",
        lines.len()
    );
    let results = connection.try_clone()?;
    let started = Instant::now();
    let recorded = std::thread::scope(|scope| -> Result<usize> {
        let reader = scope.spawn(move || count_results(results));
        connection.write_all(head.as_bytes())?;
        connection.write_all(lines)?;
        reader.join().map_err(|_| "the thread that reads the results panicked")?
    })?;
    let elapsed = started.elapsed();
    if recorded != jobs {
        return Err(format!("{recorded} of {jobs} lines were recorded").into());
    }
    Ok(jobs as f64 / elapsed.as_secs_f64())
}

/// Counts the results that say that a job is recorded, until the server closes the connection.
fn count_results(mut connection: TcpStream) -> Result<usize> {
    const RECORDED: &[u8] = br#","status":201,"job":{"#;
    let mut buffer = vec![0; 256 << 10];
    let mut kept = 0;
    let mut recorded = 0;
    loop {
        let read = connection.read(&mut buffer[kept..])?;
        if read == 0 {
            return Ok(recorded);
        }
        let held = kept + read;
        recorded += occurrences(&buffer[..held], RECORDED);
        // Keep what may be the beginning of another result.
        kept = held.min(RECORDED.len() - 1);
        buffer.copy_within(held - kept..held, 0);
    }
}

fn occurrences(text: &[u8], wanted: &[u8]) -> usize {
    // Only looks at the positions of the rarest byte.
    let ends = text.iter().enumerate().filter(|(_, byte)| **byte == b'{');
    ends.filter(|(at, _)| text[..=*at].ends_with(wanted)).count()
}
