//! The twin of `tests/ui/fail/leave_out_a_method_when_delegating.rs`: what is allowed instead.

#![expect(unreachable_pub, reason = "the macro declares traits for others")]

#[path = "../../../src/store/delegatable.rs"]
mod delegatable;

type Result<T> = std::result::Result<T, ()>;

delegatable::delegatable! {
    /// Answers.
    pub trait Oracle: Send + Sync + 'static {
        /// Answers.
        async fn answer(&self, question: &str) -> Result<u32>;
        /// Answers whatever is asked.
        async fn guess(&self) -> Result<u32>;
    }

    /// Hands its calls on.
    pub trait DelegatingOracle;
}

struct Inner;

#[async_trait::async_trait]
impl Oracle for Inner {
    async fn answer(&self, question: &str) -> Result<u32> {
        u32::try_from(question.len()).map_err(|_| ())
    }
    async fn guess(&self) -> Result<u32> {
        Ok(42)
    }
}

/// Every method is handed on, also one that is new, and one can be done in another way.
struct Outer(Inner);

impl DelegatingOracle for Outer {
    type Inner = Inner;

    fn inner(&self) -> &Inner {
        &self.0
    }

    async fn answer(&self, _: &str) -> Result<u32> {
        Err(())
    }
}

pub(super) fn main() {
    tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(async {
        let outer: Box<dyn Oracle> = Box::new(Outer(Inner));
        assert_eq!((outer.answer("?").await, outer.guess().await), (Err(()), Ok(42)));
    });
}
