//! Recognises a row when its file is read again.

use super::choices::Segment;
use super::mapping::{Mapping, SideSource};
use super::table::Table;

/// FNV-1a, 64 bits.
pub(super) struct Fnv(u64);

impl Fnv {
    pub(super) const fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    pub(super) const fn value(&self) -> u64 {
        self.0
    }

    pub(super) fn bytes(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}

/// Hashes the mapped cells of a row.
pub(super) struct Hasher<'a> {
    table: &'a Table,
    /// A letter for the role, the name of a segment, and the place of the text.
    parts: Vec<(u8, &'a str, Place<'a>)>,
    scope: Option<&'a str>,
}

/// The place of a text of a row.
#[derive(Clone, Copy)]
enum Place<'a> {
    Column(usize),
    /// A text that is the same for every row, as if a column held it.
    Fixed(&'a str),
}

impl<'a> Hasher<'a> {
    pub(super) fn new(table: &'a Table, mapping: &'a Mapping) -> Self {
        let name = |column: usize| table.names().get(column).map_or("", String::as_str);
        let side = match &mapping.side {
            SideSource::Fixed(_) => None,
            SideSource::Column { column, .. } => Some(*column),
        };
        let about = [
            (b's', side.map(Place::Column)),
            (b'i', mapping.id.map(Place::Column)),
            (b'p', mapping.respondent.map(Place::Column)),
            (b'w', mapping.wave.map(Place::Column).or(mapping.wave_of_all().map(Place::Fixed))),
            (b'd', mapping.date.map(Place::Column)),
        ];
        let coding = [
            (b'g', mapping.stage.map(Place::Column)),
            (b'm', mapping.moment.map(Place::Column)),
            (b'v', mapping.valence.map(Place::Column)),
            (b'e', mapping.effort.map(Place::Column)),
            (b'c', mapping.coder.map(Place::Column)),
            (b'q', mapping.prompt.map(Place::Column)),
        ];
        let mut texts: Vec<usize> = mapping.texts.iter().map(|text| text.column).collect();
        let mut ratings: Vec<usize> = mapping.ratings.iter().map(|rating| rating.column).collect();
        // Choices are hashed as written, column by column: a row keeps its hash whether its choices are one attribute
        // of several values or one attribute each.
        let mut segments: Vec<usize> = mapping.segments.iter().flat_map(Segment::columns).collect();
        texts.sort_by_key(|column| name(*column));
        ratings.sort_by_key(|column| name(*column));
        segments.sort_by_key(|column| name(*column));
        let mut parts: Vec<(u8, &str, Place)> =
            texts.into_iter().map(|column| (b't', "", Place::Column(column))).collect();
        let single = |(tag, place): (u8, Option<Place<'a>>)| Some((tag, "", place?));
        // Titles come after all texts, each named after its text, so that rows without titles keep their hash.
        let mut titles: Vec<(&str, usize)> =
            mapping.texts.iter().filter_map(|text| Some((name(text.column), text.title?))).collect();
        titles.sort_unstable();
        parts.extend(about.into_iter().filter_map(single));
        parts.extend(titles.into_iter().map(|(text, column)| (b'h', text, Place::Column(column))));
        // A single rating has no name, so that earlier projects keep their hashes.
        let rating =
            |column| (b'r', if ratings.len() > 1 { name(column) } else { "" }, Place::Column(column));
        parts.extend(ratings.iter().map(|column| rating(*column)));
        parts.extend(coding.into_iter().filter_map(single));
        parts.extend(segments.into_iter().map(|column| (b'a', name(column), Place::Column(column))));
        Self { table, parts, scope: mapping.scope.as_deref() }
    }

    /// The hash of a row's mapped cells without the space around them, role by role, independent of the order of the
    /// columns. Empty cells count as absent, so that mapping one more empty column changes nothing. Themes are left
    /// out: a text with new codings is the same text.
    pub(super) fn of(&self, row: usize) -> u64 {
        self.hash(row, &self.parts)
    }

    /// The hash without the identifier of the row.
    pub(super) fn without_id(&self, row: usize) -> u64 {
        self.hash(row, self.parts.iter().filter(|(tag, ..)| *tag != b'i'))
    }

    fn hash<'p>(&self, row: usize, parts: impl IntoIterator<Item = &'p (u8, &'a str, Place<'a>)>) -> u64
    where
        'a: 'p,
    {
        let mut fnv = Fnv::new();
        // Equal cells within another scope are another row.
        for part in self.scope.iter().flat_map(|scope| [scope.as_bytes(), &[0xff]]) {
            fnv.bytes(part);
        }
        for (tag, name, place) in parts {
            let cell = match *place {
                Place::Column(column) => self.table.cell(row, column).trim(),
                Place::Fixed(text) => text,
            };
            if !cell.is_empty() {
                // 0xff is in no text, so parts cannot run into each other.
                for part in [&[*tag], name.as_bytes(), &[0xff], cell.as_bytes(), &[0xff]] {
                    fnv.bytes(part);
                }
            }
        }
        fnv.value()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::import::grid::Grid;
    use crate::import::layout::Layout;
    use crate::import::mapping::TextColumn;

    #[test]
    fn fnv_1a_is_the_published_one() {
        // Test vectors of the algorithm's authors (draft-eastlake-fnv, appendix C).
        for (text, hash) in
            [("", 0xcbf2_9ce4_8422_2325_u64), ("a", 0xaf63_dc4c_8601_ec8c), ("foobar", 0x8594_4171_f739_67e8)]
        {
            let mut fnv = Fnv::new();
            fnv.bytes(text.as_bytes());
            assert_eq!(fnv.0, hash);
        }
    }

    #[test]
    fn the_order_of_columns_does_not_matter() {
        let table = |headers: [&str; 4], cells: [&str; 4]| {
            let mut grid = Grid::default();
            assert_eq!((grid.push(1, headers), grid.push(2, cells)), (Ok(()), Ok(())));
            Table::of(Arc::new(grid), Layout { skipped: 0, header_rows: 1 }, Vec::new())
        };
        let one = table(["shop", "text", "town", "x"], ["A", " RAS", "B", ""]);
        let other = table(["town", "x", "shop", "text"], ["B ", "", "A", "RAS"]);
        let text = |column| crate::import::guess::text_column(&one, column);
        let mapping = Mapping {
            texts: vec![text(1)],
            segments: [0, 2].map(Segment::Column).to_vec(),
            wave: Some(3),
            ..Mapping::default()
        };
        let moved = Mapping {
            texts: vec![text(3)],
            segments: [0, 2].map(Segment::Column).to_vec(),
            ..Mapping::default()
        };
        assert_eq!(Hasher::new(&one, &mapping).of(0), Hasher::new(&other, &moved).of(0));
        let swapped = Mapping {
            texts: vec![text(2)],
            segments: [0, 1].map(Segment::Column).to_vec(),
            ..Mapping::default()
        };
        assert_ne!(Hasher::new(&one, &mapping).of(0), Hasher::new(&one, &swapped).of(0));
        let titled = |column, title| TextColumn { title: Some(title), ..text(column) };
        let with = |texts: Vec<TextColumn>| Hasher::new(&one, &Mapping { texts, ..Mapping::default() }).of(0);
        assert_ne!(with(vec![titled(1, 2)]), with(vec![text(1), text(2)]));
        assert_ne!(with(vec![titled(1, 2), text(0)]), with(vec![text(1), titled(0, 2)]));
    }
}
