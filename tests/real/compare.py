#!/usr/bin/env python3
"""Compares published results (CSV at an address) with expected.json; names each difference."""

import csv
import io
import json
import sys
import time
import urllib.request


def fetch(url):
    for attempt in range(100):
        try:
            return urllib.request.urlopen(url, timeout=10).read().decode("utf-8-sig")
        except OSError:
            if attempt == 99:
                raise
            time.sleep(0.1)


def main(url, expected_file):
    with open(expected_file, encoding="utf-8") as file:
        expected = json.load(file)
    found = {key: {"right": 0, "drop": 0, "unclear": 0} for key in expected["goals"]}
    questionnaires = None
    for row in csv.DictReader(io.StringIO(fetch(url))):
        if row["option"] == "questionnaires":
            questionnaires = int(row["count"])
        elif row["question"] in found and row["option"] in found[row["question"]]:
            found[row["question"]][row["option"]] = int(row["count"])
        elif row["question"] in found and row["option"] in ("bolder", "too_far") and int(row["count"]):
            sys.exit(f"{row['question']}: {row['option']} was never given, but published")
    if (questionnaires, found) != (expected["questionnaires"], expected["goals"]):
        for key, counts in expected["goals"].items():
            if found[key] != counts:
                print(f"{key}: published {found[key]}, counted {counts}")
        sys.exit(f"published {questionnaires} questionnaires, counted {expected['questionnaires']}")
    print(f"{questionnaires} questionnaires, {expected['marks']} marks: every goal equals the count of the file")


if __name__ == "__main__":
    main(*sys.argv[1:])
