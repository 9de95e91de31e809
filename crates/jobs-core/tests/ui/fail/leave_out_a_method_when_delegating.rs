//! no rules expected: a trait with a delegation has no default method, which could be left out.

#[path = "../../../src/store/delegatable.rs"]
mod delegatable;

type Result<T> = std::result::Result<T, ()>;

delegatable::delegatable! {
    /// Answers.
    pub trait Oracle: Send + Sync + 'static {
        /// Answers.
        async fn answer(&self, question: &str) -> Result<u32>;
        /// Answers whatever is asked.
        async fn guess(&self) -> Result<u32> {
            self.answer("?").await
        }
    }

    /// Hands its calls on.
    pub trait DelegatingOracle;
}

fn main() {}
