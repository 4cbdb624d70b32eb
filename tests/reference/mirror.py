"""Independent computation of the reference mirror.

Writes, beside itself, the small project `mirror.csv`, and what Reflet must find in it: `mirror_expected.csv`
(the results table, per filter) and `mirror_summary.csv` (the two sides overall).
Run with Python 3 and scipy 1.17.1, numpy 2.4.6: `python3 mirror.py`. Nothing here was taken from Reflet's code.

Wilson: scipy.stats.binomtest(n, N).proportion_ci(method="wilson"). Level: scipy.stats.t.interval(0.95, n - 1, mean,
sem), clipped to -2..2. Means in exact fractions. P(type): exact, by enumeration of all resamples as a polynomial
in (respondents with a valence, sum of their valences).
"""

import csv
import math
import pathlib
from collections import defaultdict
from fractions import Fraction

from scipy import stats

HERE = pathlib.Path(__file__).parent
MOMENTS = ["Accueil", "Attente", "Réclamation", "Devis", "Retour"]
N_MIN, THETA_C, THETA_E = 5, Fraction(0), Fraction(1, 3)

# side, response, respondent, wave, store, ratings as name:value:min:max, prompt, codings.
# Codings: moment=valence, "moment=" without valence, "-" for no moment, "" for not coded.
# A response may own several verbatims: then its line is repeated with the same response.
DATA = """
client c1 anne  2024 Lyon  nps:9:0:10          positive Accueil=2
client c1 anne  2024 Lyon  nps:9:0:10          negative Attente=-2,Accueil=1
client c2 bruno 2024 Lyon  nps:3:0:10          positive Accueil=1
client c3 cloe  2024 Paris nps:7:0:10,csat:4:1:5 positive Accueil=-1,Réclamation=2
client c4 denis 2024 Paris nps:6:0:10          negative Attente=-1
client c5 emma  2024 Lyon  -                   negative Réclamation=1
client c6 -     2024 Paris nps:10:0:10         neutral  Accueil=-2
client c7 -     2024 Paris nps:0:0:10          neutral  Attente=
client c8 farid 2024 Lyon  nps:8:0:10          positive Réclamation=1,Devis=1
client c9 gina  2025 Lyon  csat:5:1:5          positive Réclamation=2
client d1 anne  2025 Lyon  nps:5:0:10          unknown  Accueil=-1
client d2 bruno 2025 Paris nps:4:0:10          negative Attente=-2
client d3 hugo  2025 Lyon  -                   positive Accueil=0
client d4 ines  2025 Paris nps:9:0:10          positive -
client d5 jean  2025 Lyon  nps:2:0:10          negative
client d6 kim   2025 Paris custom:3:-5:5       negative Réclamation=-1,Attente=-2
client d7 leo   2025 Lyon  nps:8:0:10          positive Réclamation=0,Accueil=2
employee e1 anne  2024 Lyon  nps:8:0:10        positive Accueil=1
employee e1 anne  2024 Lyon  nps:8:0:10        negative Réclamation=-2
employee e2 marc  2024 Lyon  nps:2:0:10        negative Réclamation=-1,Accueil=2
employee e3 nora  2024 Paris -                 negative Réclamation=-2,Accueil=-1
employee e3 nora  2024 Paris -                 positive Accueil=0
employee e4 omar  2024 Paris nps:7:0:10        positive Accueil=1,Réclamation=
employee e5 paul  2025 Lyon  nps:6:0:10        negative Attente=-1
employee e6 rosa  2025 Lyon  nps:9:0:10        negative Réclamation=1
employee e7 sam   2025 Paris nps:1:0:10        positive Accueil=0
employee e8 tina  2025 Paris -                 negative Réclamation=-1,Attente=2
employee e9 -     2025 Lyon  nps:5:0:10        unknown  -
employee f1 marc  2025 Lyon  nps:4:0:10        negative Réclamation=-2,Accueil=-2
employee f2 ugo   2025 Paris nps:5:0:10        positive Accueil=1
employee f3 vera  2025 Paris nps:3:0:10        negative
"""


