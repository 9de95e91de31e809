//! Defines a trait together with its delegation, so that neither has a method that the other lacks.

/// Out of a trait whose methods are all asynchronous, defines
///
/// * the trait itself, object-safe by way of `async_trait`;
/// * a second trait, for types that hand the calls of the first one to another value and override
///   what they like;
/// * an implementation of the first trait for every type that implements the second.
///
/// A method with a body is refused: the trait has no default methods, which a type that delegates
/// by hand could leave out without being told.
macro_rules! delegatable {
    (
        $(#[$about_trait:meta])*
        pub trait $Trait:ident: $($Bound:ident +)* 'static {
            $(
                $(#[$about_method:meta])*
                async fn $method:ident(&self $(, $argument:ident: $Argument:ty)*) -> Result<$Answer:ty>;
            )+
        }

        $(#[$about_delegating:meta])*
        pub trait $Delegating:ident;
    ) => {
        $(#[$about_trait])*
        #[async_trait::async_trait]
        pub trait $Trait: $($Bound +)* 'static {
            $(
                $(#[$about_method])*
                async fn $method(&self $(, $argument: $Argument)*) -> Result<$Answer>;
            )+
        }

        $(#[$about_delegating])*
        pub trait $Delegating: $($Bound +)* 'static {
            /// What the calls are handed to.
            type Inner: $Trait + ?Sized;

            /// What the calls are handed to.
            fn inner(&self) -> &Self::Inner;

            /// Awaits `call`, which is a call of the method with this name, overridden or not. The
            /// place for what is the same for all methods. A call that is not awaited does nothing.
            ///
            /// # Errors
            /// Those of the call, unless it is overridden.
            fn around<T: Send>(
                &self,
                _method: &'static str,
                call: impl Future<Output = Result<T>> + Send,
            ) -> impl Future<Output = Result<T>> + Send {
                call
            }
            $(
                #[doc = concat!("Does what [`", stringify!($Trait), "::", stringify!($method), "`] says.")]
                ///
                /// # Errors
                #[doc = concat!("Those of [`", stringify!($Trait), "::", stringify!($method), "`].")]
                fn $method(
                    &self
                    $(, $argument: $Argument)*
                ) -> impl Future<Output = Result<$Answer>> + Send {
                    async move { self.inner().$method($($argument),*).await }
                }
            )+
        }

        #[async_trait::async_trait]
        impl<D: $Delegating> $Trait for D {
            $(
                async fn $method(&self $(, $argument: $Argument)*) -> Result<$Answer> {
                    let call = $Delegating::$method(self $(, $argument)*);
                    self.around(stringify!($method), call).await
                }
            )+
        }
    };
}

pub(crate) use delegatable;
