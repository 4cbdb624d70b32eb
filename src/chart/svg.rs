//! A picture as an SVG file.

use plotters::{backend::SVGBackend, drawing::IntoDrawingArea};

use super::{
    draw::{Grain, draw},
    picture::Picture,
};

/// The file: as large as the picture, drawn four times finer.
pub fn svg(picture: &Picture) -> String {
    let mut file = String::new();
    let (width, height) = Grain::SVG.area(picture);
    {
        let area = SVGBackend::with_string(&mut file, (width, height)).into_drawing_area();
        // Writing to a string does not fail, and dropping the area closes the file.
        if draw(picture, &area, Grain::SVG).is_err() {
            return String::new();
        }
    }
    let units = format!("<svg width=\"{width}\" height=\"{height}\"");
    let real = format!("<svg width=\"{}\" height=\"{}\"", picture.width, picture.height);
    let file = file.replacen(&units, &real, 1);
    if picture.title.is_empty() {
        return file;
    }
    let title = format!(
        "xmlns=\"http://www.w3.org/2000/svg\" role=\"img\">\n<title>{}</title>",
        escape(&picture.title)
    );
    file.replacen("xmlns=\"http://www.w3.org/2000/svg\">", &title, 1)
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
