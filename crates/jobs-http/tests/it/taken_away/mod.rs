//! Revoking access ends what a caller has in flight: streams, exports, bulk requests, waiting
//! bodies. What was recorded stays, and the caller is told why.

mod meanwhile;
mod under_way;
mod unusable_files;

use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, BodyDataStream};
use axum::http::{Method, Request};
use futures::StreamExt as _;
use jobs_api::Peer;
use jobs_auth::{Accounts, AuthFileEditor, PasswordHash, Role, Sessions};
use jobs_core::{JobStore, MemoryStore, UserId};
use jobs_sign_in::{JwksSource, Jwt, SignIn};

use crate::support::in_process::{Api, IDENTITY_SECRET, password_of};
use crate::support::issuer::{Issuer, settings};
use crate::support::means::TestClock;

/// The time of the tests' clock.
const NOW: u64 = 1_769_612_693;

fn id(name: &str) -> UserId {
    UserId::new(name).unwrap()
}

/// A server over files that can be changed. `admin` is listed and has the token `token-of-admin`;
/// `ci` has a token and is not listed.
struct Site {
    folder: tempfile::TempDir,
    api: Api,
}

impl Site {
    async fn new() -> Self {
        Self::over(Arc::new(MemoryStore::default())).await
    }

    async fn over(store: Arc<dyn JobStore>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        let hash = PasswordHash::of_new(&password_of("admin")).unwrap();
        AuthFileEditor::new(path("auth.toml"))
            .add_user(&id("admin"), Role::Admin, Some(&hash))
            .unwrap();
        let mut text = std::fs::read_to_string(path("auth.toml")).unwrap();
        for (user, role) in [("admin", ""), ("ci", "role = \"admin\"\n")] {
            let digest = hex::encode(jobs_auth::digest(&format!("token-of-{user}")));
            text += &format!(
                "[[token]]\nsha256 = \"{digest}\"\nuser = \"{user}\"\nname = \"{user}-1\"\n{role}"
            );
        }
        std::fs::write(path("auth.toml"), text).unwrap();
        std::fs::write(path("jwks.json"), Issuer::new().jwks().to_string()).unwrap();
        let accounts = Accounts::open(path("auth.toml")).unwrap().unwrap();
        let now = Duration::from_secs(NOW);
        let sessions = Sessions::open(&path("session.key"), &path("signed-out"), now).unwrap();
        let clock = Arc::new(TestClock::default());
        let jwt = Jwt::start(settings(JwksSource::File(path("jwks.json"))), clock.clone()).await;
        let sign_in = SignIn::new(Arc::new(accounts), sessions).with_jwt(Some(jwt.unwrap()));
        let api = Api::letting_in(store, sign_in, clock).await;
        Self { folder, api }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn editor(&self) -> AuthFileEditor {
        AuthFileEditor::new(self.path("auth.toml"))
    }

    fn rename_admin(&self) {
        self.edit("name = \"admin\"\n", "name = \"renamed\"\n");
        self.edit("user = \"admin\"\n", "user = \"renamed\"\n");
    }

    fn write_secret(&self, secret: &str) {
        std::fs::write(&self.api.identity_secret, secret).unwrap();
    }

    /// Replaces something in `auth.toml`.
    fn edit(&self, from: &str, to: &str) {
        let text = std::fs::read_to_string(self.path("auth.toml")).unwrap();
        assert!(text.contains(from), "{text}");
        std::fs::write(self.path("auth.toml"), text.replace(from, to)).unwrap();
    }

    async fn request(&self, by: &By, method: Method, path: &str, body: Body) -> Request<Body> {
        // All requests come through a trusted proxy.
        let peer = Peer("10.1.2.3:5".parse().unwrap());
        let mut request = Request::builder().method(method).uri(path).extension(peer);
        for (name, value) in &by.0 {
            request = request.header(*name, value);
        }
        request.body(body).unwrap()
    }

    async fn open(&self, by: &By, method: Method, path: &str, body: Body) -> BodyDataStream {
        let answer = self.api.open(self.request(by, method, path, body).await).await;
        assert_eq!(answer.status(), 200, "{path}");
        answer.into_body().into_data_stream()
    }
}

fn set_mode(path: &Path, mode: u32) {
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
}

/// The headers that sign a caller in.
struct By(Vec<(&'static str, String)>);

impl By {
    fn bearer(token: &str) -> Self {
        Self(vec![("authorization", format!("Bearer {token}"))])
    }

    fn proxy() -> Self {
        let user = ("x-forwarded-user", "admin".to_owned());
        Self(vec![user, ("x-identity-secret", IDENTITY_SECRET.to_owned())])
    }

    async fn session(site: &Site) -> Self {
        let cookie = site.api.session("admin").await;
        Self(vec![("cookie", cookie), ("sec-fetch-site", "same-origin".into())])
    }
}

async fn text_of(body: BodyDataStream) -> String {
    let pieces: Vec<_> = body.map(|piece| piece.unwrap()).collect().await;
    String::from_utf8(pieces.concat()).unwrap()
}
