//! What docs/operating.md says that a server holds at most.

const OPERATING: &str = include_str!("../../../../../docs/operating.md");

/// What a server takes in all, in MiB, whatever callers do.
const IN_ALL_MIB: u64 = 5016;

/// What an attack makes the server hold, beside what it holds anyway.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Answers.
    Reads,
    /// What follows the ledger, too.
    Follows,
    /// Bodies, too.
    Sends,
    /// Calls of upstreams, too.
    Calls,
}

/// The table, a row each of what is held and how much of it.
pub(super) struct Bounds(Vec<(&'static str, u64)>);

impl Bounds {
    /// # Panics
    /// When the figure is not the sum of the table, or not this one.
    pub(super) fn documented() -> Self {
        let (_, section) = OPERATING.split_once("\n## What callers may cost\n").unwrap();
        let rows = section.lines().skip_while(|line| !line.starts_with("|---"));
        let rows = rows.skip(1).take_while(|line| line.starts_with('|'));
        let rows: Vec<_> = rows.filter_map(read_row).collect();
        let (in_all, rows) = rows.split_last().unwrap();
        assert_eq!(*in_all, ("in all", IN_ALL_MIB));
        assert_eq!(rows.iter().map(|(_, mib)| mib).sum::<u64>(), IN_ALL_MIB);
        Self(rows.to_vec())
    }

    /// What one user may make the server take, with few connections, by attacks of this kind.
    pub(super) fn mib_of(&self, kind: Kind) -> u64 {
        let of = |what: &str| self.0.iter().find(|(found, _)| found.starts_with(what)).unwrap().1;
        // Of those that read at once, half may be one user's.
        let base = of("the program")
            + of("passwords")
            + of("requests that read") / 2
            + of("all other answers");
        base + match kind {
            Kind::Reads => 0,
            Kind::Follows => of("streams of entries"),
            Kind::Sends => of("all bodies"),
            Kind::Calls => of("all bodies") + of("calls of upstreams"),
        }
    }
}

/// `| what | at most | MiB | … |`, or a row that takes nothing by itself.
fn read_row(row: &'static str) -> Option<(&'static str, u64)> {
    let mut cells = row.split('|').skip(1).map(str::trim);
    let (what, _, mib) = (cells.next()?, cells.next()?, cells.next()?);
    let mib = mib.trim_matches('*').replace(',', "").parse().ok()?;
    Some((what.trim_matches('*'), mib))
}
