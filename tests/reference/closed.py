"""Independent computation of the figures of closed questions.

Writes `closed.csv` beside itself. Run with Python 3, numpy 2.4.6, scipy 1.17.1 and statsmodels 0.15.0:
`python3 closed.py`. Nothing here was taken from Reflet's code. The last column names the call that gave the numbers.

A question is written as how many gave each answer of its scale, lowest first, `12 3 5 20 10`; two sides of a pair with
a bar between, employees first. Columns: the figure, its standard error where it is one of the results, its interval.
"""

import csv
import pathlib

import numpy
from scipy import stats
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

HERE = pathlib.Path(__file__).parent
NPS = ["6 0 1 2 0 4 7 10 20 30 20", "0 0 0 0 0 0 20 15 15 25 25", "1 0 0 0 0 0 0 0 0 1 0", "4 0 0 0 0 4 0 6 4 6 6",
       "0 0 50 0 0 0 0 100 0 0 150", "3 2 0 1 5 8 9 13 17 11 6", "0 0 0 0 0 0 1 0 1 1 0", "0 0 0 0 0 0 1 2 0 0 997"]
CSAT = ["12 3 5 20 10", "0 0 1 0 0", "0 0 0 0 7", "1 1 1 1 1", "9 30 41 100 83"]
CES = ["1 2 3 4 5 6 7", "0 0 0 1 0 0 0", "10 0 0 0 0 0 20", "3 9 12 40 81 90 28"]
FAVOURABLE = ["0 1 0 10 9", "1 0 0 0 0", "20 13 31 45 54"]
# Agreement in four to seven steps. Who agrees stands above the middle of the scale, the mean of its two ends.
AGREEMENT = ["4 9 21 6", "3 8 0 20 11", "2 5 9 14 20 7", "1 4 6 11 13 19 8"]
# Satisfaction from 0 and from 1 to 10: its top boxes are 8, 9 and 10.
TEN = [("0", "2 0 1 3 0 4 6 11 17 9 5"), ("1", "0 1 3 0 4 6 11 17 9 5")]
FAVOURABLE_PAIRS = ["5 5 4 30 26|10 12 10 28 20", "0 0 1 4 5|3 3 1 2 1", "0 0 0 0 12|12 0 0 0 0", "3 4 5 6 7|7 6 5 4 3"]
NPS_PAIRS = ["6 0 1 2 0 4 7 10 20 30 20|3 2 0 1 5 8 9 13 17 11 6", "0 0 0 0 0 0 20 15 15 25 25|4 0 0 0 0 4 0 6 4 6 6",
             "1 0 0 0 0 0 0 0 0 1 0|0 0 50 0 0 0 0 100 0 0 150"]


def counts(text):
    return [int(number) for number in text.split()]


def top(text, lowest, first=1):
    """Who answered at least `lowest`, and everybody."""
    return sum(counts(text)[lowest - first:]), sum(counts(text))


def wilson(name, text, lowest, first=1, turned=False):
    """The share of `lowest` and better. Turned: the same scale with its lowest number as the best, so that the people
    who count are those who answered the mirrored numbers, counted from the other end of the list."""
    number = len(counts(text))
    best = [text.split()[place] for place in range(number) if first + place >= lowest]
    if turned:
        best = [text.split()[place] for place in range(number) if first + (number - 1 - place) >= lowest]
    inside, everybody = sum(map(int, best)), sum(counts(text))
    low, high = proportion_confint(inside, everybody, alpha=0.05, method="wilson")
    return (name + ("_turned" if turned else ""), text, inside / everybody, "", low, high,
            f"statsmodels 0.15.0 proportion_confint({inside}, {everybody}, alpha=0.05, method='wilson')")


def kinds(text):
    """+100 per promoter, -100 per detractor, 0 per other."""
    answers = numpy.repeat(numpy.arange(11), counts(text))
    return numpy.where(answers >= 9, 100.0, numpy.where(answers <= 6, -100.0, 0.0))


def mean_and_error(text):
    values = kinds(text)
    return values.mean(), numpy.sqrt(values.var() / len(values))


def normal(value, error):
    half = error * stats.norm.ppf(0.975)
    return value - half, value + half


def rows():
    for text in NPS:
        value, error = mean_and_error(text)
        low, high = normal(value, error)
        yield ("nps", text, value, error, max(low, -100), min(high, 100),
               "numpy 2.4.6 v.mean(), sqrt(v.var()/n) of v = +100/0/-100; scipy 1.17.1 stats.norm.ppf(0.975), clipped")
    for name, texts, lowest in [("csat", CSAT, 4), ("ces", CES, 5), ("favourable", FAVOURABLE, 4)]:
        for text in texts:
            inside, everybody = top(text, lowest)
            low, high = proportion_confint(inside, everybody, alpha=0.05, method="wilson")
            yield (name, text, inside / everybody, "", low, high,
                   f"statsmodels 0.15.0 proportion_confint({inside}, {everybody}, alpha=0.05, method='wilson')")
    for turned in (False, True):
        for text in AGREEMENT:
            steps = numpy.arange(1, len(counts(text)) + 1)
            yield wilson("agreement", text, steps[steps > steps.mean()].min(), turned=turned)
        for first, text in TEN:
            yield wilson("top_from_" + first, text, 8, int(first), turned)
    for name, texts, lowest in [("csat", CSAT, 4), ("ces", CES, 5)]:
        for text in texts:
            yield wilson(name, text, lowest, turned=True)
    for text in CES + CSAT:
        answers = numpy.repeat(numpy.arange(1, len(counts(text)) + 1), counts(text))
        yield "mean", text, answers.mean(), "", "", "", "numpy 2.4.6 v.mean()"
    for text in FAVOURABLE_PAIRS:
        (one, all_one), (two, all_two) = (top(side, 4) for side in text.split("|"))
        low, high = confint_proportions_2indep(one, all_one, two, all_two, method="newcomb", compare="diff")
        yield ("favourable_gap", text, one / all_one - two / all_two, "", low, high,
               f"statsmodels 0.15.0 confint_proportions_2indep({one}, {all_one}, {two}, {all_two}, "
               "method='newcomb', compare='diff')")
    for text in NPS_PAIRS:
        (one, error_one), (two, error_two) = (mean_and_error(side) for side in text.split("|"))
        low, high = normal(one - two, numpy.hypot(error_one, error_two))
        yield ("nps_gap", text, one - two, "", max(low, -200), min(high, 200),
               "numpy 2.4.6 hypot of sqrt(v.var()/n); scipy 1.17.1 stats.norm.ppf(0.975), clipped")


def written(cell):
    return cell if isinstance(cell, str) else f"{cell + 0.0:.9f}"


with open(HERE / "closed.csv", "w", newline="", encoding="utf-8") as file:
    out = csv.writer(file, lineterminator="\n")
    out.writerow(["figure", "answers", "value", "error", "low", "high", "source"])
    out.writerows([written(cell) for cell in row] for row in rows())
