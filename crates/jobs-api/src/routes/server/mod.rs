//! Whether the server is well, and what it can do.

surface! {
    openapi,
    health,
}
