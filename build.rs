//! Turns the texts of both languages into types, so that a missing or misspelt one does not compile.

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    #[cfg(feature = "app")]
    texts()?;
    Ok(())
}

#[cfg(feature = "app")]
fn texts() -> Result<(), Box<dyn std::error::Error>> {
    use leptos_i18n_build::{Config, ParseOptions, TranslationsInfos};

    // Texts with numbers and names in them are wanted as strings too.
    let options = ParseOptions::new().interpolate_display(true);
    let config = Config::new("fr")?.add_locale("en")?.locales_path("src/app/locales").parse_options(options);
    let texts = TranslationsInfos::parse(config)?;
    texts.emit_diagnostics();
    texts.rerun_if_locales_changed();
    let target = std::path::PathBuf::from(std::env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?);
    texts.generate_i18n_module(target.join("i18n"))?;
    Ok(())
}
