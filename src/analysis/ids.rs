//! The identifiers of types, reasons and confidences in exports, attributes and saved files.

use super::{Confidence, Reason, Type};

impl Type {
    /// The six types, clients delighted first, employees engaged first.
    pub const ALL: [Self; 6] =
        [Self::WinWin, Self::LuckyBreak, Self::Pain, Self::WrongFight, Self::Blindness, Self::DeadEnd];

    /// Its identifier in files; a stable contract.
    pub const fn id(self) -> &'static str {
        match self {
            Self::WinWin => "win_win",
            Self::LuckyBreak => "lucky_break",
            Self::Pain => "pain",
            Self::WrongFight => "wrong_fight",
            Self::Blindness => "blindness",
            Self::DeadEnd => "dead_end",
        }
    }
}

impl Reason {
    /// Every reason, in the order in which they apply.
    pub const ALL: [Self; 9] = [
        Self::NoDataClient,
        Self::NoDataEmployee,
        Self::NotCited,
        Self::ClientOnly,
        Self::EmployeeOnly,
        Self::InsufficientBoth,
        Self::InsufficientClient,
        Self::InsufficientEmployee,
        Self::Masked,
    ];

    /// Its identifier in files; a stable contract.
    pub const fn id(self) -> &'static str {
        match self {
            Self::NoDataClient => "no_data_client",
            Self::NoDataEmployee => "no_data_employee",
            Self::NotCited => "not_cited",
            Self::ClientOnly => "client_only",
            Self::EmployeeOnly => "employee_only",
            Self::InsufficientBoth => "insufficient_both",
            Self::InsufficientClient => "insufficient_client",
            Self::InsufficientEmployee => "insufficient_employee",
            Self::Masked => "masked",
        }
    }
}

impl Confidence {
    /// All three, from the surest.
    pub const ALL: [Self; 3] = [Self::Firm, Self::Tendency, Self::Undetermined];

    /// Its identifier in files; a stable contract.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Firm => "firm",
            Self::Tendency => "tendency",
            Self::Undetermined => "undetermined",
        }
    }
}