def parse():
    for line in DATA.strip().splitlines():
        side, response, person, wave, store, ratings, prompt, *codings = line.split()
        given = []
        for rating in [] if ratings == "-" else ratings.split(","):
            name, value, low, high = rating.split(":")
            scaled = Fraction(int(value) - int(low), int(high) - int(low)) * 4 - 2
            given.append(((name, low, high), scaled))
        coded = None
        if codings:
            coded = []
            for coding in [] if codings[0] == "-" else codings[0].split(","):
                moment, valence = coding.split("=")
                coded.append((moment, int(valence) if valence else None))
        yield {
            "side": side, "response": response, "person": response if person == "-" else (side, person),
            "wave": wave, "store": store, "ratings": given, "prompt": prompt, "coded": coded,
        }


def question(side):
    """The closed question that most people of a side answered, whatever the filter; the first one of as many."""
    people = {}
    for row in parse():
        for asked, _ in row["ratings"] if row["side"] == side else []:
            people.setdefault(asked, set()).add(row["person"])
    return max(people, key=lambda asked: len(people[asked]))


def mean(values):
    return sum(values, Fraction(0)) / len(values) if values else None


def measure(rows, side, moment):
    rows = [row for row in rows if row["side"] == side]
    people = {row["person"] for row in rows if row["coded"] is not None}
    said = defaultdict(list)
    for row in rows:
        for what, valence in row["coded"] or []:
            if what == moment:
                said[row["person"]].append(valence)
    values = {p: [v for v in vs if v is not None] for p, vs in said.items()}
    values = {p: vs for p, vs in values.items() if vs}
    valences = [mean([Fraction(v) for v in vs]) for vs in values.values()]
    total, n = len(people), len(said)
    out = {"respondents": total, "n": n, "with_valence": len(valences)}
    if total:
        wilson = stats.binomtest(n, total).proportion_ci(method="wilson")
        out |= {"frequency": n / total, "frequency_low": wilson.low, "frequency_high": wilson.high}
    if valences:
        level = mean(valences)
        out["level"] = float(level * 50)
        if len(set(valences)) > 1:
            numbers = [float(v) for v in valences]
            low, high = stats.t.interval(0.95, len(numbers) - 1, float(level), stats.sem(numbers))
            out |= {"level_low": max(low, -2) * 50, "level_high": min(high, 2) * 50}
        out["intensity"] = float(mean([mean([Fraction(abs(v)) for v in vs]) for vs in values.values()]) * 50)
        plus, minus = sum(v > 0 for v in valences), sum(v < 0 for v in valences)
        if plus + minus:
            out["balance"] = (plus - minus) / (plus + minus)
    per_person = []
    seen = {}
    for row in rows:
        seen[row["response"]] = row
    for person in said:
        given = [r for row in seen.values() if row["person"] == person
                 for asked, r in row["ratings"] if asked == question(side)]
        if given:
            per_person.append(mean(given))
    if per_person:
        out["rating"] = float(mean(per_person) * 50)
    praise = sum(any(v > 0 for v in vs) for vs in values.values())
    blame = sum(any(v < 0 for v in vs) for vs in values.values())
    out["ambivalent"] = int(n > 0 and praise >= n / 4 and blame >= n / 4)
    out["valences"] = valences
    return out


def client_state(level):
    return "delighted" if level >= THETA_C else "dissatisfied"


def employee_state(level):
    return "engaged" if level >= THETA_E else "frustrated" if level <= -THETA_E else "indifferent"


TYPES = {
    ("delighted", "engaged"): "win_win", ("delighted", "indifferent"): "lucky_break",
    ("delighted", "frustrated"): "pain", ("dissatisfied", "engaged"): "wrong_fight",
    ("dissatisfied", "indifferent"): "blindness", ("dissatisfied", "frustrated"): "dead_end",
}


