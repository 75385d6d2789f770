#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Vienlogs authors
# SPDX-License-Identifier: EUPL-1.2
"""Amends a law by its command line: the amending act between two versions, carried out, and the text at a date.

usage: test_amending.py VIENLOGS-ACTS
"""
import json
import shutil
import subprocess
import sys
import tempfile

TOOL = sys.argv[1]


def run(*arguments):
    done = subprocess.run([TOOL, *arguments], capture_output=True, text=True, timeout=20)
    if done.returncode != 0:
        raise SystemExit(f"vienlogs-acts {arguments[0]}: {done.stderr}")
    return done.stdout


def refused(*arguments):
    return subprocess.run([TOOL, *arguments], capture_output=True, text=True, timeout=20).returncode != 0


def identity(number):
    return f"01JD{number:022d}"


def entry(number, operation):
    common = {"id": identity(900 + number), "time": "2026-11-24T08:00:00.000Z", "by": "Līga Kalniņa"}
    return json.dumps({**common, **operation}, ensure_ascii=False) + "\n"


def insert(number, kind, parent, after, value, text):
    operation = {"op": "insert", "el": identity(number), "kind": kind, "in": parent, "text": [{"t": text}]}
    if after:
        operation["after"] = identity(after)
    if value:
        operation["no"] = [value, 0, 1]
    return entry(number, operation)


def expect(condition, what):
    if not condition:
        raise SystemExit(what)


def main():
    with tempfile.TemporaryDirectory(prefix="vienlogs-amend-") as folder:
        old, new, amendment = f"{folder}/old.act", f"{folder}/new.act", f"{folder}/amendment.act"
        run("new", "--kind", "law", old)
        root = json.loads(open(old, encoding="utf-8").readline())["act"]
        with open(old, "a", encoding="utf-8") as file:
            file.write(insert(1, "title", root, 0, 0, "Dokumentu likums"))
            file.write(insert(2, "article", root, 1, 5, "Iesniegums"))
            file.write(insert(3, "part", identity(2), 0, 1, "Persona iesniedz iesniegumu."))
            file.write(insert(4, "part", identity(2), 3, 2, "Iestāde atbild mēneša laikā."))
        shutil.copy(old, new)
        with open(new, "a", encoding="utf-8") as file:
            file.write(entry(5, {"op": "text", "el": identity(4), "at": 15, "removed": 6, "text": [{"t": "nedēļas"}]}))
            file.write(insert(6, "article", root, 2, 6, "Atbilde"))
        words = run("amend", old, new, "--in-force", "2027-01-01", "--to", amendment)
        expect('1. Aizstāt 5. panta otrajā daļā vārdu "mēneša" ar vārdu "nedēļas".' in words, words)
        expect("2. Papildināt likumu ar 6. pantu šādā redakcijā:" in words, words)
        expect("!" not in words, words)

        before = open(old, "rb").read()
        after = run("apply", old, amendment)
        expect("(2) Iestāde atbild nedēļas laikā." in after and "6. pants. Atbilde" in after, after)
        expect(open(old, "rb").read() == before, "apply changed the act without --accept")

        text = f"{folder}/second.txt"
        with open(text, "w", encoding="utf-8") as file:
            file.write("1. Izslēgt 6. pantu.\n2. Pārcelt 5. pantu.\n")
        dated = f"{text}@2027-03-01"
        for day, has, lacks in (("2026-12-31", "mēneša", "6. pants"), ("2027-02-01", "6. pants", "mēneša"),
                                ("2027-03-01", "! not-understood: Pārcelt 5. pantu.", "6. pants. ")):
            shown = run("consolidate", old, amendment, dated, "--date", day)
            expect(has in shown and lacks not in shown, f"{day}: {shown}")
        expect(refused("consolidate", old, amendment, "--date", "2027-13-01"), "a day that does not exist")
        run("consolidate", old, amendment, "--date", "2027-02-01", "--to", f"{folder}/law.odt")

        run("apply", old, amendment, "--accept", "--by", "Līga Kalniņa")
        shown = [line.split("\t", 1) for line in run("show", old).splitlines()]
        expect(shown == [line.split("\t", 1) for line in run("show", new).splitlines()], "identities were lost")
        other = f"{folder}/other.act"
        run("new", "--kind", "law", other)
        expect(refused("amend", old, other), "two acts were compared as one")


main()
