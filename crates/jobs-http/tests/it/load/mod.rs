//! The server as a separate process, under the worst that one user can do to each route of the
//! table: the largest jobs, many connections, unread answers. Meanwhile, another user is served,
//! and memory stays below what docs/operating.md says.

mod attackers;
mod attacks;
mod bounds;
mod ledger;

use jobs_api::endpoints;

use crate::support::process::PATIENCE;
use attackers::Attackers;
use attacks::Attack;
use bounds::Bounds;
use ledger::Ledger;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whatever_one_user_does_others_are_served_and_memory_is_bounded() {
    let ledger = Ledger::make().await;
    let bounds = Bounds::documented();
    let mut attacks: Vec<_> =
        endpoints().iter().flat_map(|operation| ledger.attacks(operation)).collect();
    // Allocators keep freed memory for a while, so attacks that may take more come later.
    attacks.sort_by_key(|attack| (bounds.mib_of(attack.kind), attack.token));
    let mut attacking = None;
    for attack in attacks {
        if let Some(other) = attacking.replace(attack.token).filter(|it| *it != attack.token) {
            ledger.is_through_with(other).await;
        }
        let name = attack.name();
        let bound = bounds.mib_of(attack.kind);
        ledger.server.forget_peak();
        ledger.serves_another_under(attack).await;
        let peak = ledger.server.peak_mib().unwrap();
        println!("{name}: {peak} of {bound} MiB");
        assert!(peak <= bound, "{name}: {peak} MiB, of {bound}");
    }
}

impl Ledger {
    /// Has the other user be served while the attack lasts, from before the first of its
    /// connections is answered until as many were as it takes to see what it does.
    async fn serves_another_under(&self, attack: Attack) {
        let name = attack.name();
        let answers = attack.answers;
        let attackers = Attackers::begin(self.server.address(), attack);
        for _ in 0..answers {
            self.serves_another(&name).await;
            let answered = tokio::time::timeout(PATIENCE, attackers.one_is_answered()).await;
            answered.unwrap_or_else(|_| panic!("{name}: nobody is answered"));
        }
        self.serves_another(&name).await;
        attackers.leave().await;
    }
}
