"""Independent computation of the comparison of two groups, and of associations, for the project `mirror.csv`.

Writes, beside itself, `groups_expected.csv`: per comparison, moment, side and figure, the difference (second group minus
first), its p-value and the one adjusted over the family. Run with Python 3, numpy 2.4.6 and scipy 1.17.1:
`python3 groups.py`. Nothing here was taken from Reflet's code.

Frequencies: scipy.stats.fisher_exact. Levels and ratings: scipy.stats.ttest_ind(equal_var=False), without p where a group
has one respondent or no variation. Family: scipy.stats.false_discovery_control.
"""

import csv
import pathlib
from collections import defaultdict

import numpy
from scipy import stats

HERE = pathlib.Path(__file__).parent
MOMENTS = ["Accueil", "Attente", "Réclamation", "Devis", "Retour"]
with open(HERE / "mirror.csv", newline="") as file:
    LINES = list(csv.DictReader(file))


def person(line):
    return line["person"] if line["person"] != "-" else "response " + line["response"]


def told(side, column=None, value=None):
    """Coded respondents, and per moment and respondent the valences of their codings."""
    coded, valences = set(), defaultdict(lambda: defaultdict(list))
    for line in LINES:
        if line["side"] == side and line["codings"] and (column is None or line[column] == value):
            coded.add(person(line))
            for coding in line["codings"].split(",") if line["codings"] != "-" else []:
                moment, valence = coding.split("=")
                valences[moment][person(line)] += [int(valence)] if valence else []
    return coded, valences


def ratings(side):
    """Of each person who answered the question of that side that most people answered, the mean."""
    given = defaultdict(lambda: defaultdict(list))
    for response, line in {line["response"]: line for line in LINES if line["side"] == side}.items():
        for rating in line["ratings"].split(",") if line["ratings"] != "-" else []:
            name, value, low, high = rating.split(":")
            given[name, low, high][person(line)].append((float(value) - float(low)) / (float(high) - float(low)) * 4 - 2)
    most = max(given.values(), key=len)
    return {who: numpy.mean(values) for who, values in most.items()}


def welch(one, two):
    if not one or not two:
        return None, None
    known = min(len(one), len(two)) > 1 and len(set(one)) > 1 and len(set(two)) > 1
    return numpy.mean(one) - numpy.mean(two), stats.ttest_ind(one, two, equal_var=False).pvalue if known else None


rows = []
for column, before, after in [("wave", "2024", "2025"), ("store", "Lyon", "Paris")]:
    found = []
    for moment in MOMENTS:
        for side in ["client", "employee"]:
            (n, old), (m, new) = told(side, column, before), told(side, column, after)
            a, b = len(old[moment]), len(new[moment])
            p = stats.fisher_exact([[b, len(m) - b], [a, len(n) - a]]).pvalue
            found.append([moment, side, "frequency", b / len(m) - a / len(n), p])
            level = lambda valences: [float(numpy.mean(v)) for v in valences[moment].values() if v]
            found.append([moment, side, "level", *welch(level(new), level(old))])
    adjusted = iter(stats.false_discovery_control([row[4] for row in found if row[4] is not None]))
    for row in found:
        rows.append([column, *row, None if row[4] is None else next(adjusted)])
for moment in MOMENTS:
    for side in ["client", "employee"]:
        (coded, valences), rated = told(side), ratings(side)
        citing = valences[moment]
        of = lambda people: [rated[who] for who in sorted(people) if who in rated]
        rows.append(["rating", moment, side, "rating", *welch(of(coded & set(citing)), of(coded - set(citing))), None])

with open(HERE / "groups_expected.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["comparison", "moment", "side", "figure", "difference", "p", "adjusted"])
    for row in rows:
        writer.writerow(row[:4] + ["" if value is None else repr(float(value)) for value in row[4:]])
