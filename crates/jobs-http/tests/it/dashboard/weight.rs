//! What a page costs: bytes as they are sent, requests, and nodes of the document.

use crate::dashboard::page::Page;

#[derive(serde::Deserialize, Debug)]
pub(crate) struct Weight {
    pub(crate) bytes: u64,
    pub(crate) requests: u64,
    pub(crate) nodes: u64,
}

impl Weight {
    /// Of what is loaded and drawn by now. A stream is a request that has not ended.
    pub(crate) async fn of(page: &Page) -> Self {
        let script = "
            const all_of = [...performance.getEntriesByType('navigation'),
                ...performance.getEntriesByType('resource')];
            return {
                bytes: all_of.reduce((sum, it) => sum + it.encodedBodySize, 0),
                requests: all_of.length,
                nodes: document.querySelectorAll('*').length,
            }";
        page.look(script).await
    }

    /// Whether it is within the budget of every page, in whatever state.
    pub(crate) fn is_light(&self) -> bool {
        (50_000..200_000).contains(&self.bytes)
            && (4..=16).contains(&self.requests)
            && (50..2000).contains(&self.nodes)
    }
}
