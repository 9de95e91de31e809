//! Enums whose values have a name each, one and the same in JSON, in SQL and in messages.

/// Defines such an enum: `ALL`, `as_str`, `Display`, `FromStr` and serde all use the names beside
/// its values. `else` is the error for a text that is not one of them.
macro_rules! named {
    (
        $(#[$about:meta])*
        pub enum $Enum:ident {
            $($(#[$about_value:meta])* $Value:ident = $name:tt,)+
        }
        else $refusal:expr
    ) => {
        $(#[$about])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord,
            serde::Serialize, serde::Deserialize,
        )]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        pub enum $Enum {
            $($(#[$about_value])* #[serde(rename = $name)] $Value,)+
        }

        impl $Enum {
            /// All that there are.
            pub const ALL: [Self; [$($name),+].len()] = [$(Self::$Value),+];

            /// The name, as in JSON and SQL.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$Value => $name,)+
                }
            }
        }

        impl std::fmt::Display for $Enum {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl std::str::FromStr for $Enum {
            type Err = $crate::Error;

            fn from_str(text: &str) -> $crate::Result<Self> {
                Self::ALL.into_iter().find(|value| value.as_str() == text).ok_or_else(|| $refusal)
            }
        }
    };
}

pub(crate) use named;
