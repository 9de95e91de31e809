//! The checks that the fuzz targets run, under the names of the targets.

mod checks;
mod ledger;

macro_rules! export {
    ($($target:ident),*) => {$(
        /// Panics if the target of this name finds something wrong with `bytes`.
        pub fn $target(bytes: &[u8]) {
            checks::$target(bytes);
        }
    )*};
}
export!(note, checkpoint, receipt, customer_proof, tile_path, leaf, entry_bundle, evidence);
