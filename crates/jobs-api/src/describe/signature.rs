//! What the types in a handler's signature say of its endpoint: each argument of what it takes, the
//! result of what it answers.

use axum::extract::State;
use axum::http::request::Parts;
use axum::response::Response;

use super::{Answer, Description};

/// A handler's argument.
pub(crate) trait Input {
    /// Adds parameters, a body, and the problems that come of them.
    fn describe(_description: &mut Description) {}
}

/// What a handler answers, or a part of it.
pub(crate) trait Output {
    /// Adds a status, a body, a header.
    fn describe(_answer: &mut Answer) {}
}

/// A handler.
pub(crate) trait Signature<T> {
    fn describe(description: &mut Description);
}

macro_rules! signature {
    ($($Argument:ident),*) => {
        impl<Handler, Answering, Answered, Kind, $($Argument,)*> Signature<(Kind, $($Argument,)*)> for Handler
        where
            Handler: FnOnce($($Argument),*) -> Answering,
            Answering: Future<Output = Answered>,
            Answered: Output,
            $($Argument: Input,)*
        {
            fn describe(_description: &mut Description) {
                $($Argument::describe(_description);)*
                Answered::describe(&mut _description.answer);
            }
        }
    };
}

signature!(A);
signature!(A, B);
signature!(A, B, C);
signature!(A, B, C, D);
signature!(A, B, C, D, E);
signature!(A, B, C, D, E, F);
signature!(A, B, C, D, E, F, G);

/// A handler without arguments.
impl<Handler, Answering, Answered> Signature<((),)> for Handler
where
    Handler: FnOnce() -> Answering,
    Answering: Future<Output = Answered>,
    Answered: Output,
{
    fn describe(description: &mut Description) {
        Answered::describe(&mut description.answer);
    }
}

/// These are no business of the caller's, or say nothing by themselves.
impl<S> Input for State<S> {}
impl Input for Parts {}

/// Bytes; the declaration says of what.
impl Output for Response {}

impl<A: Output, E> Output for Result<A, E> {
    fn describe(answer: &mut Answer) {
        A::describe(answer);
    }
}

/// What may be missing is described as what it is.
impl<A: Output> Output for Option<A> {
    fn describe(answer: &mut Answer) {
        A::describe(answer);
    }
}

macro_rules! parts {
    ($($Part:ident),*) => {
        impl<$($Part: Output),*> Output for ($($Part,)*) {
            fn describe(answer: &mut Answer) {
                $($Part::describe(answer);)*
            }
        }
    };
}

parts!(A, B);
parts!(A, B, C);
parts!(A, B, C, D);
