//! What a project is made of: responses that own verbatims, a codebook, decisions of coders, settings.
//!
//! Plain data with the invariants in the types. No serialisation, no browser, no statistics here.

mod codebook;
mod coding;
pub mod draft;
mod ids;
pub mod imported;
mod imports;
mod project;
mod response;
mod score;
mod settings;
mod surveys;
mod values;
mod wave;

pub use codebook::{Codebook, Color, Moment, Stage};
pub use coding::{Coding, Decision, Span};
pub use ids::{CoderId, ImportId, MomentId, ResponseId, StageId, VerbatimId};
pub use imports::Import;
pub use project::{Coder, Origin, Project, Respondent};
pub use response::{Prompt, Rating, Response, Scale, ScaleError, ScaleKind, Side, SourceKey, Verbatim};
pub use score::{Effort, OutOfRange, SHOWN, Score};
pub use settings::{LevelSource, Reading, Settings, SmallGroup, Threshold};
pub use surveys::{Benchmark, Fraction, MirroredPair, Question, Surveys};
pub use values::Values;
pub use wave::by_time;
