//! The most memory that a server holds according to docs/operating.md.

const OPERATING: &str = include_str!("../../../../../docs/operating.md");

/// The total that a server takes, in MiB, whatever callers do.
const IN_ALL_MIB: u64 = 5112;

/// What an attack makes the server hold, in addition to what it holds anyway.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Answers.
    Reads,
    /// Also streams of entries.
    Follows,
    /// Bodies, too.
    Sends,
    /// Also calls of upstreams.
    Calls,
}

/// The table: a row for each thing that is held, and how much of it.
pub(super) struct Bounds(Vec<(&'static str, u64)>);

impl Bounds {
    /// # Panics
    /// If the figure is not the sum of the table, or not this constant.
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
        // One user may have half of the requests that read at once.
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
    let what = cells.next()?;
    let _ = cells.next()?;
    let mib = cells.next()?;
    let mib = mib.trim_matches('*').replace(',', "").parse().ok()?;
    Some((what.trim_matches('*'), mib))
}
