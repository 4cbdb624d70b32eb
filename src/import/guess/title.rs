//! The title of a review, which is a part of its text.

use super::columns::Columns;
use super::names;
use crate::import::mapping::TextColumn;
use crate::import::matching::mentions;
use crate::model::Prompt;

impl Columns<'_> {
    /// Takes the free columns of titles out of the texts. The first one joins the text if there is only one and it asks
    /// for neither the best nor the worst: beside strengths and weaknesses, a title belongs to neither and is left out.
    pub(super) fn titles(&mut self, texts: &mut Vec<TextColumn>) {
        let titles: Vec<usize> = (0..self.headers.len())
            .filter(|column| self.is_a_title(*column))
            .filter(|column| !self.taken[*column] || texts.iter().any(|text| text.column == *column))
            .collect();
        if texts.iter().all(|text| titles.contains(&text.column)) {
            return;
        }
        texts.retain(|text| !titles.contains(&text.column));
        for column in &titles {
            self.taken[*column] = true;
        }
        // Beside questions for the best and the worst, other questions have no title either.
        let alone = texts.iter().all(|text| text.prompt == Prompt::Unknown);
        let headers = &self.headers;
        let mut open = texts.iter_mut().filter(|text| {
            text.prompt == Prompt::Unknown && (alone || names::is_a_body(&headers[text.column]))
        });
        if let (Some(text), None) = (open.next(), open.next()) {
            text.title = titles.first().copied();
        }
    }

    /// Whether a column has a name of a title, and is not one of few repeated values, such as forms of address or
    /// products.
    pub(in crate::import) fn is_a_title(&self, column: usize) -> bool {
        let (header, profile) = (self.headers[column].as_str(), &self.profiles[column]);
        let content = &profile.content;
        let few =
            profile.is_constant() || content.distinct * 4 <= content.cells && content.tenths_of_words() < 40;
        names::is_a_title(header)
            && content.cells > 0
            && !profile.is_numeric()
            && (!few || ["review", "reviews", "avis"].iter().any(|word| mentions(header, word)))
    }
}
