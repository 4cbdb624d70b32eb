//! Turns the texts of both languages into types, so that a missing or misspelt one does not compile.

use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    texts()
}

/// The library's parser and generator, called directly: its own build crate does the same three steps, but
/// carries the sources of all Unicode locale data, which takes minutes to compile and is not used.
#[cfg(feature = "app")]
fn texts() -> Result<(), Box<dyn Error>> {
    use leptos_i18n_parser::parse_locales::options::{Config, ParseOptions};
    use leptos_i18n_parser::parse_locales::parse_locales;

    // Texts with numbers and names in them are wanted as strings too.
    let options = ParseOptions::new().interpolate_display(true);
    let config = Config::new("fr")?.add_locale("en")?.locales_path("src/app/locales").parse_options(options);
    let texts = parse_locales(None, config)?;
    for file in texts.tracked_files.iter().flatten() {
        println!("cargo::rerun-if-changed={file}");
    }
    // A text that one language lacks is a warning of the library and an error of ours.
    let complaints: Vec<String> = texts.diag.warnings().iter().map(ToString::to_string).collect();
    let errors: Vec<String> = texts.diag.errors().iter().map(ToString::to_string).collect();
    if !complaints.is_empty() || !errors.is_empty() {
        return Err([complaints, errors].concat().join("\n").into());
    }
    let code = leptos_i18n_codegen::gen_code(&texts, None, false, None, false)?;
    let target = std::path::PathBuf::from(std::env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?);
    std::fs::write(target.join("i18n.rs"), code.to_string())?;
    Ok(())
}

/// The core has no texts.
#[cfg(not(feature = "app"))]
#[allow(clippy::unnecessary_wraps, reason = "the page's texts may be wrong")]
fn texts() -> Result<(), Box<dyn Error>> {
    Ok(())
}