def probability(side, state):
    """Share of all N^N resamples with a level whose state is that of the data."""
    draws = {(0, Fraction(0)): Fraction(1)}
    total = side["respondents"]
    options = [(1, v) for v in side["valences"]] + [(0, Fraction(0))] * (total - len(side["valences"]))
    weights = defaultdict(int)
    for option in options:
        weights[option] += 1
    for _ in range(total):
        after = defaultdict(Fraction)
        for (count, total_valence), p in draws.items():
            for (one, valence), weight in weights.items():
                after[count + one, total_valence + valence] += p * Fraction(weight, total)
        draws = after
    wanted = state(mean(side["valences"]))
    some = sum(p for (count, _), p in draws.items() if count)
    return sum(p for (count, s), p in draws.items() if count and state(s / count) == wanted) / some


def classify(client, employee):
    if not client["respondents"]:
        return "no_data_client", None
    if not employee["respondents"]:
        return "no_data_employee", None
    if not client["n"] or not employee["n"]:
        if not client["n"] and not employee["n"]:
            return "not_cited", None
        return ("client_only" if client["n"] else "employee_only"), None
    few = [side["with_valence"] < N_MIN for side in (client, employee)]
    if any(few):
        return {(1, 1): "insufficient_both", (1, 0): "insufficient_client"}.get(
            tuple(map(int, few)), "insufficient_employee"), None
    kind = TYPES[client_state(mean(client["valences"])), employee_state(mean(employee["valences"]))]
    return kind, float(probability(client, client_state) * probability(employee, employee_state))


SIDE = ["respondents", "n", "frequency", "frequency_low", "frequency_high", "level", "level_low", "level_high",
        "intensity", "balance", "rating", "with_valence", "ambivalent"]
FILTERS = {"all": lambda row: True, "wave=2025": lambda row: row["wave"] == "2025",
           "store=Lyon": lambda row: row["store"] == "Lyon", "wave=2023": lambda row: False}


def cell(value):
    return "" if value is None else f"{value:.9f}" if isinstance(value, float) else str(value)


def write(name, header, rows):
    with open(HERE / name, "w", newline="", encoding="utf-8") as file:
        csv.writer(file, lineterminator="\n").writerows([header, *rows])


def main():
    data = list(parse())
    write("mirror.csv", ["side", "response", "person", "wave", "store", "ratings", "prompt", "codings"],
          [(line.split() + [""])[:8] for line in DATA.strip().splitlines()])
    table, summary = [], []
    for name, keep in FILTERS.items():
        rows = [row for row in data if keep(row)]
        weighted = {"client": [], "employee": []}
        for moment in MOMENTS:
            sides = {side: measure(rows, side, moment) for side in weighted}
            kind, p = classify(sides["client"], sides["employee"])
            stake = None
            if all("level" in side for side in sides.values()):
                told = sum(side["frequency"] for side in sides.values()) / 2
                stake = told * math.hypot(*(100 - side["level"] for side in sides.values())) / (2 * math.sqrt(2))
            confidence = None
            if p is not None:
                enough = min(side["with_valence"] for side in sides.values()) >= 10
                confidence = "firm" if p >= 0.8 and enough else "tendency" if p >= 0.5 else "undetermined"
            table.append([name, moment, *(cell(sides[s].get(key)) for s in weighted for key in SIDE),
                          kind, cell(p), cell(confidence), cell(stake)])
            for side in weighted:
                weighted[side] += sides[side]["valences"]
        for side, valences in weighted.items():
            own = [row for row in rows if row["side"] == side]
            coded = [row for row in own if row["coded"] is not None]
            prompts = [sum(row["prompt"] == p for row in coded)
                       for p in ("positive", "negative", "neutral", "unknown")]
            level = mean(valences)
            summary.append([name, side, len({row["person"] for row in coded}), len(own), len(coded), *prompts,
                            cell(None if level is None else float(level))])
    header = ["filter", "moment", *(f"{s}_{key}" for s in ("client", "employee") for key in SIDE),
              "type", "type_probability", "confidence", "stake"]
    write("mirror_expected.csv", header, table)
    write("mirror_summary.csv", ["filter", "side", "respondents", "verbatims", "coded", "positive", "negative",
                                 "neutral", "unknown", "mean_level"], summary)


main()
