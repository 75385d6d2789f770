#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Vienlogs authors
# SPDX-License-Identifier: EUPL-1.2
"""Harmonises a law by its command line: opinions, answers, the izziņa, the annotation, tasks, two versions compared.

usage: test_harmonising.py VIENLOGS-ACTS
"""
import json
import re
import subprocess
import sys
import tempfile
import zipfile

TOOL = sys.argv[1]


def run(*arguments):
    done = subprocess.run([TOOL, *arguments], capture_output=True, text=True, timeout=20)
    if done.returncode != 0:
        raise SystemExit(f"vienlogs-acts {' '.join(arguments)}: {done.stderr}")
    return done.stdout


def refused(code, *arguments):
    done = subprocess.run([TOOL, *arguments], capture_output=True, text=True, timeout=20)
    expect(done.returncode != 0 and code in done.stderr, f"{arguments}: {done.returncode} {done.stderr}")


def expect(condition, what):
    if not condition:
        raise SystemExit(what)


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


def words(path):
    with zipfile.ZipFile(path) as package:
        return re.sub("<[^>]*>", " ", package.read("content.xml").decode())


def rows(text):
    return [line.split("\t") for line in text.splitlines()]


def main():
    with tempfile.TemporaryDirectory(prefix="vienlogs-harmonise-") as folder:
        act, paper = f"{folder}/law.act", f"{folder}/paper.odt"
        run("new", "--kind", "law", act)
        root = json.loads(open(act, encoding="utf-8").readline())["act"]
        with open(act, "a", encoding="utf-8") as file:
            file.write(insert(1, "title", root, 0, 0, "Dokumentu likums"))
            file.write(insert(2, "article", root, 1, 5, "Iesniegums"))
            file.write(insert(3, "part", identity(2), 0, 1, "Persona iesniedz iesniegumu."))
            file.write(insert(4, "part", identity(2), 3, 2, "Iestāde atbild mēneša laikā."))

        by = ("--by", "Līga Kalniņa")
        run("opinion", act, "--giver", "Finanšu ministrija", "--stance", "not-agreed", "--element", identity(4),
            "--objection", "Termiņš ir par garu.", "--wording", "Iestāde atbild nedēļas laikā.", *by)
        run("opinion", act, "--giver", "Valsts kanceleja", "--stance", "agreed", "--proposal", "Saīsināt nosaukumu.", *by)
        refused("VL-HARM-0002", "opinion", act, "--giver", "Valsts kanceleja", "--stance", "agreed", "--objection", "Nē.", *by)
        remarks = rows(run("remarks", act))
        expect([row[1:4] for row in remarks] == [["objection", "open", "unanswered"], ["proposal", "open", "unanswered"]],
               remarks)

        objection = remarks[0][0]
        refused("VL-HARM-0003", "answer", act, objection, "--outcome", "rejected", *by)
        run("answer", act, objection, "--outcome", "rejected", "--text", "Mēnesis ir vajadzīgs.", *by)
        run("position", act, objection, "--maintained", "Nedēļa ir pietiekama.", *by)
        run("izzina", act, "--to", paper)
        text = words(paper)
        for said in ("vienošanās nav panākta", "Iestāde atbild mēneša laikā.", "Mēnesis ir vajadzīgs.",
                     "Nedēļa ir pietiekama.", "Piedāvātā redakcija: Iestāde atbild nedēļas laikā."):
            expect(said in text, f"{said} is not in the izziņa: {text}")
        expect("Saīsināt nosaukumu." not in text, "a proposal is in an izziņa of objections")

        with open(act, "a", encoding="utf-8") as file:
            file.write(entry(5, {"op": "text", "el": identity(4), "at": 15, "removed": 6, "text": [{"t": "nedēļas"}]}))
        run("answer", act, objection, "--outcome", "accepted", *by)
        expect(rows(run("remarks", act))[0][2] == "agreed", "an accepted objection is open")
        run("izzina", act, "--to", paper, "--with-proposals")
        text = words(paper)
        expect("nav panākta" in text and "ir panākta" in text and "Iestāde atbild nedēļas laikā." in text, text)

        compared = run("compare", act, "--from", "4")
        expect("  (2) Iestāde atbild [-mēneša-]{+nedēļas+} laikā." in compared, compared)
        run("compare", act, "--from", "4", "--to", paper)
        expect("mēneša" in words(paper) and "Persona" not in words(paper), words(paper))
        refused("VL-BASE-0002", "compare", act, "--from", "99")
        run("reading", act, "--to", paper)
        expect("Komisijas atzinums" in words(paper) and "Termiņš ir par garu." in words(paper), words(paper))

        run("task", act, "--what", "Sagatavot izziņu", "--who", "Jānis Ozols", "--due", "2020-01-02", *by)
        run("task", act, "--what", "Izsūtīt", "--who", "Jānis Ozols", "--due", "2020-01-01", *by)
        tasks = rows(run("tasks", act))
        expect([(row[2], row[4]) for row in tasks] == [("overdue", "Izsūtīt"), ("overdue", "Sagatavot izziņu")], tasks)
        run("task", act, "--done", tasks[0][0], *by)
        expect([row[2] for row in rows(run("tasks", act))] == ["overdue", "done"], run("tasks", act))

        missing = run("annotation", act)
        expect("! missing: 1.2 Mērķis" in missing, missing)
        run("annotation", act, "--field", "1.2", "--text", "Saīsināt termiņu.", *by)
        expect("! missing: 1.2" not in run("annotation", act, "--to", paper), "a filled field is missing")
        expect("Saīsināt termiņu." in words(paper), words(paper))
        refused("VL-HARM-0001", "annotation", act, "--field", "9.9", "--text", "x", *by)

        with open(f"{act}.harm", "ab") as file:
            file.write(b'{"step":"opin')  # killed while writing
        expect(len(rows(run("remarks", act))) == 2, "an unfinished line hides the others")
        with open(f"{act}.harm", "ab") as file:
            file.write(b"garbage\n")
        refused("VL-HARM-0005", "remarks", act)


main()
