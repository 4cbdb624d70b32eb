"""Independent computation of agreement between coders.

Writes `agreement.csv` beside itself. Run with Python 3, numpy 2.4.6, scikit-learn 1.9.1, krippendorff 0.9.0 and
nltk 3.10.4: `python3 agreement.py`. Nothing here was taken from Reflet's code. The last column names the call.

One coder per part between bars, one judgement per word, `.` where there is none; for sets of moments one set per
word, its moments with commas between. A table of two coders is written row by row. The bootstrap draws 20,000
resamples of units with replacement, so its ends are known up to about 0.01.
"""

import csv
import itertools
import pathlib

import krippendorff
import numpy
from nltk.metrics.agreement import AnnotationTask
from nltk.metrics.distance import masi_distance
from sklearn.metrics import accuracy_score, cohen_kappa_score

HERE = pathlib.Path(__file__).parent
RANDOM = numpy.random.default_rng(20240602)

TABLES = ["20 5|10 15", "45 15|25 15", "25 35|5 35", "46 0 0|6 32 6|0 0 10", "46 0 0|4 40 0|0 0 10", "0 9|3 0",
          "3 1 0 0 0|2 5 1 0 0|0 3 4 2 1|0 0 1 6 2|0 0 0 3 8", "7 0 0 0 1|0 0 0 0 0|1 0 3 0 0|0 0 0 0 0|2 0 1 0 5"]
FOUR = "1 2 3 3 2 1 4 1 2 . . .|1 2 3 3 2 2 4 1 2 5 . 3|. 3 3 3 2 3 4 2 2 5 1 .|1 2 3 3 2 4 4 1 2 5 1 ."
THREE = ". . . . . 3 4 1 2 1 1 3 3 . 3|1 . 2 1 3 3 4 3 . . . . . . .|. . 2 1 3 4 4 . 2 1 1 3 3 . 4"
TWO = "0 1 0 0 0 0 0 0 1 0|1 1 1 0 0 1 0 0 0 0"
SETS = [("1,2", "1,2,3"), ("1", "1,2,3,4"), ("1,2", "2,3"), ("1", "2"), ("1,2,3", "1,2,3"), ("1,2,3", "3,4,5"), ("1", "1,2")]
TAGGED = ["1 1,2 3 2,3 1 2 1,2,3 4|1 1 3 2 1,2 2 1,2 4,5", "1 2 3 1|2 3 1 2", "1,2 1,2 3 3|1,2 1,2 3 1",
          "1 . 2,3 2 4|1 1,2 2 2 .|1 1 2,3 3 4"]


def noisy(coders, units, categories, same, missing):
    """Coders who mostly see what is there."""
    truth = RANDOM.integers(0, categories, units)
    one = lambda: numpy.where(RANDOM.random(units) < same, truth, RANDOM.integers(0, categories, units))
    absent = lambda: RANDOM.random(units) < missing
    return "|".join(" ".join("." if gone else str(value) for value, gone in zip(one(), absent())) for _ in range(coders))


RATED = [FOUR, THREE, TWO, noisy(2, 30, 2, 0.7, 0.0), noisy(3, 25, 5, 0.6, 0.2), noisy(5, 12, 4, 0.3, 0.4)]


def table(text):
    cells = [[int(cell) for cell in row.split()] for row in text.split("|")]
    units = [(i, j) for i, row in enumerate(cells) for j, number in enumerate(row) for _ in range(number)]
    return [i for i, _ in units], [j for _, j in units], list(range(len(cells)))


def ratings(text):
    return [[numpy.nan if word == "." else float(word) for word in coder.split()] for coder in text.split("|")]


def tags(word):
    return frozenset(word.split(","))


def rows():
    for text in TABLES:
        one, two, labels = table(text)
        for weights in [None, "linear", "quadratic"]:
            yield (f"kappa_{weights or 'none'}", text, cohen_kappa_score(one, two, labels=labels, weights=weights),
                   f"scikit-learn 1.9.1 cohen_kappa_score(one, two, labels={labels}, weights={weights!r})")
    for text in RATED:
        for level in ["nominal", "ordinal", "interval", "ratio"]:
            yield (f"alpha_{level}", text, krippendorff.alpha(reliability_data=ratings(text), level_of_measurement=level),
                   f"krippendorff 0.9.0 alpha(reliability_data=coders, level_of_measurement={level!r})")
    for one, two in SETS:
        yield "masi", f"{one}|{two}", masi_distance(tags(one), tags(two)), "nltk 3.10.4 masi_distance(one, two)"
    for text in TAGGED:
        data = [(coder, unit, tags(word)) for coder, words in enumerate(text.split("|"))
                for unit, word in enumerate(words.split()) if word != "."]
        yield ("alpha_masi", text, AnnotationTask(data=data, distance=masi_distance).alpha(),
               "nltk 3.10.4 AnnotationTask(data=data, distance=masi_distance).alpha()")
    for text in [TWO, RATED[3], noisy(3, 20, 2, 0.6, 0.0)]:
        pairs = itertools.combinations(ratings(text), 2)
        yield ("percent", text, numpy.mean([accuracy_score(one, two) for one, two in pairs]),
               "scikit-learn 1.9.1 accuracy_score(one, two), mean over pairs of coders")
    for text, level in [(noisy(2, 200, 2, 0.7, 0.0), "nominal"), (RATED[4], "interval"), (RATED[4], "ordinal")]:
        data = numpy.array(ratings(text))
        data = data[:, (~numpy.isnan(data)).sum(axis=0) > 1]
        drawn = numpy.random.default_rng(1)
        units = data.shape[1]
        found = [krippendorff.alpha(reliability_data=data[:, drawn.integers(0, units, units)], level_of_measurement=level)
                 for _ in range(20000)]
        for end, percent in [("low", 2.5), ("high", 97.5)]:
            yield (f"bootstrap_{level}_{end}", text, numpy.percentile(found, percent),
                   f"krippendorff 0.9.0 alpha of resampled units; numpy 2.4.6 percentile(found, {percent})")


with open(HERE / "agreement.csv", "w", newline="", encoding="utf-8") as file:
    out = csv.writer(file, lineterminator="\n")
    out.writerow(["figure", "judgements", "value", "source"])
    out.writerows([figure, text, f"{value + 0.0:.9f}", source] for figure, text, value, source in rows())
