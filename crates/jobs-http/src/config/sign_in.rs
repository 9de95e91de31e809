//! The settings of sign-in: who is accepted beside the users and tokens of `auth.toml`.

use std::path::PathBuf;

use clap::{ArgAction, Args};
use ipnet::IpNet;
use jobs_sign_in::JwksSource;

use super::UnknownUsersKind;
use crate::values;

/// Who is let in beside the users and tokens of `auth.toml`.
#[derive(Debug, Clone, Args)]
pub struct SignInArgs {
    /// A network of proxies that are trusted to give the client's address (X-Forwarded-For),
    /// whether it uses https (X-Forwarded-Proto), and the path (X-Forwarded-Prefix); repeatable, in
    /// the variable separated by commas. To name the user, they need the secret of
    /// --identity-secret.
    #[arg(
        long,
        env = "JOBS_TRUSTED_PROXY",
        value_name = "CIDR",
        value_delimiter = ',',
        value_parser = values::network
    )]
    pub trusted_proxy: Vec<IpNet>,

    /// A file of mode 0600 with a secret of 32 characters or more. A trusted proxy that sends it as
    /// X-Identity-Secret signs people in: it names the user, who must be in auth.toml, in
    /// X-Forwarded-User. From anybody else that header is refused.
    #[arg(long, env = "JOBS_IDENTITY_SECRET", value_name = "FILE")]
    pub identity_secret: Option<PathBuf>,

    /// What to do with a job that an admin submits for somebody who has neither a user nor a token
    /// in auth.toml.
    #[arg(long, env = "JOBS_UNKNOWN_USERS", value_enum, default_value_t = UnknownUsersKind::Refuse)]
    pub unknown_users: UnknownUsersKind,

    /// Treat every request as https, even if no trusted proxy says so: browsers then send sessions
    /// only over https.
    #[arg(
        long,
        env = "JOBS_COOKIE_SECURE",
        action = ArgAction::SetTrue,
        value_parser = values::switch
    )]
    pub cookie_secure: bool,

    /// Accept JWTs of this issuer (iss).
    #[arg(
        long,
        env = "JOBS_JWT_ISSUER",
        value_name = "ISSUER",
        requires = "jwt_audience",
        requires = "jwt_jwks"
    )]
    pub jwt_issuer: Option<String>,

    /// The audience that JWTs must name (aud).
    #[arg(long, env = "JOBS_JWT_AUDIENCE", value_name = "AUDIENCE", requires = "jwt_issuer")]
    pub jwt_audience: Option<String>,

    /// The public keys of the issuer, a JSON Web Key Set: a file, or an https URL.
    #[arg(long, env = "JOBS_JWT_JWKS", value_name = "FILE_OR_URL", requires = "jwt_issuer")]
    pub jwt_jwks: Option<JwksSource>,

    /// The claim of a JWT that names the user.
    #[arg(long, env = "JOBS_JWT_USER_CLAIM", value_name = "CLAIM", default_value = "sub")]
    pub jwt_user_claim: String,

    /// The claim of a JWT that names the role: operator, auditor or admin.
    #[arg(long, env = "JOBS_JWT_ROLE_CLAIM", value_name = "CLAIM", default_value = "role")]
    pub jwt_role_claim: String,
}
