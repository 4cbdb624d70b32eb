"""Reference values of distributions and comparisons.

Writes, beside itself, `compare_expected.csv`: what is computed, its arguments, the value, and the call that gave it.
Run with Python 3 and numpy 2.4.6, scipy 1.17.1, statsmodels 0.15.0: `python3 compare.py`. Nothing here was taken
from Reflet's code. Newcombe's interval for pairs is in no such package: it is written here from the paper, on the
Wilson ends of scipy.
"""

import csv
import math
import pathlib

import numpy
import scipy
import statsmodels
from scipy import stats
from statsmodels.stats.contingency_tables import Table
from statsmodels.stats.proportion import confint_proportions_2indep

HERE = pathlib.Path(__file__).parent
assert (numpy.__version__, scipy.__version__, statsmodels.__version__) == ("2.4.6", "1.17.1", "0.15.0")
rows = []


def put(what, arguments, value, source):
    rows.append([what, " ".join(str(a) for a in arguments), repr(float(value)), source])


# --- Distributions ---------------------------------------------------------------------------------------------------
for degrees in [1, 1.5, 2, 2.75, 3.3, 4.9, 7.25, 10.5, 17.1, 29.9, 38.7, 41.2, 63.4, 120.5, 999.9, 4321.1, 49998]:
    put("quantile", [degrees], stats.t.ppf(0.975, degrees), "scipy.stats.t.ppf(0.975, degrees)")
for t, degrees in [(-3.1, 1.5), (-0.4, 2.2), (0.0, 5.5), (0.7, 3.9), (1.3, 12.4), (2.0, 38.5), (2.6, 150.5), (-1.9, 5000.5)]:
    put("tails", [t, degrees], 2 * stats.t.sf(abs(t), degrees), "2 * scipy.stats.t.sf(abs(t), degrees)")
for t, degrees in [(0.01, 4.4), (0.9, 1.1), (2.2, 7.7), (4.5, 11.3), (9.0, 25.5), (12.0, 80.8), (30.0, 500.5), (20.0, 40000.0)]:
    put("tails", [t, degrees], 2 * stats.t.sf(t, degrees), "2 * scipy.stats.t.sf(t, degrees)")
for z in [0.0, 0.3, -1.0, 1.5, 1.96, -2.5758, 4.2, 8.0, 20.0]:
    put("normal", [z], 2 * stats.norm.sf(abs(z)), "2 * scipy.stats.norm.sf(abs(z))")

# --- Frequencies: cited and respondents of two groups ----------------------------------------------------------------
TABLES = [
    (3, 10, 9, 12), (0, 10, 0, 10), (0, 20, 5, 20), (56, 70, 48, 80), (9, 10, 3, 10), (1, 24, 8, 30), (12, 200, 31, 180),
    (7, 7, 2, 9), (40, 1000, 65, 1100), (5, 2000, 19, 2400), (250, 5000, 190, 5000), (1200, 25000, 1030, 25000),
    (100, 49000, 5, 1000), (6, 50, 6, 50),
]
for a, n, b, m in TABLES:
    p = stats.fisher_exact([[a, n - a], [b, m - b]]).pvalue
    put("fisher", [a, n, b, m], p, "scipy.stats.fisher_exact")
    low, high = confint_proportions_2indep(a, n, b, m, method="newcomb", compare="diff", alpha=0.05)
    source = "statsmodels confint_proportions_2indep(method=newcomb)"
    put("newcombe_low", [a, n, b, m], low, source)
    put("newcombe_high", [a, n, b, m], high, source)

# --- Levels: valences of two groups, and of the same people twice -------------------------------------------------------
GROUPS = [
    ([2, 1, 0, -1, -2], [0, 0, 1]),
    ([2, 2, 1, 2, 1, 0.5], [-2, -1.5, -1, -2, 0, -2, 1]),
    ([1, -1], [0, 2]),
    ([1.0] * 30 + [-1.0] * 10 + [0.5], [1.0] * 12 + [-2.0] * 25 + [0.0] * 3),
    ([-2] * 300 + [1] * 200, [-2] * 250 + [1] * 260 + [2] * 4),
    ([0.25, 0.5, 1.25, 0.5], [0.25, 0.5, 1.0, 0.75, 0.25]),
]
text = lambda values: ";".join(str(v) for v in values)
for one, two in GROUPS:
    found = stats.ttest_ind(one, two, equal_var=False)
    ends = found.confidence_interval(0.95)
    args, source = [text(one), text(two)], "scipy.stats.ttest_ind(equal_var=False)"
    put("welch_p", args, found.pvalue, source)
    put("welch_low", args, ends.low, source + ".confidence_interval(0.95)")
    put("welch_high", args, ends.high, source + ".confidence_interval(0.95)")
