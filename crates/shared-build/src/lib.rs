//! Nothing. Each program of the workspace depends on this crate, and so has the same features of
//! what several of them use: without, `cargo run -p jobs-cli` after `cargo run` would compile
//! serde, tokio and hyper once more, since cargo unites the features of what is built together
//! alone. (`cargo hakari` keeps such a crate up to date in larger workspaces.)
