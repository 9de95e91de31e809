//! Who signs in, as JSON and as a form.

use serde::Deserialize;
use utoipa::ToSchema;

// Members that are not known are ignored.
#[derive(Deserialize, ToSchema)]
pub(crate) struct Login {
    pub(crate) username: String,
    pub(crate) password: String,
}
