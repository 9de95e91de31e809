//! Draws a bar chart of each workload, as SVG. It is written by hand: bars of one colour beside
//! their texts need neither the fonts nor the raster images of chart crates.

use std::fmt::Write as _;
use std::path::Path;

use crate::Result;
use crate::measured::{Measured, Unit};
use crate::report::rounded;

const WIDTH: f64 = 360.0;
const LABELS: f64 = 330.0;
const LINE: usize = 22;

/// Writes `WORKLOAD.svg` of each workload into `folder`.
pub(crate) fn write(folder: &Path, results: &[Measured]) -> Result<()> {
    std::fs::create_dir_all(folder)?;
    for cases in results.chunk_by(|one, next| one.workload == next.workload) {
        let name = cases[0].workload.replace(' ', "-");
        std::fs::write(folder.join(name + ".svg"), chart(cases)?)?;
    }
    Ok(())
}

/// A bar for each case as long as its ratio, where it has one.
fn chart(cases: &[Measured]) -> Result<String> {
    let length = |case: &Measured| case.ratio().unwrap_or_default();
    let longest = cases.iter().map(length).fold(f64::MIN_POSITIVE, f64::max);
    let mut svg = String::new();
    write!(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1100\" height=\"{}\" \
         font-family=\"sans-serif\" font-size=\"12\">\n<rect width=\"100%\" height=\"100%\" \
         fill=\"#fff\"/>\n<text x=\"8\" y=\"18\" font-size=\"14\">{}: ratio to the limit in the same \
         run</text>\n",
        LINE * (cases.len() + 2),
        escaped(cases[0].workload)
    )?;
    for (nth, case) in cases.iter().enumerate() {
        let y = LINE * (nth + 2);
        let bar = WIDTH * length(case) / longest;
        let unit = if case.unit == Unit::PerSecond { "/s" } else { " ms" };
        let value = format!("{}{unit}", rounded(case.value()));
        let value = match (case.ratio(), case.limit) {
            (Some(ratio), Some((of, _))) => format!("{} of {of} ({value})", rounded(ratio)),
            _ => value,
        };
        writeln!(
            svg,
            "<text x=\"{}\" y=\"{y}\" text-anchor=\"end\">{}</text>\
             <rect x=\"{LABELS}\" y=\"{}\" width=\"{bar:.1}\" height=\"14\" fill=\"#4a7ab5\"/>\
             <text x=\"{:.1}\" y=\"{y}\">{}</text>",
            LABELS - 6.0,
            escaped(&case.case),
            y - 11,
            LABELS + bar + 6.0,
            escaped(&value)
        )?;
    }
    Ok(svg + "</svg>\n")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
