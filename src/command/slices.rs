//! Which parts of a project a change touches, so that each reader follows its own.

use super::Edit;

/// A part of a project.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slice {
    /// Its name.
    Name,
    /// Stages and moments.
    Codebook,
    /// Who codes.
    Coders,
    /// The settings.
    Settings,
    /// Benchmarks and pairs of closed questions.
    Surveys,
    /// The list of imports.
    Imports,
    /// Responses with their waves and ratings, and the order of waves.
    Responses,
    /// Verbatims: which there are, and their texts.
    Verbatims,
    /// What coders decided about verbatims.
    Codings,
}

impl Slice {
    /// All parts.
    pub const ALL: [Self; 9] = [
        Self::Name,
        Self::Codebook,
        Self::Coders,
        Self::Settings,
        Self::Surveys,
        Self::Imports,
        Self::Responses,
        Self::Verbatims,
        Self::Codings,
    ];
}

/// Some parts of a project.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Slices(u16);

impl Slices {
    /// All parts.
    pub const ALL: Self = Self::of(&Slice::ALL);

    /// These parts.
    pub const fn of(slices: &[Slice]) -> Self {
        let (mut bits, mut at) = (0, 0);
        while at < slices.len() {
            bits |= 1 << slices[at] as u16;
            at += 1;
        }
        Self(bits)
    }

    /// Whether that part is among them.
    pub const fn contains(self, slice: Slice) -> bool {
        self.0 & (1 << slice as u16) != 0
    }

    /// Each of them.
    pub fn iter(self) -> impl Iterator<Item = Slice> {
        Slice::ALL.into_iter().filter(move |slice| self.contains(*slice))
    }
}

impl FromIterator<Self> for Slices {
    fn from_iter<T: IntoIterator<Item = Self>>(all: T) -> Self {
        Self(all.into_iter().fold(0, |bits, slices| bits | slices.0))
    }
}

impl Edit {
    /// The parts that carrying it out changes. Verbatims come and go with what was decided about them.
    pub(super) const fn slices(&self) -> Slices {
        match self {
            Self::Name(_) => Slices::of(&[Slice::Name]),
            Self::Codebook(_) => Slices::of(&[Slice::Codebook]),
            Self::Coders(_) => Slices::of(&[Slice::Coders]),
            Self::Settings(_) => Slices::of(&[Slice::Settings]),
            Self::Surveys(_) => Slices::of(&[Slice::Surveys]),
            Self::Imports(_) => Slices::of(&[Slice::Imports]),
            Self::WaveOrder(_) | Self::Wave(..) | Self::Response(..) | Self::Scales(_) => {
                Slices::of(&[Slice::Responses])
            }
            Self::Verbatim(..) => Slices::of(&[Slice::Verbatims, Slice::Codings]),
            Self::Decision(..) => Slices::of(&[Slice::Codings]),
        }
    }
}
