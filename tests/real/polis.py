#!/usr/bin/env python3
"""Turns an open-data export of a Polis conversation into Trialog's import files, and counts it independently.

    tests/real/polis.py FOLDER OUT [PREFIX]

FOLDER holds comments.csv and participants-votes.csv as Polis exports them. Accepted contributions that begin with PREFIX
(default "Klimarat:") become the strategic goals of one field of action; whoever voted on at least one becomes a
questionnaire: agree = right, disagree = drop, pass = unclear. OUT receives concept.md, consultation.toml,
responses.csv and expected.json (per goal: right, drop, unclear), which the published figures must equal.
"""

import csv
import datetime
import json
import pathlib
import sys

MARKS = {"1": "right", "-1": "drop", "0": "unclear"}


def main(folder, out, prefix="Klimarat:"):
    folder, out = pathlib.Path(folder), pathlib.Path(out)
    out.mkdir(parents=True, exist_ok=True)
    with open(folder / "comments.csv", encoding="utf-8", newline="") as file:
        goals = [
            (row["comment-id"], row["comment-body"])
            for row in csv.DictReader(file)
            if row["moderated"] == "1" and row["comment-body"].startswith(prefix)
        ]
    goals.sort(key=lambda goal: int(goal[0]))
    with open(folder / "participants-votes.csv", encoding="utf-8", newline="") as file:
        people = list(csv.DictReader(file))

    lines = ["# Klimarat, Vorschläge", "", "## Handlungsfeld: Produktion und Konsum {#hf-produktion}", ""]
    for number, (goal, body) in enumerate(goals, 1):
        text = body.removeprefix(prefix).strip()
        lines += [f"### Strategisches Ziel {number}: Vorschlag {goal} {{#sz-{goal}}}", "", text, ""]
    (out / "concept.md").write_text("\n".join(lines), encoding="utf-8")

    today = datetime.date.today()
    first, last = today - datetime.timedelta(days=30), today - datetime.timedelta(days=2)
    (out / "consultation.toml").write_text(
        f'slug = "klimarat"\ntitle = "Produktion und Konsum"\nlead = "Echte Daten zur Probe."\n'
        f'[[track]]\nkind = "survey"\nopens = "{first}"\ncloses = "{last}"\n'
        f'[[survey]]\nslug = "produktion"\nfield = "hf-produktion"\n',
        encoding="utf-8",
    )

    expected = {f"sz-{goal}": {"right": 0, "drop": 0, "unclear": 0} for goal, _ in goals}
    sheets = 0
    with open(out / "responses.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([f"sz-{goal}" for goal, _ in goals])
        for person in people:
            votes = [MARKS.get(person[goal], "") for goal, _ in goals]
            if not any(votes):
                continue
            sheets += 1
            writer.writerow(votes)
            for (goal, _), mark in zip(goals, votes):
                if mark:
                    expected[f"sz-{goal}"][mark] += 1
    marks = sum(sum(counts.values()) for counts in expected.values())
    result = {"questionnaires": sheets, "marks": marks, "goals": expected}
    (out / "expected.json").write_text(json.dumps(result, indent=1), encoding="utf-8")
    print(f"{len(goals)} goals, {sheets} questionnaires, {marks} marks")


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    main(*sys.argv[1:])
