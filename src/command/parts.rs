//! The parts of a project that a change touches, so that each reader follows the parts that it reads.

use super::Edit;

/// A part of a project.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProjectPart {
    /// Its name.
    Name,
    /// Stages and moments.
    Codebook,
    /// The coders.
    Coders,
    /// The settings.
    Settings,
    /// Benchmarks and pairs of closed questions.
    Surveys,
    /// The list of imports.
    Imports,
    /// Responses with their waves and ratings, and the order of waves.
    Responses,
    /// The set of verbatims, and their texts.
    Verbatims,
    /// The decisions of coders about verbatims.
    Codings,
}

impl ProjectPart {
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

/// A set of parts of a project.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ProjectParts(u16);

impl ProjectParts {
    /// All parts.
    pub const ALL: Self = Self::of(&ProjectPart::ALL);

    /// The set of these parts.
    pub const fn of(parts: &[ProjectPart]) -> Self {
        let (mut bits, mut at) = (0, 0);
        while at < parts.len() {
            bits |= 1 << parts[at] as u16;
            at += 1;
        }
        Self(bits)
    }

    /// Whether the set has that part.
    pub const fn contains(self, part: ProjectPart) -> bool {
        self.0 & (1 << part as u16) != 0
    }

    /// The parts of the set, in the order of [`ProjectPart::ALL`].
    pub fn iter(self) -> impl Iterator<Item = ProjectPart> {
        ProjectPart::ALL.into_iter().filter(move |part| self.contains(*part))
    }
}

impl FromIterator<Self> for ProjectParts {
    fn from_iter<T: IntoIterator<Item = Self>>(all: T) -> Self {
        Self(all.into_iter().fold(0, |bits, parts| bits | parts.0))
    }
}

impl Edit {
    /// The parts that the edit changes. A verbatim comes and goes with the decisions about it.
    pub(super) const fn parts(&self) -> ProjectParts {
        match self {
            Self::Name(_) => ProjectParts::of(&[ProjectPart::Name]),
            Self::Codebook(_) => ProjectParts::of(&[ProjectPart::Codebook]),
            Self::Coders(_) => ProjectParts::of(&[ProjectPart::Coders]),
            Self::Settings(_) => ProjectParts::of(&[ProjectPart::Settings]),
            Self::Surveys(_) => ProjectParts::of(&[ProjectPart::Surveys]),
            Self::Imports(_) => ProjectParts::of(&[ProjectPart::Imports]),
            Self::WaveOrder(_) | Self::Wave(..) | Self::Response(..) | Self::Scales(_) => {
                ProjectParts::of(&[ProjectPart::Responses])
            }
            Self::Verbatim(..) => ProjectParts::of(&[ProjectPart::Verbatims, ProjectPart::Codings]),
            Self::Decision(..) => ProjectParts::of(&[ProjectPart::Codings]),
        }
    }
}
