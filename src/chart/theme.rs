//! The colours of pictures; a type also has a shape, so that it never depends on colour alone.

use crate::{
    analysis::Type,
    model::{Color, Side},
};

/// The colours of a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    /// The background.
    pub background: Color,
    /// Text.
    pub ink: Color,
    /// Secondary text.
    pub faint: Color,
    /// Lines that carry a meaning: the zeros, the mirror.
    pub axis: Color,
    /// Lines that only guide the eye.
    pub grid: Color,
    /// Every other stage.
    pub band: Color,
    /// Clients.
    pub client: Color,
    /// Employees.
    pub employee: Color,
    /// The six types, in their order.
    pub types: [Color; 6],
    /// Moments without a type.
    pub neutral: Color,
}

const fn rgb(hex: u32) -> Color {
    let [_, r, g, b] = hex.to_be_bytes();
    Color([r, g, b])
}

impl Theme {
    /// On white. Okabe–Ito's sky blue (`#56B4E9`, 2.3 : 1), orange (`#E69F00`, 2.2 : 1) and purple
    /// (`#CC79A7`, 3.1 : 1) are darkened until they stand out.
    pub const fn light() -> Self {
        Self {
            background: rgb(0xff_ff_ff),
            ink: rgb(0x1f_24_29),
            faint: rgb(0x5c_65_6e),
            axis: rgb(0x87_90_99),
            grid: rgb(0xe3_e6_e9),
            band: rgb(0xf7_f8_f9),
            client: rgb(0x00_72_b2),
            employee: rgb(0xd5_5e_00),
            types: [
                rgb(0x00_9e_73),
                rgb(0x2e_93_d1),
                rgb(0xc0_62_96),
                rgb(0xbd_7f_00),
                rgb(0x8c_8c_8c),
                rgb(0x3b_3b_3b),
            ],
            neutral: rgb(0x87_90_99),
        }
    }

    /// On near black. Blue (`#0072B2`) and the grey of a dead end (`#3B3B3B`) are lightened.
    pub const fn dark() -> Self {
        Self {
            background: rgb(0x15_18_1c),
            ink: rgb(0xe8_ea_ec),
            faint: rgb(0xa3_ac_b5),
            axis: rgb(0x74_7d_86),
            grid: rgb(0x2b_30_36),
            band: rgb(0x1a_1e_22),
            client: rgb(0x3d_9b_d6),
            employee: rgb(0xe5_75_1c),
            types: [
                rgb(0x14_b0_86),
                rgb(0x56_b4_e9),
                rgb(0xd3_87_b1),
                rgb(0xe6_9f_00),
                rgb(0x92_92_92),
                rgb(0xe0_e0_e0),
            ],
            neutral: rgb(0x7f_88_91),
        }
    }

    /// Greys only: types differ by their shapes.
    pub const fn grey() -> Self {
        let (dark, middle) = (rgb(0x33_33_33), rgb(0x77_77_77));
        Self {
            background: rgb(0xff_ff_ff),
            ink: rgb(0),
            faint: rgb(0x55_55_55),
            axis: rgb(0x80_80_80),
            grid: rgb(0xdd_dd_dd),
            band: rgb(0xf7_f7_f7),
            client: dark,
            employee: middle,
            types: [dark, middle, middle, dark, middle, dark],
            neutral: rgb(0x90_90_90),
        }
    }

    /// The colour of a type, or of none.
    pub fn of(&self, kind: Option<Type>) -> Color {
        kind.map_or(self.neutral, |kind| self.types[order(kind)])
    }

    /// The colour of a side.
    pub const fn side(&self, side: Side) -> Color {
        match side {
            Side::Client => self.client,
            Side::Employee => self.employee,
        }
    }
}

/// The six types, in their order.
pub(super) const KINDS: [Type; 6] =
    [Type::WinWin, Type::LuckyBreak, Type::Pain, Type::WrongFight, Type::Blindness, Type::DeadEnd];

/// The place of a type among the six.
pub(super) const fn order(kind: Type) -> usize {
    match kind {
        Type::WinWin => 0,
        Type::LuckyBreak => 1,
        Type::Pain => 2,
        Type::WrongFight => 3,
        Type::Blindness => 4,
        Type::DeadEnd => 5,
    }
}

/// The contrast of two colours, 1…21 (WCAG 2.2, *contrast ratio*).
pub fn contrast(a: Color, b: Color) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// WCAG 2.2, *relative luminance*.
fn luminance(Color([r, g, b]): Color) -> f64 {
    let linear = |channel: u8| {
        let value = f64::from(channel) / 255.0;
        if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_that_of_wcag() {
        // https://webaim.org/resources/contrastchecker: #767676 on white is 4.54, black on white is 21.
        assert!((contrast(rgb(0x76_76_76), rgb(0xff_ff_ff)) - 4.54).abs() < 0.005);
        assert!((contrast(rgb(0), rgb(0xff_ff_ff)) - 21.0).abs() < 1e-9);
    }

    #[test]
    fn everything_that_means_something_stands_out() {
        for theme in [Theme::light(), Theme::dark(), Theme::grey()] {
            let against = |color| contrast(color, theme.background);
            let marks = [theme.client, theme.employee, theme.neutral, theme.axis];
            for color in theme.types.into_iter().chain(marks) {
                assert!(against(color) >= 3.0, "{color:?} on {:?}: {}", theme.background, against(color));
            }
            for color in [theme.ink, theme.faint] {
                assert!(against(color) >= 4.5 && contrast(color, theme.band) >= 4.5, "{color:?}");
            }
        }
    }
}
