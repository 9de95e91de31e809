//! The page below a path, behind a proxy that takes the path away.

use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};

use serde_json::json;

use crate::dashboard::page::Page;
use crate::dashboard::site::{PASSWORD, Site};

/// Passes requests below `/ledger` on to a server, without that; returns its address. It ends with
/// the tests.
fn proxy(server: &str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let server = server.strip_prefix("http://").unwrap().to_owned();
    std::thread::spawn(move || {
        for browser in listener.incoming().map(Result::unwrap) {
            let server = server.clone();
            std::thread::spawn(move || pass(browser, &server));
        }
    });
    format!("http://{address}")
}

/// One request, and its answer, however long that takes.
fn pass(mut browser: TcpStream, server: &str) -> std::io::Result<()> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        let mut byte = [0];
        browser.read_exact(&mut byte)?;
        head.extend(byte);
    }
    let head = String::from_utf8(head).unwrap();
    let (first, rest) = head.split_once("\r\n").unwrap();
    let Some((method, path)) = first.split_once(" /ledger") else {
        return write!(browser, "HTTP/1.1 404 Not Found\r\nconnection: close\r\n\r\n");
    };
    let mut server = TcpStream::connect(server)?;
    let rest = rest.replace("keep-alive", "close");
    let slash = if path.starts_with('/') { "" } else { "/" };
    write!(server, "{method} {slash}{path}\r\n{rest}")?;
    let (mut from, mut to) = (browser.try_clone()?, server.try_clone()?);
    std::thread::spawn(move || std::io::copy(&mut from, &mut to));
    std::io::copy(&mut server, &mut browser)?;
    browser.shutdown(std::net::Shutdown::Both)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_page_works_below_a_path_and_never_leaves_it() {
    let site = Site::with(&["--path-prefix", "/ledger"]);
    let job = site.job("T-Enable", &["5001"], json!({})).await;
    let Some(page) = Page::new(&site).await else { return };
    let page = page.through(format!("{}/ledger", proxy(site.url())));
    page.requests().await;
    page.go("/jobs?user_id=vijay").await;
    page.fill("input[name=username]", "", "anita").await;
    page.fill("input[name=password]", "", PASSWORD).await;
    page.click("form.sign-in button", "Sign in").await;
    page.click("table.jobs a", "T-Enable").await;
    page.until_with("return location.pathname === `/ledger/jobs/${input}`", &json!(job)).await;
    page.sees_in(".timeline", "entry #0, proved").await;
    site.report(&job, json!({"status": "SUCCESS"})).await;
    page.sees_in(".job-head", "Success").await;
    page.click("nav a", "Overview").await;
    page.find("#by-user", "").await;
    page.click("nav a", "Jobs").await;
    page.click("button.status-filter", "Success").await;
    page.sees_in("table.jobs", "T-Enable").await;
    assert_eq!(page.address().await, "/ledger/?status=SUCCESS");
    let requests = page.requests().await;
    let left: Vec<&String> = requests
        .iter()
        .filter(|url| !url.starts_with(&page.base) && !url.starts_with("data:"))
        .collect();
    assert!(requests.len() > 15 && left.is_empty(), "{left:#?} of {requests:#?}");
    page.click(".user-menu", "").await;
    page.click(".menu button", "Sign out").await;
    page.sees_in("h1", "Every job on record").await;
}
