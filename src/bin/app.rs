//! The page's entry point.

fn main() {
    reflet::app::run();
}