TWICE = [
    ([2, 1, 0, -1, -2, 1], [1, 1, -1, -1, -2, -2]),
    ([0.5, 1, -2, 0], [1, 2, -1, 2]),
    ([1, 2, -1, 0, 0, 1, 2, -2, 1, 0.5] * 8, [0, 1, -1, 0, -2, 1, 1, -2, 0, 1.5] * 8),
]
for one, two in TWICE:
    found = stats.ttest_rel(one, two)
    ends = found.confidence_interval(0.95)
    args, source = [text(one), text(two)], "scipy.stats.ttest_rel"
    put("paired_p", args, found.pvalue, source)
    put("paired_low", args, ends.low, source + ".confidence_interval(0.95)")
    put("paired_high", args, ends.high, source + ".confidence_interval(0.95)")

# --- Pairs: cited both times, the first only, the second only, never ------------------------------------------------------


def newcombe_pairs(e, f, g, h):
    """Newcombe (1998), Statistics in Medicine 17, 2635-2650, method 10."""
    n = e + f + g + h
    one, two = (stats.binomtest(k, n).proportion_ci(method="wilson") for k in (e + f, e + g))
    p1, p2 = (e + f) / n, (e + g) / n
    margins = (e + f) * (g + h) * (e + g) * (f + h)
    cross = e * h - f * g
    if cross > n / 2:
        cross -= n / 2
    elif cross >= 0:
        cross = 0
    phi = cross / math.sqrt(margins) if margins else 0.0
    down = (p1 - one.low) ** 2 - 2 * phi * (p1 - one.low) * (two.high - p2) + (two.high - p2) ** 2
    up = (two.low - p2) ** 2 - 2 * phi * (p2 - two.low) * (one.high - p1) + (one.high - p1) ** 2
    return p1 - p2 - math.sqrt(down), p1 - p2 + math.sqrt(up)


for pairs in [(1, 1, 7, 12), (0, 0, 0, 10), (20, 5, 10, 15), (12, 9, 2, 43), (36, 12, 2, 0), (2, 14, 2, 18), (300, 40, 75, 500)]:
    low, high = newcombe_pairs(*pairs)
    put("pairs_low", pairs, low, "Newcombe 1998b method 10 on scipy.stats.binomtest(k n).proportion_ci(wilson)")
    put("pairs_high", pairs, high, "Newcombe 1998b method 10 on scipy.stats.binomtest(k n).proportion_ci(wilson)")
    changed = pairs[1] + pairs[2]
    put("mcnemar", pairs, stats.binomtest(pairs[1], changed, 0.5).pvalue if changed else 1.0, "scipy.stats.binomtest(first n 0.5)")

# --- Families --------------------------------------------------------------------------------------------------------
FAMILIES = [
    [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0],
    [0.04, 0.01, 0.04, 0.3, 0.01, 1.0, 1.0],
]
for family in FAMILIES:
    for index, value in enumerate(stats.false_discovery_control(family)):
        put("discovery", [text(family), index], value, "scipy.stats.false_discovery_control")

# --- Trends ----------------------------------------------------------------------------------------------------------
for waves in [
    [(3, 20), (6, 20), (11, 20)], [(10, 100), (20, 110), (18, 90), (30, 105)], [(0, 8), (0, 9), (3, 7), (2, 10), (6, 9)],
    [(400, 9000), (420, 9100), (390, 8000)], [(30, 40), (22, 40), (11, 35)],
]:
    cited = numpy.array([c for c, _ in waves], dtype=float)
    others = numpy.array([n - c for c, n in waves], dtype=float)
    # statsmodels divides by the variance under permutation, N/(N-1) times the binomial one of Cochran and Armitage.
    found = Table(numpy.column_stack([others, cited]), shift_zeros=False).test_ordinal_association(
        row_scores=numpy.arange(1.0, len(waves) + 1), col_scores=numpy.array([0.0, 1.0]))
    n = sum(n for _, n in waves)
    z = found.zscore * math.sqrt(n / (n - 1))
    args, source = [";".join(f"{c}/{n}" for c, n in waves)], "statsmodels Table.test_ordinal_association; z times sqrt(N/(N-1))"
    put("trend_z", args, z, source)
    put("trend_p", args, 2 * stats.norm.sf(abs(z)), source)
for waves in [
    [[0, 0, 1], [1, 0, 2], [2, 2, 1, 1]], [[1, 2, -1], [0, 0.5], [-1, -2, 1, 0], [-2, 0, -1.5]], [[0], [0], [2]],
    [[-2, 1, 1] * 40, [-1, 1, 2] * 35, [1, -2, 2, 2] * 30],
]:
    place = [t + 1 for t, wave in enumerate(waves) for _ in wave]
    valence = [v for wave in waves for v in wave]
    found = stats.linregress(place, valence)
    half = stats.t.ppf(0.975, len(place) - 2) * found.stderr
    args, source = ["|".join(text(wave) for wave in waves)], "scipy.stats.linregress"
    put("slope", args, found.slope, source)
    put("slope_p", args, found.pvalue, source)
    put("slope_low", args, found.slope - half, source + "; slope - t.ppf(0.975 n-2) stderr")
    put("slope_high", args, found.slope + half, source + "; slope + t.ppf(0.975 n-2) stderr")

with open(HERE / "compare_expected.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["what", "arguments", "value", "source"])
    writer.writerows(rows)
